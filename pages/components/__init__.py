"""What pages are built of. A room may use those that stand above it.

shell        around every page: who is there, addresses, messages, what is kept
widgets      small parts that any page may use
picture      pictures of a session, and the form that asks for one
speaking     speaking about a picture: recorder, words, what was said
classroom    a class, as its teacher and its learners see it
gallery      all sessions and their pictures
lab          experiments

The last three don't know each other. A module has a name that no other one has: its style and its
script are called like it.
"""
