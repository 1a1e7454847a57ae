"""Things and animals: a small function that draws each, and its record in its family's table.

The record (`thing.Thing`) tells all that is known of it: its size, its words, where it is found,
what is true of it, what an animal can do, how a hand holds it. `catalog` gathers the families, and
what else needs to know something of things asks it there: `THINGS`, `HELD`, `having` a trait.

    colours.py     by which colour a thing is called
    in_hand/       what is drawn in a hand, which is another drawing
    measuring.py   measures an animal's poses for pose_boxes.py; a command
"""
