"""The bank of everyday scenes that a learner is offered, by topic and level.

The scenes are data, in `prompts.toml` beside this file; its head says how one is written.
"""

import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal

Level = Literal["A1", "A2", "B1", "B2", "C1"]
Topic = Literal["home", "school", "food", "town", "nature", "work", "travel", "free time"]

LEVELS: Final[tuple[Level, ...]] = ("A1", "A2", "B1", "B2", "C1")
"""Every level, easiest first."""

TOPIC_NAMES: Final[Mapping[Topic, str]] = {
    "home": "At home",
    "school": "At school",
    "food": "Food and drink",
    "town": "In town",
    "nature": "Nature",
    "work": "At work",
    "travel": "Travel",
    "free time": "Free time",
}
"""Every topic, in the order in which to offer them, and its name for people."""


@dataclass(frozen=True)
class PracticePrompt:
    """One scene to draw and then to talk about.

    Attributes:
        text: One English sentence, 40 to 200 ASCII characters, ready for a generator.
        topic: What the scene is about.
        level: The level of English (CEFR) that it takes to describe the picture.
    """

    text: str
    topic: Topic
    level: Level


@cache
def prompt_bank() -> tuple[PracticePrompt, ...]:
    """Give every scene, by topic and then by level; read once a process.

    Each topic has at least two scenes at each level, and no text occurs twice.
    """
    data = resources.files("imagespeak_core.pictures").joinpath("prompts.toml").read_text("utf-8")
    scenes = tomllib.loads(data)
    return tuple(
        PracticePrompt(text, topic, level)
        for topic in TOPIC_NAMES
        for level in LEVELS
        for text in scenes[topic][level]
    )


def suggest(
    rng: random.Random,
    *,
    topic: Topic | None = None,
    level: Level | None = None,
    seen: Iterable[str] = (),
    avoid: str = "",
) -> PracticePrompt:
    """Pick one of the scenes that were seen least often; the same `rng` state gives the same scene.

    So none comes again before all have come.

    Args:
        rng: Where the choice comes from.
        topic: The topic to keep to; `None` for any.
        level: The level to keep to; `None` for any.
        seen: The texts of the scenes that were seen, each as often as it was; others don't count.
        avoid: The text shown before, which is not picked again.
    """
    times = Counter(seen)
    on_offer = [
        prompt
        for prompt in prompt_bank()
        if topic in (None, prompt.topic) and level in (None, prompt.level) and prompt.text != avoid
    ]
    least = min(times[prompt.text] for prompt in on_offer)
    return rng.choice([prompt for prompt in on_offer if times[prompt.text] == least])
