"""Which errors only the owner can mend, and what each is called in the log.

An error that is not listed has the kind of its parent. What it says itself is for people, and
names no prompt, session or address; where that is not enough for the owner, there is more here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from imagespeak_core import errors
from imagespeak_core.access.errors import TooManyCodesError, TooManyTriesError, WrongPinError
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.stores.errors import StorageCredentialsError, StorageMisplacedError
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError

_MORE_REQUESTS = "If it goes on, ask AWS for more requests a minute (Service Quotas)."
_GUESSING = (
    "Somebody types wrong PINs for teachers. If no teacher does, set a longer "
    "IMAGESPEAK_TEACHER_PIN."
)

KINDS: Mapping[type[errors.ImageSpeakError], tuple[str, str] | None] = MappingProxyType(
    {
        errors.ModelQuotaError: ("model quota", ""),
        errors.ModelBusyError: ("model throttled", _MORE_REQUESTS),
        errors.ModelError: ("model failed", ""),
        errors.ModelTimeoutError: ("model slow", ""),
        errors.ModelUnreachableError: ("model unreachable", ""),
        errors.ModelSilentError: ("model silent", "It is left alone for half a minute each time."),
        errors.ModelRejectedError: ("model rejects", ""),
        errors.ModelRetiredError: ("model retired", ""),
        errors.ModelAccessError: ("model access", ""),
        errors.ModelCredentialsError: ("model credentials", ""),
        errors.DayLimitError: (
            "day limit",
            "The owner can raise IMAGESPEAK_MAX_PICTURES_PER_DAY or "
            "IMAGESPEAK_STORED_BYTES_PER_DAY.",
        ),
        errors.PaidCallsLimitError: (
            "paid calls limit",
            "The owner can raise IMAGESPEAK_MAX_PAID_CALLS_PER_DAY.",
        ),
        errors.BudgetSpentError: (
            "budget spent",
            "The owner can raise IMAGESPEAK_BUDGET_USD_PER_DAY or IMAGESPEAK_BUDGET_USD_PER_MONTH.",
        ),
        errors.BudgetDamagedError: ("budget damaged", ""),
        errors.SessionFullError: (
            "session full",
            "The owner can raise IMAGESPEAK_SESSION_PICTURES_PER_DAY or "
            "IMAGESPEAK_SESSION_MAX_BYTES.",
        ),
        errors.VisitorShareError: (
            "visitor share",
            "If it goes on, somebody may be using up the budget on purpose.",
        ),
        errors.StorageError: ("store failed", ""),
        errors.KeyTakenError: None,
        errors.SpoolLostError: ("spool damaged", ""),
        errors.StorageFullError: ("store full", ""),
        errors.StorageAccessError: ("store access", ""),
        StorageCredentialsError: ("store credentials", ""),
        StorageMisplacedError: ("store misplaced", ""),
        errors.StorageUnsuitableError: ("store unsuitable", ""),
        errors.StorageTimeoutError: (
            "store slow",
            "If it goes on, look at the network and the server of the bucket.",
        ),
        errors.StorageUnreachableError: ("store unreachable", ""),
        RecogniserError: ("recogniser failed", ""),
        RecogniserUnreadyError: ("recogniser not ready", ""),
        RecogniserBusyError: ("recogniser throttled", _MORE_REQUESTS),
        VoiceError: ("voice failed", ""),
        VoiceUnreadyError: ("voice not ready", ""),
        VoiceBusyError: ("voice throttled", _MORE_REQUESTS),
        WrongPinError: ("wrong PIN", _GUESSING),
        TooManyTriesError: ("too many wrong PINs", _GUESSING),
        TooManyCodesError: (
            "too many wrong codes",
            "If it goes on, somebody tries codes of classes, and browsers that are new here may "
            "have to wait. Links and QR codes of classes work all the same.",
        ),
    }
)
"""Each kind's name, and what the owner can do beside what the error says."""

_BY_CODE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"sound_not_ready": ("recordings not readable", "")}
)
"""Of rooms that those who make pictures know nothing of."""

_FOR_VISITORS = (WrongPinError, TooManyTriesError, errors.VisitorShareError)
"""What they say is for whoever typed or pressed."""


@contextmanager
def told(troubles: Troubles) -> Iterator[None]:
    """Around whatever may raise such an error."""
    try:
        yield
    except errors.ImageSpeakError as error:
        tell_of(troubles, error)
        raise


def tell_of(troubles: Troubles, error: BaseException) -> None:
    """Have the owner told of an error, if only the owner can mend it.

    Args:
        troubles: Told of it.
        error: Any.
    """
    found = next((KINDS[kind] for kind in type(error).__mro__ if kind in KINDS), None)
    if found is None and isinstance(error, errors.ImageSpeakError):
        found = _BY_CODE.get(error.code)
    if found is None:
        return
    kind, advice = found
    told = "" if isinstance(error, _FOR_VISITORS) else str(error)
    troubles.tell(kind, f"{told} {advice}".strip())
