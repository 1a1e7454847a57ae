"""The beach: sea to the far line, wet and dry sand, and what people bring along."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded_land
from imagespeak_core.generators.illustrator.drawing.colours import mix
from imagespeak_core.generators.illustrator.drawing.paths import dots
from imagespeak_core.generators.illustrator.drawing.splines import curve, land
from imagespeak_core.generators.illustrator.drawing.svg import Point, group, number, path, placed
from imagespeak_core.generators.illustrator.places.casts import animal, children, man, people, thing
from imagespeak_core.generators.illustrator.places.place import Background, Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.planting import standing, tree
from imagespeak_core.generators.illustrator.scenery.ridges import water
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)

SAND = ("#f3dfae", "#e3c48a")


def sea(frame: Frame) -> Stage:
    """A sandy beach in front of the open sea, the sun or moon above the water."""
    height = frame.height
    horizon = height * frame.between(0.44, 0.5)
    shore = height * frame.between(0.64, 0.68)
    x = frame.width * frame.between(0.22, 0.78)
    low = frame.time in {"sunset", "morning"}
    disc = (x, horizon - frame.unit * 0.13 if low else max(frame.unit * 0.1, horizon * 0.28))
    back = group(
        draw_sky(frame, horizon + 2, disc),
        _far_land(frame, horizon, disc),
        group(water(frame, horizon, shore + height * 0.05, disc[0]), id="sea"),
        _sail(frame, horizon, disc),
        _beach(frame, shore),
    )
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.33))
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", shore + height * 0.085, height * 0.96, 0, frame.width),
            Ground("water", horizon + height * 0.05, shore - height * 0.04, 0, frame.width),
            Ground("air", height * 0.08, horizon * 0.75, 0, frame.width),
        ),
        props=_palms(frame, ruler, shore) + _beach_things(frame, ruler, shore),
        clear=(disc_box(frame, *disc),),
        front=_dune(frame),
    )


def _far_land(frame: Frame, horizon: float, disc: Point) -> str:
    kind = frame.rng.randint(0, 2)
    if kind == 0:
        return ""
    left = disc[0] > frame.width / 2
    span = frame.unit * frame.between(0.4, 0.65)
    edge = 0.0 if left else frame.width
    way = 1 if left else -1
    rise = frame.unit * frame.between(0.04, 0.09)
    shares = ((-0.2, 0.9), (0.15, 1.0), (0.4, 0.6), (0.62, 0.66), (0.85, 0.2), (1.0, 0.0))
    parts = []
    for scale, distance in ((1.0, 0.62), (0.62, 0.4)):
        points = [
            (edge + way * span * share * scale, horizon - rise * up * scale) for share, up in shares
        ]
        if not left:
            points.reverse()
        parts.append(path(land(points, horizon + 1), frame.mood.far("#5d8577", distance)))
    return group(*parts)


def _sail(frame: Frame, horizon: float, disc: Point) -> str:
    if not frame.chance(0.6):
        return ""
    away = 0.3 if disc[0] < frame.width / 2 else -0.3
    x = disc[0] + frame.width * away * frame.between(0.7, 1.2)
    size = frame.unit * 0.045
    tone = frame.mood.tone
    drawn = group(
        path("M-.5 0h1l-.16 .2h-.68z", tone("#b5563f")),
        path("M.02-.06V-1.15L.55-.06z", tone("#fdf6ea")),
        path("M-.05-.06V-.95L-.42-.06z", tone("#f2c14e")),
    )
    return placed(drawn, x, horizon + frame.height * 0.022, size)


def _curve(frame: Frame, level: float, wave: float) -> list[Point]:
    rng = frame.rng
    count = max(5, round(frame.width / (frame.unit * 0.22)))
    return [
        (frame.width * index / count, level + wave * rng.uniform(-1, 1))
        for index in range(-1, count + 2)
    ]


def _beach(frame: Frame, shore: float) -> str:
    tone, height = frame.mood.tone, frame.height
    far, near = ("#eef3f7", "#d6e0ea") if frame.snowy else SAND
    rim = _curve(frame, shore + height * 0.03, height * 0.009)
    foam = [(x, y - height * 0.012) for x, y in rim]
    wet = [(x, y + height * 0.028) for x, y in rim]
    wave = [(x, y - height * 0.05) for x, y in _curve(frame, shore + height * 0.02, height * 0.006)]
    stops = [(0.0, tone(far), 1.0), (1.0, tone(near), 1.0)]
    return group(
        path(
            curve(wave),
            stroke="#fdfdfa",
            stroke_width=height * 0.005,
            stroke_opacity=0.45,
            stroke_linecap="round",
        ),
        path(land(foam, height), mix(tone("#fdfdfa"), frame.mood.water[0], 0.15)),
        path(land(rim, height), mix(tone(near), frame.mood.water[1], 0.3)),
        banded_land("sand", wet, height, stops),
        _grains(frame, shore + height * 0.09),
    )


def _grains(frame: Frame, top: float) -> str:
    rng, unit = frame.rng, frame.unit
    count = round(70 * min(3.0, frame.width / frame.height))
    grains = [
        (
            rng.uniform(0, frame.width),
            top + (frame.height - top) * deep,
            unit * (0.0012 + 0.0025 * deep),
        )
        for deep in (rng.random() ** 0.8 for _ in range(count))
    ]
    shells = [(x, y, r * 2.2) for x, y, r in grains[:: max(1, count // 7)]]
    ripple = ""
    for _ in range(count // 6):
        deep = rng.random()
        span = unit * (0.03 + 0.06 * deep)
        x, y = rng.uniform(0, frame.width), top + (frame.height - top) * deep
        ripple += (
            f"M{number(x)} {number(y)}q{number(span / 2)} {number(-span * 0.12)} {number(span)} 0"
        )
    tone = frame.mood.tone
    return group(
        path(
            ripple,
            stroke=tone("#c9a56c"),
            stroke_width=unit * 0.002,
            stroke_opacity=0.5,
            stroke_linecap="round",
        ),
        path(dots(grains, 0.7), tone("#b8925a"), fill_opacity=0.55),
        path(dots(shells, 0.7), tone("#fbe9df")),
    )


def _palms(frame: Frame, ruler: Ruler, shore: float) -> tuple[Prop, ...]:
    if frame.snowy or not frame.chance(0.6):
        return ()
    left = frame.chance(0.5)
    props = []
    for index in range(frame.rng.randint(1, 2)):
        share = 0.1 + 0.1 * index + frame.between(-0.02, 0.02)
        x = frame.width * (share if left else 1 - share)
        foot = shore + frame.height * (0.11 + 0.07 * index)
        props.append(tree(frame, ruler, x, foot, frame.between(3.8, 4.8), "palm"))
    return tuple(props)


def _beach_things(frame: Frame, ruler: Ruler, shore: float) -> tuple[Prop, ...]:
    """On a fine day, what somebody has left on the sand for a swim."""
    if frame.weather not in {"clear", "cloudy"} or frame.time == "night" or frame.chance(0.35):
        return ()
    x, foot = frame.width * frame.between(0.2, 0.8), shore + frame.height * 0.13
    colour = frame.rng.choice(("#d9573f", "#3f7fb0", "#e0a33b", "#3f8f7f"))
    return (
        standing(frame, ruler, "towel", (x, foot + frame.height * 0.012), colour),
        standing(frame, ruler, "beach umbrella", (x, foot), colour),
    )


def _dune(frame: Frame) -> str:
    rng, unit = frame.rng, frame.unit
    left = frame.chance(0.5)
    edge = 0.0 if left else frame.width
    way = 1 if left else -1
    points = [
        (edge - way * unit * 0.05, frame.height - unit * 0.075),
        (edge + way * unit * 0.09, frame.height - unit * 0.055),
        (edge + way * unit * 0.22, frame.height - unit * 0.012),
        (edge + way * unit * 0.3, frame.height + 4),
    ]
    if not left:
        points.reverse()
    blades = ""
    for _ in range(16):
        x = edge + way * unit * rng.uniform(0, 0.15)
        tall, lean = unit * rng.uniform(0.05, 0.11), unit * rng.uniform(-0.03, 0.03)
        blades += (
            f"M{number(x)} {number(frame.height)}q{number(lean * 0.2)} {number(-tall * 0.6)}"
            f" {number(lean)} {number(-tall)}"
        )
    return group(
        path(
            blades,
            stroke=frame.mood.tone("#93a05a"),
            stroke_width=unit * 0.004,
            stroke_linecap="round",
        ),
        path(
            land(points, frame.height + 4),
            frame.mood.tone("#d9b87c" if not frame.snowy else "#e3ebf2"),
        ),
    )


SEA = Place(
    name="sea",
    paint=sea,
    words=("sea", "ocean", "beach", "seaside", "coast", "shore", "seashore", "waves", "bay"),
    stand_ins=("island",),
    said="on a beach",
    noun="beach",
    background=Background("The sea is in the background.", "sea", "sea"),
    as_scenery=("sea", "ocean"),
    looks=("blue", "deep", "sandy"),
    hints=Hints(
        nouns=("lifeguard",),
        actions=("swim",),
        cues=("at sea",),
    ),
    casts=(
        (people(2, "walk"), children(1, "kneel"), thing("sandcastle")),
        (people(1, "walk"), animal("dog")),
        (people(1, "sit"), children(2, "run")),
        (man("look"), thing("sailing boat")),
    ),
    seating=Seating(seat="bench", ground=True),
    floor="sand",
    bathing=True,
    water="salt",
)
