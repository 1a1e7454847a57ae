"""Who belongs together, and how they sit, stand and face each other.

    groups.py       the words of this room: a member, a cluster, and what all steps work on
    grouping.py     all steps, in their order; each lies in the module whose business it is
    giving.py       what somebody is given, or many share, though nobody asked for it
    relating.py     the step that puts people where the prompt says, and the ways to do so
    overhead.py     the step for what flies or hangs above another; sides.py left and right

One way of being with something is a function of a `Move` (moves.py): aboard (driving.py), on an
animal (with_animals.py), on wheels or a board (riding.py), up a tree (animal_places.py,
footholds.py), in a pram (babies.py), on a seat or a cloth (surfaces.py), before, behind, under or
beside it (beside.py).
"""
