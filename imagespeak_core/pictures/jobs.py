"""A generation in the background, as whoever waits for it sees it."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.models import ImageRequest, MadeImage, StoredImage
from imagespeak_core.pictures.made_once import WhyWait
from imagespeak_core.pictures.naming import ImageKey

WhyNot = WhyWait | Literal["its turn"]
"""Why a job does not run just now: what `Waits` says, or others come first."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended.

    Attributes:
        error: What went wrong; None when the pictures are in the store.
        warnings: What could not be honoured, and which of several pictures failed and why.
        keys: The pictures that are in the store because of the job, in their order; also those
            that were stored before an error.
        listed: The session's pictures, newest first, as they were at the end; empty where nobody
            looked.
        at_s: When, on the queue's monotonic clock.
    """

    error: Exception | None = None
    warnings: tuple[str, ...] = ()
    keys: tuple[ImageKey, ...] = ()
    listed: tuple[StoredImage, ...] = ()
    at_s: float = 0.0


@dataclass(slots=True)
class _Progress:
    why: WhyNot | None = "its turn"
    stored: list[ImageKey] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Job:
    """A generation that runs, waits to run, or has ended.

    Attributes:
        job_id: Can't be guessed; who knows it may wait for the job's end, and see its picture.
        request: The form as it was handed in; a seed left open is 0 here.
        asked_at_s: When, on the queue's monotonic clock.
        teacher: Who asked, where it was a teacher.
        done: Gives how it ended.
    """

    job_id: str
    request: ImageRequest
    asked_at_s: float
    teacher: Teacher | None = None
    done: Future[Ended] = field(default_factory=Future)
    _progress: _Progress = field(default_factory=_Progress, repr=False)

    @property
    def made(self) -> int:
        """Pictures that were made and stored so far; it grows while the job runs."""
        return len(self._progress.stored)

    @property
    def is_going_on(self) -> bool:
        """Whether it has not ended."""
        return not self.done.done()

    @property
    def why(self) -> WhyNot | None:
        """Why it does not run just now; None while it does."""
        return self._progress.why

    def note(self, image: MadeImage) -> None:
        """Count a picture that was just stored."""
        self._progress.stored.append(image.stored.key)

    def is_put_off(self, why: WhyNot | None) -> None:
        """For the queue: say why it does not run; None: it does."""
        self._progress.why = why

    @property
    def stored_keys(self) -> tuple[ImageKey, ...]:
        """The pictures that were made and stored so far, in their order."""
        return tuple(sorted(self._progress.stored, key=lambda key: key.order))
