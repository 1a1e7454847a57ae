"""Addresses that show an S3 object for a while: Signature Version 4 in the query.

https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html (2026-11). The
signing key of a day is kept, so that long lists cost little: boto3 makes it anew for each URL.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from urllib.parse import quote, urlsplit

MAX_LIFE_S = 604_800
"""Seven days: S3 takes no longer life."""

_ALGORITHM = "AWS4-HMAC-SHA256"
_STANDARD_PORTS = {"http": 80, "https": 443}


class Presigner:
    """Signs GET addresses with one set of credentials. Safe to use from several threads."""

    def __init__(
        self, base_url: str, region: str, *, access_key: str, secret_key: str, token: str | None
    ) -> None:
        """Take what stays the same for all addresses.

        Args:
            base_url: The bucket's URL as far as the key, with the slash at its end.
            region: The bucket's.
            access_key: Id of the credentials.
            secret_key: Their secret.
            token: Of temporary credentials.
        """
        parts = urlsplit(base_url)
        self._base_url = base_url
        self._base_path = parts.path
        self._host = parts.hostname or ""
        if parts.port and parts.port != _STANDARD_PORTS.get(parts.scheme):
            self._host += f":{parts.port}"
        self._region = region
        self._access_key = access_key
        self._secret_key = secret_key
        self._token = token
        self._day_key: tuple[str, bytes] = ("", b"")

    def url(
        self,
        key: str,
        *,
        start: datetime,
        life_s: int,
        answer: Mapping[str, str] = MappingProxyType({}),
    ) -> str:
        """An address of the object.

        Args:
            key: The object's key.
            start: Aware; from when the life counts, to the second.
            life_s: 1–604,800 seconds.
            answer: Headers that the answer shall have, of those that S3 lets an address choose;
                their names in small letters.
        """
        query = {f"response-{name}": value for name, value in answer.items()}
        return self._signed(quote(key, safe="/-_.~"), query, start, life_s)

    def list_url(self, query: Mapping[str, str], *, start: datetime, life_s: int) -> str:
        """An address of the bucket's list.

        Args:
            query: Which part of it, as in ListObjectsV2.
            start: As for `url`.
            life_s: As for `url`.
        """
        return self._signed("", query, start, life_s)

    def _signed(self, path: str, asked: Mapping[str, str], start: datetime, life_s: int) -> str:
        moment = start.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        day = moment[:8]
        scope = f"{day}/{self._region}/s3/aws4_request"
        query = {
            **asked,
            "X-Amz-Algorithm": _ALGORITHM,
            "X-Amz-Credential": f"{self._access_key}/{scope}",
            "X-Amz-Date": moment,
            "X-Amz-Expires": str(life_s),
            "X-Amz-SignedHeaders": "host",
        }
        if self._token:
            query["X-Amz-Security-Token"] = self._token
        pairs = [f"{name}={quote(value, safe='-_.~')}" for name, value in query.items()]
        canonical = "\n".join(
            (
                "GET",
                self._base_path + path,
                "&".join(sorted(pairs)),
                f"host:{self._host}\n",
                "host",
                "UNSIGNED-PAYLOAD",
            )
        )
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        to_sign = f"{_ALGORITHM}\n{moment}\n{scope}\n{digest}"
        signature = hmac.digest(self._signing_key(day), to_sign.encode(), "sha256").hex()
        return f"{self._base_url}{path}?{'&'.join(pairs)}&X-Amz-Signature={signature}"

    def _signing_key(self, day: str) -> bytes:
        known_day, key = self._day_key
        if known_day != day:
            key = f"AWS4{self._secret_key}".encode()
            for part in (day, self._region, "s3", "aws4_request"):
                key = hmac.digest(key, part.encode(), "sha256")
            self._day_key = (day, key)
        return key
