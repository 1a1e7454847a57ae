"""What every store must keep: pictures are stored whole, once, and for ever."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from imagespeak_core.errors import ImageNotFoundError, KeyTakenError
from imagespeak_core.models import MAX_PROMPT_LENGTH, GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed, to_metadata
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.documents import Document, Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import (
    TIMESTAMP,
    Backend,
    picture,
)
from tests.for_each import for_each

PROMPTS = {
    "short": "x",
    "astral": "\U0001f3d4" * MAX_PROMPT_LENGTH,
    "controls": "\x01" * MAX_PROMPT_LENGTH,
    "odd": " ü\n'%20\" 山 ",
}


class WritingContract:
    """Put, read, details."""

    def test_a_picture_is_stored_as_it_is(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        before = datetime.now(UTC).replace(microsecond=0)
        content = picture()
        stored = store.put(key, content, {"prompt": "A sunset"})
        assert backend.read(
            f"generated-images/{key.session_id}_{TIMESTAMP}_0_sunset_mountains.png"
        ) == (content)
        assert (stored.key, stored.size_bytes) == (key, len(content))
        assert before <= stored.last_modified <= datetime.now(UTC)

    def test_what_was_put_is_listed_and_read_elsewhere(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        stored = store.put(key, picture(), {})
        elsewhere = backend.new_store()
        [listed] = elsewhere.list_session(key.session_id)
        assert (listed.key, listed.size_bytes) == (stored.key, stored.size_bytes)
        assert abs(listed.last_modified - stored.last_modified) < timedelta(minutes=1)
        assert elsewhere.read(key) == picture()

    def test_a_put_leaves_nothing_else(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        assert backend.names() == {str(key)}

    def test_a_picture_written_by_others_is_read(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        backend.write(str(key), picture())
        [listed] = store.list_session(key.session_id)
        assert (listed.key, listed.size_bytes) == (key, len(picture()))
        assert listed.last_modified.tzinfo
        assert store.read(key) == picture()

    def test_large_pictures(self, backend: Backend, store: PictureStore, key: ImageKey) -> None:
        content = secrets.token_bytes(5_000_000)
        store.put(key, content, {})
        assert backend.read(str(key)) == content
        assert store.read(key) == content

    @for_each("index, prompt", enumerate(PROMPTS.values()), ids=lambda index, _: [*PROMPTS][index])
    def test_details_come_back_uncut(
        self, backend: Backend, store: PictureStore, key: ImageKey, index: int, prompt: str
    ) -> None:
        key = replace(key, image_index=index)
        request = ImageRequest(key.session_id, prompt, negative_prompt=prompt, seed=7)
        image = GeneratedImage(picture(), seed=7, model="model:1", duration_ms=1234)
        details = ImageDetails.of(key, request, image)
        store.put(key, embed(image.png, details), to_metadata(details))
        assert backend.new_store().details(key) == details

    def test_details_without_metadata_come_from_the_png(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        request = ImageRequest(key.session_id, "A city skyline")
        image = GeneratedImage(picture(), seed=7, model="model:1", duration_ms=1234)
        details = ImageDetails.of(key, request, image)
        backend.write(str(key), embed(image.png, details))
        assert store.details(key) == details

    def test_the_scene_comes_back_where_one_was_told(
        self, store: PictureStore, key: ImageKey
    ) -> None:
        scene = '{"version": 1, "place": "plaża"}'
        settings = ImageDetails(key=key)
        store.put(key, embed(picture(), settings, scene=scene), {})
        silent = replace(key, image_index=1)
        store.put(silent, embed(picture(), settings), {})
        assert (store.scene(key), store.scene(silent)) == (scene, "")

    @for_each("content", [picture(), b"", b"no picture"])
    def test_foreign_pictures_have_empty_details(
        self, backend: Backend, store: PictureStore, key: ImageKey, content: bytes
    ) -> None:
        backend.write(str(key), content)
        assert store.details(key) == ImageDetails(key=key)
        assert store.scene(key) == ""

    def test_a_taken_key_stays_as_it_is(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture("teal"), {})
        for content in (picture("plum"), picture("teal"), b""):
            with pytest.raises(KeyTakenError):
                store.put(key, content, {})
        assert backend.read(str(key)) == picture("teal")
        assert backend.names() == {str(key)}

    def test_a_key_taken_by_others_stays_as_it_is(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        backend.write(str(key), b"theirs")
        with pytest.raises(KeyTakenError):
            store.put(key, picture(), {})
        assert backend.read(str(key)) == b"theirs"

    def test_a_missing_picture_is_not_found(self, store: PictureStore, key: ImageKey) -> None:
        assert store.list_session(key.session_id) == []
        with pytest.raises(ImageNotFoundError):
            store.read(key)
        with pytest.raises(ImageNotFoundError):
            store.details(key)
        store.put(replace(key, image_index=1), picture(), {})
        with pytest.raises(ImageNotFoundError):
            store.read(key)

    def test_all_survives_a_restart(
        self, backend: Backend, store: PictureStore, documents: Documents, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        backend.new_claims().take(key.session_id)
        name = "classes/class-7b.json"
        version = documents.write(name, b"1", replacing=None)
        backend.restart()
        later = backend.new_store()
        assert [image.key for image in later.list_session(key.session_id)] == [key]
        assert later.read(key) == picture()
        assert not backend.new_claims().take(key.session_id)
        assert backend.new_documents().read(name) == Document(b"1", version)
        backend.new_documents().write(name, b"2", replacing=version)

    def test_the_label_is_one_line(self, store: PictureStore) -> None:
        assert store.label
        assert "\n" not in store.label
