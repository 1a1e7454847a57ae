"""A call to Bedrock sent once more where the model says that it is busy; after nothing else."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from botocore.exceptions import ClientError

from imagespeak_core.aws.failures import error_code, retry_after_s
from imagespeak_core.generators.bedrock.errors import BUSY_CODES

LONGEST_PAUSE_S = 5
"""The longest `Retry-After` that is waited for; a longer one is passed on to the caller."""

_logger = logging.getLogger(__name__)

_T = TypeVar("_T")


def once_more_if_busy(
    send: Callable[[], _T], *, wait: Callable[[float], None], jitter: Callable[[], float]
) -> _T:
    """What a call gives. Nothing that may be paid for is sent again.

    Args:
        send: The call.
        wait: Sleeps for so many seconds.
        jitter: 0–1, so that those who were refused together don't come back together.

    Raises:
        botocore.exceptions.ClientError: As the call.
    """
    try:
        return send()
    except ClientError as exc:
        pause_s = _pause_before_retry(exc, jitter)
        if pause_s is None:
            raise
        _logger.info("Bedrock says %s; once more in %.1f s", error_code(exc), pause_s)
    wait(pause_s)
    return send()


def _pause_before_retry(exc: ClientError, jitter: Callable[[], float]) -> float | None:
    if error_code(exc) not in BUSY_CODES:
        return None
    asked_s = retry_after_s(exc) or 0
    return None if asked_s > LONGEST_PAUSE_S else max(asked_s, 1 + jitter())
