"""The offline illustrator: prompt → wish → place and people → SVG → PNG.

How a picture comes about, and where:

    parsing.py      the prompt's words → a wish (words/ is the vocabulary, lexicon.py its index):
                    chunks.py cuts them into nouns, verbs and small words (verb_spotting.py),
                    denying.py and hair_phrases.py help, reader.py finds who does what (roles.py,
                    nouns.py, wearing.py, clauses.py, activities.py), findings.py keeps it,
                    whereabouts.py finds the place, accounting.py the words without a picture
    palette.py      time of day and weather → the light
    places/         paints the place (bands.py, shapes.py, ridges.py, room.py and others) and says
                    where one can stand in it (stage.py)
    cast.py         what is wished for → people (figures/), animals and things (things/)
    grouping.py     who belongs together and how they sit, stand and face each other
                    (relating.py, tables.py, desks.py, classes.py, playing.py, easels.py, queues.py,
                    resting.py, driving.py, viewers.py, spectators.py, babies.py, carrying.py,
                    pushing.py, footholds.py, haircuts.py, seat_sharing.py); pairs.py brings two
                    together who touch each other: meeting.py has where their hands go,
                    animal_hugs.py the same with animals
    layout.py       where each group goes, in scale and hiding nobody: the best of many tries
                    (spots.py, grounds.py, placing.py, fitting.py; a class in rows.py)
    illustrator.py  all of this in order; render.py makes the pixels
    scene.py        what was asked for, and what the picture really shows
    showing.py      who and what is shown, if it can be seen (visibility.py), the place's own
                    background (backdrop.py), and what is missing (missing.py)
    description.py  the scene in words: telling_items.py orders it, telling_doing.py says who does
                    what, mentions.py and naming_shown.py find the names
    word_list.py    the words for it at a learner's level
    scene_json.py   the scene as JSON, to be kept in the picture
    generator.py    all this as a generator; workers.py the same in processes of its own
"""
