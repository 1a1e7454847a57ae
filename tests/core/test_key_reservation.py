"""Keys that belong to one request alone, before there are pictures."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from imagespeak_core.errors import (
    KeyTakenError,
    StorageAccessError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.models import ImageRequest, StoredImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.reservation import ReservedKeys, give_back
from imagespeak_core.stores.claims import CLAIM_PREFIX, Claims
from tests.fakes import TroubledClaims, TroubledStore, names_in

NOW = datetime(2024, 10, 31, 14, 30, 22, tzinfo=UTC)
SECOND = "20241031_143022"


class CountingClaims(TroubledClaims):
    """Fails at the claim that it is told to."""

    claimed = 0
    fail_at = 0

    def claim(self, name: str) -> bool:
        self.claimed += 1
        if self.claimed == self.fail_at:
            raise StorageTimeoutError("slow")
        return super().claim(name)


class Folder(TroubledStore):
    """Counts what is listed."""

    claims: CountingClaims

    def __init__(self) -> None:
        super().__init__()
        self.claims = CountingClaims(self.blobs, self.troubles)
        self.listings = 0

    def list_session(self, session_id: str) -> list[StoredImage]:
        self.listings += 1
        return super().list_session(session_id)

    def held(self) -> set[str]:
        return set(names_in(self.blobs, CLAIM_PREFIX))


@pytest.fixture
def folder() -> Folder:
    return Folder()


def reserve(folder: Folder, *, count: int = 1, prompt: str = "A cat") -> ReservedKeys:
    request = ImageRequest("s", prompt, image_count=count)
    return ReservedKeys(folder, folder.claims, request, now=NOW)


def test_consecutive_keys_are_held_and_given_back(folder: Folder) -> None:
    with reserve(folder, count=3) as keys:
        expected = [ImageKey("s", SECOND, index, "cat") for index in range(3)]
        assert [keys[offset] for offset in range(3)] == expected
        assert folder.held() == {f"s_{SECOND}_{index}" for index in range(3)}
    assert folder.held() == set()


def test_one_listing_is_enough(folder: Folder) -> None:
    with reserve(folder, count=5):
        assert folder.listings == 1


def test_two_at_once_get_different_indexes_whatever_the_prompt(folder: Folder) -> None:
    with reserve(folder, count=2) as first, reserve(folder, prompt="A dog", count=2) as second:
        indexes = [keys[offset].image_index for keys in (first, second) for offset in range(2)]
        assert indexes == [0, 1, 2, 3]


def test_an_overlap_in_the_middle_is_given_back_at_once(folder: Folder) -> None:
    assert folder.claims.claim(f"s_{SECOND}_2")
    with reserve(folder, count=3) as keys:
        assert [keys[offset].image_index for offset in range(3)] == [3, 4, 5]
        assert folder.held() == {f"s_{SECOND}_{index}" for index in (2, 3, 4, 5)}
    assert folder.held() == {f"s_{SECOND}_2"}


def test_another_one_comes_after_all_others(folder: Folder) -> None:
    with reserve(folder, count=2) as keys:
        folder.put(ImageKey("s", SECOND, 4, "foreign"), b"", {})
        assert keys.another() == ImageKey("s", SECOND, 5, "cat")
        assert keys.another() == ImageKey("s", SECOND, 6, "cat")
    assert folder.held() == set()


@pytest.mark.parametrize("failing_claim", [1, 2, 3])
def test_a_store_that_fails_while_claiming_keeps_no_claim(
    folder: Folder, failing_claim: int
) -> None:
    folder.claims.fail_at = failing_claim
    with pytest.raises(StorageTimeoutError), reserve(folder, count=3):
        pass
    assert folder.held() == set()


def test_a_store_that_may_not_be_listed_keeps_no_claim(folder: Folder) -> None:
    folder.troubles["list_session"] = StorageAccessError("no")
    with pytest.raises(StorageAccessError), reserve(folder, count=3):
        pass
    assert folder.held() == set()


def test_what_was_given_back_is_not_given_back_twice(folder: Folder) -> None:
    """Between the two, somebody else may hold it."""
    folder.put(ImageKey("s", SECOND, 0, "dog"), b"", {})
    with reserve(folder) as keys:
        assert keys[0].image_index == 1
        assert folder.claims.claim(f"s_{SECOND}_0")
    assert folder.held() == {f"s_{SECOND}_0"}


def test_it_ends_where_no_name_is_free(folder: Folder) -> None:
    class AllTaken(CountingClaims):
        def claim(self, name: str) -> bool:
            return False

    folder.claims = AllTaken(folder.blobs, {})
    with pytest.raises(KeyTakenError, match="Try again"), reserve(folder):
        pass


def test_give_back_goes_on_after_a_failure(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    class FirstFails(Claims):
        def release(self, name: str) -> None:
            if name == "one":
                raise StorageUnreachableError("away")
            super().release(name)

    claims = FirstFails(folder.blobs)
    assert claims.claim("one")
    assert claims.claim("two")
    give_back(claims, ["one", "two"])
    assert folder.held() == {"one"}
    assert "one" not in caplog.text.replace("imagespeak_core", "")
