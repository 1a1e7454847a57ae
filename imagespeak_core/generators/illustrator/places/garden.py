"""A garden behind a house: hedge and lawn, and beds, a pond or vegetables, by the seed."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import dots
from imagespeak_core.generators.illustrator.drawing.svg import Point, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import animal, children, man, woman
from imagespeak_core.generators.illustrator.places.country import sun_at
from imagespeak_core.generators.illustrator.places.lighting import house_with_lights
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import (
    Plant,
    meadow_details,
    standing,
    tree,
)
from imagespeak_core.generators.illustrator.scenery.ridges import hills
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)

_TREES: tuple[Plant, ...] = ("broadleaf", "broadleaf", "poplar")
_CORNERS = (
    (("sunflower", -0.4), ("flowers", -0.3), ("bird house", -0.22), ("bush", 0.42)),
    (("wheelbarrow", -0.34), ("sunflower", -0.45), ("watering can", -0.22), ("bush", 0.44)),
    (("pond", -0.3), ("rock", -0.44), ("flowers", 0.4)),
    (("beehive", -0.42), ("tulip", -0.34), ("tulip", -0.3), ("tulip", -0.26), ("bush", 0.42)),
)


def garden(frame: Frame) -> Stage:
    """A lawn with its house on one side, and what grows and stands around it."""
    height, middle = frame.height, frame.width / 2
    horizon = height * frame.between(0.47, 0.5)
    disc = sun_at(frame, horizon)
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.36))
    _far, near = frame.ground()
    lawn = horizon + height * 0.085
    way = 1 if disc[0] < middle else -1
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    back = group(
        draw_sky(frame, horizon + 8, disc),
        path(
            skyline_green(frame.rng, frame.width, horizon + 10, frame.unit * 0.06),
            frame.mood.far(leaf, 0.5),
        ),
        _hedge(frame, horizon, lawn + 6),
        hills(frame, lawn + height * 0.008, height * 0.008, lighter(near, 0.05), 0.0),
        meadow_details(frame, lawn + height * 0.1, height, 45),
        _stones(frame, middle + way * frame.width * 0.3, lawn) if frame.chance(0.5) else "",
    )
    place = (middle + way * frame.width * 0.36, lawn + height * 0.012)
    tree_at = (middle - way * frame.width * frame.between(0.34, 0.42), lawn + height * 0.06)
    props = (
        house_with_lights(frame, ruler, "house", place, 0.8),
        _tree(frame, ruler, tree_at, disc[1] + frame.unit * 0.09),
        *_bed(frame, ruler, lawn),
        *_corner(frame, ruler, lawn, way),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", lawn + height * 0.09, height * 0.96, 0, frame.width),
            Ground("air", height * 0.08, horizon * 0.8, 0, frame.width),
        ),
        props=props,
        clear=(disc_box(frame, *disc),),
    )


def _tree(frame: Frame, ruler: Ruler, place: Point, top_px: float) -> Prop:
    """A tree that stays below the sun, which shines on this side."""
    free_m = max(2.4, (place[1] - top_px) / ruler.px_per_m(place[1]))
    if frame.season in {"summer", "autumn"} and not frame.snowy and frame.chance(0.4):
        return standing(frame, ruler, "apple tree", place, size=min(0.74, free_m / 6.0))
    return tree(
        frame, ruler, *place, min(free_m, frame.between(3.8, 4.8)), frame.rng.choice(_TREES)
    )


def _bed(frame: Frame, ruler: Ruler, lawn: float) -> list[Prop]:
    """A row of plants before the hedge: all flowers, or some bushes or vegetables with them."""
    if frame.snowy:
        return []
    row = frame.rng.choice(
        (
            ("flowers",),
            ("flowers", "rose", "rose"),
            ("cabbage", "cabbage", "pumpkin"),
            ("bush", "flowers"),
        )
    )
    foot = lawn + frame.height * 0.035
    return [
        standing(frame, ruler, row[index % len(row)], (frame.width * (0.06 + 0.105 * index), foot))
        for index in range(9)
    ]


def _corner(frame: Frame, ruler: Ruler, lawn: float, way: int) -> list[Prop]:
    """What stands on the lawn at both sides."""
    foot = lawn + frame.height * 0.13
    return [
        standing(frame, ruler, noun, (frame.width / 2 + way * frame.width * share, foot))
        for noun, share in frame.rng.choice(_CORNERS)
        if noun not in frame.brought and not (frame.snowy and noun in _SUMMERY)
    ]


_SUMMERY = frozenset({"sunflower", "flowers", "tulip", "bush", "watering can", "pond"})


def _stones(frame: Frame, x: float, lawn: float) -> str:
    """Stepping stones from the house to the onlooker."""
    height, centre = frame.height, frame.width / 2
    stones = []
    deep = lawn + height * 0.02
    while deep < height * 1.02:
        along = (deep - lawn) / (height - lawn)
        size = frame.unit * (0.016 + 0.05 * along)
        stones.append((x + (centre - x) * along * 0.8, deep, size))
        deep += size * 0.85
    stone = "#cfc6b6" if not frame.snowy else "#e9eef3"
    low = [(px, y + size * 0.1, size) for px, y, size in stones]
    return group(
        path(dots(low, 0.34), frame.mood.tone(darker(stone, 0.22))),
        path(dots(stones, 0.32), frame.mood.tone(stone)),
        id="stepping-stones",
    )


def _hedge(frame: Frame, top: float, bottom: float) -> str:
    green = frame.rng.choice(("#5d8f55", "#6f9a4f", "#4f8560"))
    if frame.season == "winter":
        green = "#84928a"
    edge = skyline_green(frame.rng, frame.width, top + frame.unit * 0.02, frame.unit * 0.018)
    cap = "#eef3f7" if frame.snowy else lighter(green, 0.12)
    return group(
        path(edge, frame.mood.far(cap, 0.15)),
        rect(0, top + frame.unit * 0.012, frame.width, bottom - top, frame.mood.far(green, 0.15)),
        id="hedge",
    )


GARDEN = Place(
    name="garden",
    paint=garden,
    words=(
        "garden", "backyard", "back garden", "vegetable garden", "flower garden", "allotment",
        "school garden", "community garden",
    ),
    weak_words=("yard",),
    said="in a garden",
    looks=("green",),
    hints=Hints(
        nouns=("gardener",),
        names=("garden chair",),
        actions=("garden",),
    ),
    casts=(
        (woman("garden", "old"),),
        (man("garden"), children(1, "run"), animal("butterfly", 2)),
        (woman("read"), animal("cat"), animal("bird", 2)),
    ),
    built_in=("house",),
    seating=Seating(seat="bench", ground=True),
    greenery="country",
    grassy=True,
)  # fmt: skip
