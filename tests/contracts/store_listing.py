"""What every store must keep: a session sees its own pictures, all of them, in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from imagespeak_core.errors import InvalidSessionIdError
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
)


class ListingContract:
    """Lists, and names that must not reach anything."""

    def test_sessions_that_begin_alike_are_kept_apart(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        sessions = [session_id + tail for tail in ("", "-2", "_2", "d", "_2_3", ".", "_20241031")]
        for number, session in enumerate(sessions):
            backend.write(str(key_of(session, number)), picture())
        for number, session in enumerate(sessions):
            assert [image.key for image in store.list_session(session)] == [key_of(session, number)]

    def test_capitals_make_another_session(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        backend.write(str(key_of(session_id, 0)), picture())
        backend.write(str(key_of(session_id.upper(), 1)), picture())
        assert [image.key for image in store.list_session(session_id)] == [key_of(session_id, 0)]

    def test_newest_first_and_numbers_as_numbers(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        older, newer = "20231231_235959", "20240101_000000"
        expected = [
            *(key_of(session_id, index, timestamp=newer) for index in (10, 9, 2, 1, 0)),
            *(key_of(session_id, index, timestamp=older) for index in (100, 11, 3)),
        ]
        backend.write_many(str(key) for key in sorted(expected, key=str))
        assert [image.key for image in store.list_session(session_id)] == expected

    def test_keys_of_the_first_version_are_read(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        backend.write(f"generated-images/{session_id}_{TIMESTAMP}_0.png", picture())
        [listed] = store.list_session(session_id)
        assert listed.key == ImageKey(session_id, TIMESTAMP, 0)
        assert store.read(listed.key) == picture()

    def test_other_things_under_the_prefix_are_ignored(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        begin = f"generated-images/{session_id}_"
        foreign = [
            f"{begin}{TIMESTAMP}_0_sunset.jpg",
            f"{begin}{TIMESTAMP}_0_sunset.png.part",
            f"{begin}{TIMESTAMP}_00_sunset.png",
            f"{begin}{TIMESTAMP}_-1_sunset.png",
            f"{begin}{TIMESTAMP}_0_Sunset.png",
            f"{begin}{TIMESTAMP}_sunset.png",
            f"{begin}20241331_143022_0_sunset.png",
            f"{begin}20241031_146022_0_sunset.png",
            f"{begin}notes.txt",
            f"{begin}folder/{session_id}_{TIMESTAMP}_0_sunset.png",
            f"generated-images/other/{session_id}_{TIMESTAMP}_0_sunset.png",
            f"previews/{session_id}_{TIMESTAMP}_0_sunset.png",
        ]
        for name in foreign:
            backend.write(name, b"foreign")
        backend.write(str(key_of(session_id)), picture())
        assert [image.key for image in store.list_session(session_id)] == [key_of(session_id)]

    def test_hostile_keys_reach_nothing(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        key = key_of(session_id)
        for hostile in (
            *(replace(key, session_id=session) for session in HOSTILE_SESSION_IDS),
            *(replace(key, timestamp=timestamp) for timestamp in HOSTILE_TIMESTAMPS),
            *(replace(key, clean_prompt=words) for words in HOSTILE_CLEAN_PROMPTS),
            replace(key, image_index=-1),
        ):
            self._assert_refused(store, hostile)
        assert backend.names() == set()

    def test_hostile_sessions_are_not_listed(self, store: PictureStore) -> None:
        for session_id in HOSTILE_SESSION_IDS:
            with pytest.raises(InvalidSessionIdError):
                store.list_session(session_id)

    def _assert_refused(self, store: PictureStore, key: ImageKey) -> None:
        now = datetime.now(UTC)
        for attempt in (
            lambda: store.put(key, picture(), {}),
            lambda: store.read(key),
            lambda: store.details(key),
            lambda: store.image_url(key, signed_at=now),
        ):
            with pytest.raises(ValueError, match="is not the key of a picture"):
                attempt()
