"""What every store must keep: more than a thousand are all found, and all deleted."""

from __future__ import annotations

from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.store_backend import Backend, key_of


class ThousandsContract:
    """Places with more blobs than one page of a listing has."""

    def test_thousands_of_pictures_are_listed_in_parts_and_deleted_at_once(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        keys = [key_of(session_id, index) for index in range(1001)]
        backend.write_many(map(str, keys[:1000]))
        assert [len(part) for part in store.list_all()] == [1000]
        backend.write_many([str(keys[1000])])
        assert [len(part) for part in store.list_all()] == [1000, 1]

        others = [key_of(session_id + tail, index) for tail in ("-1", "_2") for index in range(3)]
        foreign = [f"generated-images/0-{number:03}.txt" for number in range(1000)]
        backend.write_many([*map(str, others), *foreign])
        names = [*foreign, *sorted(map(str, (*keys, *others)))]
        blobs = backend.new_blobs()
        pages = [[blob.name for blob in page] for page in blobs.list("generated-images/")]
        assert pages == [names[:1000], names[1000:2000], names[2000:]]
        rest = blobs.list("generated-images/", after=names[1999])
        assert [blob.name for blob in next(rest)] == names[2000:]

        parts = list(store.list_all())
        assert [[str(image.key) for image in part] for part in parts] == pages[1:]
        assert next(store.list_all()) == parts[0], "may be left halfway and begun again"
        assert [image.key for image in store.list_session(session_id)] == keys[::-1]

        previews = [str(key).replace("generated-images", "previews")[:-4] for key in keys[::50]]
        backend.write_many(f"{name}.webp" for name in previews)
        assert store.delete(keys) == {}
        assert backend.names() == {*map(str, others), *foreign}

    def test_a_thousand_documents_are_all_listed(
        self, backend: Backend, documents: Documents
    ) -> None:
        names = [f"classes/class-{number:04}.json" for number in range(1001)]
        backend.write_many(names)
        assert documents.list("classes/") == names
