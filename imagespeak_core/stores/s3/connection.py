"""The way to S3, as the standard AWS variables and files say."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from botocore.credentials import Credentials
    from mypy_boto3_s3 import S3Client

_FALLBACK_REGION = "us-east-1"
_AWS_HOST = re.compile(r".+\.amazonaws\.(com|com\.cn|eu)")


@dataclass(frozen=True, slots=True)
class S3Connection:
    """A client, and the credentials that it signs with."""

    client: S3Client
    credentials: Credentials | None


class OneConnection:
    """Connects at the first call, and gives the same connection to all who call."""

    def __init__(self, connect: Callable[[], S3Connection]) -> None:
        """Remember how.

        Args:
            connect: Called under a lock, until it succeeds once.
        """
        self._connect = connect
        self._lock = threading.Lock()
        self._connection: S3Connection | None = None

    def __call__(self) -> S3Connection:
        """The connection.

        Raises:
            BotoCoreError: As `connect_s3`.
        """
        if self._connection is None:
            with self._lock:
                if self._connection is None:
                    self._connection = self._connect()
        return self._connection


def connect_s3() -> S3Connection:
    """Connect as the standard AWS variables and files say.

    Slow, and not safe to call from two threads at once. The region is AWS_REGION, else what
    boto3 finds; a bucket elsewhere is found by one redirect. AWS is asked on its regional hosts;
    an endpoint of somebody else by path, and without the checksums that only AWS understands.

    Raises:
        BotoCoreError: The profile is unknown, or a setting of AWS can't be read.
    """
    session = boto3.session.Session()
    region = os.environ.get("AWS_REGION") or session.region_name or _FALLBACK_REGION
    common = Config(
        signature_version="s3v4",
        connect_timeout=5,
        read_timeout=30,
        retries={"mode": "standard", "total_max_attempts": 3},
        max_pool_connections=50,
    )
    aws = Config(s3={"addressing_style": "virtual", "us_east_1_regional_endpoint": "regional"})
    client = session.client("s3", region_name=region, config=common.merge(aws))
    if not _AWS_HOST.fullmatch(urlsplit(client.meta.endpoint_url).hostname or ""):
        custom = Config(
            s3={"addressing_style": "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        client = session.client("s3", region_name=region, config=common.merge(custom))
    return S3Connection(client, session.get_credentials())
