"""What is said beside a picture: what of the prompt it does not show, and what to do about it."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene

_MOST_WORDS = 60
"""Of a long prompt that was not understood, one sentence names no more than this."""


def remarks(scene: Scene) -> tuple[str, ...]:
    """Sentences for beside the picture; none where it shows all that was asked for."""
    said = ("Please write in English.",) if scene.language == "und" else ()
    if not scene.not_drawn:
        return said
    words = "; ".join(scene.not_drawn).split()
    kept = " ".join(words[:_MOST_WORDS])
    return (*said, f"I could not draw: {kept}{' …' if len(words) > _MOST_WORDS else '.'}")
