"""The objects of one bucket: conditional writes, looks that may find nothing, many deletions.

All raise what boto3 raises; the stores translate it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict

from botocore.exceptions import ClientError

from imagespeak_core.stores.s3.connection import S3Connection
from imagespeak_core.stores.s3.errors import error_code

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import GetObjectOutputTypeDef

DELETIONS_A_REQUEST = 1000
"""https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html (2026-11)"""

_CONFLICT_TRIES = 5
_NOT_THERE = {"NoSuchKey", "404"}
_OTHER_THAN_EXPECTED = {"PreconditionFailed", "412"}


class _Condition(TypedDict, total=False):
    IfMatch: str
    IfNoneMatch: str


class S3Objects:
    """One bucket."""

    def __init__(self, bucket: str, connected: Callable[[], S3Connection]) -> None:
        """Remember how to connect; nothing is asked before the first use.

        Args:
            bucket: Its name.
            connected: Gives the connection.
        """
        self.bucket = bucket
        self._connected = connected

    @property
    def client(self) -> S3Client:
        """The client; made if there is none yet."""
        return self._connected().client

    def look(self, name: str) -> GetObjectOutputTypeDef | None:
        """An object, its body unread; None where there is none.

        Who may list only some prefixes of a bucket is told 403 for whatever is not there, so
        then a list says which of the two it is.
        """
        try:
            return self.client.get_object(Bucket=self.bucket, Key=name)
        except ClientError as exc:
            code = error_code(exc)
            if code in _NOT_THERE or (code == "AccessDenied" and not self._is_listed(name)):
                return None
            raise

    def _is_listed(self, name: str) -> bool:
        answer = self.client.list_objects_v2(Bucket=self.bucket, Prefix=name, MaxKeys=1)
        return any(item["Key"] == name for item in answer.get("Contents", ()))

    def write(
        self,
        name: str,
        body: bytes,
        content_type: str,
        metadata: Mapping[str, str] | None = None,
        *,
        replacing: str | None = None,
    ) -> str | None:
        """Write an object if it is still as it was, whole or not at all.

        A try whose answer got lost counts, if what is there now is what it sent.

        Args:
            name: Its key.
            body: Its content.
            content_type: MIME.
            metadata: ASCII, under 2 KB in all.
            replacing: The ETag of what is replaced; None to create what must not be there.

        Returns:
            The new ETag; None if something else is there, or nothing more.
        """
        condition = _Condition(IfMatch=replacing) if replacing else _Condition(IfNoneMatch="*")
        for tries_left in reversed(range(_CONFLICT_TRIES)):
            try:
                answer = self.client.put_object(
                    Bucket=self.bucket,
                    Key=name,
                    Body=body,
                    ContentType=content_type,
                    Metadata=metadata or {},
                    **condition,
                )
            except ClientError as exc:
                if error_code(exc) == "ConditionalRequestConflict" and tries_left:
                    continue
                if error_code(exc) not in _OTHER_THAN_EXPECTED | _NOT_THERE:
                    raise
                was_repeated = exc.response["ResponseMetadata"].get("RetryAttempts", 0) > 0
                return self._etag_of(name, body) if was_repeated else None
            return answer["ETag"]
        raise AssertionError("the last try answers or raises")

    def _etag_of(self, name: str, body: bytes) -> str | None:
        """The ETag of what is there, if our own request wrote it, whose answer got lost.

        The bytes are compared, because with KMS the ETag says nothing about them.
        """
        there = self.look(name)
        return there["ETag"] if there and there["Body"].read() == body else None

    def delete_some(self, names: Sequence[str]) -> dict[str, str]:
        """Delete up to 1,000 objects in one request; what is not there is no error.

        Returns:
            AWS's code for each that could not be deleted.
        """
        answer = self.client.delete_objects(
            Bucket=self.bucket,
            Delete={"Objects": [{"Key": name} for name in names], "Quiet": True},
        )
        return {error["Key"]: error.get("Code", "") for error in answer.get("Errors", ())}
