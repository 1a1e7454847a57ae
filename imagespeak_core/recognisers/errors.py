"""What is in the way of a first draft."""

from __future__ import annotations

from imagespeak_core.errors import ImageSpeakError, RetryLaterError


class RecogniserError(ImageSpeakError):
    """Nothing was recognised, since something failed: type the words.

    Attributes:
        is_begun: It was paid for and goes on, or lies ready: asking again costs nothing more.
    """

    code = "recogniser_failed"
    is_begun = False


class RecogniserUnreadyError(RecogniserError):
    """The owner installs what recognises speech, or corrects settings or rights."""

    code = "recogniser_unready"


class RecogniserBusyError(RetryLaterError):
    """Too many want a draft at the same time: wait a little."""

    code = "recogniser_busy"
