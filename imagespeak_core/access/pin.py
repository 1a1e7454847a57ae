"""The teachers' PIN, and how fast it can be guessed.

A whole school shares one address, and so does everybody behind a proxy that tells nothing of its
visitors. So wrong tries count for the browser first, by a cookie (see `device`), and others at
the same address are slowed down, never shut out:

- A browser that has signed in with this PIN before has a line of its own: 5 tries at once, then
  one a minute. Nobody else's tries reach it.
- Any other browser has such a line too, and stands in line with the rest of its address: 10 tries
  at once, then one each 10 seconds. A try waits in that line for up to 25 seconds, and is looked
  at then: some proxies give up after 30. Browsers with a cookie of ours and scripts without one
  stand in two lines.
- All browsers that have never signed in stand in one more line, wherever they are: 60 tries at
  once, then one each 3 seconds.

A right PIN takes nobody's place. So a pupil who types wrong PINs stops that browser alone; a
script without cookies never delays a browser that has one. A script that fetches a new cookie for
each few tries fills its address's line: then a teacher there, on a device that has never signed
in, is told to wait some seconds and may need several goes; a device that has signed in is let in.

The most that can be guessed in a day: 1,445 PINs by one device, 17,300 from one address, and
28,900 in all, without the devices that have signed in. Half of all PINs of six digits take 17
days, of six small letters and digits 100 years. All counts are those of one process.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import threading
from collections.abc import Callable
from dataclasses import dataclass

from imagespeak_core.access.device import Device
from imagespeak_core.access.errors import TooManyTriesError, WrongPinError
from imagespeak_core.access.lines import Line, place_of
from imagespeak_core.typed_text import stripped, with_plain_forms

HOLD_S = 25


@dataclass(frozen=True, slots=True)
class Turn:
    """A try's place in line.

    Attributes:
        wait_s: Seconds from now until it may be looked at.
        places: The lines that it stands in: of browsers, of addresses, of everybody.
    """

    wait_s: float
    places: tuple[tuple[Line, str], ...]


class PinCheck:
    """Looks at PINs: first `take_turn`, then wait as long as it says, then `try_pin`.

    An address is an IPv4 address or an IPv6 /48. The 1,000 latest browsers and addresses are
    remembered.

    Args:
        pin: The teachers' PIN.
        clock: Seconds that never go back, such as `time.monotonic`.
    """

    def __init__(self, pin: str, clock: Callable[[], float]) -> None:
        self._digest = _digest(pin)
        self._clock = clock
        self._lock = threading.Lock()
        self._browsers = Line(at_once=5, every_s=60, hold_s=0)
        self._addresses = Line(at_once=10, every_s=10, hold_s=HOLD_S)
        self._everybody = Line(at_once=60, every_s=3, hold_s=HOLD_S)

    def take_turn(self, address: str | None, device: Device) -> Turn:
        """Stand in line for one try.

        Args:
            address: The peer of the connection.
            device: The browser, by its cookie.

        Raises:
            TooManyTriesError: The line is too long; the try has no place in it.
        """
        places = [(self._browsers, device.id)]
        if device.state != "signed in":
            places.append((self._addresses, f"{device.state} at {place_of(address)}"))
            places.append((self._everybody, ""))
        with self._lock:
            now_s = self._clock()
            waits_s = [line.wait_s(key, now_s) for line, key in places]
            too_long_s = {
                line: wait_s - line.hold_s
                for wait_s, (line, _) in zip(waits_s, places, strict=True)
                if wait_s > line.hold_s
            }
            if too_long_s:
                raise self._too_many(next(iter(too_long_s)), math.ceil(max(too_long_s.values())))
            for line, key in places:
                line.take(key, now_s)
        return Turn(max(waits_s), tuple(places))

    def try_pin(self, text: str, turn: Turn) -> None:
        """Return for the right PIN, as `plain_pin` sees it.

        Args:
            text: As it was typed.
            turn: Of this try alone; its wait is over.

        Raises:
            WrongPinError: It is another one.
        """
        if not hmac.compare_digest(_digest(text), self._digest):
            raise WrongPinError("This is not the teachers' PIN. Please type it again.")
        with self._lock:
            for line, key in turn.places:
                if line is self._browsers:
                    line.forget(key)
                else:
                    line.give_back(key)

    def _too_many(self, full: Line, left_s: int) -> TooManyTriesError:
        left = "1 second" if left_s == 1 else f"{left_s} seconds"
        told = f"Please wait {left}, then try again."
        if full is self._browsers:
            return TooManyTriesError(f"Too many wrong PINs. {told}", retry_after_s=left_s)
        whence = "your network" if full is self._addresses else "many places"
        return TooManyTriesError(
            f"Too many wrong PINs come from {whence}. {told} "
            "A device that has signed in before does not wait.",
            retry_after_s=left_s,
        )


def plain_pin(text: str) -> str:
    """A PIN as it counts, however it was typed.

    Digits of any script are those of ASCII, letters of full width are plain ones, and one way of
    writing an accent is as good as another (NFKC). What can't be seen at either end goes. Small
    and capital letters differ.
    """
    return stripped(with_plain_forms(text))


def _digest(pin: str) -> bytes:
    return hashlib.sha256(plain_pin(pin).encode("utf-8", "surrogatepass")).digest()
