"""How the background of a place is told: what it shows, and where (data)."""

from __future__ import annotations

FACTS: dict[str, str] = {
    "mountains": "There are high mountains in the background.",
    "lake": "There are mountains behind the lake.",
    "sea": "The sea is in the background.",
    "forest": "There are many trees.",
    "city": "There are many tall buildings in the background.",
    "street": "There are houses in the background.",
    "market": "There are houses in the background.",
    "airport": "There is a big glass wall.",
    "sports field": "There are lines on the ground.",
    "bus stop": "There are houses in the background.",
    "balcony": "There are tall buildings in the background.",
    "attic": "There is a sloping roof with big beams.",
    "bank": "There is a long counter.",
    "post office": "There is a long counter.",
    "gym": "There is a big mirror.",
    "church inside": "There are windows of coloured glass.",
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
