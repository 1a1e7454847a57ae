"""Inside a forest: trunks behind trunks, a path, ferns and mushrooms."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter, mix
from imagespeak_core.generators.illustrator.drawing.gradients import gradient
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.splines import outline
from imagespeak_core.generators.illustrator.drawing.svg import element, group, number, path, polygon
from imagespeak_core.generators.illustrator.places.casts import animal, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Background, Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green, tuft
from imagespeak_core.generators.illustrator.scenery.planting import Plant, bush, tree
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


def forest(frame: Frame) -> Stage:
    """A clearing with a path; three depths of trees, the farthest lost in haze."""
    height = frame.height
    ground = height * frame.between(0.6, 0.65)
    horizon = ground - height * 0.05
    disc = (
        frame.width * frame.between(0.38, 0.62),
        horizon * (0.5 if frame.time in {"sunset", "morning"} else 0.22),
    )
    far, near = ("#f1f5f9", "#d5e0ea") if frame.snowy else ("#9cb85f", "#5f8a45")
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.34))
    back = group(
        draw_sky(frame, ground, disc),
        group(_trunks(frame, ground, disc[0]), id="trunks"),
        hills(
            frame,
            ground + height * 0.012,
            height * 0.018,
            far if frame.season != "autumn" else "#c9a45a",
            0.3,
            ground + height * 0.09,
        ),
        hills(
            frame,
            ground + height * 0.06,
            height * 0.02,
            near if frame.season != "autumn" else "#a98a45",
            0.0,
        ),
        _litter(frame, ground + height * 0.08),
        _path(frame, ground),
        _rays(frame, ground, disc[0]),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", ground + height * 0.12, height * 0.96, 0, frame.width),
            Ground("air", height * 0.12, horizon * 0.85, 0, frame.width),
        ),
        props=_trees(frame, ruler, ground),
        clear=(disc_box(frame, *disc),),
        front=_ferns(frame),
    )


def _trunks(frame: Frame, ground: float, open_at: float) -> str:
    """Far trees in two depths: trunks up to a roof of leaves that opens towards the sun."""
    parts = []
    bare = frame.season == "winter"
    for distance, wide, roof in ((0.74, 0.011, 0.34), (0.52, 0.018, 0.24)):
        crown = mix("#8f9f98" if bare else frame.leaf(), "#2f6f52", 0.4)
        stems, lumps, above = "", [], []
        step = frame.unit * (0.052 if distance > 0.6 else 0.085)
        for index in range(int(frame.width / step) + 2):
            x = (index + frame.between(-0.3, 0.3)) * step
            away = min(1.0, max(0.0, abs(x - open_at) / (frame.unit * 0.42) - 0.18))
            low = frame.height * roof * away * frame.between(0.75, 1.1)
            radius = step * frame.between(0.75, 1.1)
            lumps.append((x, low - radius * 0.5, radius))
            above.append((x - radius, -2.0, radius * 2, max(0.0, low - radius * 0.4)))
            if away > 0.1:
                half = frame.unit * wide * frame.between(0.4, 0.75)
                foot = ground + 6
                stems += (
                    f"M{number(x - half * 1.3)} {number(foot)}L{number(x - half)} {number(low)}"
                    f"H{number(x + half)}L{number(x + half * 1.3)} {number(foot)}Z"
                )
        colour = frame.mood.far(SNOWY if frame.snowy else crown, distance)
        parts.append(path(stems, frame.mood.far("#6b5544", distance)))
        parts += [path(boxes(above), colour), path(dots(lumps), colour)]
    edge = skyline_green(frame.rng, frame.width, ground + 8, frame.unit * 0.03)
    parts.append(path(edge, frame.mood.far("#4d8a5a" if not frame.snowy else "#dbe5ec", 0.45)))
    return group(*parts)


SNOWY = "#e3ecf0"


def _path(frame: Frame, ground: float) -> str:
    height, width = frame.height, frame.width
    end_x = width * frame.between(0.42, 0.58)
    foot_x = width * frame.between(0.35, 0.65)
    sway = frame.unit * frame.between(0.1, 0.18) * (1 if frame.chance(0.5) else -1)
    levels = (0.045, 0.12, 0.24, 0.42)
    centre = []
    for index, level in enumerate(levels):
        along = index / (len(levels) - 1)
        bend = sway * (1 - along) * (1 if index % 2 else -0.6)
        centre.append(
            (
                end_x + (foot_x - end_x) * along + bend,
                ground + height * level,
                frame.unit * (0.012 + 0.17 * along**1.4),
            )
        )
    left = [(x - half, y) for x, y, half in centre]
    right = [(x + half, y) for x, y, half in reversed(centre)]
    d = outline(left, right)
    sand = "#d9c293" if not frame.snowy else "#e8e4dc"
    return path(d, frame.mood.tone(sand))


def _rays(frame: Frame, ground: float, x: float) -> str:
    if frame.time == "night" or not frame.mood.disc_visible:
        return ""
    light = frame.mood.glow
    rays = [
        polygon(
            [
                (x + turn * 0.1, -10),
                (x + turn * 0.1 + frame.unit * 0.05, -10),
                (x + turn + frame.unit * 0.16, ground + 20),
                (x + turn, ground + 20),
            ],
            "url(#ray)",
        )
        for turn in (frame.unit * share for share in (-0.42, -0.16, 0.1, 0.34))
    ]
    return group(element("defs", gradient("ray", [(0, light, 0.26), (1, light, 0.0)])), *rays)


def _litter(frame: Frame, top: float) -> str:
    rng, unit, parts = frame.rng, frame.unit, []
    count = round(55 * min(3.0, frame.width / frame.height))
    if frame.snowy:
        return ""
    blades = "".join(
        tuft(
            rng,
            rng.uniform(0, frame.width),
            top + (frame.height - top) * deep,
            unit * (0.01 + 0.02 * deep),
        )
        for deep in (rng.random() for _ in range(count))
    )
    parts.append(
        path(
            blades,
            stroke=frame.mood.tone("#3f6d3a"),
            stroke_width=unit * 0.003,
            stroke_opacity=0.6,
            stroke_linecap="round",
        )
    )
    if frame.season == "autumn":
        for colour in ("#d9772f", "#e2ae3f", "#b4532c"):
            leaves = [
                (
                    rng.uniform(0, frame.width),
                    rng.uniform(top, frame.height),
                    unit * rng.uniform(0.003, 0.006),
                )
                for _ in range(count // 2)
            ]
            parts.append(path(dots(leaves, 0.5), frame.mood.tone(colour)))
    return group(*parts)


def _trees(frame: Frame, ruler: Ruler, ground: float) -> tuple[Prop, ...]:
    props = []
    sides = [index % 2 == 0 for index in range(max(5, round(5 * frame.width / frame.unit)))]
    for index, left in enumerate(sides):
        spread = 0.02 + 0.3 * frame.rng.random() if index < 4 else frame.between(0.0, 0.42)
        x = frame.width * (spread if left else 1 - spread)
        foot = ground + frame.height * (
            0.035 + 0.16 * (0.36 - min(spread, 0.36)) / 0.36 * frame.between(0.5, 1.0)
        )
        plant: Plant = "conifer" if frame.chance(0.35) else "broadleaf"
        props.append(tree(frame, ruler, x, foot, frame.between(4.2, 6.0), plant))
    for _ in range(4):
        share = frame.between(0.0, 0.25)
        x = frame.width * (share if frame.chance(0.5) else 1 - share)
        props.append(
            bush(
                frame,
                ruler,
                x,
                ground + frame.height * frame.between(0.06, 0.2),
                frame.between(0.8, 1.3),
            )
        )
    return tuple(props)


def _ferns(frame: Frame) -> str:
    rng, unit, parts = frame.rng, frame.unit, []
    green = "#4f8a4a" if not frame.snowy else "#aebfb8"
    for corner in (0.0, frame.width):
        for _ in range(5):
            x = corner + unit * rng.uniform(-0.02, 0.09) * (1 if corner == 0 else -1)
            lean, tall = unit * rng.uniform(-0.1, 0.1), unit * rng.uniform(0.07, 0.14)
            colour = frame.mood.tone(darker(green, rng.uniform(0.05, 0.3)))
            wide = unit * 0.022
            parts.append(
                path(
                    f"M{number(x)} {number(frame.height + 5)}Q{number(x + lean * 0.2 - wide)}"
                    f" {number(frame.height - tall * 0.7)} {number(x + lean)}"
                    f" {number(frame.height - tall)}"
                    f"Q{number(x + lean * 0.2 + wide)} {number(frame.height - tall * 0.5)}"
                    f" {number(x)} {number(frame.height + 5)}Z",
                    colour,
                )
            )
    caps = [
        (frame.width * frame.between(0.1, 0.25), frame.unit * frame.between(0.018, 0.026))
        for _ in range(2)
    ]
    for x, size in caps:
        y = frame.height - unit * frame.between(0.03, 0.06)
        parts.append(
            path(
                f"M{number(x - size * 0.25)} {number(y)}v{number(-size)}h{number(size * 0.5)}"
                f"v{number(size)}z",
                frame.mood.tone("#f3ead6"),
            )
        )
        parts.append(
            path(
                f"M{number(x - size)} {number(y - size)}A{number(size)} {number(size)}"
                f" 0 0 1 {number(x + size)} {number(y - size)}Z",
                frame.mood.tone("#c94f3d"),
            )
        )
        spots = [
            (x - size * 0.4, y - size * 1.3, size * 0.16),
            (x + size * 0.25, y - size * 1.5, size * 0.18),
        ]
        parts.append(path(dots(spots), frame.mood.tone(lighter("#f3ead6", 0.3))))
    return group(*parts)


FOREST = Place(
    name="forest",
    paint=forest,
    words=("forest", "wood", "woodland", "woods"),
    stand_ins=("jungle", "rainforest"),
    said="in a forest",
    background=Background("There are many trees.", "trunks", "tree"),
    looks=("green",),
    hints=Hints(
        nouns=(
            "ranger",
            "park ranger",
        )
    ),
    casts=(
        (people(2, "walk"), animal("squirrel")),
        (people(1, "walk"), animal("deer")),
        (woman("photo"), animal("fox"), man("point")),
    ),
    seating=Seating(seat="log", ground=True),
    greenery="country",
    grassy=True,
    busy=False,
)
