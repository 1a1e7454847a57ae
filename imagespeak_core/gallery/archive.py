"""A ZIP file of a session's pictures and a table of their settings, made while it is sent.

One picture is in memory at a time. Nothing is compressed: a PNG is already. `missing.txt` names
the pictures that could not be read, if there are any.
"""

from __future__ import annotations

import csv
import io
import logging
from collections.abc import Generator, Sequence
from datetime import datetime
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from imagespeak_core.errors import ImageNotFoundError, StorageError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.details import ImageDetails, from_png
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore, file_name

logger = logging.getLogger(__name__)

SETTINGS_NAME = "settings.csv"
MISSING_NAME = "missing.txt"
COLUMNS = (
    "file",
    "session",
    "made",
    "prompt",
    "negative prompt",
    "quality",
    "width",
    "height",
    "seed",
    "model",
    "seconds",
    "bytes",
)

_FORMULA_BEGINS = (*"=+-@\uff1d\uff0b\uff0d\uff20", "\t", "\r", "\n")
"""Wide ones too: https://owasp.org/www-community/attacks/CSV_Injection (2026-11)."""
_ZIP_YEARS = (1980, 2107)  # what a date in a ZIP file can hold
_FILE_MODE = 0o100644 << 16


def stream_archive(
    store: PictureStore, images: Sequence[StoredImage], *, session_id: str
) -> Generator[bytes, None, None]:
    """The parts of the ZIP file, one for each picture.

    Args:
        store: Where the pictures are.
        images: In the order in which they go in.
        session_id: Theirs.

    Raises:
        ValueError: A picture belongs to another session.
    """
    if any(image.key.session_id != session_id for image in images):
        raise ValueError("An archive holds the pictures of one session.")
    return _parts(store, [image.key for image in images])


def _parts(store: PictureStore, keys: Sequence[ImageKey]) -> Generator[bytes, None, None]:
    window = SentAway()
    table = io.StringIO()
    rows = csv.writer(table, quoting=csv.QUOTE_NONNUMERIC)
    rows.writerow(COLUMNS)
    missing = []
    with ZipFile(window, "w", ZIP_STORED) as archive:
        for key in keys:
            try:
                png = store.read(key)
            except (ImageNotFoundError, StorageError) as exc:
                logger.warning("a picture is missing in an archive: %s", exc.code)
                missing.append(f"{file_name(key)}: {exc}\n")
                continue
            rows.writerow(_row(_details(store, key, png), len(png)))
            archive.writestr(zip_entry(file_name(key), key.created_at), png)
            del png  # the reader may take its time
            yield window.take()
        made_at = max((key.created_at for key in keys), default=None)
        archive.writestr(zip_entry(SETTINGS_NAME, made_at), spreadsheet_bytes(table.getvalue()))
        if missing:
            archive.writestr(zip_entry(MISSING_NAME, made_at), spreadsheet_bytes("".join(missing)))
    yield window.take()


def _details(store: PictureStore, key: ImageKey, png: bytes) -> ImageDetails:
    """By the file itself, which tells everything; else as the store knows them."""
    try:
        return from_png(key, png) or store.details(key)
    except (ImageNotFoundError, StorageError):
        return ImageDetails(key=key)


def _row(details: ImageDetails, size_bytes: int) -> list[str | int | float | None]:
    key = details.key
    seconds = None if details.duration_ms is None else details.duration_ms / 1000
    return [
        file_name(key),
        safe_cell(key.session_id),
        key.created_at.isoformat(),
        safe_cell(details.prompt),
        safe_cell(details.negative_prompt),
        safe_cell(details.quality),
        details.width_px,
        details.height_px,
        details.seed,
        safe_cell(details.model),
        seconds,
        size_bytes,
    ]


def safe_cell(text: str | None) -> str:
    """A text that no spreadsheet takes for a formula."""
    text = text or ""
    return f"'{text}" if text.startswith(_FORMULA_BEGINS) else text


def zip_entry(name: str, made_at: datetime | None) -> ZipInfo:
    """The head of a file in a ZIP; its date is left out where there is none."""
    entry = ZipInfo(name)
    if made_at:
        year = min(max(made_at.year, _ZIP_YEARS[0]), _ZIP_YEARS[1])
        entry.date_time = (year, *made_at.timetuple()[1:6])
    entry.external_attr = _FILE_MODE
    return entry


def spreadsheet_bytes(text: str) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it; half characters become `?`."""
    return text.encode("utf-8-sig", errors="replace")


class SentAway(io.BytesIO):
    """The end of a file whose beginning was sent already.

    What was not sent can still be changed: a ZIP entry's head, when its data is known.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sent_bytes = 0

    def tell(self) -> int:
        """The place in the whole file."""
        return self._sent_bytes + super().tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place of the whole file that was not sent yet."""
        if whence == io.SEEK_SET:
            offset -= self._sent_bytes
        return self._sent_bytes + super().seek(offset, whence)

    def take(self) -> bytes:
        """What was written since the last time."""
        part = self.getvalue()
        self._sent_bytes += len(part)
        super().seek(0)
        self.truncate(0)
        return part
