"""The offline illustrator: prompt → wish → place and people → SVG → PNG.

How a picture comes about, and where:

    parsing.py      the prompt's words → a wish (words/ is the vocabulary, lexicon.py its index)
    palette.py      time of day and weather → the light
    places/         paints the place and says where one can stand in it (stage.py)
    cast.py         what is wished for → people (figures/), animals and things (things/)
    grouping.py     who belongs together and how they sit, stand and face each other
    layout.py       where each group goes, in scale and hiding nobody
    illustrator.py  all of this in order; render.py makes the pixels
    scene.py        what was asked for, and what the picture really shows
    description.py  the scene in words
"""
