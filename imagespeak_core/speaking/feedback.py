"""What a learner's words tell of a picture, how they are made, and what to do next.

The vocabulary is imported where words are looked at: a server on which nobody speaks does without
its memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.prompts import Level
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.counts import Counts, count
from imagespeak_core.speaking.disputes import counted
from imagespeak_core.speaking.findings import Findings
from imagespeak_core.speaking.model_view import view_of
from imagespeak_core.speaking.next_step import NextStep, next_step
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.viewers.base import View

if TYPE_CHECKING:
    from imagespeak_core.generators.illustrator.scene import Depth, Scene, Side, Wish


@dataclass(frozen=True, slots=True)
class Where:
    """Where in its picture an item is.

    Attributes:
        side: From left to right.
        depth: From near to far.
        box: Left, top, width and height as shares of the picture; None where nobody noted it.
    """

    side: Side
    depth: Depth
    box: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known of a picture that somebody speaks about.

    Attributes:
        scene: What it shows; None where its generator did not tell.
        prompt: What it was made from; None where that is not known.
        view: What a model sees in it; None where none has looked.
        is_undrawn: Nobody drew it knowingly: a model could look at it.
    """

    scene: Scene | None
    prompt: str | None
    view: View | None = None
    is_undrawn: bool = False

    def places(self) -> Mapping[str, Where]:
        """Where the items of the scene are, by their ids."""
        items = self.scene.items if self.scene else ()
        return {item.id: Where(item.side, item.depth, _box_of(item.box)) for item in items}


@dataclass(frozen=True, slots=True)
class Feedback:
    """What is said back to a learner; never a grade.

    Attributes:
        findings: The words, held against the picture.
        counts: What was counted in the words.
        next_step: One thing to do next.
        is_english: Whether the words were understood as English.
        places: Where the picture's items are, by their ids.
    """

    findings: Findings
    counts: Counts
    next_step: NextStep
    is_english: bool
    places: Mapping[str, Where] = field(default_factory=dict)


def look_at(services: Services, image_key: ImageKey) -> Subject:
    """What is known of a stored picture; a model's view of it may come later.

    Raises:
        ImageNotFoundError: There is no such picture.
        StorageError: The store failed, by subclass; a view that can't be read is none.
    """
    told = services.store.scene(image_key)
    scene = _read(told)
    if scene:
        return Subject(scene, None)
    prompt = services.store.details(image_key).prompt
    kept = None if told else view_of(services, image_key)
    return Subject(None, prompt, kept.view if kept else None, is_undrawn=not told)


def feedback_on(
    subject: Subject,
    words: str,
    *,
    level: Level,
    speech: Speech | None = None,
    target_words: tuple[str, ...] = (),
    found: Findings | None = None,
    disputed: tuple[Disputed, ...] = (),
    stops_after_s: int | None = None,
) -> Feedback:
    """What a learner's words tell of a picture that was looked at.

    Args:
        subject: The picture.
        words: The learner's; a thousand take some milliseconds.
        level: Whose words are looked for in them.
        speech: What was counted in the recording.
        target_words: Those that a teacher asked for.
        found: What was found in them before, which stays as it is; None: they are held against
            the picture now.
        disputed: Judgements that the learner does not share: they are in the findings still, and
            count as the learner says for the next step.
        stops_after_s: Seconds after which the learner's recordings stop; None: never.
    """
    wish = _wish_of(words)
    findings = found or _held(subject, words)
    counts = count(words, level_words=_words_of(subject, level), target_words=target_words)
    step = next_step(
        counted(findings, disputed),
        counts,
        speech,
        level=level,
        has_action=any(one.action or one.posture for one in wish.wanted),
        stops_after_s=stops_after_s,
    )
    return Feedback(findings, counts, step, wish.language == "en", subject.places())


def _held(subject: Subject, words: str) -> Findings:
    if subject.scene:
        from imagespeak_core.speaking.comparing import hold_against

        return hold_against(words, subject.scene)
    if subject.view:
        from imagespeak_core.speaking.against_view import hold_against_view

        return hold_against_view(words, subject.view)
    if subject.prompt:
        from imagespeak_core.speaking.against_prompt import hold_against_prompt

        return hold_against_prompt(words, subject.prompt)
    return Findings("nothing")


def _read(scene: str) -> Scene | None:
    """The scene; None where none was kept, or a later version wrote it."""
    from imagespeak_core.generators.illustrator.scene_json import scene_from_json

    try:
        return scene_from_json(scene) if scene else None
    except ValueError:
        return None


def _wish_of(words: str) -> Wish:
    from imagespeak_core.generators.illustrator.reading.parsing import read_prompt

    return read_prompt(words)


def _words_of(subject: Subject, level: Level) -> tuple[str, ...]:
    """The words of this level for the picture; none where nobody knows what it shows."""
    if subject.scene is None:
        return ()
    from imagespeak_core.generators.illustrator.telling.word_list import word_list

    return word_list(subject.scene, level).all


def _box_of(
    box: tuple[float, float, float, float] | None,
) -> tuple[float, float, float, float] | None:
    """The box, if it is one: anybody may have written the file."""
    if box is None or not all(0 <= share <= 1 for share in box):
        return None
    return box if box[2] > 0 and box[3] > 0 else None
