"""Documents in a bucket, replaced only where the ETag is still the one that was read."""

from __future__ import annotations

from collections.abc import Callable

from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.stores.documents import Document, DocumentNames
from imagespeak_core.stores.names import (
    checked_content,
    checked_document,
    checked_document_prefix,
    is_document,
)
from imagespeak_core.stores.s3.connection import OneConnection, S3Connection, connect_s3
from imagespeak_core.stores.s3.errors import translated
from imagespeak_core.stores.s3.objects import S3Objects


class S3Documents:
    """Keeps documents beside the pictures of an `S3Store`."""

    def __init__(self, bucket: str, *, connect: Callable[[], S3Connection] = connect_s3) -> None:
        """Remember how to connect; nothing is asked before the first use.

        Args:
            bucket: Its name.
            connect: Called once, under a lock.
        """
        self._bucket = bucket
        self._objects = S3Objects(bucket, OneConnection(connect))

    def read(self, name: str) -> Document | None:
        """The document; see `DocumentStore.read`."""
        checked_document(name)
        with translated(self._bucket):
            there = self._objects.look(name)
            return Document(there["Body"].read(), there["ETag"]) if there else None

    def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
        """Write a document if it is still as it was read; see `DocumentStore.write`."""
        checked_document(name)
        checked_content(content)
        with translated(self._bucket):
            version = self._objects.write(name, content, "application/json", replacing=replacing)
        if version is None:
            raise ChangedMeanwhileError(name)
        return version

    def delete(self, name: str) -> None:
        """Delete a document; see `DocumentStore.delete`."""
        checked_document(name)
        with translated(self._bucket):
            self._objects.client.delete_object(Bucket=self._bucket, Key=name)

    def list(self, prefix: str) -> DocumentNames:
        """The names that begin so, one request for each 1,000; see `DocumentStore.list`."""
        checked_document_prefix(prefix)
        with translated(self._bucket):
            paginator = self._objects.client.get_paginator("list_objects_v2")
            pages = paginator.paginate(Bucket=self._bucket, Prefix=prefix)
            names = [item["Key"] for page in pages for item in page.get("Contents", ())]
        return [name for name in names if is_document(name)]
