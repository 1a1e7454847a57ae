"""What every store must keep: what was deleted is gone, with its preview, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import (
    HOSTILE_CLEAN_PROMPTS,
    HOSTILE_SESSION_IDS,
    HOSTILE_TIMESTAMPS,
    Backend,
    key_of,
    picture,
    side_by_side,
)


class DeletingContract:
    """Deletions."""

    def test_a_deleted_picture_is_gone(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        assert store.delete([key]) == {}
        assert backend.names() == set()
        assert backend.new_store().list_session(key.session_id) == []
        with pytest.raises(ImageNotFoundError):
            store.read(key)

    def test_its_preview_goes_with_it(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        store.put_preview(key, b"webp")
        assert store.delete([key]) == {}
        assert backend.names() == set()
        assert store.read_preview(key) is None

    def test_a_preview_alone_goes_too(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put_preview(key, b"webp")
        assert store.delete([key]) == {}
        assert backend.names() == set()

    def test_what_is_not_there_is_no_error(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        other = replace(key, image_index=1)
        assert store.delete([]) == {}
        assert store.delete([key]) == {}
        store.put(other, picture(), {})
        assert store.delete([key, other, key, other]) == {}
        assert store.delete([key, other]) == {}
        assert backend.names() == set()

    def test_all_others_stay(self, backend: Backend, store: PictureStore, session_id: str) -> None:
        key = key_of(session_id)
        stay = {
            f"generated-images/{session_id}_notes.txt",
            f"claims/{session_id}",
            f"classes/{session_id}.json",
        }
        for name in stay:
            backend.write(name, b"x")
        for other in (
            replace(key, image_index=1),
            replace(key, clean_prompt=""),
            key_of(f"{session_id}_2"),
            key_of(session_id.upper()),
        ):
            store.put(other, picture(), {})
            store.put_preview(other, b"webp")
            stay |= {str(other), str(other).replace("generated-images", "previews")[:-4] + ".webp"}
        store.put(key, picture(), {})
        assert store.delete([key]) == {}
        assert backend.names() == stay

    def test_the_key_can_be_used_again(self, store: PictureStore, key: ImageKey) -> None:
        store.put(key, picture("teal"), {})
        store.delete([key])
        store.put(key, picture("plum"), {})
        assert store.read(key) == picture("plum")

    def test_many_may_delete_the_same(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        keys = [key_of(session_id, index) for index in range(20)]
        backend.write_many(map(str, keys))
        assert side_by_side(lambda _: store.delete(keys)) == [{}] * 8
        assert backend.names() == set()

    def test_one_hostile_key_and_nothing_is_deleted(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        for hostile in (
            *(replace(key, session_id=session) for session in HOSTILE_SESSION_IDS),
            *(replace(key, timestamp=timestamp) for timestamp in HOSTILE_TIMESTAMPS),
            *(replace(key, clean_prompt=words) for words in HOSTILE_CLEAN_PROMPTS),
        ):
            with pytest.raises(ValueError, match="is not the key of a picture"):
                store.delete([key, hostile])
        assert backend.names() == {str(key)}
