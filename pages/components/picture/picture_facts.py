"""What is known of a picture beyond its key; read only when somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.generators.illustrator.generator import MODEL_ID
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.prompts import Level
from pages.components.shell import messages, session
from pages.components.shell.wiring import wiring

if TYPE_CHECKING:
    from imagespeak_core.generators.illustrator.scene import Scene

# The illustrator is imported where a drawn picture is asked about: a server that shows only a
# model's pictures does without its 20 MB.


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """How a picture was made, and what it shows if its generator told.

    Attributes:
        details: Its settings.
        scene: What it shows; None where nobody knows.
        not_drawn: Words of the prompt that the illustrator has no drawing for.
    """

    details: ImageDetails
    scene: Scene | None
    not_drawn: tuple[str, ...]

    @property
    def description(self) -> str:
        """Some sentences in simple English about what can be seen; empty where nobody knows."""
        if self.scene is None:
            return ""
        from imagespeak_core.generators.illustrator.telling.description import full_description

        return full_description(self.scene)

    @property
    def short_text(self) -> str:
        """One sentence that gives no answers away; empty where nobody knows what is shown."""
        if self.scene is None:
            return ""
        from imagespeak_core.generators.illustrator.telling.description import (
            short_alternative_text,
        )

        return short_alternative_text(self.scene)

    def words(self, level: Level) -> dict[str, tuple[str, ...]]:
        """Words for talking about it, by kind; empty where nobody knows."""
        if self.scene is None:
            return {}
        from imagespeak_core.generators.illustrator.telling.word_list import word_list

        words = word_list(self.scene, level)
        return {
            "Things and people": words.nouns,
            "Actions": words.verbs,
            "What they are like": words.adjectives,
            "Where they are": words.prepositions,
        }


def known(key: ImageKey) -> PictureFacts | None:
    """What was read before."""
    facts: dict[ImageKey, PictureFacts] = st.session_state.get(session.FACTS, {})
    return facts.get(key)


def read(key: ImageKey) -> PictureFacts | None:
    """What the store knows; an alert and None where it can't tell now."""
    facts = known(key)
    if facts is None:
        try:
            facts = look_up(key)
        except ImageSpeakError as error:
            messages.show(error)
            return None
        st.rerun()  # the picture's alternative text, above, says more now
    return facts


def look_up(key: ImageKey) -> PictureFacts:
    """What is known, else what the store knows.

    Raises:
        ImageNotFoundError: There is no such picture.
        StorageError: The store failed, by subclass.
    """
    facts = known(key) or _read(key)
    st.session_state.setdefault(session.FACTS, {})[key] = facts
    return facts


def _read(key: ImageKey) -> PictureFacts:
    store = wiring().services.store
    details = store.details(key)
    if details.model != MODEL_ID:
        return PictureFacts(details, None, ())
    from imagespeak_core.generators.illustrator.scene_json import scene_from_json

    try:
        scene = scene_from_json(store.scene(key))
    except ValueError:  # drawn by another version, or no scene was kept
        scene = None
    return PictureFacts(details, scene, _not_drawn(details))


def _not_drawn(details: ImageDetails) -> tuple[str, ...]:
    if not (details.prompt and details.seed and details.width_px and details.height_px):
        return ()
    from imagespeak_core.generators.illustrator.illustrator import compose

    drawn = compose(
        details.prompt,
        seed=details.seed,
        width_px=details.width_px,
        height_px=details.height_px,
    )
    return drawn.scene.not_drawn
