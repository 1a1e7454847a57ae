"""A street market: stalls with striped roofs on a paved square before a row of houses."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.drawing.svg import group, line, polygon
from imagespeak_core.generators.illustrator.places.casts import in_role, people
from imagespeak_core.generators.illustrator.places.place import Background, Hints, Place, Seating
from imagespeak_core.generators.illustrator.places.street import house_row, pavement
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.planting import on_ground
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Ground,
    Prop,
    Spot,
    Stage,
    disc_box,
    eye_height,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS

ROOFS = ("#c8534f", "#3f8f7f", "#3f6fa8", "#d99a3c", "#8a5a9c")


def market(frame: Frame) -> Stage:
    """Stalls in a row, people before and between them, flags above."""
    height = frame.height
    walls = height * 0.6
    horizon = height * 0.43
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.33))
    scale = ruler.px_per_m(walls) * 0.74
    disc = (frame.width * frame.between(0.2, 0.8), max(frame.unit * 0.09, height * 0.1))
    back = group(
        draw_sky(frame, walls, disc),
        house_row(frame, walls, scale, disc),
        pavement(frame, walls, height, "square"),
        _flags(frame, walls, scale),
    )
    stalls = _stalls(frame, ruler, walls)
    front = max(prop.foot_px for prop in stalls)
    behind = front - height * 0.012
    sellers = tuple(
        Spot("seller", (prop.box.left + prop.box.right) / 2, behind, mirrored=frame.chance(0.5))
        for prop in stalls
        if prop.box.left > 0 and prop.box.right < frame.width
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", front + height * 0.03, height * 0.965, 0, frame.width),
            Ground("air", height * 0.06, height * 0.25, 0, frame.width),
        ),
        props=stalls,
        clear=(disc_box(frame, *disc),),
        spots=sellers,
    )


def _stalls(frame: Frame, ruler: Ruler, walls: float) -> tuple[Prop, ...]:
    thing, props = THINGS["market stall"], []
    foot = walls + frame.height * 0.075
    scale = ruler.px_per_m(foot)
    step = thing.width_m * scale * 1.16
    x = frame.width / 2 - step * frame.between(0.8, 1.2)
    while x > step * 0.2:
        x -= step
    while x < frame.width + step * 0.5:
        colour = frame.colours.get(thing.name) or frame.rng.choice(ROOFS)
        drawn = thing.draw(frame.mood.tone, colour, frame.rng)
        props.append(
            replace(on_ground(thing, drawn, (x, foot), scale, noun=thing.name), colour=colour)
        )
        x += step
    return tuple(props)


def _flags(frame: Frame, walls: float, scale: float) -> str:
    y = walls - scale * frame.between(6.0, 6.6)
    sag, count = scale * 0.7, max(8, round(frame.width / (scale * 1.1)))
    parts = []
    last = (0.0, y)
    for index in range(count + 1):
        along = index / count
        bow = (along * 3 % 1.0 - 0.5) ** 2 * 4
        point = (frame.width * along, y + sag * (1 - bow))
        if index:
            parts.append(line(last, point, frame.mood.tone("#7c7468"), scale * 0.03))
        wide = scale * 0.22
        corners = [
            (point[0] - wide, point[1]),
            (point[0] + wide, point[1]),
            (point[0], point[1] + wide * 2.2),
        ]
        parts.append(polygon(corners, frame.mood.tone(ROOFS[index % len(ROOFS)])))
        last = point
    return group(*parts)


_SELLERS = in_role("seller", count=2)

MARKET = Place(
    name="market",
    paint=market,
    words=(
        "market", "street market", "farmers market", "marketplace", "bazaar", "flea market",
        "fruit market", "food market",
    ),
    said="at a street market",
    background=Background("There are houses in the background.", "houses", "house"),
    hints=Hints(nouns=("seller",), verbs=("sell",)),
    casts=((people(3, "shop"), _SELLERS),),
    always=(_SELLERS,),
    built_in=("market stall",),
    seating=Seating(seat="bench", tables=("outdoors",)),
    floor="stone",
    roofed=True,
    looks=("colourful",),
)  # fmt: skip
