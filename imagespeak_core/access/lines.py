"""Lines in which tries stand: of PINs, and of the codes of classes."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict

MAX_KEYS = 1_000

_SITE_PREFIX = 48  # what one place gets of IPv6; inside it, addresses cost nothing


class Line:
    """Tries of several keys: some at once, then one by one at an even pace. Not safe for threads.

    The 1,000 latest keys are remembered.

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
        """As if the key had never tried."""
        self._free_s.pop(key, None)


def place_of(address: str | None) -> str:
    """What counts as one place: an IPv4 address, or an IPv6 /48; `unknown` for anything else."""
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((int(parsed), _SITE_PREFIX), strict=False))
