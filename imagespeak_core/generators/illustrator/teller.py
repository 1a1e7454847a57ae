"""Tells what a drawn picture shows, from the scene that lies inside it."""

from __future__ import annotations

from imagespeak_core.generators.base import Telling
from imagespeak_core.generators.illustrator.generator import MODEL_ID
from imagespeak_core.pictures.prompts import LEVELS

# The vocabulary is imported where a drawn picture is asked about: a server that shows only a
# model's pictures does without its memory.


class IllustratorTeller:
    """`SceneTeller` for pictures by the illustrator, whoever makes the pictures now."""

    def knows(self, model: str) -> bool:
        """See `SceneTeller.knows`."""
        return model == MODEL_ID

    def tell(self, scene: str) -> Telling | None:
        """See `SceneTeller.tell`."""
        from imagespeak_core.generators.illustrator.scene_json import scene_from_json
        from imagespeak_core.generators.illustrator.telling.description import (
            full_description,
            short_alternative_text,
        )
        from imagespeak_core.generators.illustrator.telling.remarks import remarks
        from imagespeak_core.generators.illustrator.telling.word_list import word_list

        try:
            shown = scene_from_json(scene)
        except ValueError:  # drawn by a later version, or no scene was kept
            return None
        return Telling(
            short_text=short_alternative_text(shown),
            description=full_description(shown),
            words={level: word_list(shown, level) for level in LEVELS},
            remarks=remarks(shown),
        )
