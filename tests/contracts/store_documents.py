"""What every store must keep: a document is replaced only by who knows what it says now."""

from __future__ import annotations

import secrets
from functools import partial

import pytest

from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.stores.documents import MAX_DOCUMENT_BYTES, Document, Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.racers import count_up
from tests.contracts.store_backend import Backend, side_by_side

NAME = "classes/class-7b.json"

HOSTILE_DOCUMENTS = [
    "", "class-7b", "class-7b.json", "classes/", "classes/.json", "classes/..json", "classes/..",
    "classes/../x.json", "classes/a/b.json", "/classes/a.json", "classes//a.json", "../a.json",
    "classes/.a.json", "classes/-a.json", "classes/_a.json", "classes/a", "classes/a.JSON",
    "classes/a.json\n", "classes/a\0.json", "classes/a b.json", "classes/ä.json",
    "classes/a%2Fb.json", "classes\\a.json", "classes/\ud800.json", f"classes/{'a' * 129}.json",
    "Classes/a.json", "claims/a.json", "previews/a.json", "generated-images/a.json",
    "budgets/a.json", "recordings/a.webm", ".tmp/a.json", "classes.json",
]  # fmt: skip
HOSTILE_PREFIXES = [
    "", "/", ".", "..", "class", "classes", "classes/..", "classes/../", "classes/a/", "claims/",
    "previews/", "generated-images/", "/classes/", "classes//", "classes/a\n", "classes/\0",
    "classes/*", "classes/ä", ".tmp/",
]  # fmt: skip


