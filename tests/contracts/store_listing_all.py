"""What every store must keep: one listing of everything, part by part, in the order of the keys."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import TIMESTAMP, Backend, key_of, picture


def _keys(store: PictureStore) -> list[ImageKey]:
    return [image.key for part in store.list_all() for image in part]


class ListingAllContract:
    """The full listing."""

    def test_an_empty_store_has_no_parts(self, store: PictureStore) -> None:
        assert list(store.list_all()) == []

    def test_all_sessions_in_ascending_order_of_their_keys(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        sessions = [session_id + tail for tail in ("", "-2", "_2", "d", ".")]
        keys = [key_of(session, index) for session in sessions for index in (0, 2, 10)]
        keys += [key_of(session_id.upper()), ImageKey(session_id, TIMESTAMP, 3)]
        backend.write_many(str(key) for key in reversed(keys))
        assert _keys(store) == sorted(keys, key=str)

    def test_what_is_listed_is_told_as_for_a_session(
        self, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        store.put(replace(key, image_index=1), picture("plum") + b"more", {})
        [part] = store.list_all()
        assert sorted(part, key=lambda image: image.key.order, reverse=True) == (
            store.list_session(key.session_id)
        )

    def test_what_is_no_picture_is_ignored(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        name = f"{session_id}_{TIMESTAMP}_0_sunset"
        for foreign in (
            "0-first.txt",
            "claims/first",
            f"classes/{session_id}.json",
            f"claims/{name}.png",
            f"classes/{name}.png",
            f"previews/{name}.png",
            f"previews/{name}.webp",
            f"experiments/{name}.png",
            f"generated-images-2/{name}.png",
            f"generated-images/{name}.webp",
            f"generated-images/{name}.png.part",
            f"generated-images/deep/{name}.png",
            f"generated-images/{session_id}_notes.txt",
            "generated-images/zzz.png",
            f"{name}.png",
        ):
            backend.write(foreign, b"foreign")
        assert list(store.list_all()) == []
        backend.write(str(key_of(session_id)), picture())
        assert _keys(store) == [key_of(session_id)]
