"""The offline illustrator: prompt → wish → place and people → SVG → PNG.

The rooms, in the order in which a picture goes through them; imports run one way:

    words/          the vocabulary (data)
    reading/        the prompt's words → a wish
    drawing/        one kit: SVG, outlines, colours, pixels
    things/         things and animals
    figures/        people
    scenery/        what places are made of, and the light they lie in
    places/         paints a place, and says where one can stand in it
    casting/        what is wished for → people, animals and things to be drawn
    grouping/       who belongs together, and how they sit, stand and face each other
    layout/         where each group goes, in scale and hiding nobody
    seeing/         what can really be seen of the painted picture → a scene
    telling/        the scene in words: descriptions, names, word lists, what is missing
    checking/       prompts with what must be seen, held against scenes; a command

    illustrator.py  all of this in order; framing.py finds from how near all have room,
                    painting.py paints from far to near
    scene.py        what was asked for, and what the picture really shows; scene_json.py as text
    generator.py    all this as a generator; workers.py the same in processes of its own
"""
