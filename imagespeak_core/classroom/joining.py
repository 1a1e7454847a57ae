"""Joining a class by its code, and how fast codes can be guessed.

A code is one of 31^6 = 887,503,681. The right one costs nothing, so a whole class may type it at
once. A wrong one takes a place in several lines, and where one of them is full, nothing is looked
up at all: else the right code would be found by trying.

- A browser, known by the learner's key: 5 wrong codes at once, then one a minute.
- Browsers that are new here, at one address: 150 at once, then one a minute. A browser that drops
  its cookie is a new one each time, and stands here.
- New browsers wherever they are: 400 at once, then one each 24 seconds.
- Browsers that have been in a class here stand in a line of their own, as long as the last one,
  whatever their address. So who guesses without ever having been in a class delays none of them.

So a day has at most 2 * (400 + 86,400 / 24) = 8,000 wrong codes, whoever guesses and from however
many places. With 1,000 open classes, each has a chance of 1,000 / 887,503,681, together 0.9 %: on
one day of a hundred somebody who tries all day finds one class. From one address it is a fifth of
that. All counts are those of one process; n processes make it n times as likely.

While somebody fills the line of an address, or of everybody, new browsers there are told to wait
a minute. A class's link and QR code work all the same: its id is no code, and can't be guessed.
So does the code of the class in which a browser was last.
"""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from imagespeak_core.access.errors import TooManyCodesError
from imagespeak_core.access.lines import Line, place_of
from imagespeak_core.classroom.class_names import read_code
from imagespeak_core.classroom.classes import find_class
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.services import Services

MAX_KNOWN = 5_000


@dataclass(frozen=True, slots=True)
class Joiner:
    """Who types a code.

    Attributes:
        browser: Stands for the browser, such as the hash of its learner's key.
        address: The peer of the connection; None where there is none.
    """

    browser: str
    address: str | None


class Joins:
    """Leads from typed codes to classes. Safe for threads.

    The 5,000 browsers that were last in a class are known.

    Args:
        monotonic: Seconds that never go back.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._known: OrderedDict[str, str] = OrderedDict()  # browser: code of its last class
        self._browsers = Line(at_once=5, every_s=60, hold_s=0)
        self._addresses = Line(at_once=150, every_s=60, hold_s=0)
        self._everybody = Line(at_once=400, every_s=24, hold_s=0)

    def find(self, services: Services, text: str, joiner: Joiner) -> str | None:
        """The session id of the class that a typed code leads to; None where there is none.

        What can't be a code at all costs nothing.

        Raises:
            ClassDamagedError: There is one, but it can't be read.
            StorageError: The store failed, by subclass; the try does not count.
            TooManyCodesError: There were too many wrong codes; this one was not looked up.
        """
        code = read_code(text)
        if code is None:
            return None
        places = self._take_places(code, joiner)
        try:
            found = find_class(services, code)
        except ImageSpeakError:
            self._give_back(places)
            raise
        if found is not None:
            self._give_back(places)
            self.know(joiner.browser, code)
        return found

    def know(self, browser: str, code: str) -> None:
        """Take a browser for one that is in a class, however it came there.

        Args:
            browser: As in `Joiner`.
            code: Of the class.
        """
        with self._lock:
            self._known[browser] = code
            self._known.move_to_end(browser)
            if len(self._known) > MAX_KNOWN:
                self._known.popitem(last=False)

    def _take_places(self, code: str, joiner: Joiner) -> list[tuple[Line, str]]:
        with self._lock:
            known_for = self._known.get(joiner.browser)
            if known_for == code:
                return []
            places = [(self._browsers, joiner.browser)]
            if known_for is None:
                places.append((self._addresses, place_of(joiner.address)))
            places.append((self._everybody, "new" if known_for is None else "known"))
            now_s = self._monotonic()
            wait_s = max(line.wait_s(key, now_s) for line, key in places)
            if wait_s:
                raise TooManyCodesError(
                    "There were too many wrong codes. Wait a minute, then try again.",
                    retry_after_s=math.ceil(wait_s),
                )
            for line, key in places:
                line.take(key, now_s)
        return places

    def _give_back(self, places: list[tuple[Line, str]]) -> None:
        with self._lock:
            for line, key in places:
                line.give_back(key)
