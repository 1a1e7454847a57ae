"""What is in the way of a voice."""

from __future__ import annotations

from imagespeak_core.errors import ImageSpeakError, RetryLaterError


class VoiceError(ImageSpeakError):
    """The sentence can't be heard now: read it aloud oneself."""

    code = "voice_failed"


class VoiceUnreadyError(VoiceError):
    """The owner installs the voice, or corrects settings or rights."""

    code = "voice_unready"


class VoiceBusyError(RetryLaterError):
    """Too many sentences at the same time: wait a little."""

    code = "voice_busy"
