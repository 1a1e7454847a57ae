"""What every store must keep: small renditions lie beside the pictures and are never taken for
them.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import (
    HOSTILE_CLEAN_PROMPTS,
    HOSTILE_SESSION_IDS,
    HOSTILE_TIMESTAMPS,
    TIMESTAMP,
    Backend,
    key_of,
    picture,
    side_by_side,
)


class PreviewContract:
    """Previews."""

    def test_a_preview_is_kept_under_the_pictures_name(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put_preview(key, b"RIFF webp")
        name = f"previews/{key.session_id}_{TIMESTAMP}_0_sunset_mountains.webp"
        assert backend.names() == {name}
        assert backend.read(name) == b"RIFF webp"
        assert backend.new_store().read_preview(key) == b"RIFF webp"

    def test_each_picture_has_its_own(self, store: PictureStore, key: ImageKey) -> None:
        others = [replace(key, image_index=1), ImageKey(key.session_id, TIMESTAMP, 0)]
        store.put_preview(key, b"its own")
        assert [store.read_preview(other) for other in others] == [None, None]
        for other in others:
            store.put_preview(other, str(other).encode())
        assert [store.read_preview(other) for other in others] == [
            str(other).encode() for other in others
        ]
        assert store.read_preview(key) == b"its own"

    def test_what_was_not_made_yet_is_none(self, store: PictureStore, key: ImageKey) -> None:
        assert store.read_preview(key) is None
        store.put(key, picture(), {})
        assert store.read_preview(key) is None

    def test_a_preview_is_replaced(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        for content in (b"long first one", b"second", b""):
            store.put_preview(key, content)
            assert store.read_preview(key) == content
        assert len(backend.names()) == 1

    def test_a_preview_is_no_picture(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put_preview(key, b"webp")
        assert store.list_session(key.session_id) == []
        assert list(store.list_all()) == []
        store.put(key, picture(), {})
        assert backend.read(str(key)) == picture()
        assert store.read_preview(key) == b"webp"

    def test_of_racing_previews_one_is_there_whole(
        self, store: PictureStore, key: ImageKey
    ) -> None:
        contents = [bytes([number]) * 50_000 for number in range(8)]
        side_by_side(lambda number: store.put_preview(key, contents[number]))
        assert store.read_preview(key) in contents

    def test_hostile_keys_reach_no_preview(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        key = key_of(session_id)
        for hostile in (
            *(replace(key, session_id=session) for session in HOSTILE_SESSION_IDS),
            *(replace(key, timestamp=timestamp) for timestamp in HOSTILE_TIMESTAMPS),
            *(replace(key, clean_prompt=words) for words in HOSTILE_CLEAN_PROMPTS),
        ):
            with pytest.raises(ValueError, match="is not the key of a picture"):
                store.put_preview(hostile, b"x")
            with pytest.raises(ValueError, match="is not the key of a picture"):
                store.read_preview(hostile)
        assert backend.names() == set()
