"""How the background of a place is told: what it shows, and where (data)."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import RANKED

FACTS: dict[str, str] = {
    place.name: place.background.sentence for place in RANKED if place.background
}
"""What the painted back of such a place shows whatever was asked for and whoever stands before."""

NAMES: dict[str, str] = {
    "bare tree": "tree", "autumn tree": "tree", "pine tree": "tree", "snowy pine tree": "tree",
    "painting": "picture", "fruit bowl": "bowl of fruit",
}  # fmt: skip
"""Scenery whose word is another than its name in the catalogue."""

ON_THE_WALL = frozenset({"board", "blackboard", "picture", "clock", "map", "poster", "mirror"})

UNTOLD = frozenset(
    """
    bush flowers fence rock wall bin sign tulip rose sunflower cabbage pumpkin bottle bread teapot
    biscuits towel vase tool
    """.split()
) | {"table lamp", "street lamp", "hay bale", "bird house", "watering can"}
"""Small scenery that says little about a place."""

PLAIN = frozenset({"tree", "window", "clock"})
"""What is told where a place has nothing of its own to tell."""

MOST = 3
"""Of so many kinds of scenery one sentence tells."""
