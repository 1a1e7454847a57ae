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

COLOURS: dict[str, str] = {
    "red": "#d2413a", "blue": "#3f74c0", "green": "#4c9a55", "yellow": "#f0c43e",
    "orange": "#e8883a", "purple": "#8557b0", "violet": "#8557b0", "pink": "#ec8fb0",
    "brown": "#8a5c3e", "black": "#353543", "white": "#f5f1ea", "grey": "#8f97a3",
    "gray": "#8f97a3", "golden": "#e3b04b", "gold": "#e3b04b", "silver": "#bcc4cd",
    "beige": "#dcc8a2", "turquoise": "#3fb0b0", "dark blue": "#2f4a86", "light blue": "#8fc1e8",
    "dark green": "#2f6b45", "light green": "#93cf7a", "navy": "#2f4a86", "dark red": "#9c2f33",
}  # fmt: skip

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "both": 2, "pair of": 2,
    "a couple of": 2, "the": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8,
    "9": 9, "10": 10, "no": -1, "without": -1, "his": 1, "her": 1, "another": 1, "couple of": 2,
    "half a dozen": 6,
}  # fmt: skip

VAGUE_NUMBERS: dict[str, int] = {
    "some": 3, "several": 4, "many": 5, "few": 3, "a few": 3, "lots of": 5, "a lot of": 5,
    "group of": 4, "a group of": 4, "crowd of": 6, "dozens of": 8, "their": 0, "herd of": 4,
    "flock of": 4, "a class of": 5, "class of": 5, "a team of": 4, "a queue of": 4,
    "a line of": 4, "a row of": 4, "a band of": 4, "hundred": 8, "thousand": 8, "dozen": 10,
    "a dozen": 10, "hundreds of": 8, "thousands of": 8, "plenty of": 5,
    "a herd of": 4, "a flock of": 4,
}  # fmt: skip

SIZES: dict[str, str] = {
    "small": "small", "tiny": "small", "little": "small", "big": "big", "large": "big",
    "huge": "big", "giant": "big",
}  # fmt: skip

PLURALS: dict[str, str] = {
    "children": "child", "women": "woman", "men": "man", "wives": "wife", "policemen": "policeman",
    "firemen": "fireman", "schoolchildren": "schoolchild", "fishermen": "fisherman",
    "businessmen": "businessman", "grandchildren": "grandchild", "businesswomen": "businesswoman",
    "leaves": "leaf",
    **{word: name for name, thing in THINGS.items() for word in thing.words.several},
}  # fmt: skip
"""Plurals that no rule of spelling leads back to their nouns."""

RELATIONS: dict[str, str] = {
    "on": "on", "on top of": "on", "upon": "on", "in": "in", "inside": "in", "into": "in",
    "under": "under", "below": "under", "beneath": "under", "underneath": "under",
    "next to": "next to", "beside": "next to", "near": "next to", "by": "next to",
    "close to": "next to", "at": "next to", "in front of": "in front of", "behind": "behind",
    "outside": "outside", "out of": "next to", "between": "between", "with": "with",
    "around": "next to", "to the left of": "left of", "to the right of": "right of",
    "along": "next to", "from": "next to", "to": "next to", "over": "next to", "across": "next to",
    "among": "next to", "full of": "with", "of": "with",
    "covered with": "with", "above": "next to", "towards": "next to", "past": "next to",
    "after": "next to", "alongside": "next to", "opposite": "next to", "through": "next to",
    "onto": "on", "left of": "left of", "right of": "right of", "on the left of": "left of",
    "on the right of": "right of", "surrounded by": "with", "in the middle of": "in",
    "against": "next to",
}  # fmt: skip

POSITIONS: dict[str, str] = {
    "on the left": "left", "on the left side": "left", "to the left": "left",
    "on the right": "right", "on the right side": "right", "to the right": "right",
    "in the middle": "middle", "in the centre": "middle", "in the center": "middle",
    "in the background": "background", "in the distance": "background", "far away": "background",
    "at the back": "background", "in the foreground": "foreground", "at the front": "foreground",
}  # fmt: skip
"""Where in the picture something is."""

EMPTY_PHRASES = (
    "tower of", "a tower of", "pile of", "a pile of", "a picture of", "picture of", "a photo of",
    "photo of", "an image of", "image of", "a drawing of", "a painting of", "an illustration of",
    "a scene of", "a view of", "early in the", "late in the", "in the air",
    "in his hand", "in her hand", "in their hands", "in his hands", "in her hands", "each of",
    "the window of", "a window of", "the windows of", "on his shoulders", "on her shoulders",
    "in this picture", "in the picture", "in this photo", "in the photo", "in this image",
    "in the image", "the picture shows", "this picture shows", "the photo shows", "my name is",
    "i can see", "you can see", "we can see", "i see", "we see", "you see",
    "this is", "these are", "roof of", "the roof of", "top of", "the top of", "in front",
    "game of", "a game of", "a walk",
    "some of", "one of", "a bunch of", "bunch of", "the end of", "end of", "part of", "half of",
    "most of", "kind of", "back at", "of the", "his feet", "her feet", "their feet", "next door",
    "at the same time", "together with", "there is", "there are", "there's", "on the floor",
    "as if", "generations of", "three generations of", "the floor", "floor of", "on the ground",
)  # fmt: skip
"""Phrases that need no drawing, and would be misread word by word."""
