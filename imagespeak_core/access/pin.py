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
import ipaddress
import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from imagespeak_core.access.device import Device
from imagespeak_core.access.errors import TooManyTriesError, WrongPinError
from imagespeak_core.typed_text import stripped, with_plain_forms

MAX_KEYS = 1_000
HOLD_S = 25

_SITE_PREFIX = 48  # what one place gets of IPv6; inside it, addresses cost nothing


class _Line:
    """Tries of several keys: some at once, then one by one at an even pace.

    Args:
        at_once: Tries of a key that nothing delays.
        every_s: From one delayed try to the next.
        hold_s: How long a try may wait in the line; one that would wait longer is not let in.
    """

    def __init__(self, at_once: int, every_s: float, hold_s: float) -> None:
        self.every_s = every_s
        self.hold_s = hold_s
        self._slack_s = (at_once - 1) * every_s
        self._free_s: OrderedDict[str, float] = OrderedDict()  # when all tries are forgotten

    def wait_s(self, key: str, now_s: float) -> float:
        """Seconds until the next try of the key has its turn."""
        return max(0.0, self._free_s.get(key, now_s) - self._slack_s - now_s)

    def take(self, key: str, now_s: float) -> None:
        """Give the next turn away."""
        self._free_s[key] = max(self._free_s.get(key, now_s), now_s) + self.every_s
        self._free_s.move_to_end(key)
        if len(self._free_s) > MAX_KEYS:
            self._free_s.popitem(last=False)

    def give_back(self, key: str) -> None:
        """As if one turn had not been taken."""
        if key in self._free_s:
            self._free_s[key] -= self.every_s

    def forget(self, key: str) -> None:
        self._free_s.pop(key, None)


@dataclass(frozen=True, slots=True)
class Turn:
    """A try's place in line.

    Attributes:
        wait_s: Seconds from now until it may be looked at.
        places: The lines that it stands in: of browsers, of addresses, of everybody.
    """

    wait_s: float
    places: tuple[tuple[_Line, str], ...]


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
        self._browsers = _Line(at_once=5, every_s=60, hold_s=0)
        self._addresses = _Line(at_once=10, every_s=10, hold_s=HOLD_S)
        self._everybody = _Line(at_once=60, every_s=3, hold_s=HOLD_S)

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
            places.append((self._addresses, f"{device.state} at {_place(address)}"))
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

    def _too_many(self, full: _Line, left_s: int) -> TooManyTriesError:
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


def _digest(pin: str) -> bytes:
    return hashlib.sha256(plain_pin(pin).encode("utf-8", "surrogatepass")).digest()
