"""What a person rides: a bicycle and a wheelchair, in metres around the person's own joints."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade, tint
from imagespeak_core.generators.illustrator.drawing.paths import disc
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    group,
    number,
    path,
    scaled,
)
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton

BICYCLE_COLOUR = "#c8443a"
"""The frame's, where none is asked for."""
_TYRE = "#43404f"
_SPOKES = "#aeb6bf"
_SPOKES_OF_TWO = "".join(
    f"M{x - 0.35:.2f} -0.4h0.7M{x:.2f} -0.75v0.7M{x - 0.25:.2f} -0.65l0.5 0.5m0 -0.5l-0.5 0.5"
    for x in (-0.52, 0.7)
)


def bicycle(bones: Skeleton, asked: str | None, tone: Tone) -> str:
    """A bicycle as large as its rider's legs; the wheels stand on y = 0."""
    colour = asked or BICYCLE_COLOUR
    frame = "M-0.52 -0.4L0 -0.33L0.42 -0.86L-0.21 -0.84L-0.52 -0.4"
    frame += "M0 -0.33L-0.25 -0.93M0.42 -0.86L0.46 -0.98"
    fork = "M0.7 -0.4L0.42 -0.86"
    bar = "M0.36 -1.0L0.47 -1.02Q0.56 -1.06 0.5 -1.11L0.43 -1.12"
    return scaled(
        bones.body.leg,
        path(_SPOKES_OF_TWO, stroke=tone(_SPOKES), stroke_width=0.012),
        path(
            "".join(disc(x, -0.4, 0.37) for x in (-0.52, 0.7)),
            stroke=tone(_TYRE),
            stroke_width=0.055,
        ),
        path(
            frame + fork,
            stroke=tone(colour),
            stroke_width=0.045,
            stroke_linejoin="round",
            stroke_linecap="round",
        ),
        path(bar, stroke=tone(_TYRE), stroke_width=0.035, stroke_linecap="round"),
        path(chain([(-0.37, -0.955, 0.032), (-0.16, -0.945, 0.02)]), tone(_TYRE)),
        circle(0, -0.33, 0.075, tone(shade(colour, 0.35))),
    )


def pedal(bones: Skeleton, tone: Tone) -> str:
    """The near crank and pedal, in front of the frame."""
    return scaled(
        bones.body.leg,
        path(
            "M0 -0.33L0.16 -0.388M0.11 -0.388H0.23",
            stroke=tone(_TYRE),
            stroke_width=0.034,
            stroke_linecap="round",
        ),
    )


def _beside(bones: Skeleton) -> str:
    """Leg lengths around the point of the ground under the hips."""
    return f"translate({number(bones.pelvis[0])} 0) scale({number(bones.body.leg)})"


def wheelchair_back(bones: Skeleton, colour: str, tone: Tone) -> str:
    """The seat, the back and the foot rest, behind the person."""
    size = bones.body.leg
    seat = bones.pelvis[1] / size + 0.12
    knee = (bones.near_leg.knee[0] - bones.pelvis[0]) / size
    foot = (bones.near_leg.ankle[0] - bones.pelvis[0]) / size
    frame = (
        f"M-0.36 {number(seat - 0.74)}L-0.24 {number(seat - 0.72)}V{number(seat)}"
        f"H{number(knee - 0.06)}L{number(foot)} -0.05h0.2"
    )
    cloth = ((-0.2, seat - 0.54, 0.05), (-0.2, seat, 0.05), (knee - 0.14, seat, 0.05))
    return group(
        path(
            frame,
            stroke=tone(_TYRE),
            stroke_width=0.05,
            stroke_linejoin="round",
            stroke_linecap="round",
        ),
        path(chain(cloth), tone(colour)),
        transform=_beside(bones),
    )


def wheelchair_front(bones: Skeleton, colour: str, tone: Tone) -> str:
    """The wheels, in front of the person."""
    small = (bones.near_leg.ankle[0] - bones.pelvis[0]) / bones.body.leg - 0.16
    rim, tyre = tone(tint(colour, 0.3)), tone(_TYRE)
    spokes = "M-0.4 -0.38h0.72M-0.04 -0.74v0.72M-0.29 -0.63l0.5 0.5M-0.29 -0.13l0.5 -0.5"
    return group(
        path(spokes, stroke=tone(_SPOKES), stroke_width=0.012),
        circle(-0.04, -0.38, 0.355, "none", stroke=tyre, stroke_width=0.05),
        circle(-0.04, -0.38, 0.31, "none", stroke=rim, stroke_width=0.022),
        circle(small, -0.09, 0.07, "none", stroke=tyre, stroke_width=0.04),
        transform=_beside(bones),
    )
