"""The illustrator as a generator."""

from __future__ import annotations

import importlib
import os
import time
from decimal import Decimal
from typing import TYPE_CHECKING

from imagespeak_core.generators.base import Offer, chosen_offer
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality

if TYPE_CHECKING:
    from imagespeak_core.generators.illustrator.scene import Setting

MODEL_ID = "imagespeak.illustrator-v1"


class Illustrator:
    """`ImageGenerator` that draws on this computer: offline, for nothing, the same every time.

    It is a `WordsDrawer`, too.
    """

    label = "Drawn on this computer, without AI"

    @property
    def max_parallel(self) -> int:
        """One a processor; drawing is all computing."""
        return os.cpu_count() or 1

    def warm_up(self) -> None:
        """See `ImageGenerator.warm_up`."""
        importlib.import_module("imagespeak_core.generators.illustrator.illustrator")

    def offer(self, quality: Quality) -> Offer:
        """See `ImageGenerator.offer`; both qualities are the same and free."""
        del quality
        return Offer(MODEL_ID, Decimal(0), usual_s=0.5)

    def models(self) -> tuple[Offer, ...]:
        """See `ImageGenerator.models`; there is one."""
        return (self.offer("standard"),)

    def generate(self, request: ImageRequest) -> GeneratedImage:
        """See `ImageGenerator.generate`; it never refuses."""
        return self._draw(request, None)

    def draw_beside(self, request: ImageRequest, scene: str) -> GeneratedImage:
        """See `WordsDrawer.draw_beside`."""
        from imagespeak_core.generators.illustrator.scene import Setting
        from imagespeak_core.generators.illustrator.scene_json import scene_from_json

        try:
            shown = scene_from_json(scene)
        except ValueError:  # a model's picture, or one by a later version
            return self._draw(request, Setting())
        setting = Setting(shown.place, shown.time, shown.weather, shown.season)
        return self._draw(request, setting)

    def _draw(self, request: ImageRequest, beside: Setting | None) -> GeneratedImage:
        from imagespeak_core.generators.illustrator.illustrator import draw
        from imagespeak_core.generators.illustrator.scene_json import scene_to_json
        from imagespeak_core.generators.illustrator.telling.remarks import remarks

        chosen_offer(self, request)
        started_s = time.perf_counter()
        drawing = draw(
            request.prompt,
            seed=request.seed,
            width_px=request.width_px,
            height_px=request.height_px,
            beside=beside,
        )
        return GeneratedImage(
            png=drawing.png,
            seed=request.seed,
            model=MODEL_ID,
            duration_ms=round((time.perf_counter() - started_s) * 1000),
            warnings=remarks(drawing.scene),
            scene=scene_to_json(drawing.scene),
        )
