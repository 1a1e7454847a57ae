"""Joining a class by its code: the right one is free, and guessing has its bounds."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count, product

import pytest

from imagespeak_core.access.errors import TooManyCodesError
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.class_names import CODE_ALPHABET, CODE_LENGTH
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.classroom.errors import ClassDamagedError
from imagespeak_core.classroom.joining import MAX_KNOWN, Joiner, Joins
from imagespeak_core.errors import StorageTimeoutError
from imagespeak_core.services import Services
from imagespeak_core.stores.documents import Document, Documents
from tests.fakes import FakeGenerator, TroubledStore, make_services
from tests.memory_blobs import MemoryBlobs

CODE, OTHER_CODE = "2" * CODE_LENGTH, "3" * CODE_LENGTH
CODES = 31**6
DAY_S = 24 * 60 * 60


class CountedDocuments(Documents):
    """Counts what is looked up, and fails when it is told."""

    looks = 0
    trouble: Exception | None = None

    def read(self, name: str) -> Document | None:
        if self.trouble:
            raise self.trouble
        self.looks += name.startswith("classes/code-")
        return super().read(name)


def in_turn(text: str) -> Callable[[str], str]:
    """Chooses these letters, whatever there is to choose from."""
    letters = iter(text)
    return lambda _: next(letters)


class Door:
    """A server with two classes, and a clock that is turned by hand."""

    def __init__(self) -> None:
        self.now_s = 1_000.0
        self.documents = CountedDocuments(MemoryBlobs())
        store = TroubledStore(MemoryBlobs())
        self.services: Services = make_services(store, FakeGenerator(), documents=self.documents)
        ana = Teacher("ana")
        first, second = (
            create_class(self.services, ana, code, choose=in_turn(code)).state
            for code in (CODE, OTHER_CODE)
        )
        assert (first.code, second.code) == (CODE, OTHER_CODE)
        self.class_id, self.other_id = first.session_id, second.session_id
        self.joins = Joins(lambda: self.now_s)
        self._guesses = map("".join, product(CODE_ALPHABET[2:], repeat=CODE_LENGTH))
        self._numbers = count()

    def join(self, text: str = CODE, *, browser: str = "b", address: str | None = "1.1.1.1") -> str:
        found = self.joins.find(self.services, text, Joiner(browser, address))
        return found or ""

    def guess(self, browser: str = "", address: str = "") -> bool:
        """Try a wrong code; a new browser and address unless they are given."""
        number = next(self._numbers)
        address = address or f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
        try:
            assert not self.join(
                next(self._guesses), browser=browser or f"{number}", address=address
            )
        except TooManyCodesError:
            return False
        return True

    def guesses(self, most: int, **where: str) -> int:
        return sum(self.guess(**where) for _ in range(most))


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_code_leads_to_its_class_however_it_is_typed(door: Door) -> None:
    assert door.join(" 222-222 ") == door.class_id
    assert door.join(OTHER_CODE) == door.other_id


def test_the_arithmetic_of_the_module() -> None:
    assert len(CODE_ALPHABET) ** CODE_LENGTH == CODES == 887_503_681
    assert 8_000 * 1_000 / CODES < 0.0091


def test_a_browser_has_five_wrong_codes_at_once_and_then_one_a_minute(door: Door) -> None:
    assert door.guesses(9, browser="b", address="1.1.1.1") == 5
    with pytest.raises(TooManyCodesError, match="Wait a minute, then try again") as told:
        door.join(browser="b")
    assert told.value.retry_after_s == 60
    looks = door.documents.looks
    with pytest.raises(TooManyCodesError):
        door.join(browser="b")
    assert door.documents.looks == looks, "nobody learns whether it was right"
    assert door.join(browser="another") == door.class_id
    door.now_s += 60
    assert door.join(browser="b") == door.class_id
    assert door.guesses(9, browser="b", address="1.1.1.1") == 1


def test_what_cant_be_a_code_costs_nothing(door: Door) -> None:
    for _ in range(20):
        assert door.join("hello") == ""
    assert door.join() == door.class_id


def test_right_codes_do_not_wash_wrong_ones_away(door: Door) -> None:
    tried = 0
    for _ in range(20):
        tried += door.guess(browser="b", address="1.1.1.1")
        door.join(CODE, browser="c")
        door.joins.know("b", CODE)
        door.join(CODE, browser="b")
    assert tried == 5


def test_a_class_that_types_the_right_code_at_once_while_a_browser_guesses(door: Door) -> None:
    door.guesses(200, browser="guesser", address="1.1.1.1")
    with ThreadPoolExecutor(max_workers=40) as pool:
        found = list(pool.map(lambda number: door.join(browser=f"b{number}"), range(40)))
    assert found == [door.class_id] * 40
    assert door.guesses(500, address="1.1.1.1") == 150 - 5, "right codes took no places"


def test_who_drops_cookies_at_one_address_stops_nobody_elsewhere(door: Door) -> None:
    assert door.guesses(1_000, address="6.6.6.6") == 150
    door.now_s += 3_600
    assert door.guesses(1_000, address="6.6.6.6") == 60
    for number in range(40):
        assert door.join(browser=f"b{number}", address="1.1.1.1") == door.class_id
    with pytest.raises(TooManyCodesError):
        door.join(browser="new", address="6.6.6.6")


def test_while_all_places_of_new_browsers_are_taken(door: Door) -> None:
    door.joins.know("has been in a class", OTHER_CODE)  # by its link
    door.join(CODE, browser="typed it before")
    assert door.guesses(2_000) == 400
    with pytest.raises(TooManyCodesError):
        door.join(browser="new", address="2.2.2.2")
    assert door.join(CODE, browser="has been in a class") == door.class_id
    for number in range(500):  # an insider, with as many browsers as they like
        door.joins.know(f"insider {number}", OTHER_CODE)
    assert sum(door.guess(browser=f"insider {number}") for number in range(500)) == 400
    with pytest.raises(TooManyCodesError):
        door.join(OTHER_CODE, browser="typed it before")
    assert door.join(CODE, browser="typed it before") == door.class_id, "its own class"


def test_all_that_anybody_can_guess_in_a_day(door: Door) -> None:
    before = door.documents.looks
    for number in range(DAY_S // 8):
        door.guess()
        door.joins.know(f"insider {number}", CODE)
        door.guess(browser=f"insider {number}")
        if number < 1_000:
            door.guess()
            door.joins.know("another insider", CODE)
            door.guess(browser=f"insider {number - 1}")
        door.now_s += 8
    tried = door.documents.looks - before
    assert 7_900 < tried <= 8_000
    assert tried * 1_000 / CODES < 0.01


def test_a_store_that_is_away_costs_no_try(door: Door) -> None:
    door.documents.trouble = StorageTimeoutError("slow")
    for _ in range(20):
        with pytest.raises(StorageTimeoutError):
            door.join()
    door.documents.trouble = None
    assert door.join() == door.class_id


def test_a_damaged_class_is_no_wrong_code(door: Door) -> None:
    name = f"classes/code-{CODE}.json"
    there = door.documents.read(name)
    assert there
    door.documents.write(name, b"{", replacing=there.version)
    for _ in range(20):
        with pytest.raises(ClassDamagedError):
            door.join()


def test_browsers_of_long_ago_are_new_ones_again(door: Door) -> None:
    door.joins.know("first", OTHER_CODE)
    door.guesses(2_000)
    assert door.join(browser="first") == door.class_id
    door.joins.know("first", OTHER_CODE)
    for number in range(MAX_KNOWN):
        door.joins.know(f"b{number}", OTHER_CODE)
    with pytest.raises(TooManyCodesError):
        door.join(browser="first")
