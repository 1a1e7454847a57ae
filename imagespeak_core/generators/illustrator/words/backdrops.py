"""How the background of a place is told: what it shows, and where (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having

FACTS: dict[str, str] = {
    place.name: place.background.sentence for place in RANKED if place.background
}
"""What the painted back of such a place shows whatever was asked for and whoever stands before."""

NAMES: dict[str, str] = {
    "painting": "picture",
    **{name: thing.words.behind for name, thing in THINGS.items() if thing.words.behind},
}
"""Scenery whose word is another than its name in the catalogue."""

ON_THE_WALL = having("hangs on a wall") | {"board", "poster"}

UNTOLD = having("small scenery") | {"wall", "tool"}
"""Small scenery that says little about a place."""

PLAIN = having("plain scenery")
"""What is told where a place has nothing of its own to tell."""

MOST = 3
"""Of so many kinds of scenery one sentence tells."""
