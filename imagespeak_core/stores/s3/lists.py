"""Lists a bucket, page by page, also on servers that only know the first way of S3 to do so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias, TypedDict
from urllib.parse import unquote

from botocore.exceptions import ClientError

from imagespeak_core.aws.failures import error_code
from imagespeak_core.stores.blobs import MOST_NAMES, BlobInfo
from imagespeak_core.stores.s3.errors import (
    NOT_THERE,
    may_not_know_the_request,
    no_list,
    not_s3,
    translated,
)
from imagespeak_core.stores.s3.quick_lists import QuickLists
from imagespeak_core.stores.s3.server import S3Server
from imagespeak_core.stores.trial import LISTS_IN_ORDER, unsuitable

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import (
        GetObjectOutputTypeDef,
        HeadObjectOutputTypeDef,
        ListObjectsOutputTypeDef,
        ListObjectsV2OutputTypeDef,
        ObjectTypeDef,
    )

    Page: TypeAlias = ListObjectsOutputTypeDef | ListObjectsV2OutputTypeDef

_OF_A_LIST = {"Contents", "IsTruncated", "KeyCount", "MaxKeys", "Name", "Prefix"}
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class _From(TypedDict, total=False):
    ContinuationToken: str
    StartAfter: str


class S3Lists:
    """Lists one bucket. Safe to use from several threads."""

    def __init__(
        self,
        bucket: str,
        server: S3Server,
        *,
        quick: QuickLists,
        heard: Callable[[dict[str, str]], None],
    ) -> None:
        """Remember where.

        Args:
            bucket: Its name.
            server: Its server.
            quick: Is asked first.
            heard: Gets the headers of each answer, their names in small letters.
        """
        self._bucket = bucket
        self._server = server
        self._quick = quick
        self._heard = heard
        self._goes_by_marker = False

    def pages(self, prefix: str, after: str) -> Iterator[list[BlobInfo]]:
        """What begins so, one request for each 1,000; see `Blobs.list`."""
        last, start = after, _From(StartAfter=after) if after else _From()
        while True:
            with translated(self._bucket):
                page = self._page(prefix, last, start)
            self._heard(page["ResponseMetadata"]["HTTPHeaders"])
            blobs = _listed(page, prefix, after)
            if blobs and blobs[0].name < last:
                raise unsuitable(LISTS_IN_ORDER)
            if blobs and blobs[0].name == last:
                del blobs[0]
            yield blobs
            if not page.get("IsTruncated"):
                return
            token = str(page.get("NextContinuationToken", ""))
            onwards, reached = _From(ContinuationToken=token), blobs[-1].name if blobs else last
            if onwards == start if token else reached == last:
                raise unsuitable(LISTS_IN_ORDER)  # the same page would come for ever
            last, start = reached, onwards
            self._goes_by_marker |= not token

    def has(self, name: str) -> bool:
        """Whether an object is listed, in one request.

        Raises:
            BotoCoreError: Or ClientError.
        """
        page = self._page(name, "", _From(), most=1)
        return any(blob.name == name for blob in _listed(page, name, ""))

    def _page(self, prefix: str, last: str, start: _From, *, most: int = MOST_NAMES) -> Page:
        try:
            page = self._asked(prefix, last, start, most)
        except ClientError as exc:
            if error_code(exc) not in NOT_THERE:
                raise
            raise no_list(self._bucket) from exc
        if not page.keys() & _OF_A_LIST:
            raise not_s3()
        return page

    def _asked(self, prefix: str, last: str, start: _From, most: int) -> Page:
        if not self._goes_by_marker:
            found = self._quick.page(_query(prefix, start, most))
            if found:
                return found
            try:
                page: Page = self._server.ask(
                    lambda client: client.list_objects_v2(
                        Bucket=self._bucket, Prefix=prefix, MaxKeys=most, **start
                    )
                )
            except ClientError as exc:
                if error_code(exc) in NOT_THERE or not may_not_know_the_request(exc):
                    raise
            else:
                self._quick.learn()
                return page
        page = self._server.ask(
            lambda client: client.list_objects(
                Bucket=self._bucket, Prefix=prefix, MaxKeys=most, Marker=last
            )
        )
        self._goes_by_marker = True
        return page


def _query(prefix: str, start: _From, most: int) -> dict[str, str]:
    query = {"list-type": "2", "max-keys": str(most), "prefix": prefix}
    if "ContinuationToken" in start:
        query["continuation-token"] = start["ContinuationToken"]
    if "StartAfter" in start:
        query["start-after"] = start["StartAfter"]
    return query


def written_at(
    answer: GetObjectOutputTypeDef | HeadObjectOutputTypeDef | ObjectTypeDef,
) -> datetime:
    """When it was written; long ago where a server does not say it."""
    written = answer.get("LastModified", _LONG_AGO)
    return written if written.tzinfo else written.replace(tzinfo=UTC)


def _listed(page: Page, prefix: str, after: str) -> list[BlobInfo]:
    """What was asked for, and no more, in order.

    Some servers write the slash as in an address, and don't say so; no name of ours has a `%`.
    """
    items = page.get("Contents", ())
    if not all("Key" in item for item in items):
        raise not_s3()
    blobs = [
        BlobInfo(unquote(item["Key"]), item.get("Size", 0), written_at(item)) for item in items
    ]
    asked = (blob for blob in blobs if blob.name.startswith(prefix) and blob.name > after)
    return sorted(asked, key=lambda blob: blob.name)
