"""What can really be seen of a painted picture: who and what, where, and how they are related.

visibility.py   whether enough of something is seen to be named, by its `sight.Sight`
sight.py        the picture once more, small, so that each pixel tells whose it is; flat.py
                its colours
items.py        who and what is seen; people.py what is seen of one person, sizes.py whether
                one sees that something is big or small
backdrop.py     what is seen of the place itself
links.py        how they are related, by the conditions in relations.py between the bodies.py
"""
