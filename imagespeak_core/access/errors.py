"""What can go wrong at the teachers' door; imagespeak_core/errors.py has the whole tree."""

from __future__ import annotations

from imagespeak_core.errors import ImageSpeakError, RetryLaterError


class NotTeacherError(ImageSpeakError):
    """Only teachers may do this, and who asked is none, or none any more."""

    code = "not_teacher"


class WrongPinError(ImageSpeakError):
    """The PIN is not the teachers'."""

    code = "wrong_pin"


class TooManyTriesError(RetryLaterError):
    """Too many wrong PINs or codes came; even the right one is not looked at for a while."""

    code = "too_many_tries"


class TooManyCodesError(TooManyTriesError):
    """Those were codes of classes."""

    code = "too_many_codes"
