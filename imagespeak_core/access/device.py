"""The cookie by which a browser is known again when a PIN is typed: `{id}.{end}.{signature}`.

It opens nothing. It says which browser tries, and whether that one has signed in before with the
PIN of today: another PIN makes all browsers new ones.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from imagespeak_core.signing.signatures import matches, sign

DEVICE_COOKIE_NAME = "imagespeak_device"
DEVICE_COOKIE_LIFE_S = 400 * 24 * 60 * 60  # the most that browsers grant

_PURPOSE = "imagespeak device cookie"
_VALUE = re.compile(
    r"(?P<id>[0-9a-f]{32})\.(?P<end>[0-9]{1,12})\.(?P<signature>[A-Za-z0-9_-]{20,100})"
)


@dataclass(frozen=True, slots=True)
class Device:
    """A browser, or a script.

    Attributes:
        id: 32 random hexadecimal digits.
        state: `new` brought no cookie of ours, `seen` brought one, `signed in` has signed in
            before with the PIN of today.
    """

    id: str
    state: Literal["new", "seen", "signed in"]


def make_device_cookie(device: Device, pin: str, *, secret: bytes, now: datetime) -> str:
    """The value by which the browser is known for 400 days.

    Args:
        device: The browser.
        pin: The teachers' PIN.
        secret: The server's own.
        now: Aware.
    """
    end = str(int(now.timestamp()) + DEVICE_COOKIE_LIFE_S)
    known_by = _known_by(pin) if device.state == "signed in" else ""
    signature = sign(_PURPOSE, device.id, end, known_by, secret=secret)
    return f"{device.id}.{end}.{signature}"


def read_device_cookie(value: str, pin: str, *, secret: bytes, now: datetime) -> Device:
    """The browser that we gave this value; a new one for anything that we did not make.

    The arguments are those of `make_device_cookie`.
    """
    match = _VALUE.fullmatch(value)
    if match and int(match["end"]) > now.timestamp():
        of = (match["signature"], _PURPOSE, match["id"], match["end"])
        if matches(*of, _known_by(pin), secret=secret):
            return Device(match["id"], "signed in")
        if matches(*of, "", secret=secret):
            return Device(match["id"], "seen")
    return Device(secrets.token_hex(16), "new")


def _known_by(pin: str) -> str:
    return hashlib.sha256(pin.encode("utf-8", "surrogatepass")).hexdigest()
