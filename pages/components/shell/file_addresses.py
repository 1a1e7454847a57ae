"""Signed addresses of files: of pictures, and of what our own routes make of them."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from imagespeak_core.pictures.naming import IMAGE_PREFIX, ImageKey, parse_key
from imagespeak_core.signing.addresses import signed_address
from imagespeak_core.stores.signing_time import steady_signing_time
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring

PREVIEWS_PATH = "/previews/"
ARCHIVES_PATH = "/archives/"
EXPERIMENTS_PATH = "/experiments/"
DRAWINGS_PATH = "/drawings/"
_PREVIEW_ENDING = ".webp"
_DRAWING_LIFE_S = 24 * 60 * 60


def picture(key: ImageKey, *, as_download: bool = False) -> str:
    """The address of the picture itself; the same for a long while."""
    return addresses.absolute(_picture(key, as_download=as_download))


def picture_from_here(key: ImageKey) -> str:
    """The same for a page of this server; no visitor's browser need be known."""
    return addresses.from_here(_picture(key))


def small_picture(key: ImageKey) -> str:
    """The address of the picture's small rendition."""
    return _signed(PREVIEWS_PATH + preview_name(key))


def archive(session_id: str) -> str:
    """The address of a ZIP file of the session's pictures."""
    return _signed(f"{ARCHIVES_PATH}{quote(session_id)}.zip")


def experiment(experiment_id: str, ending: str) -> str:
    """The address of an experiment as a file: `png`, `csv`, `json` or `zip`."""
    return _signed(f"{EXPERIMENTS_PATH}{quote(experiment_id)}.{ending}")


def drawing(name: str) -> str:
    """The address of an attempt's words, drawn, or of an order with a name; it ends in a day."""
    life_s = min(_DRAWING_LIFE_S, wiring().settings.url_ttl_s)
    return _signed(f"{DRAWINGS_PATH}{quote(name)}.png", life_s=life_s)


def preview_name(key: ImageKey) -> str:
    """The file name of a picture's small rendition."""
    return str(key).removeprefix(IMAGE_PREFIX).removesuffix(".png") + _PREVIEW_ENDING


def preview_key(file_name: str) -> ImageKey | None:
    """The picture whose rendition has this file name; None for anything else."""
    name = file_name.removesuffix(_PREVIEW_ENDING)
    return parse_key(f"{IMAGE_PREFIX}{name}.png") if name != file_name else None


def _picture(key: ImageKey, *, as_download: bool = False) -> str:
    signed_at, _ = _signing_times()
    store = wiring().services.store
    return store.image_url(key, signed_at=signed_at, as_download=as_download)


def _signed(path: str, *, life_s: int | None = None) -> str:
    _, expires = _signing_times(life_s)
    return addresses.absolute(signed_address(path, expires=expires, secret=wiring().secret))


def _signing_times(life_s: int | None = None) -> tuple[datetime, int]:
    """From when addresses count, and their end in Unix seconds; steady, for browsers' caches."""
    wired = wiring()
    life_s = life_s or wired.settings.url_ttl_s
    signed_at = steady_signing_time(wired.services.now(), url_life_s=life_s)
    return signed_at, int(signed_at.timestamp()) + life_s
