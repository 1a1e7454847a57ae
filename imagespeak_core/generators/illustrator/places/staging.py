"""Sets the stage of a place: its painter's work, with the weather that all places have alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from imagespeak_core.generators.illustrator.drawing.svg import group
from imagespeak_core.generators.illustrator.places.place import Floor, Place
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.sky import RAINBOW, rainbow_reach
from imagespeak_core.generators.illustrator.scenery.stage import Box, Stage
from imagespeak_core.generators.illustrator.scenery.weather import draw_fog_bank

_BARE: Mapping[Floor, str] = {"sand": "#e3c48a", "stone": "#b9b5ac"}
"""The colour of the ground where no grass grows."""


def set_stage(place: Place, frame: Frame) -> Stage:
    """The painted place, with its rainbow and the fog between the place and its people."""
    stage = _with_rainbow(place.paint(frame), frame)
    if not stage.indoors:
        bare = "" if frame.snowy else _BARE.get(place.floor, "")
        stage = replace(stage, floor=bare or frame.ground()[1])
    if stage.indoors or frame.weather != "fog":
        return stage
    ground = min(ground.top_px for ground in stage.grounds if ground.kind == "land")
    return replace(stage, back=group(stage.back, draw_fog_bank(frame, ground)))


def _with_rainbow(stage: Stage, frame: Frame) -> Stage:
    """The stage, which keeps the crown of the rainbow in the sky over it free."""
    if stage.indoors or RAINBOW not in frame.brought:
        return stage
    reach, middle = rainbow_reach(frame, stage.horizon_px), frame.width / 2
    low = stage.horizon_px
    crown = Box(middle - reach * 0.25, low - reach, middle + reach * 0.25, low - reach * 0.8)
    return replace(stage, clear=(*stage.clear, crown))
