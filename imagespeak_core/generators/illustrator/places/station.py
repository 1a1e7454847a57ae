"""A railway station: a train at the platform, a roof on posts, a clock."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    group,
    line,
    path,
    placed,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import man, people, thing, woman
from imagespeak_core.generators.illustrator.places.lighting import hanging_lamps, windows_lit
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.places.street import pavement
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS

TRAINS = ("#c8534f", "#3f6fa8", "#3f8f6f", "#d99a3c")


def station(frame: Frame) -> Stage:
    """A platform, and the train behind it in the colour that is asked for."""
    height = frame.height
    horizon = height * 0.45
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.36))
    edge = height * 0.68
    side = 1 if frame.chance(0.5) else -1
    disc = (frame.width * (0.5 + side * frame.between(0.3, 0.38)), height * 0.2)
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    wood = skyline_green(frame.rng, frame.width, height * 0.56, frame.unit * 0.05)
    back = group(
        draw_sky(frame, height * 0.57, disc),
        path(wood, frame.mood.far(leaf, 0.45)),
        rect(0, height * 0.555, frame.width, edge - height * 0.55, frame.mood.tone("#9c9488")),
        _rails(frame, height * 0.6, edge),
        pavement(frame, edge, height, "platform"),
        rect(0, edge + height * 0.018, frame.width, height * 0.012, frame.mood.tone("#f0cf5a")),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(Ground("land", edge + height * 0.07, height * 0.965, 0, frame.width),),
        props=(_train(frame, ruler, edge), _shelter(frame, edge), _clock(frame, edge)),
        clear=(disc_box(frame, *disc),),
    )


def _rails(frame: Frame, top: float, bottom: float) -> str:
    tone, unit = frame.mood.tone, frame.unit
    step = unit * 0.035
    count = int(frame.width / step) + 2
    sleepers = [(index * step, top, step * 0.45, (bottom - top) * 0.5) for index in range(count)]
    return group(
        path(boxes(sleepers), tone("#7d6a58")),
        rect(0, top + (bottom - top) * 0.08, frame.width, unit * 0.006, tone("#c4cad0")),
        rect(0, top + (bottom - top) * 0.38, frame.width, unit * 0.007, tone("#c4cad0")),
    )


def _train(frame: Frame, ruler: Ruler, edge: float) -> Prop:
    thing = THINGS["train"]
    scale = ruler.px_per_m(edge) * 0.95
    colour = frame.colours.get("train") or frame.rng.choice(TRAINS)
    drawn = thing.draw(windows_lit(frame), colour, frame.rng)
    x, foot = frame.width * frame.between(0.35, 0.65), edge - frame.height * 0.005
    half = thing.width_m / 2 * scale
    box = Box(max(0, x - half), foot - 3.0 * scale, min(frame.width, x + half), foot)
    svg = placed(drawn, x, foot, scale, mirrored=frame.chance(0.5))
    return Prop(svg, foot, box, noun="train", colour=colour)


def _shelter(frame: Frame, edge: float) -> Prop:
    """The roof of the platform, and its lamps."""
    box = Box(0, 0, frame.width, frame.height * 0.085)
    return Prop(group(_roof(frame, edge), _lamps(frame, edge)), edge, box)


def _lamps(frame: Frame, edge: float) -> str:
    """A lamp in the middle between the posts, but not where the clock is."""
    low = frame.height * 0.085 + frame.unit * 0.05
    count = max(2, round(frame.width / (frame.unit * 0.5)))
    places = [frame.width * index / count for index in range(count + 1)]
    away = [x for x in places if abs(x - frame.width / 2) > frame.unit * 0.1]
    shifted = [min(frame.width * 0.94, max(frame.width * 0.06, x)) for x in away]
    return hanging_lamps(frame, [(x, low) for x in shifted], edge + frame.height * 0.12)


def _roof(frame: Frame, edge: float) -> str:
    tone, unit = frame.mood.tone, frame.unit
    green = tone("#4f6f74")
    low = frame.height * 0.085
    parts = [
        rect(0, 0, frame.width, low, tone("#5f7f84")),
        rect(0, low, frame.width, unit * 0.014, tone(darker("#5f7f84", 0.3))),
    ]
    count = max(2, round(frame.width / (unit * 0.5)))
    for index in range(count):
        x = frame.width * (index + 0.5) / count
        parts.append(rect(x - unit * 0.008, low, unit * 0.016, edge + unit * 0.02 - low, green))
        for way in (-1, 1):
            parts.append(
                line((x, low + unit * 0.09), (x + way * unit * 0.07, low), green, unit * 0.01)
            )
    return group(*parts)


def _clock(frame: Frame, edge: float) -> Prop:
    """The clock that hangs from the roof."""
    tone, unit = frame.mood.tone, frame.unit
    green, low = tone("#4f6f74"), frame.height * 0.085
    x, y, size = frame.width * 0.5, low + unit * 0.075, unit * 0.042
    svg = group(
        rect(x - unit * 0.004, low, unit * 0.008, unit * 0.04, green),
        circle(x, y, size, green),
        circle(x, y, size * 0.84, tone(lighter("#f4ecd8", 0.2))),
        line((x, y), (x, y - size * 0.6), tone("#3f4650"), size * 0.1),
        line((x, y), (x + size * 0.4, y + size * 0.15), tone("#3f4650"), size * 0.1),
    )
    return Prop(svg, edge, Box(x - size, y - size, x + size, y + size), shows="clock")


STATION = Place(
    name="station",
    paint=station,
    words=("station", "railway station", "train station", "platform", "railway platform", "train"),
    said="at a railway station",
    noun="railway station",
    casts=(
        (people(3, "stand"), thing("suitcase")),
        (man("run"), woman("wave"), thing("suitcase")),
        (woman("read"), people(2, "talk"), thing("backpack")),
    ),
    built_in=("train",),
    seating=Seating(seat="bench"),
    floor="stone",
    roofed=True,
    boarding=True,
)
