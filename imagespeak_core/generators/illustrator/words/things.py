"""Other words for things and animals than the names of the catalogue, colours, and numbers."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.scene import Weather
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS, by

SYNONYMS: dict[str, str] = {
    word: name for name, thing in THINGS.items() for word in thing.words.also
}
"""Other words for things, and the thing that each means."""

WEATHER_OF: dict[str, Weather] = {
    name: thing.weather for name, thing in THINGS.items() if thing.weather
}
"""Things that tell the weather."""

_SWALLOWED_OTHERS = {"swim": frozenset({"water"}), "volleyball": frozenset({"volleyball"})}
_SHOWN_BY = by(lambda thing: thing.shown_by)

SWALLOWED: Mapping[str, frozenset[str]] = {
    action: _SHOWN_BY.get(action, frozenset()) | _SWALLOWED_OTHERS.get(action, frozenset())
    for action in {*_SHOWN_BY, *_SWALLOWED_OTHERS}
}
"""Things that a person who does this has anyway."""

HOLDABLE: dict[str, str] = {
    word: name for name, held in HELD.items() if held.asked for word in (name, *held.also)
}
"""What a person can hold, and what is drawn in the hand for it."""

TALKED_ON = frozenset({"phone", "cell phone", "mobile phone", "telephone"})
"""Who is on one of these is calling."""

COLOURS: dict[str, str] = {
    "red": "#d2413a", "blue": "#3f74c0", "green": "#4c9a55", "yellow": "#f0c43e",
    "orange": "#e8883a", "purple": "#8557b0", "violet": "#8557b0", "pink": "#ec8fb0",
    "brown": "#8a5c3e", "black": "#353543", "white": "#f5f1ea", "grey": "#8f97a3",
    "gray": "#8f97a3", "golden": "#e3b04b", "gold": "#e3b04b", "silver": "#bcc4cd",
    "beige": "#dcc8a2", "turquoise": "#3fb0b0", "dark blue": "#2f4a86", "light blue": "#8fc1e8",
    "dark green": "#2f6b45", "light green": "#93cf7a", "navy": "#2f4a86", "dark red": "#9c2f33",
}  # fmt: skip

VAGUE_NUMBERS: dict[str, int] = {
    "some": 3, "several": 4, "many": 5, "few": 3, "a few": 3, "lots of": 5, "a lot of": 5,
    "group of": 4, "a group of": 4, "crowd of": 6, "dozens of": 8, "their": 0, "herd of": 4,
    "flock of": 4, "a class of": 5, "class of": 5, "a team of": 4, "numerous": 5,
    "handful of": 4, "a handful of": 4, "a queue of": 4,
    "a line of": 4, "a row of": 4, "a band of": 4, "hundred": 8, "thousand": 8,
    "hundreds of": 8, "thousands of": 8, "plenty of": 5,
    "a herd of": 4, "a flock of": 4, "a pack of": 4, "pack of": 4, "a swarm of": 5,
    "swarm of": 5, "a litter of": 4, "a pride of": 4, "a school of": 5, "half a": 0, "half an": 0,
    "pile of": 0, "a pile of": 0, "piles of": 0, "tower of": 0,
    "a tower of": 0, "a stack of": 0, "stack of": 0, "a heap of": 0,
}  # fmt: skip

SIZES: dict[str, str] = {
    "small": "small", "tiny": "small", "little": "small", "big": "big", "large": "big",
    "huge": "big", "giant": "big",
}  # fmt: skip

PLURALS: dict[str, str] = {
    "children": "child", "women": "woman", "men": "man", "wives": "wife", "policemen": "policeman",
    "firemen": "fireman", "schoolchildren": "schoolchild", "fishermen": "fisherman",
    "businessmen": "businessman", "grandchildren": "grandchild", "businesswomen": "businesswoman",
    "childrens": "child", "mens": "man", "womens": "woman", "peoples": "people",
    "leaves": "leaf", "oranges": "orange",
    **{word: name for name, thing in THINGS.items() for word in thing.words.several},
}  # fmt: skip
"""Plurals that no rule of spelling leads back to their nouns."""

RELATIONS: dict[str, str] = {
    "on": "on", "on top of": "on", "upon": "on", "in": "in", "inside": "in", "into": "in",
    "under": "under", "below": "below", "beneath": "under", "underneath": "under",
    "above": "above", "over": "above", "on the bottom of": "below",
    "next to": "next to", "beside": "next to", "near": "next to", "by": "next to",
    "close to": "next to", "at": "next to", "in front of": "in front of", "behind": "behind",
    "outside": "outside", "out of": "next to", "between": "between", "with": "with",
    "around": "next to", "to the left of": "left of", "to the right of": "right of",
    "along": "next to", "from": "next to", "to": "next to", "across": "next to",
    "among": "next to", "full of": "with", "of": "with",
    "covered with": "with", "towards": "next to", "toward": "next to", "past": "next to",
    "after": "next to", "alongside": "next to", "opposite": "next to", "through": "next to",
    "onto": "on", "left of": "left of", "right of": "right of", "on the left of": "left of",
    "on the right of": "right of", "on the left side of": "left of",
    "on the right side of": "right of", "to the left side of": "left of",
    "to the right side of": "right of", "at the left of": "left of", "at the right of": "right of",
    "on left of": "left of", "on right of": "right of", "to left of": "left of",
    "to right of": "right of", "at the left side of": "left of", "at the right side of": "right of",
    "surrounded by": "with", "in the middle of": "in",
    "against": "next to",
}  # fmt: skip

_PICTURES = ("picture", "photo", "photograph", "image", "drawing", "illustration", "cartoon")
AT_TOP = ("top", "upper")
"""Words of positions for what only what flies is shown at."""
_PLACES_IN_PICTURES: dict[str, str] = {
    "on the left": "left", "on the left side": "left", "to the left": "left",
    "on the right": "right", "on the right side": "right", "to the right": "right",
    "in the middle": "middle", "in the centre": "middle", "in the center": "middle",
    "in the background": "background", "in the distance": "background", "far away": "background",
    "on left": "left", "on right": "right", "at the left": "left", "at the right": "right",
    "on the left hand side": "left", "on the right hand side": "right",
    "on the left-hand side": "left", "on the right-hand side": "right",
    "at the back": "background", "in the foreground": "foreground", "at the front": "foreground",
    "on the far left": "left", "on the far right": "right", "at the very left": "left",
    "at the very right": "right", "on the left-hand": "left", "on the right-hand": "right",
    "to the left side": "left", "to the right side": "right", "at the left side": "left",
    "at the right side": "right", "in the left": "left", "in the right": "right",
    "in the left side": "left", "in the right side": "right", "left side": "left",
    "right side": "right", "at left side": "left", "at right side": "right",
    "on left side": "left", "on right side": "right",
    "in left side": "left", "in right side": "right", "in middle": "middle",
    "in background": "background", "in foreground": "foreground",
    "in the far distance": "background",
    **{
        " ".join(word for word in (preposition, article, height, side, corner) if word): side
        for preposition in ("in", "at", "on")
        for article in ("the", "")
        for height in (*AT_TOP, "bottom", "lower", "")
        for side in ("left", "right")
        for corner in ("corner", "hand corner", "part", "half", "")
        if height or corner
    },
}  # fmt: skip

POSITIONS: dict[str, str] = {
    **_PLACES_IN_PICTURES,
    "in the sky": "sky", "on the floor": "ground", "on the ground": "ground",
    **{
        f"{relation} the {picture}": where
        for relation in RELATIONS
        for picture in _PICTURES
        if (where := _PLACES_IN_PICTURES.get(relation.removesuffix(" of")))
    },
}  # fmt: skip
"""Where in the picture something is, or off the ground or on it.

