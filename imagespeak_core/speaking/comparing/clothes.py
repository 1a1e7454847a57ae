"""Whether somebody has on what they are said to wear."""

from __future__ import annotations

from collections.abc import Iterable

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.unshown.asked import on_the_body
from imagespeak_core.speaking.comparing.phrases import Claim
from imagespeak_core.speaking.comparing.shades import colour_is
from imagespeak_core.speaking.comparing.verdict import Verdict

_UPPER = frozenset({"shirt", "long shirt", "jumper", "jacket", "coat", "dress", "hi-vis", "apron",
                    "waistcoat", "swimsuit"})  # fmt: skip
_LOWER = frozenset({"trousers", "shorts", "skirt", "dress"})
_ON_HEADS = frozenset(
    {"sun hat", "straw hat", "cap", "beanie", "bicycle helmet", "hard hat", "fire helmet"}
    | {"police cap", "nurse cap", "toque", "crown", "hijab", "clown wig", "hat"}
)
_FEET = frozenset({"shoes", "boots", "socks"})
_ALIKE = (_UPPER, _LOWER, _ON_HEADS, _FEET)
"""Pieces of clothing that may be meant by each other's names."""
_UNMISTAKABLE = frozenset({"apron", "dress", "skirt"})
"""Pieces that nobody who has one on can mean another by."""
_CALLED_SO = (
    frozenset({"shirt", "long shirt", "jumper"}), frozenset({"jacket", "coat"}),
    frozenset({"trousers", "shorts"}), _FEET,
    frozenset({"sun hat", "straw hat", "cap", "beanie", "hat"}),
)  # fmt: skip
"""Those that are plainly meant: who has no such piece on may have what nobody asked for."""


def alike_in(piece: str, worn_pieces: Iterable[str]) -> list[str]:
    """Those of the pieces that may be called by the name of this one."""
    alike = {piece}.union(*(pieces for pieces in _ALIKE if piece in pieces))
    return [one for one in worn_pieces if one in alike]


def colours_worn(piece: str, scene: Scene) -> list[str | None]:
    """The colours of all that may be called by this piece's name; none where it is no clothing."""
    if not any(piece in pieces for pieces in _ALIKE):
        return []
    there = [one for item in scene.items for one in on_the_body(item)]
    alike = alike_in(piece, (what for what, _ in there))
    return [colour for what, colour in there if what in alike]


def worn(claim: Claim, item: Shown, *, dim: bool = False) -> Verdict:
    """Whether somebody has such a piece on, in that colour if one is said.

    Nothing is decided of who has no such piece on: clothes lie under clothes. `dim` tells that the
    light changes colours.
    """
    if item.kind != "person":
        return "open"
    there = on_the_body(item)
    pieces = [what for what, _ in there]
    exactly = claim.value in _UNMISTAKABLE and claim.value in pieces
    near = [claim.value] if exactly else alike_in(claim.value, pieces)
    if not near:
        return "open"
    if claim.colour is None:
        return "so" if claim.value in near else "open"
    # Green clothes may be teal though they are the one piece by which somebody is told.
    asked = () if dim else item.wearing
    verdicts = [
        colour_is(claim.colour, said, unasked=(what, said) not in asked or said == "green")
        for what, said in there
        if what in near
    ]
    if "so" in verdicts:
        return "so"
    called = {claim.value}.union(*(pieces for pieces in _CALLED_SO if claim.value in pieces))
    plain = not called.isdisjoint(near)
    return "not so" if plain and set(verdicts) == {"not so"} else "open"
