"""What the form for a picture keeps: its fields, and the scene on offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from pages.components.shell.kept import Kept

if TYPE_CHECKING:
    from imagespeak_core.models import Quality
    from imagespeak_core.pictures.prompts import Level, PracticePrompt, Topic

ALL: Final = "all"
AN_IDEA: Final = "An idea"
MY_OWN_WORDS: Final = "My own words"

IDEA: Kept[PracticePrompt | None] = Kept("idea", None)
"""The scene on offer."""

IDEAS_SEEN: Kept[tuple[str, ...]] = Kept("ideas_seen", ())
"""The texts of the scenes that were read or drawn before, each as often as it was."""

IDEA_OPEN = Kept("idea_open", False)
"""The learner wants to read the scene before it is drawn."""

CUSTOM_SIZE: Kept[tuple[int, int] | None] = Kept("custom_size", None)
"""A restored picture's size in pixels, where no shape has it."""

RESTORED = Kept("restored", False)
"""The form was filled in with a picture's settings just now."""

RESTORED_MODEL = Kept("restored_model", "")
"""That picture's model, if no quality stands for it."""

SOURCE: Kept[str] = Kept("source", AN_IDEA)
TOPIC: Kept[Topic | Literal["all"]] = Kept("topic", ALL)
LEVEL: Kept[Level] = Kept("level", "A2")
OWN_WORDS = Kept("own_words", "")
QUALITY: Kept[Quality | None] = Kept("quality", None)
SHAPE = Kept("shape", "Square")
SEED: Kept[int | None] = Kept("seed", None)
NEGATIVE_PROMPT = Kept("negative_prompt", "")
