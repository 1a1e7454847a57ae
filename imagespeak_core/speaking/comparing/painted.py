"""What places are painted with that no scene lists, so that nothing is decided of it there.

Seen in pictures of each place: birds in the sky, boats on the water, the chairs of a café, wares.
"""

from __future__ import annotations

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.unshown.asked import is_a
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_IN_THE_SKY = frozenset({"bird", "gull", "pigeon"})
_ON_WATER = frozenset({"boat", "sailing boat", "ship"})
_BY_WATER = frozenset({"sea", "harbour", "ferry deck"})
_MOORED = frozenset({"harbour"})
"""Where the boats that are painted are near enough to be told of."""
_SEATS = frozenset(
    """
    chair stool table seat bench desk lamp
    """.split()
) | {"round table", "table lamp", "deck chair", "school desk"}
_FULL_OF_SEATS = frozenset(
    """
    cafe restaurant salon airport cinema theatre station gym
    """.split()
) | {"train carriage", "bus cabin", "plane cabin", "hotel lobby", "church inside", "bus stop",
     "post office", "ferry deck"}  # fmt: skip
_ALONG_WALLS: dict[str, frozenset[str]] = {
    "library": frozenset({"table", "round table", "desk", "lamp", "table lamp"}),
    "hospital": frozenset({"table", "round table", "desk", "lamp", "table lamp"}),
    "office": frozenset({"lamp", "table lamp"}),
    "classroom": frozenset({"lamp", "table lamp"}),
}
"""What stands along the wall that may be called so, or hangs, where no seats are painted."""
_WARES = frozenset({"food", "toy", "kitchen", "home", "clothes", "bag", "school", "sport", "plant"})
_SELLING: dict[str, frozenset[str]] = {
    "supermarket": _WARES, "shop": _WARES,
    "market": frozenset({"food", "kitchen", "home", "bag", "plant"}),
    "post office": frozenset({"home", "bag", "school"}),
    "cafe": frozenset({"food", "kitchen", "home", "plant"}),
    "restaurant": frozenset({"food", "kitchen", "home", "plant"}),
}  # fmt: skip
"""Where wares lie about, and of which kinds."""
_IN_PLACES: dict[str, frozenset[str]] = {
    "airport": frozenset({"suitcase", "computer", "television", "plane", "bag", "backpack"}),
    "hospital": frozenset({"television", "computer", "laptop", "lamp"}),
    "hotel lobby": frozenset({"computer", "television"}),
    "office": frozenset({"printer", "phone"}),
    "workshop": frozenset({"tyre", "box", "ladder", "car", "bicycle"}),
    "fire station": frozenset({"ladder", "fire engine"}),
    "swimming pool": frozenset({"ladder", "ball"}),
    "church inside": frozenset({"candle", "statue"}),
    "restaurant": frozenset({"candle"}),
    "museum": frozenset({"statue", "picture", "horse", "boat", "castle"}),
    "harbour": frozenset({"box", "rope", "crane", "basket"}),
    "station": frozenset({"suitcase"}),
    "building site": frozenset({"crane", "ladder", "tractor", "lorry"}),
    "street": frozenset({"sign"}),
    "forest": frozenset({"mushroom"}),
    "farm": frozenset({"barn"}),
    "kitchen": frozenset({"pan", "pot", "plate", "cup", "bread", "kettle"}),
    "bedroom": frozenset({"teddy bear", "doll", "picture"}),
    "attic": frozenset({"box", "suitcase", "doll", "teddy bear"}),
    "gym": frozenset({"ball"}),
    "sports field": frozenset({"goal", "ball"}),
    "playground": frozenset({"swing", "slide", "see-saw", "roundabout"}),
    "zoo": frozenset({"monkey", "bird", "fish"}),
}  # fmt: skip
_SEEN_CLOSELY: dict[str, frozenset[str]] = {"airport": frozenset({"suitcase"})}
_PORTRAITS = frozenset({"museum", "theatre", "cinema"})
"""Where people are painted on the wall, or before a stage."""


def is_painted(noun: str, scene: Scene, *, closely: bool = False) -> bool:
    """Whether more of it may be seen than the scene lists.

    Args:
        noun: A key of the vocabulary.
        scene: What is shown.
        closely: Whether it may be seen so well that somebody tells how it looks: birds in the
            sky are but strokes.
    """
    if closely and noun in _IN_THE_SKY:
        return False
    if any(is_a(one, noun) or one.split()[-1] == noun.split()[-1] for one in scene.backdrop):
        return True
    if noun in _IN_THE_SKY and not scene.indoors and scene.time != "night":
        return True
    place = PLACES.get(scene.place)
    seen = {scene.place, *(place.behind if place is not None else ())}
    if noun in _ON_WATER and not seen.isdisjoint(_MOORED if closely else _BY_WATER):
        return True
    if noun in _SEATS and scene.place in _FULL_OF_SEATS:
        return True
    if noun in _ALONG_WALLS.get(scene.place, ()) and not closely:
        return True
    if closely:
        return noun in _SEEN_CLOSELY.get(scene.place, ())
    if noun in _IN_PLACES.get(scene.place, ()):
        return True
    thing = THINGS.get(noun)
    return thing is not None and thing.kind in _SELLING.get(scene.place, ())


def shows_portraits(scene: Scene) -> bool:
    """Whether people may be seen who are no items: in pictures, or as an audience."""
    return scene.place in _PORTRAITS
