"""A campsite: tents on a meadow at the edge of a wood, a fire with logs around it."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import lighter
from imagespeak_core.generators.illustrator.drawing.svg import group, path
from imagespeak_core.generators.illustrator.places.casts import children, man, people, thing
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import (
    bush,
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

TENTS = ("#d9783f", "#4f7fae", "#d9a43a", "#5f9a6a", "#b55a5a")


def campsite(frame: Frame) -> Stage:
    """Tents along the edge of the wood, room for people in front of them."""
    height, width = frame.height, frame.width
    horizon = height * 0.48
    low = frame.time in {"sunset", "morning"}
    x = width * frame.between(0.35, 0.65)
    disc = (x, horizon - frame.unit * 0.22 if low else max(frame.unit * 0.1, horizon * 0.24))
    ruler = Ruler(horizon, eye_height(frame, horizon))
    lawn = height * 0.56
    far, near = frame.ground()
    wood = "#3f7457"
    back = group(
        draw_sky(frame, horizon + 8, disc),
        hills(frame, horizon + height * 0.005, height * 0.05, "#6f9a86", 0.6, lawn),
        path(skyline_green(frame.rng, width, lawn, frame.unit * 0.05), frame.mood.far(wood, 0.4)),
        hills(frame, lawn, height * 0.01, lighter(far, 0.06), 0.12, lawn + height * 0.06),
        hills(frame, lawn + height * 0.045, height * 0.012, near, 0.0),
        meadow_details(frame, lawn + height * 0.07, height),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", lawn + height * 0.115, height * 0.96, 0, width),
            Ground("air", height * 0.08, horizon * 0.75, 0, width),
        ),
        props=(*_wood(frame, ruler, lawn, disc[0]), *_camp(frame, ruler, lawn)),
        clear=(disc_box(frame, *disc),),
    )


def _wood(frame: Frame, ruler: Ruler, lawn: float, sun_px: float) -> list[Prop]:
    """Fir trees towards both sides, so that the sky over the camp is open."""
    props = []
    count = round(7 * max(1.0, min(2.6, frame.width / frame.height)))
    for index in range(count):
        x = frame.width * (index + frame.between(0.1, 0.9)) / count
        if abs(x - sun_px) > frame.unit * 0.17:
            foot = lawn + frame.height * frame.between(0.0, 0.025)
            props.append(tree(frame, ruler, x, foot, frame.between(4.2, 6.4), "conifer"))
    props += [
        bush(frame, ruler, frame.width * share, lawn + frame.height * 0.035, 1.2)
        for share in (frame.between(0, 0.2), frame.between(0.8, 1.0))
    ]
    return props


def _camp(frame: Frame, ruler: Ruler, lawn: float) -> list[Prop]:
    """The tents, and the fire in the middle; what the prompt brings is left out."""
    props = []
    foot = lawn + frame.height * 0.075
    if "tent" not in frame.brought:
        colours = frame.rng.sample(TENTS, 3)
        wide = frame.width / frame.height > 1.3
        for colour, share in zip(colours, (0.16, 0.84, 0.5), strict=True):
            if share != 0.5 or wide:
                place = (frame.width * (share + frame.between(-0.03, 0.03)), foot)
                props.append(standing(frame, ruler, "tent", place, colour))
    return props


CAMPSITE = Place(
    name="campsite",
    paint=campsite,
    words=("campsite", "camp site", "campground", "camping site", "camp"),
    said="on a campsite",
    casts=(
        (thing("campfire"), people(2, "talk")),
        (children(2, "run"), man("read"), thing("campfire")),
    ),
    seating=Seating(seat="log"),
    greenery="meadow",
)
