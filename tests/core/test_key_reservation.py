"""Keys for the pictures of a request: behind all that is there, and of nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from imagespeak_core.errors import (
    KeyTakenError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.models import ImageRequest, StoredImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.reservation import NewKeys, give_back
from imagespeak_core.stores.claims import CLAIM_PREFIX, Claim
from tests.fakes import TroubledClaims, TroubledStore, names_in

NOW = datetime(2024, 10, 31, 14, 30, 22, tzinfo=UTC)
SECOND = "20241031_143022"


class Folder(TroubledStore):
    """Counts what is listed."""

    def __init__(self) -> None:
        super().__init__()
        self.listings = 0

    def list_session(self, session_id: str) -> list[StoredImage]:
        self.listings += 1
        return super().list_session(session_id)

    def held(self) -> set[str]:
        return set(names_in(self.blobs, CLAIM_PREFIX))

    def add(self, index: int, words: str) -> ImageKey:
        key = ImageKey("s", SECOND, index, words)
        self.put(key, b"", {})
        return key


@pytest.fixture
def folder() -> Folder:
    return Folder()


def keys_for(
    folder: Folder,
    *,
    count: int = 1,
    prompt: str = "A cat",
    there: list[StoredImage] | None = None,
) -> NewKeys:
    request = ImageRequest("s", prompt, image_count=count)
    return NewKeys(folder, folder.claims, request, now=NOW, there=there)


def test_consecutive_keys_cost_one_listing_and_no_claim(folder: Folder) -> None:
    keys = keys_for(folder, count=3)
    assert [keys[at] for at in range(3)] == [ImageKey("s", SECOND, at, "cat") for at in range(3)]
    assert (folder.listings, folder.held()) == (1, set())


def test_a_listing_of_just_now_is_not_asked_for_again(folder: Folder) -> None:
    folder.add(4, "dog")
    there = folder.list_session("s")
    folder.listings = 0
    keys = keys_for(folder, there=there)
    assert keys[0].image_index == 5
    assert (folder.listings, keys.listed) == (0, there)


def test_in_the_second_of_the_newest_they_go_on_behind_it(folder: Folder) -> None:
    folder.add(0, "dog")
    folder.add(4, "dog")
    assert keys_for(folder)[0].image_index == 5


def test_a_picture_is_alone_where_only_others_indexes_are_taken(folder: Folder) -> None:
    keys = keys_for(folder)
    folder.put(keys[0], b"", {})
    folder.add(1, "dog")
    assert keys.is_alone(keys[0])
    assert [one.key.image_index for one in keys.listed] == [1, 0]


def test_a_picture_is_not_alone_whatever_the_others_words(folder: Folder) -> None:
    keys = keys_for(folder)
    folder.put(keys[0], b"", {})
    folder.add(0, "dog")
    assert not keys.is_alone(keys[0])


def test_another_one_comes_after_all_others_and_is_claimed(folder: Folder) -> None:
    keys = keys_for(folder, count=2)
    folder.add(4, "foreign")
    fifth, claim = keys.another()
    assert fifth == ImageKey("s", SECOND, 5, "cat")
    assert folder.held() == {f"s_{SECOND}_5"}
    sixth, other = keys.another()
    assert sixth == ImageKey("s", SECOND, 6, "cat")
    for one in (claim, other):
        give_back(one)
    assert folder.held() == set()


def test_two_that_have_to_move_never_meet_again(folder: Folder) -> None:
    first, second = keys_for(folder), keys_for(folder, prompt="A dog")
    folder.put(first[0], b"", {})
    folder.put(second[0], b"", {})
    moved = [keys.another()[0].image_index for keys in (first, second)]
    assert moved == [1, 2]


def test_what_was_given_back_is_free(folder: Folder) -> None:
    keys = keys_for(folder)
    _, claim = keys.another()
    give_back(claim)
    give_back(claim)
    assert folder.held() == set()


@pytest.mark.parametrize("method", ["take", "list_session"])
def test_a_store_that_fails_while_moving_keeps_no_claim(folder: Folder, method: str) -> None:
    keys = keys_for(folder)
    folder.troubles[method] = StorageTimeoutError("slow")
    with pytest.raises(StorageTimeoutError):
        keys.another()
    assert folder.held() == set()


def test_a_store_that_may_not_be_listed_is_told(folder: Folder) -> None:
    folder.troubles["list_session"] = StorageAccessError("no")
    with pytest.raises(StorageAccessError):
        keys_for(folder, count=3)


def test_it_ends_where_no_name_is_free(folder: Folder) -> None:
    class AllTaken(TroubledClaims):
        def take(self, name: str) -> Claim | None:
            return None

    folder.claims = AllTaken(folder.blobs, {})
    with pytest.raises(KeyTakenError, match="Try again"):
        keys_for(folder).another()


def test_it_ends_where_no_index_is_left(folder: Folder) -> None:
    folder.add(999_999_998, "dog")
    assert keys_for(folder)[0].image_index == 999_999_999
    with pytest.raises(KeyTakenError, match="Try again"):
        keys_for(folder, count=2)


@pytest.mark.parametrize("error", [StorageUnreachableError("away"), StorageTimeoutError("slow")])
def test_what_can_not_be_given_back_spoils_nothing(
    folder: Folder, caplog: pytest.LogCaptureFixture, error: StorageError
) -> None:
    _, claim = keys_for(folder).another()
    folder.troubles["remove"] = error
    give_back(claim)
    assert folder.held() == {f"s_{SECOND}_1"}
    assert "claim" in caplog.text
    assert SECOND not in caplog.text
