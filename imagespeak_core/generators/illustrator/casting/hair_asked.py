"""Hair as the prompt asks for it."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.wardrobe import SKINS
from imagespeak_core.generators.illustrator.words.hair import COLOURS

STYLED = frozenset({"ponytail", "braids", "locs", "afro"})
_LONG: dict[str, str] = {"curly": "curly", "frizzy": "curly", "wavy": "wavy"}
_SHORT: dict[str, str] = {"curly": "curls", "frizzy": "afro", "wavy": "curls"}
_LIGHT = frozenset({"blond", "blonde", "fair", "red", "ginger", "auburn"})
_FAIR = 4
"""With light hair goes one of the first so many skins."""
_NO_HAIR = frozenset({"bald", "buzz", "wisps"})


def with_hair(person: Person, worn: str, said: str) -> Person:
    """The person with such hair, and with no hat over it but one of a role.

    Args:
        person: Who it is.
        worn: "hair", "bald head", or one of `STYLED`.
        said: What the prompt says of it, such as "long red"; may be empty.
    """
    words = said.split()
    colour = next((COLOURS[word] for word in words if word in COLOURS), person.hair_colour)
    style = "bald" if worn == "bald head" else worn if worn in STYLED else _style(person, words)
    hat = person.hat if person.role else ""
    skin = SKINS[SKINS.index(person.skin) % _FAIR] if _LIGHT & set(words) else person.skin
    return replace(person, hair=style, hair_colour=colour, hat=hat, skin=skin)


def _style(person: Person, words: list[str]) -> str:
    woman = person.gender == "woman"
    falls = next((word for word in words if word in _LONG), "")
    if "long" in words or (woman and "short" not in words and (falls or "straight" in words)):
        return _LONG.get(falls, "long")
    if falls:
        return _SHORT[falls]
    if "short" in words or (not woman and "straight" in words):
        return "side part" if woman else "crop"
    if person.hair in _NO_HAIR:
        return "bob" if woman else "side part"
    return person.hair
