"""Whether something that is named is surely nowhere in a picture."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import backdrops, parts, people
from imagespeak_core.speaking.comparing import naming
from imagespeak_core.speaking.comparing.painted import is_painted, shows_portraits

_KINDS = frozenset({"animal", "vehicle", "toy", "music", "sport", "bag", "food", "furniture"})
"""Kinds of which each is drawn as an item alone."""
_ALONE_TOO = frozenset(
    """
    tent campfire snowman scarecrow lighthouse windmill castle rainbow statue robot television
    computer laptop umbrella telescope wheelbarrow newspaper book camera fountain ladder candle
    """.split()
)
"""Others that are as plain to see."""
_SMALL = frozenset(
    """
    bread eggs egg milk jam cheese plate cup fruit apple orange seat chair shelf cupboard tyre
    bookcase wardrobe stool salad soup biscuits chips potatoes bag box table desk
    """.split()
)
"""What may well be painted somewhere, too small to be told."""
_ANYBODY = frozenset(
    """
    somebody someone stranger owner lover partner friend neighbour guest visitor colleague customer
    """.split()
)
"""What somebody is to others, which nobody sees, and animals are as well: "they are friends"."""
_AS_VERBS = frozenset({"cooks", "fishs", "fishes"})
"""What is rather a verb than a noun for several."""
_BOOKISH = frozenset({"bookcase", "shelf", "desk", "school desk"})
_KEPT_IN: dict[str, frozenset[str]] = {
    "book": _BOOKISH, "books": _BOOKISH, "notebook": _BOOKISH, "newspaper": _BOOKISH,
}  # fmt: skip
"""What is drawn in or on another thing, too small to be told."""


def is_missing(noun: str, kind: str, said: str, scene: Scene) -> bool:
    """Whether the picture surely has nothing that the noun can name.

    It is said only of people, and of what the illustrator draws as an item alone; never of what
    a place is painted with, such as grass, walls or the sky, nor of parts.

    Args:
        noun: A key of the vocabulary.
        kind: "person", "animal" or "thing".
        said: The noun as it was said.
        scene: What is shown, in version 2.
    """
    if said in _AS_VERBS or any(not _is_known(item) for item in scene.items):
        return False
    if kind == "person":
        return noun not in _ANYBODY and not shows_portraits(scene)
    thing = THINGS.get(noun)
    if thing is None or noun in parts.PARTS or noun in backdrops.ASKED or noun in _SMALL:
        return False
    if thing.kind not in _KINDS and noun not in _ALONE_TOO:
        return False
    if is_painted(noun, scene):
        return False
    if noun == "fish" and any(item.action == "fish" for item in scene.items):
        # They are waiting for one, or just catching it.
        return False
    if any(item.noun in _KEPT_IN.get(noun, ()) for item in scene.items):
        return False
    if naming.is_elsewhere(noun, scene, said) or naming.holders_of(noun, scene.items):
        return False
    place = PLACES.get(scene.place)
    built_in = place.built_in if place is not None else ()
    return noun not in built_in and not any(naming.is_nearly(one, noun) for one in built_in)


def _is_known(item: Shown) -> bool:
    """Whether its noun is one of ours; another one may be a word for anything."""
    return item.noun in (people.PEOPLE if item.kind == "person" else THINGS)
