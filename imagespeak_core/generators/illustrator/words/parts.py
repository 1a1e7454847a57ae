"""Words for parts of things, and the things that are drawn with them."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.things.catalog import by
from imagespeak_core.generators.illustrator.things.thing import Kind

_OF_KINDS: Mapping[str, frozenset[Kind]] = {
    "window": frozenset({"vehicle"}),
    "door": frozenset({"vehicle"}),
    "roof": frozenset({"vehicle"}),
    "wheel": frozenset({"vehicle"}),
    "tyre": frozenset({"vehicle"}),
    "headlight": frozenset({"vehicle"}),
    "leg": frozenset({"animal"}),
    "tail": frozenset({"animal"}),
    "ear": frozenset({"animal"}),
    "eye": frozenset({"animal"}),
    "nose": frozenset({"animal"}),
    "fur": frozenset({"animal"}),
    "trunk": frozenset({"plant"}),
    "leaf": frozenset({"plant"}),
    "branch": frozenset({"plant"}),
    "petal": frozenset({"plant"}),
    "seat": frozenset({"vehicle"}),
    "light": frozenset({"vehicle"}),
}
"""Part → kinds of which all have it."""

_OF_THINGS = by(lambda thing: thing.parts)

PARTS: Mapping[str, frozenset[str]] = {
    part: _OF_KINDS.get(part, frozenset()) | _OF_THINGS.get(part, frozenset())
    for part in {*_OF_KINDS, *_OF_THINGS}
}
"""Part → things, or kinds of things, of which it can be seen; a part is no thing by itself."""
