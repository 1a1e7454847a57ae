"""What can be in the way of speaking; imagespeak_core/errors.py has the whole tree."""

from __future__ import annotations

from imagespeak_core.errors import DocumentDamagedError, ImageSpeakError, RetryLaterError


class NotSoundError(ImageSpeakError):
    """The file has no sound that can be decoded; it may be hostile."""

    code = "not_sound"


class TooLongSoundError(ImageSpeakError):
    """The recording is longer than is kept."""

    code = "sound_too_long"


class TooLargeSoundError(ImageSpeakError):
    """The file has more bytes than are read."""

    code = "sound_too_large"


class SoundTimeoutError(ImageSpeakError):
    """Reading the recording took too long and was ended."""

    code = "sound_timeout"


class SoundUnreadyError(ImageSpeakError):
    """What reads recordings does not load on this computer."""

    code = "sound_not_ready"


class SoundBusyError(RetryLaterError):
    """Too many recordings are being read; this one was not touched."""

    code = "sound_busy"


class UploadsBusyError(RetryLaterError):
    """Too many recordings are being sent; nothing of this one was taken."""

    code = "uploads_busy"


class DraftReplacedError(ImageSpeakError):
    """The learner wants a draft of a newer recording instead."""

    code = "draft_replaced"


class SpokenGoneError(ImageSpeakError):
    """A recording or an attempt is not there any more, or is somebody else's."""

    code = "spoken_gone"


class TooManyKeptError(ImageSpeakError):
    """As many recordings or attempts are kept as may be; one must be deleted first."""

    code = "too_many_kept"


class SpokenDamagedError(DocumentDamagedError):
    """What is stored of a recording or an attempt can't be read; it was not touched."""

    code = "spoken_damaged"
