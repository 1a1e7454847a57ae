"""The teachers' PIN: compared in constant time, and not for as long as somebody likes to guess."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from imagespeak_core.access.errors import TooManyTriesError, WrongPinError

FREE_TRIES = 5
FIRST_WAIT_S = 60
LONGEST_WAIT_S = 900
FORGET_AFTER_S = 3_600
MAX_PLACES = 1_000

_SITE_PREFIX = 48  # what one place gets of IPv6; inside it, addresses cost nothing


@dataclass(slots=True)
class _Place:
    wrong: int
    last_s: float

    @property
    def wait_s(self) -> int:
        """Seconds from the last wrong try to the next one that is looked at."""
        over = self.wrong - FREE_TRIES
        return 0 if over < 0 else min(FIRST_WAIT_S * 2 ** min(over, 10), LONGEST_WAIT_S)


class PinCheck:
    """Looks at PINs, and counts the wrong ones of each place.

    After 5 wrong tries a place waits a minute, after each further one twice as long, at most
    15 minutes. The right PIN, or an hour's rest, clears it. A place is an IPv4 address or an
    IPv6 /48; the 1,000 latest are remembered.

    Args:
        pin: The teachers' PIN.
        clock: Seconds that never go back, such as `time.monotonic`.
    """

    def __init__(self, pin: str, clock: Callable[[], float]) -> None:
        self._digest = _digest(pin.strip())
        self._clock = clock
        self._lock = threading.Lock()
        self._places: OrderedDict[str, _Place] = OrderedDict()  # the latest try last

    def try_pin(self, text: str, address: str | None) -> None:
        """Return for the right PIN; white space around it does not count.

        Args:
            text: As it was typed.
            address: The peer of the connection.

        Raises:
            WrongPinError: It is another one.
            TooManyTriesError: This place has to wait; the PIN was not looked at.
        """
        where = _place(address)
        typed = _digest(text.strip())
        with self._lock:
            now_s = self._clock()
            place = self._remembered(where, now_s)
            left_s = math.ceil(place.last_s + place.wait_s - now_s)
            if left_s > 0:
                raise TooManyTriesError(
                    f"Too many wrong PINs. Please wait {_in_words(left_s)}, then try again.",
                    retry_after_s=left_s,
                )
            if hmac.compare_digest(typed, self._digest):
                self._places.pop(where, None)
                return
            self._remember(where, _Place(place.wrong + 1, now_s))
        raise WrongPinError("This is not the teachers' PIN. Please type it again.")

    def _remembered(self, where: str, now_s: float) -> _Place:
        place = self._places.get(where)
        if place is None or place.last_s + FORGET_AFTER_S <= now_s:
            return _Place(0, now_s)
        return place

    def _remember(self, where: str, place: _Place) -> None:
        self._places[where] = place
        self._places.move_to_end(where)
        if len(self._places) > MAX_PLACES:
            self._places.popitem(last=False)


def _place(address: str | None) -> str:
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((int(parsed), _SITE_PREFIX), strict=False))


def _in_words(seconds: int) -> str:
    if seconds <= 60:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    return f"{math.ceil(seconds / 60)} minutes"


def _digest(pin: str) -> bytes:
    return hashlib.sha256(pin.encode("utf-8", "surrogatepass")).digest()
