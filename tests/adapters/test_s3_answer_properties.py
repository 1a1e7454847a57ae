"""Whatever a server answers that calls itself S3, it is a list, a blob, or our kind of trouble."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.errors import StorageError
from tests.adapters.s3_wire import Bucket, answer
from tests.for_each import for_each
from tests.outside_input import damaged, fewer

NAME = "generated-images/image-001_20241031_143022_0_dog.png"
ITEM = (
    f"<Contents><Key>{NAME}</Key><LastModified>2024-10-31T14:30:22.000Z</LastModified>"
    "<Size>7</Size></Contents>"
)
LIST = (
    '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>pictures</Name>'
    f"<KeyCount>1</KeyCount><IsTruncated>false</IsTruncated>{ITEM}</ListBucketResult>"
)
ODD = {
    "a size that is none": LIST.replace("<Size>7", "<Size>many"),
    "a time that is none": LIST.replace("2024-10-31T14:30:22.000Z", "yesterday"),
    "an item without a key": LIST.replace(f"<Key>{NAME}</Key>", ""),
    "a key that is empty": LIST.replace(NAME, ""),
    "a truth that is none": LIST.replace("false", "perhaps"),
    "no time": LIST.replace("<LastModified>2024-10-31T14:30:22.000Z</LastModified>", ""),
}


def listed(bucket: Bucket, body: str) -> None:
    """List once, from a server that answers so."""
    bucket.wire.forget()
    bucket.wire.then(*[answer(200, body)] * 3)
    with suppress(StorageError):
        for page in bucket.blobs.list("generated-images/"):
            assert all(blob.name.startswith("generated-images/") for blob in page)
            assert all(blob.last_modified.tzinfo for blob in page)


@for_each("name", ODD)
def test_an_odd_list_is_a_list_or_a_sentence(bucket: Bucket, name: str) -> None:
    listed(bucket, ODD[name])


def test_any_answer_is_a_list_or_a_sentence(bucket: Bucket) -> None:
    @fewer(2)
    @given(body=damaged(LIST.encode()).map(lambda body: body.decode("latin-1")) | st.text())
    def is_list_or_sentence(body: str) -> None:
        listed(bucket, body)

    is_list_or_sentence()
