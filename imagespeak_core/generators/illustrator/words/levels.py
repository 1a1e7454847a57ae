"""Words for what a scene shows, by the level of English at which they are learned (data)."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.pictures.prompts import Level

Steps = Mapping[Level, str]
"""The word from a level on; a higher level's word takes its place there."""

NOUNS: dict[str, Steps] = {
    "person": {"A1": "person"}, "old woman": {"A1": "woman", "A2": "old woman"},
    "old man": {"A1": "man", "A2": "old man"},
    "teenage girl": {"A1": "girl", "A2": "teenager"},
    "teenage boy": {"A1": "boy", "A2": "teenager"},
    "police officer": {"A1": "police officer"}, "shop assistant": {"A1": "shop assistant"},
    **{name: thing.words.learned for name, thing in THINGS.items() if thing.words.learned},
}  # fmt: skip
"""Noun for what is shown → its word from each level on; nouns not named here are for all."""

VERBS: dict[str, Steps] = {
    "stand": {"A1": "stand"}, "walk": {"A1": "walk", "B2": "stroll"}, "run": {"A1": "run"},
    "kick": {"A1": "play football"}, "sit": {"A1": "sit"}, "sit_ground": {"A1": "sit"},
    "ride": {"A1": "ride"}, "hold": {"A1": "have", "A2": "hold"},
    "carry": {"A1": "have", "A2": "carry"}, "wave": {"A2": "wave"}, "point": {"A2": "point"},
    "talk": {"A1": "talk", "B1": "chat", "C1": "converse"}, "phone": {"A1": "phone"},
    "read": {"A1": "read"}, "write": {"A1": "write"}, "eat": {"A1": "eat"},
    "drink": {"A1": "drink", "B2": "sip"}, "cook": {"A1": "cook", "B1": "prepare"},
    "cradle": {"A1": "have", "A2": "hold", "B2": "cradle"},
    "wash_up": {"A1": "wash", "B1": "wash up"}, "hug": {"A1": "stand"},
    "embrace": {"A2": "hug", "B2": "embrace"}, "cuddle": {"A2": "hug"},
    "embrace_seated": {"A2": "hug"}, "cut_hair": {"A2": "cut"}, "waltz": {"A1": "dance"},
    "take": {"A1": "take"},
    "shake_hands": {"A2": "shake hands"}, "hold_hands": {"A2": "hold hands"},
    "argue": {"A2": "argue", "B2": "quarrel"}, "fight": {"A2": "fight"}, "give": {"A1": "give"},
    "shout": {"A2": "shout", "C1": "yell"}, "knit": {"B1": "knit"}, "climb_up": {"A2": "climb"},
    "skip": {"A2": "jump", "B1": "skip"}, "brush_teeth": {"A1": "brush"}, "cards": {"A1": "play"},
    "shoulder": {"A2": "carry"}, "laugh": {"A1": "laugh"},
    "push": {"A2": "push"}, "pull": {"A2": "pull"},
    "throw": {"A1": "play", "A2": "throw"}, "dance": {"A1": "dance"}, "swim": {"A1": "swim"},
    "sleep": {"A1": "sleep", "C1": "slumber"}, "lie": {"A2": "lie"}, "kneel": {"B1": "kneel"},
    "paint": {"A1": "paint"}, "photo": {"A1": "take a photo", "B1": "photograph"},
    "guitar": {"A1": "play the guitar"}, "violin": {"A2": "play the violin"},
    "feed": {"A2": "feed"}, "look": {"A1": "look", "A2": "watch", "B2": "gaze"},
    "jump": {"A1": "jump", "C1": "leap"}, "crawl": {"B1": "crawl"}, "sing": {"A1": "sing"},
    "fish": {"A2": "fish"}, "type": {"A1": "work", "A2": "type"},
    "volleyball": {"A1": "play volleyball"},
    "basketball": {"A1": "play basketball"}, "sweep": {"A1": "clean", "B1": "sweep"},
    "cheer": {"A1": "be happy", "B1": "cheer"}, "clap": {"A2": "clap", "C1": "applaud"},
    "think": {"A1": "think", "C1": "ponder"}, "cry": {"A2": "cry", "C1": "weep"},
    "garden": {"A1": "work", "B1": "garden"}, "play": {"A1": "play"},
    "walk_pet": {"A1": "walk"}, "shop": {"A1": "shop"}, "lean": {"A1": "stand"},
    "wheelchair": {"A1": "sit"}, "bite": {"A1": "eat", "B1": "bite"},
    "picnic": {"A1": "eat", "A2": "have a picnic"}, "doze": {"A1": "sleep", "C1": "doze"},
    "drive": {"A1": "drive"}, "umbrella": {"A1": "have", "A2": "hold"},
    "shade_eyes": {"A1": "look"}, "fly": {"A1": "fly"}, "dig": {"A2": "dig"},
    "climb": {"A2": "climb"}, "bark": {"B1": "bark"}, "watch": {"A1": "look", "A2": "watch"},
    "look_around": {"A1": "look"},
}  # fmt: skip
"""Action → its verb from each level on."""

ADJECTIVES: dict[str, Steps] = {
    "tall": {"A1": "tall"}, "short": {"A1": "short"},
    "big": {"A1": "big", "A2": "large"}, "small": {"A1": "small", "B2": "tiny"},
    "happy": {"A1": "happy", "B1": "cheerful"}, "sad": {"A1": "sad", "B1": "unhappy"},
    "surprised": {"A2": "surprised", "B2": "amazed"},
    "angry": {"A1": "angry", "B2": "furious"}, "tired": {"A1": "tired", "B2": "exhausted"},
    "striped": {"B1": "striped"}, "old": {"A1": "old", "B1": "elderly"},
    "clear": {"A1": "sunny"}, "cloudy": {"A1": "cloudy", "B2": "overcast"},
    "rain": {"A1": "rainy", "A2": "wet"}, "snow": {"A1": "cold", "A2": "snowy"},
    "wind": {"A1": "windy", "B2": "breezy"}, "fog": {"A2": "foggy", "B2": "misty"},
    "night": {"A1": "dark"}, "busy": {"A1": "busy", "A2": "crowded", "C1": "bustling"},
    "quiet": {"A1": "quiet", "B1": "peaceful", "C1": "tranquil"},
}  # fmt: skip
"""Quality → its adjective from each level on; colours are for all."""

PREPOSITIONS: dict[str, Steps] = {
    "on": {"A1": "on"}, "in": {"A1": "in"}, "under": {"A1": "under", "B2": "beneath"},
    "next to": {"A1": "next to", "B1": "beside", "C1": "alongside"},
    "in front of": {"A1": "in front of"}, "behind": {"A1": "behind"},
    "between": {"A2": "between"}, "left of": {"A2": "to the left of"},
    "right of": {"A2": "to the right of"}, "above": {"A2": "above"}, "below": {"A2": "below"},
    "with": {"A1": "with"},
    "looking at": {"A1": "at"}, "at": {"A1": "at"}, "outside": {"A2": "outside"},
    "left": {"A1": "on the left"}, "right": {"A1": "on the right"},
    "background": {"B1": "in the background"},
    "foreground": {"B1": "in the foreground"},
}  # fmt: skip
"""Relation or place in the picture → its preposition from each level on."""

MOST: Mapping[Level, tuple[int, int, int, int]] = {
    "A1": (6, 3, 3, 2), "A2": (7, 3, 3, 3), "B1": (8, 4, 4, 3), "B2": (9, 4, 4, 3),
    "C1": (9, 4, 4, 3),
}  # fmt: skip
"""How many nouns, verbs, adjectives and prepositions a list of a level has at most."""
