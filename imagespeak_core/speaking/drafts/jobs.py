"""One learner's wish for a draft: from a sound to its words. In memory alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.recognisers.base import Draft


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of a sound.

    Attributes:
        heard: Whether anybody spoke in it; if not, no recogniser was asked.
        draft: What was said, as it was understood.
    """

    heard: bool
    draft: Draft = field(default_factory=lambda: Draft(()))


@dataclass(slots=True, eq=False)
class Job:
    """A sound, then what is said in it, then its draft: never more than one of the three.

    Attributes:
        learner: Whose it is.
        content: The file as it came; None from when it is decoded.
        samples: What is said in it; None before and after.
        is_taken: Whether somebody is just decoding or recognising it.
        outcome: The draft, or why there is none; None until then.
        asked_s: When somebody asked for it last.
        done_s: When its outcome was there.
    """

    learner: str
    content: bytes | None
    asked_s: float
    samples: bytes | None = None
    is_taken: bool = False
    outcome: Drafted | ImageSpeakError | None = None
    done_s: float = 0.0

    @property
    def is_recognised_now(self) -> bool:
        """Whether it is its turn at the recogniser."""
        return self.is_taken and self.samples is not None

    @property
    def is_waiting(self) -> bool:
        """Whether its turn at the recogniser has not come."""
        return self.outcome is None and not self.is_recognised_now

    def end(self, outcome: Drafted | ImageSpeakError, now_s: float) -> None:
        """That is what came of it; the sound is let go."""
        self.content = self.samples = None
        self.is_taken = False
        self.outcome, self.done_s = outcome, now_s

    @property
    def size_bytes(self) -> int:
        """How much of it is in memory."""
        return len(self.content or b"") + len(self.samples or b"")
