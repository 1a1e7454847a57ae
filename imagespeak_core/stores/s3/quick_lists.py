"""A page of a list without boto3, which needs four times the processor's time for one.

A press of *Get Practice Image* asks for one. Whatever is neither a plain answer nor a refusal of
the credentials is left to boto3, which knows what to do: it follows redirects, tries again and
tells what is wrong.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from botocore.awsrequest import AWSPreparedRequest, HeadersDict
from botocore.exceptions import BotoCoreError, ClientError

from imagespeak_core.aws.connection import REFUSED_CODES
from imagespeak_core.stores.s3.server import S3Server
from imagespeak_core.stores.s3.signer import S3Signer

if TYPE_CHECKING:
    from mypy_boto3_s3.type_defs import ListObjectsV2OutputTypeDef

_BEFORE_SEND = "before-send.s3.ListObjectsV2"
_OK = 200
_REFUSED_CODES = REFUSED_CODES | {"AccessDenied"}
_PAUSE_S = 60.0
_ROOT = "ListBucketResult"


class QuickLists:
    """Asks for pages of one bucket's list. Safe to use from several threads."""

    def __init__(
        self,
        server: S3Server,
        signer: S3Signer,
        *,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Remember whom to ask; nothing is asked before boto3 got an answer.

        Args:
            server: The bucket's; hears when an answer was given.
            signer: The bucket's.
            monotonic: A clock in seconds that never goes back.
        """
        self._server = server
        self._signer = signer
        self._monotonic = monotonic
        self._is_known = False
        self._was_refused = False
        self._not_before_s = 0.0

    def learn(self) -> None:
        """Boto3 got such a page: what it has found out of the server counts here, too.

        But where the credentials were refused here before, this server takes such addresses from
        nobody, and boto3 goes on.
        """
        self._is_known = not self._was_refused

    def page(self, query: Mapping[str, str]) -> ListObjectsV2OutputTypeDef | None:
        """A page as boto3 gives it; None where boto3 has to ask.

        After an answer that is none, that is so for a minute, and until boto3 has got a page.

        Args:
            query: As in ListObjectsV2.

        Raises:
            BotoCoreError: There are no credentials.
            ClientError: They are refused, and no others are found.
        """
        if not self._is_known or self._monotonic() < self._not_before_s:
            return None
        return self._server.ask(lambda _: self._asked(query))

    def _asked(self, query: Mapping[str, str]) -> ListObjectsV2OutputTypeDef | None:
        client: Any
        client, url = self._signer.list_url(query)
        headers: Any = HeadersDict()  # whose stubs know another class
        request = AWSPreparedRequest("GET", url, headers, None, False)
        try:
            # That has boto3's certificates, proxies, time limits and open connections.
            events = client.meta.events
            answer = events.emit_until_response(_BEFORE_SEND, request=request)[1]
            answer = answer or client._endpoint.http_session.send(request)
            if answer.status_code == _OK:
                page = _read(answer.content, {k.lower(): v for k, v in answer.headers.items()})
                self._server.hear_date(page)
                self._is_known, self._was_refused = True, False
                return page
            refusal = _refusal(answer)
            if refusal:
                self._is_known, self._was_refused = False, True
                raise refusal
        except (AttributeError, BotoCoreError, ElementTree.ParseError, KeyError, ValueError):
            pass  # boto3 asks again, and tells what there is to tell; `_endpoint` is its own
        self._is_known = False  # until boto3 gets one: an outage is waited for once
        self._not_before_s = self._monotonic() + _PAUSE_S
        return None


def _refusal(answer: Any) -> ClientError | None:
    """Where it refuses the credentials: what boto3 would raise. May raise ParseError."""
    root = ElementTree.fromstring(answer.content)  # noqa: S314 - as below
    told = {_name(one): one.text or "" for one in root}
    if told.get("Code") not in _REFUSED_CODES:
        return None
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return ClientError(
        {
            "Error": {"Code": told["Code"], "Message": told.get("Message", "")},
            "ResponseMetadata": {
                "HTTPStatusCode": answer.status_code,
                "HTTPHeaders": headers,
                "RequestId": headers.get("x-amz-request-id", ""),
                "HostId": "",
                "RetryAttempts": 0,
            },
        },
        "ListObjectsV2",
    )


def _read(content: bytes, headers: dict[str, str]) -> ListObjectsV2OutputTypeDef:
    """Raises KeyError, ValueError or ParseError: it is another document, or broken."""
    root = ElementTree.fromstring(content)  # noqa: S314 - boto3 reads it by the same parser
    if _name(root) != _ROOT:
        raise ValueError(f"{root.tag!r} is no list.")
    told = {_name(one): one.text or "" for one in root}
    page: Any = {
        "Contents": [_read_object(one) for one in root if _name(one) == "Contents"],
        "IsTruncated": told.get("IsTruncated") == "true",
        "ResponseMetadata": {"HTTPHeaders": headers},
    }
    if "NextContinuationToken" in told:
        page["NextContinuationToken"] = told["NextContinuationToken"]
    listed: ListObjectsV2OutputTypeDef = page
    return listed


def _read_object(element: ElementTree.Element) -> dict[str, Any]:
    told = {_name(one): one.text or "" for one in element}
    found: dict[str, Any] = {"Key": told["Key"], "Size": int(told.get("Size", "0"))}
    if "LastModified" in told:
        found["LastModified"] = datetime.fromisoformat(told["LastModified"])
    return found


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
