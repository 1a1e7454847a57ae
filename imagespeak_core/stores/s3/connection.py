"""The way to S3, as the standard AWS variables and files say, and as a server wants to be asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from imagespeak_core.aws.clients import region_of
from imagespeak_core.aws.connection import Connection
from imagespeak_core.aws.failures import error_code
from imagespeak_core.aws.service_files import new_session
from imagespeak_core.stores.s3.errors import error_words

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

S3Connection: TypeAlias = "Connection[S3Client]"

READ_TIMEOUT_S = 10
"""So long a server may keep silent; while it sends or takes bytes, an answer may take longer."""
MAX_ATTEMPTS = 3
"""Half a minute of silence in all: then people and the owner are told."""

_AWS_HOST = re.compile(r".+\.amazonaws\.(com|com\.cn|eu)")

_WANTS_BUCKET_IN_HOST = {
    "InvalidPathAccess",
    "PathStyleDomainForbidden",
    "SecondLevelDomainForbidden",
    "VirtualHostDomainRequired",
}
"""What Volcengine, Tencent, Alibaba and Huawei call it, in this order (2026-11)."""

_EXPECTED_REGION = re.compile(r"expecting '([a-z0-9][a-z0-9-]{1,62})'|one of: .*\b(auto)\b")
_OTHER_REGION = {"AuthorizationHeaderMalformed", "InvalidRegionName"}
"""Cloudflare's is the second; it names all that it takes, and `auto` fits each bucket of its.
https://developers.cloudflare.com/r2/api/s3/api/ (2026-11)"""


@dataclass(frozen=True, slots=True)
class Way:
    """How a server that is not AWS's wants to be asked, as far as it has told us.

    Attributes:
        bucket_in_host: It takes no bucket in the path.
        region: That it wants to see in signatures; empty where it has named none.
    """

    bucket_in_host: bool = False
    region: str = ""

    def after(self, exc: ClientError) -> Way:
        """The way that an answer asks for; the same where it asks for none."""
        code = error_code(exc)
        if code in _WANTS_BUCKET_IN_HOST:
            return replace(self, bucket_in_host=True)
        if code in _OTHER_REGION:
            told = _EXPECTED_REGION.search(error_words(exc))
            return replace(self, region=told[1] or told[2]) if told else self
        return self


def connect_s3(way: Way = Way()) -> S3Connection:
    """Connect as the standard AWS variables and files say.

    Slow, and not safe to call from two threads at once. The region is `region_of`'s; a bucket
    elsewhere is found by one redirect. AWS is asked on its regional hosts; an endpoint of somebody
    else by path, unless the profile's `addressing_style` or the way says otherwise, and without
    the checksums that only AWS understands.

    Args:
        way: What is known of a server that is not AWS's.

    Raises:
        BotoCoreError: The profile is unknown, or a setting of AWS can't be read.
    """
    session = new_session()
    region = way.region or region_of(session)
    common = Config(
        signature_version="s3v4",
        connect_timeout=5,
        read_timeout=READ_TIMEOUT_S,
        retries={"mode": "standard", "total_max_attempts": MAX_ATTEMPTS},
        max_pool_connections=50,
    )
    aws = Config(s3={"addressing_style": "virtual", "us_east_1_regional_endpoint": "regional"})
    client = session.client("s3", region_name=region, config=common.merge(aws))
    if not is_amazons(client):
        in_host = way.bucket_in_host or _style_of_profile(session) == "virtual"
        custom = Config(
            s3={"addressing_style": "virtual" if in_host else "path"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        client = session.client("s3", region_name=region, config=common.merge(custom))
    return Connection(client, session.get_credentials())


def is_amazons(client: S3Client) -> bool:
    """Whether a client asks Amazon S3 itself."""
    return _AWS_HOST.fullmatch(urlsplit(client.meta.endpoint_url).hostname or "") is not None


def _style_of_profile(session: boto3.session.Session) -> object:
    of_s3 = session._session.get_scoped_config().get("s3")
    return of_s3.get("addressing_style") if isinstance(of_s3, dict) else None
