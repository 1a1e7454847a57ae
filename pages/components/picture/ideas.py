"""Which everyday scene is drawn next: none comes again before all of its level have come."""

from __future__ import annotations

import random
from functools import cache

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import clean_prompt
from imagespeak_core.pictures.prompts import PracticePrompt, prompt_bank, suggest
from pages.components.picture import level, picture_memory, prompt_memory


def on_offer() -> PracticePrompt:
    """The scene that a press draws: of the level and the topic that are chosen."""
    idea, topic = prompt_memory.IDEA.get(), prompt_memory.TOPIC.get()
    if idea and idea.level == level.chosen() and topic in (prompt_memory.ALL, idea.topic):
        return idea
    return _take()


def take_another() -> None:
    """Callback: another scene; this one was seen."""
    idea = on_offer()
    prompt_memory.IDEAS_SEEN.set((*prompt_memory.IDEAS_SEEN.get(), idea.text))
    _take(avoid=idea.text)


def is_shown(image: StoredImage | None) -> bool:
    """Whether the picture shows the scene that is on offer."""
    return image is not None and image.key.clean_prompt == clean_prompt(on_offer().text)


def _take(*, avoid: str = "") -> PracticePrompt:
    topic = prompt_memory.TOPIC.get()
    idea = suggest(
        random.SystemRandom(),
        topic=None if topic == prompt_memory.ALL else topic,
        level=level.chosen(),
        seen=_seen(),
        avoid=avoid,
    )
    prompt_memory.IDEA.set(idea)
    return idea


def _seen() -> list[str]:
    """The texts of those that were seen here, and of those that the session's pictures show."""
    seen = list(prompt_memory.IDEAS_SEEN.get())
    drawn = {image.key.clean_prompt for image in picture_memory.IMAGES.get() or ()}
    known = {*seen}
    return seen + [text for text, name in _names() if text not in known and name in drawn]


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """The text of each, and what a picture's key makes of it."""
    return tuple((prompt.text, clean_prompt(prompt.text)) for prompt in prompt_bank())
