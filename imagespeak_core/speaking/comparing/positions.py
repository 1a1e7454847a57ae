"""Whether somebody or something is where it is said to be: on a side, or beside another."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.speaking.comparing.verdict import Verdict

_OPPOSITE = {"left": "right", "right": "left"}
_SUPPORTS = frozenset({"on", "in", "above"})
_SHELTERS = having("shelters") | frozenset(
    name for name, thing in THINGS.items() if thing.kind == "plant"
)
_ABOARD = frozenset(name for name, thing in THINGS.items() if thing.kind in {"vehicle", "water"})
_SAT_AT = having("sat at")
_SAT_ON = having("sat on") | having("sat in")
_TURNED = {
    "on": "under", "under": "on", "in": "under", "above": "below", "below": "above",
    "left of": "right of", "right of": "left of", "in front of": "behind",
    "behind": "in front of", "next to": "next to",
}  # fmt: skip
_PLAIN = frozenset(
    """
    on in inside under beneath underneath below above behind
    """.split()
) | {
    "next to", "beside", "on top of", "in front of", "to the left of", "to the right of",
    "left of", "right of", "on the left of", "on the right of", "on the left side of",
    "on the right side of", "to the left side of", "to the right side of", "at the left of",
    "at the right of", "on left of", "on right of",
}  # fmt: skip
"""Words that tell plainly where something is; "at", "by" and "near" leave it open."""


def _bears(item: Shown) -> bool:
    """Whether it is plainly what somebody sits or lies on, and nothing that lies on them."""
    kind = THINGS[item.noun].kind if item.noun in THINGS else ""
    return item.kind == "animal" or kind in {"furniture", "vehicle"} or item.noun in _SAT_ON


def is_on_side(side: str, item: Shown) -> Verdict:
    """Whether it is on that side of the picture, or so far away; what is in the middle is open."""
    if side in {item.side, item.depth}:
        return "so"
    return "not so" if _OPPOSITE.get(side) == item.side else "open"


def is_so_placed(words: str, relation: str, one: Shown, other: Shown, scene: Scene) -> Verdict:
    """Whether one is so related to the other.

    Args:
        words: The relation as it was said.
        relation: How it is read.
        one: Of whom it is said.
        other: To whom.
        scene: What is shown.
    """
    if one.id == other.id or words not in _PLAIN:
        return "open"
    told = _told(one, other, scene)
    if relation in told:
        return "so"
    if relation == "on" and _share_a_support(one, other, scene):
        return "open"  # one of them may be painted over the other
    if relation == "on" and other.kind == "person" and "under" in told and _bears(one):
        return "not so"
    if _contradicts(relation, told, one, other):
        return "not so"
    return "open"


def _share_a_support(one: Shown, other: Shown, scene: Scene) -> bool:
    """Whether both are on the same."""
    one_on, other_on = (
        {link.target for link in scene.links if link.subject == item.id and link.relation == "on"}
        for item in (one, other)
    )
    return not one_on.isdisjoint(other_on)


def _told(one: Shown, other: Shown, scene: Scene) -> frozenset[str]:
    """How one is related to the other, as far as the scene tells it from either side."""
    there = {
        link.relation for link in scene.links if (link.subject, link.target) == (one.id, other.id)
    }
    back = {
        _TURNED[link.relation]
        for link in scene.links
        if (link.subject, link.target) == (other.id, one.id) and link.relation in _TURNED
    }
    return frozenset(there | back)


def _contradicts(relation: str, told: frozenset[str], one: Shown, other: Shown) -> bool:
    """Whether what is told shuts the relation out."""
    if not told:
        return False
    if relation in {"left of", "right of"}:
        return _TURNED[relation] in told
    if relation in {"in front of", "behind"}:
        return _TURNED[relation] in told or bool(told & {"on", "in"} and one.kind != "person")
    if relation in {"under", "below"}:
        return not told.isdisjoint(_SUPPORTS)
    if relation in {"on", "in", "above"}:
        if other.noun in _ABOARD or other.kind == "person":
            return "under" in told and "on" not in told and other.kind == "thing"
        if not told.isdisjoint(_SUPPORTS | {"with"}):
            return False
        if "under" in told or "below" in told:
            return other.noun not in _SHELTERS or relation == "on"
        lies = one.kind != "person" and other.noun not in _SAT_AT
        return relation == "on" and "next to" in told and lies
    if relation == "next to":
        on_it = not told.isdisjoint({"on", "in"}) and one.kind != "person"
        return on_it and "next to" not in told
    return False
