"""What people do for a noun alone: "boy football", "breakfast", "a picnic in the park"."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.phrases import Pending
from imagespeak_core.generators.illustrator.scene import Wanted

Done = tuple[str, str | None, int]
"""Action, what is held for it, and how many do it where the prompt names nobody."""

_MEAL: Done = ("eat", None, 3)
_MATCH: Done = ("kick", None, 4)
_RACKETS: Done = ("hold", "racket", 2)
ALONE: dict[str, Done] = {
    "breakfast": _MEAL, "lunch": _MEAL, "dinner": _MEAL, "supper": _MEAL, "meal": _MEAL,
    "picnic": ("picnic", None, 3), "tennis": _RACKETS, "badminton": _RACKETS,
    "table tennis": _RACKETS, "volleyball": ("volleyball", None, 4), "match": _MATCH,
    "football": _MATCH, "soccer": _MATCH, "basketball": ("basketball", None, 3),
    "homework": ("write", None, 1), "yoga": ("cheer", None, 1), "music": ("guitar", None, 1),
    "gardening": ("garden", None, 1), "shopping": ("shop", None, 2),
}  # fmt: skip
"""Noun → what is done."""


def act_out(found: Findings) -> None:
    """Lets the people who do nothing yet do what a noun says; where there are none, brings them."""
    if found.alone is None:
        return
    action, held, count = ALONE[found.alone]
    people = found.people(range(len(found.wanted)))
    if not people:
        people = found.add([Wanted("person", "person", count, at_least=count > 1)], Pending())
    idle = [index for index in people if found.wanted[index].action is None]
    if not idle:
        found.not_known(found.alone)
    found.act(idle, action, found.alone, held, first=True)
    if held:
        found.give_each(idle)