class DocumentContract:
    """Documents."""

    def test_a_document_comes_back_as_it_was_written(
        self, backend: Backend, documents: Documents
    ) -> None:
        version = documents.write(NAME, b'{"title": "7b"}', replacing=None)
        assert backend.read(NAME) == b'{"title": "7b"}'
        assert documents.read(NAME) == Document(b'{"title": "7b"}', version)
        assert backend.new_documents().read(NAME) == Document(b'{"title": "7b"}', version)
        assert backend.names() == {NAME}

    def test_what_is_not_there_is_none(self, documents: Documents) -> None:
        assert documents.read(NAME) is None
        assert documents.list("classes/") == []
        documents.delete(NAME)

    def test_a_document_written_by_others_is_read_and_replaced(
        self, backend: Backend, documents: Documents
    ) -> None:
        backend.write(NAME, b"theirs")
        there = documents.read(NAME)
        assert there
        assert there.content == b"theirs"
        documents.write(NAME, b"ours", replacing=there.version)
        assert backend.read(NAME) == b"ours"

    def test_each_content_has_its_version(self, backend: Backend, documents: Documents) -> None:
        versions: list[str | None] = [None]
        for content in (b"1", b"2", b"", b"33"):
            versions.append(documents.write(NAME, content, replacing=versions[-1]))
            assert backend.read(NAME) == content
        assert len(set(versions)) == 5

    def test_only_one_creates(self, backend: Backend, documents: Documents) -> None:
        documents.write(NAME, b"first", replacing=None)
        for content in (b"second", b"first", b""):
            with pytest.raises(ChangedMeanwhileError):
                backend.new_documents().write(NAME, content, replacing=None)
        assert backend.read(NAME) == b"first"

    def test_an_empty_document_is_a_document(self, backend: Backend, documents: Documents) -> None:
        version = documents.write(NAME, b"", replacing=None)
        with pytest.raises(ChangedMeanwhileError):
            documents.write(NAME, b"x", replacing=None)
        assert documents.read(NAME) == Document(b"", version)

    def test_who_knows_an_older_version_replaces_nothing(
        self, backend: Backend, documents: Documents
    ) -> None:
        old = documents.write(NAME, b"1", replacing=None)
        new = backend.new_documents().write(NAME, b"2", replacing=old)
        with pytest.raises(ChangedMeanwhileError) as caught:
            documents.write(NAME, b"3", replacing=old)
        assert caught.value.name == NAME
        assert caught.value.code == "changed_meanwhile"
        assert documents.read(NAME) == Document(b"2", new)

    def test_what_was_deleted_meanwhile_does_not_come_back(
        self, backend: Backend, documents: Documents
    ) -> None:
        version = documents.write(NAME, b"1", replacing=None)
        backend.new_documents().delete(NAME)
        with pytest.raises(ChangedMeanwhileError):
            documents.write(NAME, b"2", replacing=version)
        assert documents.read(NAME) is None
        assert documents.list("classes/") == []
        documents.write(NAME, b"3", replacing=None)
        assert backend.read(NAME) == b"3"

    def test_what_never_was_is_not_replaced(self, documents: Documents) -> None:
        other = documents.write("classes/class-8a.json", b"1", replacing=None)
        with pytest.raises(ChangedMeanwhileError):
            documents.write(NAME, b"2", replacing=other)
        assert documents.read(NAME) is None

    def test_deleting_takes_one_document(self, backend: Backend, documents: Documents) -> None:
        for name in (NAME, "classes/class-7b.json.json", "experiments/class-7b.json"):
            documents.write(name, b"x", replacing=None)
        documents.delete(NAME)
        documents.delete(NAME)
        assert backend.names() == {
            "classes/class-7b.json.json",
            "experiments/class-7b.json",
        }

    def test_the_list_has_what_begins_so_in_order(
        self, backend: Backend, documents: Documents
    ) -> None:
        ours = [
            "classes/Class-7b.json", "classes/class-10.json", "classes/class-7b-2.json",
            "classes/class-7b.json", "classes/code-X7.json", "classes/z.json",
        ]  # fmt: skip
        others = [f"{room}/class-7b.json" for room in ("access", "experiments", "requests")]
        for name in (*reversed(ours), *others):
            backend.write(name, b"{}")
        for foreign in ("classes/notes.txt", "classes/.x.json", "classes/deep/class-7b.json"):
            backend.write(foreign, b"{}")
        assert documents.list("classes/") == ours
        assert documents.list("classes/class-7b") == [
            "classes/class-7b-2.json", "classes/class-7b.json"
        ]  # fmt: skip
        assert documents.list("classes/code-") == ["classes/code-X7.json"]
        assert documents.list("classes/class-7b.json") == [NAME]
        assert documents.list("experiments/") == ["experiments/class-7b.json"]
        assert documents.list("requests/x") == []

    def test_documents_are_no_pictures(self, store: PictureStore, documents: Documents) -> None:
        documents.write(NAME, b"{}", replacing=None)
        assert store.list_session("class-7b") == []
        assert list(store.list_all()) == []

    def test_a_mebibyte_and_no_more(self, backend: Backend, documents: Documents) -> None:
        largest = secrets.token_bytes(MAX_DOCUMENT_BYTES)
        version = documents.write(NAME, largest, replacing=None)
        assert documents.read(NAME) == Document(largest, version)
        for replacing in (version, None):
            with pytest.raises(ValueError, match="at most 1,048,576 bytes"):
                documents.write(NAME, largest + b"x", replacing=replacing)
        assert backend.read(NAME) == largest

    def test_hostile_names_reach_nothing(self, backend: Backend, documents: Documents) -> None:
        for name in HOSTILE_DOCUMENTS:
            with pytest.raises(ValueError, match="is not the name of a document"):
                documents.read(name)
            with pytest.raises(ValueError, match="is not the name of a document"):
                documents.write(name, b"x", replacing=None)
            with pytest.raises(ValueError, match="is not the name of a document"):
                documents.delete(name)
        for prefix in HOSTILE_PREFIXES:
            with pytest.raises(ValueError, match="No document's name begins with"):
                documents.list(prefix)
        assert backend.names() == set()

    def test_the_longest_name(self, backend: Backend, documents: Documents) -> None:
        name = f"requests/{'a' * 128}.json"
        documents.write(name, b"{}", replacing=None)
        assert documents.list(name) == [name]

    def test_of_racing_creators_one_wins(self, backend: Backend, documents: Documents) -> None:
        for turn in range(5):
            name = f"classes/code-{turn}.json"
            won = side_by_side(partial(_write, documents, name, None))
            assert won.count(True) == 1
            assert backend.read(name) == str(won.index(True)).encode()

    def test_of_racing_changes_to_one_version_one_wins(
        self, backend: Backend, documents: Documents
    ) -> None:
        version = documents.write(NAME, b"begin", replacing=None)
        for _ in range(5):
            won = side_by_side(partial(_write, documents, NAME, version))
            assert won.count(True) == 1
            assert backend.read(NAME) == str(won.index(True)).encode()
            there = documents.read(NAME)
            assert there
            version = documents.write(NAME, b"begin again", replacing=there.version)

    def test_no_threads_change_is_lost(self, documents: Documents) -> None:
        counted = side_by_side(lambda _: [count_up(documents, NAME) for _ in range(6)], workers=4)
        assert sorted(number for one in counted for number in one) == list(range(1, 25))


def _write(documents: Documents, name: str, replacing: str | None, number: int) -> bool:
    try:
        documents.write(name, str(number).encode(), replacing=replacing)
    except ChangedMeanwhileError:
        return False
    return True
