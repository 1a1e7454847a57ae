"""Words for parts of things, and the things that are drawn with them."""

from __future__ import annotations

_BUILT = frozenset({"house", "barn", "church", "castle", "hut", "cottage", "skyscraper"})

PARTS: dict[str, frozenset[str]] = {
    "window": _BUILT | {"vehicle"},
    "door": _BUILT | {"vehicle", "fridge", "wardrobe", "cupboard"},
    "roof": _BUILT | {"vehicle"},
    "wall": _BUILT,
    "chimney": frozenset({"house"}),
    "wheel": frozenset({"vehicle", "pram", "shopping trolley", "suitcase", "wheelchair"}),
    "tyre": frozenset({"vehicle"}),
    "headlight": frozenset({"vehicle"}),
    "wing": frozenset({"bird", "butterfly", "plane", "duck", "hen", "owl", "swan", "parrot"}),
    "leg": frozenset({"animal", "table", "chair", "stool", "desk", "bench"}),
    "tail": frozenset({"animal", "plane", "kite"}),
    "ear": frozenset({"animal", "teddy bear"}),
    "eye": frozenset({"animal", "doll", "teddy bear"}),
    "nose": frozenset({"animal", "snowman", "teddy bear"}),
    "fur": frozenset({"animal"}),
    "beak": frozenset({"bird", "duck", "hen", "owl", "parrot", "penguin"}),
    "feather": frozenset({"bird", "duck", "hen", "owl", "parrot"}),
    "mane": frozenset({"horse", "lion"}),
    "horn": frozenset({"cow", "goat"}),
    "trunk": frozenset({"elephant", "tree", "plant"}),
    "leaf": frozenset({"plant"}),
    "branch": frozenset({"plant"}),
    "petal": frozenset({"plant"}),
    "handle": frozenset({"cup", "pan", "bucket", "basket", "suitcase", "bag", "teapot", "kettle"}),
    "sail": frozenset({"sailing boat"}),
    "string": frozenset({"guitar", "violin", "balloon", "kite"}),
    "page": frozenset({"book", "open book"}),
    "seat": frozenset({"vehicle", "chair", "bench", "sofa"}),
    "light": frozenset({"vehicle", "Christmas tree"}),
}
"""Part → things, or kinds of things, of which it can be seen; a part is no thing by itself."""
