"""How much learners may store: pictures a session and day, bytes a session, bytes a day in all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from imagespeak_core.changes import Change, PicturesStored
from imagespeak_core.errors import DayLimitError, SessionFullError
from imagespeak_core.models import ImageRequest, StoredImage
from imagespeak_core.pictures.naming import format_timestamp
from imagespeak_core.spending.daily_limit import seconds_to_midnight

_DAY = slice(0, 8)
"""Of a key's timestamp."""


class Room:
    """Asked before a picture is made; hears of each one that is stored. Safe for threads.

    What a session has is counted in its listing, and so by all servers alike. What is stored in a
    day is counted in this process; pictures that are being made meanwhile may still come on top.

    Args:
        session_pictures_per_day: More of a day (UTC) a session does not get; 0 for any number.
        session_max_bytes: Nor any more when its pictures have so many bytes; 0 for any number.
        stored_bytes_per_day: Nobody gets more when this process has stored so many bytes in a
            day (UTC); 0 for any number.
        is_exempt: Whether nothing is counted for a session with this id.
        now: The clock, aware.
    """

    def __init__(
        self,
        *,
        session_pictures_per_day: int,
        session_max_bytes: int,
        stored_bytes_per_day: int,
        is_exempt: Callable[[str], bool],
        now: Callable[[], datetime],
    ) -> None:
        self._session_pictures_per_day = session_pictures_per_day
        self._session_max_bytes = session_max_bytes
        self._stored_bytes_per_day = stored_bytes_per_day
        self._is_exempt = is_exempt
        self._now = now
        self._lock = threading.Lock()
        self._day = self._today()
        self._stored_bytes = 0

    def check(self, request: ImageRequest, there: Sequence[StoredImage]) -> None:
        """Return if there is room for the pictures of a request.

        Args:
            request: The wish.
            there: All pictures that its session has.

        Raises:
            SessionFullError: Its session has as many, or as much, as it may have.
            DayLimitError: So much was stored today that nobody gets more.
        """
        if self._is_exempt(request.session_id):
            return
        self._check_session(request, there)
        with self._lock:
            self._turn_the_day()
            stored_bytes = self._stored_bytes
        if 0 < self._stored_bytes_per_day <= stored_bytes:
            raise DayLimitError(
                "There is no more room for new pictures today. New ones can be made again after "
                "midnight UTC. The pictures you have stay here.",
                retry_after_s=seconds_to_midnight(self._now()),
            )

    def heed(self, change: Change) -> None:
        """Count what was stored."""
        if not isinstance(change, PicturesStored):
            return
        size_bytes = sum(
            image.size_bytes for image in change.images if not self._is_exempt(image.key.session_id)
        )
        with self._lock:
            self._turn_the_day()
            self._stored_bytes += size_bytes

    def _check_session(self, request: ImageRequest, there: Sequence[StoredImage]) -> None:
        today = self._today()
        # Another server's clock may be in tomorrow already.
        of_today = sum(image.key.timestamp[_DAY] >= today for image in there)
        if 0 < self._session_pictures_per_day < of_today + request.image_count:
            raise SessionFullError(
                f"This session has {of_today} pictures of today. Start a new session, or come "
                "back tomorrow."
            )
        if 0 < self._session_max_bytes <= sum(image.size_bytes for image in there):
            raise SessionFullError(
                "This session has no more room for new pictures. Start a new session."
            )

    def _turn_the_day(self) -> None:
        today = self._today()
        if today != self._day:
            self._day, self._stored_bytes = today, 0

    def _today(self) -> str:
        return format_timestamp(self._now())[_DAY]