"On the right of the picture" is no relation to a picture.
"""

_OF_PICTURES = tuple(
    f"{article}{picture}{of}"
    for picture in _PICTURES
    for article in ("", "a ", "an ", "the ")
    for of in (" of", " showing", " with", " where", " that shows", " which shows", " in which")
    if article or of == " of"
)

PICTURES_OF = frozenset(words for words in _OF_PICTURES if words.endswith(" of"))
"""What comes after them is in a picture of its own, where one hangs on a wall."""

IN_HAND = frozenset(
    {"in one hand", "in the other hand", "in one arm", "in the other arm"}
    | {f"in {whose} {side} hand" for whose in ("his", "her") for side in ("left", "right")}
    | {f"in {whose} {part}" for whose in ("his", "her", "their") for part in ("hand", "hands")}
)
"""Where something is that is held."""

EMPTY_PHRASES = (
    *_OF_PICTURES, *(f"of the {picture}" for picture in _PICTURES),
    "a scene of", "a view of", "high quality", "best quality", "early in the", "late in the",
    "in the air", "in the other", "each of", *IN_HAND,
    "the window of", "a window of", "the windows of", "on his shoulders", "on her shoulders",
    *(
        f"{preposition} {article}{picture}"
        for preposition in ("in", "on", "at")
        for article in ("", "the ", "this ", "my ")
        for picture in _PICTURES[:4]
    ),
    "i want", "i want to see", "i would like", "i would like to see", "i'd like", "after school",
    "a piece of", "piece of", "pieces of", "a bit of",
    "the picture shows", "this picture shows", "the photo shows", "my name is",
    "i can see", "you can see", "we can see", "i see", "we see", "you see",
    "this is", "these are", "roof of", "the roof of",
    *(f"{the}{part} of" for the in ("", "the ") for part in ("leaves", "tail", "wheels", "ears")),
    "a wheel of", "the wheel of",
    "the head of", "the heads of", "the back of", "the backs of", "at least", "at most",
    "top of", "the top of", "in front",
    "game of", "a game of", "a walk",
    "some of", "one of", "a bunch of", "bunch of", "the end of", "end of", "part of",
    "kind of", "back at", "of the", "his feet", "her feet", "their feet", "next door",
    "at the same time", "together with", "there is", "there are", "there's",
    "as if", "generations of", "three generations of", "the floor", "floor of",
)  # fmt: skip
"""Phrases that need no drawing, and would be misread word by word."""
