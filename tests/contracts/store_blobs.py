"""What every kind of blobs must keep, whatever is written on top of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import pytest

from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.stores.blobs import Blob, Blobs
from tests.contracts.store_backend import Backend, side_by_side

NAME = "classes/a.json"
TYPE = "application/json"

HOSTILE_NAMES = [
    "", "a", "a.json", "/", "/a", "classes/", "classes/..", "classes/../a", "../a", "classes/a/b",
    "classes//a", "/classes/a", "classes/.a", "classes/-a", "classes/_a", "classes/a b",
    "classes/a:b", "classes/a\\b", "classes/a\n", "classes/a\0", "classes/ä", "classes/\ud800",
    "classes/a*", ".tmp/a", "Classes/a", "c1/a", f"classes/{'a' * 251}",
]  # fmt: skip
HOSTILE_PREFIXES = ["", "/", "classes", "classes/..", "classes/a/", "../", ".tmp/", "Classes/"]


class BlobContract:
    """The port itself."""

    @pytest.fixture
    def blobs(self, backend: Backend) -> Blobs:
        return backend.new_blobs()

    def test_what_is_created_is_there_for_all(self, backend: Backend, blobs: Blobs) -> None:
        before = datetime.now(UTC).replace(microsecond=0)
        written = blobs.create(NAME, b"one", content_type=TYPE)
        assert before <= written.last_modified <= datetime.now(UTC)
        assert backend.read(NAME) == b"one"
        assert backend.new_blobs().read(NAME) == Blob(b"one", written.version)

    def test_what_is_taken_is_not_touched(self, backend: Backend, blobs: Blobs) -> None:
        backend.write(NAME, b"theirs")
        with pytest.raises(ChangedMeanwhileError):
            blobs.create(NAME, b"ours", content_type=TYPE)
        assert backend.read(NAME) == b"theirs"

    def test_only_what_was_read_is_replaced(self, backend: Backend, blobs: Blobs) -> None:
        backend.write(NAME, b"one")
        seen = blobs.read(NAME)
        assert seen
        second = blobs.replace(NAME, b"two", content_type=TYPE, version=seen.version)
        with pytest.raises(ChangedMeanwhileError):
            blobs.replace(NAME, b"three", content_type=TYPE, version=seen.version)
        assert blobs.read(NAME) == Blob(b"two", second.version)
        blobs.delete([NAME])
        with pytest.raises(ChangedMeanwhileError):
            blobs.replace(NAME, b"three", content_type=TYPE, version=second.version)
        assert backend.names() == set()

    def test_put_replaces_whatever_is_there(self, backend: Backend, blobs: Blobs) -> None:
        for content in (b"a longer one", b"two", b""):
            blobs.put(NAME, content, content_type=TYPE)
            assert backend.read(NAME) == content
        assert backend.names() == {NAME}

    def test_a_blob_that_is_not_there_is_none(self, backend: Backend, blobs: Blobs) -> None:
        assert blobs.read(NAME) is None
        assert blobs.look(NAME) is None
        assert blobs.read_beginning(NAME, 10) is None
        assert list(blobs.list("classes/")) in ([], [[]])
        assert blobs.delete([NAME]) == {}
        assert backend.names() == set()

    def test_the_beginning_alone(self, backend: Backend, blobs: Blobs) -> None:
        backend.write(NAME, b"0123456789")
        assert blobs.read_beginning(NAME, 4) == b"0123"
        assert blobs.read_beginning(NAME, 10) == b"0123456789"
        assert blobs.read_beginning(NAME, 4_000) == b"0123456789"
        backend.write(NAME, b"")
        assert blobs.read_beginning(NAME, 4) == b""

    def test_a_look_tells_all_but_the_content(self, backend: Backend, blobs: Blobs) -> None:
        written = blobs.create(NAME, b"12345", content_type=TYPE, metadata={"prompt": "A cat"})
        seen = backend.new_blobs().look(NAME)
        assert seen
        assert (seen.name, seen.size_bytes) == (NAME, 5)
        assert abs(seen.last_modified - written.last_modified) < timedelta(minutes=1)
        assert dict(seen.metadata) in ({"prompt": "A cat"}, {})

    def test_a_listing_is_in_order_and_begins_where_it_is_told(
        self, backend: Backend, blobs: Blobs
    ) -> None:
        names = [f"classes/{name}" for name in ("A", "B.json", "a", "a-1", "a.b", "a_1", "ab", "b")]
        for name in reversed(names):
            backend.write(name, b"x")
        backend.write("experiments/a", b"x")

        def listed(prefix: str, after: str = "") -> list[str]:
            return [blob.name for page in blobs.list(prefix, after=after) for blob in page]

        assert listed("classes/") == names
        assert listed("classes/a") == names[2:7]
        assert listed("classes/", after="classes/a.b") == names[5:]
        assert listed("classes/a", after="classes/A") == names[2:7]
        assert listed("classes/", after="classes/a.") == names[4:]
        assert listed("classes/", after="classes/b") == []

    def test_deleting_takes_what_is_named(self, backend: Backend, blobs: Blobs) -> None:
        for name in ("classes/a", "classes/a.json", "classes/A", "claims/a"):
            backend.write(name, b"x")
        assert blobs.delete(["classes/a", "claims/a", "classes/none", "nowhere/a"]) == {}
        assert backend.names() == {"classes/a.json", "classes/A"}
        assert blobs.delete(["classes/A"]) == {}
        assert blobs.delete([]) == {}
        assert backend.names() == {"classes/a.json"}

    def test_of_racing_creators_of_a_blob_one_wins(self, backend: Backend, blobs: Blobs) -> None:
        def create(number: int) -> bool:
            try:
                blobs.create(NAME, str(number).encode(), content_type=TYPE)
            except ChangedMeanwhileError:
                return False
            return True

        won = side_by_side(create)
        assert won.count(True) == 1
        assert backend.read(NAME) == str(won.index(True)).encode()

    def test_an_address_lives_as_long_as_it_is_told(self, backend: Backend, blobs: Blobs) -> None:
        if not backend.checks_signatures:
            pytest.skip("this server checks no signatures")
        name, now = "generated-images/a_20241031_143022_0.png", datetime.now(UTC)
        backend.write(name, b"x")
        for life_s, status in ((60, HTTPStatus.OK), (5, HTTPStatus.FORBIDDEN)):
            signed_at = now - timedelta(seconds=10)
            address = blobs.address(name, signed_at=signed_at, life_s=life_s)
            assert backend.fetch(address).status == status

    def test_hostile_blob_names_reach_nothing(self, backend: Backend, blobs: Blobs) -> None:
        now = datetime.now(UTC)
        attempts: tuple[Callable[[str], object], ...] = (
            lambda name: blobs.create(name, b"x", content_type=TYPE),
            lambda name: blobs.replace(name, b"x", content_type=TYPE, version="1"),
            lambda name: blobs.put(name, b"x", content_type=TYPE),
            lambda name: blobs.read(name),
            lambda name: blobs.read_beginning(name, 1),
            lambda name: blobs.look(name),
            lambda name: blobs.delete([NAME, name]),
            lambda name: blobs.delete_unchanged(name, "1"),
            lambda name: blobs.address(name, signed_at=now, life_s=60),
        )
        for name in HOSTILE_NAMES:
            for attempt in attempts:
                with pytest.raises(ValueError, match="is not the name of a blob"):
                    attempt(name)
        for prefix in HOSTILE_PREFIXES:
            with pytest.raises(ValueError, match="No blob's name begins with"):
                list(blobs.list(prefix))
        assert backend.names() == set()
