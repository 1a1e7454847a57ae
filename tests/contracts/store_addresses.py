"""What every store must keep: an address shows its picture, for a while, to whoever has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus

import pytest

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import (
    URL_LIFE_S,
    Answer,
    Backend,
    picture,
)


class AddressContract:
    """Signed addresses."""

    def test_an_address_shows_the_picture(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        answer = backend.fetch(store.image_url(key, signed_at=datetime.now(UTC)))
        assert answer == Answer(HTTPStatus.OK, picture(), "image/png")

    def test_an_address_stays_the_same(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        signed_at = datetime.now(UTC)
        address = store.image_url(key, signed_at=signed_at)
        download = store.image_url(key, signed_at=signed_at, as_download=True)
        later = signed_at + timedelta(seconds=5)
        elsewhere = backend.new_store()
        assert elsewhere.image_url(key, signed_at=signed_at) == address
        assert elsewhere.image_url(key, signed_at=signed_at, as_download=True) == download
        assert len({address, download, store.image_url(key, signed_at=later)}) == 3

    def test_an_address_of_the_past_lives_until_its_end(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        store.put(key, picture(), {})
        signed_at = datetime.now(UTC) - timedelta(seconds=URL_LIFE_S - 60)
        assert backend.fetch(store.image_url(key, signed_at=signed_at)).body == picture()

    def test_an_old_address_is_refused(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        self._skip_without_signatures(backend)
        store.put(key, picture(), {})
        signed_at = datetime.now(UTC) - timedelta(seconds=URL_LIFE_S + 1)
        answer = backend.fetch(store.image_url(key, signed_at=signed_at))
        assert answer.status == HTTPStatus.FORBIDDEN
        assert picture() not in answer.body

    def test_a_changed_address_is_refused(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        self._skip_without_signatures(backend)
        other = replace(key, image_index=1)
        for image_key in (key, other):
            store.put(image_key, picture(), {})
        address = store.image_url(key, signed_at=datetime.now(UTC))
        last = "A" if address[-1] != "A" else "B"
        path, _, query = address.partition("?")
        for changed in (
            address[:-1] + last,
            address.replace(str(key), str(other)).replace("_0_sunset", "_1_sunset"),
            self._with_longer_life(address),
            f"{path}?{query}&download=1&response-content-disposition=attachment",
        ):
            assert changed != address
            answer = backend.fetch(changed)
            assert answer.status == HTTPStatus.FORBIDDEN
            assert picture() not in answer.body

    def _with_longer_life(self, address: str) -> str:
        path, _, query = address.partition("?")
        fields = dict(field.split("=", 1) for field in query.split("&"))
        name = "expires" if "expires" in fields else "X-Amz-Expires"
        fields[name] = str(int(fields[name]) + 1)
        return f"{path}?" + "&".join(f"{name}={value}" for name, value in fields.items())

    def _skip_without_signatures(self, backend: Backend) -> None:
        if not backend.checks_signatures:
            pytest.skip("this server checks no signatures")

    def test_the_address_of_a_deleted_picture_finds_nothing(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        address = store.image_url(key, signed_at=datetime.now(UTC))
        assert backend.fetch(address).status == HTTPStatus.NOT_FOUND
