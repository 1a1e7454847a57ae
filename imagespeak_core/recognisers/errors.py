"""What is in the way of a first draft."""

from __future__ import annotations

from imagespeak_core.errors import ImageSpeakError, RetryLaterError


class RecogniserError(ImageSpeakError):
    """Nothing was recognised, since something failed: type the words.

    Attributes:
        is_begun: It was paid for and goes on, or lies ready: asking again costs nothing more.
    """

    code = "recogniser_failed"

    def __init__(self, message: str, *, is_begun: bool = False) -> None:
        """See the class.

        Args:
            message: What the learner reads.
            is_begun: See the class.
        """
        super().__init__(message)
        self.is_begun = is_begun


class RecogniserUnreadyError(RecogniserError):
    """The owner installs what recognises speech, or corrects settings or rights."""

    code = "recogniser_unready"


class RecogniserBusyError(RetryLaterError):
    """Too many want a draft at the same time: wait a little."""

    code = "recogniser_busy"
