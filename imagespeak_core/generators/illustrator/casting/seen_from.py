"""From where a person is seen, how tall, and with what in the hands."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.figures.skeleton import View
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.things.catalog import HELD

STATURES: dict[str | None, float] = {"big": 1.16, "small": 0.84}
"""How tall somebody is beside the usual, who are 4% taller or shorter at the most."""

_IN_BOTH_HANDS = {name: held.in_both_hands for name, held in HELD.items() if held.in_both_hands}
_FROM_THE_FRONT = 0.45


def held_by(wanted: Wanted) -> str | None:
    """What is in the hands; who has several bags has one in each."""
    held = wanted.holding
    if held and wanted.each_holds and wanted.count == 1:
        return _IN_BOTH_HANDS.get(held, held)
    return held


def view_of(rng: random.Random, action: str, held: str | None, *, many: bool) -> View | None:
    """From where one is seen; None leaves it to the action."""
    if action == "skip" or (action == "dance" and many) or held in _IN_BOTH_HANDS.values():
        return "front"
    frontal = action in {"stand", "cheer"} and rng.random() < _FROM_THE_FRONT
    return "front" if frontal else None
