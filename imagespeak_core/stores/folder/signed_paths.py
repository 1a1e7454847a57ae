"""Addresses of blobs on this app's own server, signed by it.

/pictures/{file name}?expires={Unix seconds}[&download=1]&signature={HMAC-SHA256, base64url}
/recordings/{file name}?expires=…
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.pictures.naming import IMAGE_PREFIX
from imagespeak_core.signing.signatures import matches, sign
from imagespeak_core.speaking.keys import RECORDING_PREFIX

PICTURES_PATH = "/pictures/"
RECORDINGS_PATH = "/recordings/"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A room whose files are shown at addresses.

    Attributes:
        path: Before the file's name.
        purpose: Keeps its signatures apart from those of others.
        noun: What one is called in a sentence.
    """

    path: str
    purpose: str
    noun: str


_ROOMS = {
    IMAGE_PREFIX: _Shown(PICTURES_PATH, "imagespeak picture address", "picture"),
    RECORDING_PREFIX: _Shown(RECORDINGS_PATH, "imagespeak recording address", "recording"),
}


def signed_path(name: str, expires: int, *, as_download: bool, secret: bytes) -> str:
    """The address of a picture or a recording until `expires`, in Unix seconds.

    Raises:
        ValueError: No route of the app shows what has such a name.
    """
    shown, file_name = _shown(name)
    download = "1" if as_download else ""
    query = f"expires={expires}" + ("&download=1" if as_download else "")
    signature = sign(shown.purpose, file_name, str(expires), download, secret=secret)
    return f"{shown.path}{quote(file_name)}?{query}&signature={signature}"


def check_signature(
    name: str, expires: str, download: str, signature: str, *, secret: bytes, now: datetime
) -> None:
    """Let an address pass if we signed exactly it, and it is not too old.

    Raises:
        AddressExpiredError: It is too old, or anything in it was changed.
        ValueError: As `signed_path`.
    """
    shown, file_name = _shown(name)
    is_ours = matches(signature, shown.purpose, file_name, expires, download, secret=secret)
    if not is_ours or int(expires) <= now.timestamp():
        raise AddressExpiredError(
            f"The address of this {shown.noun} is too old or not complete. "
            "Open the session's page again to get a new one."
        )


def _shown(name: str) -> tuple[_Shown, str]:
    """The room of a blob, and what the blob is called in it."""
    room, slash, file_name = name.partition("/")
    shown = _ROOMS.get(room + slash)
    if shown is None:
        raise ValueError(f"{name!r} is shown at no address.")
    return shown, file_name
