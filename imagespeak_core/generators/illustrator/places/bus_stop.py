"""A bus stop: a shelter and a sign on a wide pavement, the road and houses behind."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.svg import group, placed
from imagespeak_core.generators.illustrator.places.casts import animal, children, man, people, woman
from imagespeak_core.generators.illustrator.places.lighting import windows_lit
from imagespeak_core.generators.illustrator.places.park import lamp
from imagespeak_core.generators.illustrator.places.place import Background, Hints, Place, Seating
from imagespeak_core.generators.illustrator.places.street import house_row, pavement, road
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.planting import standing, tree
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Feature,
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS

BUSES = ("#c8534f", "#3f6fa8", "#3f8f6f", "#d99a3c")
SIGNS = ("#3f6fa8", "#c8534f", "#3f8f6f")


def bus_stop(frame: Frame) -> Stage:
    """People wait on the near pavement; in many pictures a bus is coming."""
    height = frame.height
    walls, far_kerb, near_kerb = height * 0.56, height * 0.59, height * 0.71
    horizon = height * 0.4
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.36))
    scale = ruler.px_per_m(walls) * 0.9
    disc = (frame.width * frame.between(0.2, 0.8), max(frame.unit * 0.09, height * 0.1))
    way = 1 if frame.chance(0.5) else -1
    bus, bus_box = _bus(frame, ruler, near_kerb - height * 0.035, way)
    back = group(
        draw_sky(frame, walls, disc),
        house_row(frame, walls, scale, disc),
        pavement(frame, walls, far_kerb, "far"),
        road(frame, far_kerb, near_kerb),
        bus,
        pavement(frame, near_kerb, height, "near"),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", near_kerb + height * 0.06, height * 0.965, 0, frame.width),
            Ground("road", far_kerb + height * 0.05, near_kerb - height * 0.03, 0, frame.width),
            Ground("air", height * 0.06, height * 0.25, 0, frame.width),
        ),
        props=_furniture(frame, ruler, near_kerb, way, disc[0]),
        features=(Feature("bus", bus_box),) if bus_box else (),
        clear=(disc_box(frame, *disc),),
    )


def _bus(frame: Frame, ruler: Ruler, foot: float, way: int) -> tuple[str, Box | None]:
    """The bus that waits, and how much of it is in the picture."""
    if frame.brought & {"bus", "car", "taxi", "lorry", "tram", "van"}:
        return "", None
    thing = THINGS["bus"]
    scale = ruler.px_per_m(foot)
    drawn = thing.draw(windows_lit(frame), frame.rng.choice(BUSES), frame.rng)
    reach = thing.width_m * scale / 2
    x = frame.width * (0.5 + way * frame.between(0.06, 0.16)) + way * reach
    top = foot - thing.height_m * scale
    seen = Box(x - reach, top, x + reach, foot).common(Box(0, 0, frame.width, frame.height))
    svg = placed(
        group(shadow(thing.width_m), drawn, id="waiting-bus"), x, foot, scale, mirrored=way > 0
    )
    return svg, seen


def _furniture(
    frame: Frame, ruler: Ruler, kerb: float, way: int, sun_px: float
) -> tuple[Prop, ...]:
    height, middle = frame.height, frame.width / 2
    foot = kerb + height * 0.045
    props = [
        tree(
            frame, ruler, middle + way * frame.width * 0.47, kerb + height * 0.03, 3.8, "broadleaf"
        ),
    ]
    if "bus stop" not in frame.brought:
        shelter = standing(
            frame,
            ruler,
            "bus stop",
            (middle - way * frame.width * 0.23, foot),
            frame.rng.choice(SIGNS),
        )
        props.append(
            Prop(group(shelter.svg, id="shelter"), shelter.foot_px, shelter.box, "bus stop")
        )
    if frame.chance(0.6):
        spot = (middle + way * frame.width * 0.3, foot)
        props.append(standing(frame, ruler, "bin", spot))
    props.append(lamp(frame, ruler, foot, sun_px))
    return tuple(props)


BUS_STOP = Place(
    name="bus stop",
    paint=bus_stop,
    words=("bus stop", "bus shelter"),
    said="at a bus stop",
    background=Background("There are houses in the background.", "houses", "house"),
    hints=Hints(cues=("waiting for a bus",)),
    casts=(
        (people(3, "stand"),),
        (woman("phone"), man("read"), children(1, "jump")),
        (woman("sit", "old"), people(2, "talk"), animal("dog")),
    ),
    seating=Seating(seat="bench", company="queue"),
    greenery="trees",
    floor="stone",
    roofed=True,
)
