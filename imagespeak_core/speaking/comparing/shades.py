"""Which colours somebody may take for which."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.words.things import COLOURS
from imagespeak_core.speaking.comparing.verdict import Verdict

_NEAR: dict[str, frozenset[str]] = {
    colour: frozenset({colour, *near.split()})
    for colour, near in {
        "red": "orange brown pink dark-red",
        "dark red": "red brown purple violet pink",
        "orange": "red brown yellow gold golden beige",
        "yellow": "gold golden orange beige",
        "gold": "golden yellow orange brown beige", "golden": "gold yellow orange brown beige",
        "green": "turquoise", "light green": "green turquoise yellow",
        "dark green": "green black",
        "blue": "turquoise navy", "light blue": "blue turquoise grey gray white",
        "dark blue": "blue navy black purple violet", "navy": "blue black purple violet",
        "turquoise": "blue green",
        "purple": "violet pink", "violet": "purple pink",
        "pink": "purple violet red orange beige",
        "brown": "orange red beige gold golden",
        "beige": "brown white yellow gold golden orange pink",
        "black": "navy grey gray",
        "white": "grey gray silver beige", "grey": "gray silver white black",
        "gray": "grey silver white black", "silver": "grey gray white",
    }.items()
}  # fmt: skip
"""Colour → those it is not told from for certain."""
_AS_DRAWN: dict[str, frozenset[str]] = {
    shown: frozenset(said.split())
    for shown, said in {
        "brown": "yellow pink grey gray",
        "grey": "blue beige",
        "purple": "red brown",
    }.items()
}
"""Shown colour → what else it looks like in some of the shades that are drawn: tan, plum."""
_UNASKED: dict[str, frozenset[str]] = {
    shown: frozenset(said.split())
    for shown, said in {
        "green": "blue grey gray black brown",
        "blue": "green black grey gray white purple violet",
        "pink": "brown white",
        "orange": "pink",
        "white": "yellow pink",
        "beige": "grey gray",
        "purple": "black grey gray",
    }.items()
}
"""The same of shades that are drawn only where no colour was asked for: teal, navy, sky blue."""
_DIM = frozenset({"sunset", "night"})
_VEILED = frozenset({"rain", "snow", "fog"})
_OF_MORE: dict[str, frozenset[str]] = {
    noun: frozenset(said.split())
    for noun, said in {
        "ball": "white", "football": "black white", "train": "white grey gray",
        "tram": "white grey gray", "bus": "white", "taxi": "black",
        "fire engine": "white grey gray", "ambulance": "white red", "police car": "white blue",
        "beach umbrella": "white", "bed": "white", "fox": "white", "gull": "grey gray black",
        "swimming duck": "yellow orange", "duck": "yellow orange", "pigeon": "green purple",
        "house": "red white blue", "cooker": "black grey gray", "snowman": "black red",
        "campfire": "red grey gray",
    }.items()
}  # fmt: skip
"""What else there is on a thing besides its main colour."""


def thing_is(said: str, item: Shown, scene: Scene) -> Verdict:
    """Whether an animal or a thing has the colour that is said of it, as it is drawn.

    Args:
        said: The colour, in one word or several.
        item: What is shown.
        scene: Where it is: in the dark and behind a veil colours are not what they are by day.
    """
    if not _OF_MORE.get(item.noun, frozenset()).isdisjoint(said.split()):
        return "so" if colour_is(said, item.colour) == "so" else "open"
    unasked = item.usual_colour or item.given is not None
    return colour_is(said, item.colour, unasked=unasked or is_dim(scene))


def is_dim(scene: Scene) -> bool:
    """Whether the light changes colours."""
    return not scene.indoors and (scene.time in _DIM or scene.weather in _VEILED)


def colour_is(said: str, shown: str | None, *, unasked: bool = False) -> Verdict:
    """Whether something of the `shown` colour has the colour that is `said` of it.

    Both may be several words: "black and white", "striped red". Of more than one each may be
    meant.

    Args:
        said: The colour that is said.
        shown: The scene's word for it; None where there are several.
        unasked: Whether nobody asked for the colour, so that it may be between two.
    """
    if shown is None:
        return "open"
    asked, there = _colours(said), _colours(shown)
    if not asked or not there:
        return "open"
    if any(_same(one, other) for one in asked for other in there):
        return "so"
    if any(_is_near(one, other, unasked=unasked) for one in asked for other in there):
        return "open"
    return "not so"


def _colours(words: str) -> list[str]:
    """The colours among words, each with its shade."""
    found: list[str] = []
    shade = ""
    for word in words.replace(",", " ").split():
        if f"{shade} {word}".strip() in COLOURS:
            found.append(f"{shade} {word}".strip())
        elif word in COLOURS:
            found.append(word)
        shade = word if word in {"dark", "light"} else ""
    return found


def _same(one: str, other: str) -> bool:
    plain = {one.rpartition(" ")[2], other.rpartition(" ")[2]}
    return COLOURS[one] == COLOURS[other] or len(plain) == 1


def _is_near(said: str, shown: str, *, unasked: bool) -> bool:
    if shown in _NEAR.get(said, ()) or said in _NEAR.get(shown, ()):
        return True
    plain = said.rpartition(" ")[2]
    return plain in _AS_DRAWN.get(shown, ()) or (unasked and plain in _UNASKED.get(shown, ()))
