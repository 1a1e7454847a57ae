"""Words for hair (data), and what they say together."""

from __future__ import annotations

COLOURS: dict[str, str] = {
    "blond": "#e3bd62", "blonde": "#e3bd62", "fair": "#dcb86c", "golden": "#e0b04a",
    "light": "#c99a5c", "dark": "#3a2a28", "black": "#2b2529", "brown": "#6b4129",
    "red": "#b9502a", "ginger": "#c8692f", "auburn": "#8f4530", "grey": "#a9a6aa",
    "gray": "#a9a6aa", "white": "#ece8e1", "silver": "#c6c6cb", "pink": "#e585ad",
    "blue": "#4f7fc4", "green": "#5fa565", "purple": "#8557b0", "orange": "#df7f36",
}  # fmt: skip
"""Word → colour of hair."""

SHAPES = frozenset("long short curly straight wavy frizzy".split())
"""Words for how long hair is, and how it falls."""

STYLES: dict[str, str] = {
    "ponytail": "ponytail", "pony tail": "ponytail", "braids": "braids", "plaits": "braids",
    "pigtails": "braids", "braid": "braids", "plait": "braids", "curls": "curly",
    "ponytails": "ponytail", "pony tails": "ponytail", "bald head": "bald",
    "bald heads": "bald", "afros": "afro", "dreadlocks": "locs", "afro": "afro",
}  # fmt: skip
"""Nouns for a way to wear hair."""

ALONE = frozenset({"bald", "blond", "blonde", "bearded"})
"""Words that say it of a person without the word "hair"; a beard is told like it."""

BETWEEN = frozenset({",", "and", "very", "beautiful", "lovely", "nice", "really"})
"""Words between two of those."""

ENDINGS = ("-haired", "-headed")

FOR_HAIR = frozenset(
    "dryer dryers drier driers brush brushes band bands pin pins salon salons".split()
)
"""What makes a thing of the word "hair" before it."""


def is_of_hair(word: str) -> bool:
    """Whether the word can be said of hair."""
    return word in COLOURS or word in SHAPES


def worn_as(words: str) -> tuple[str, str | None]:
    """The words as a piece of what somebody has on: what it is, and what is said of it."""
    if words == "bald":
        return "bald head", None
    if words == "bearded":
        return "beard", None
    *said, style = words.split()
    if style in STYLES.values() and style != "curly":
        return style, " ".join(said) or None
    return "hair", words
