"""Clients for services that are paid by the call, and the region of those that are told none."""

from __future__ import annotations

import os
from typing import Any

import boto3
from botocore.config import Config

from imagespeak_core.aws.connection import Connection
from imagespeak_core.aws.service_files import new_session

_CONNECT_TIMEOUT_S = 5
_FALLBACK_REGION = "us-east-1"


def region_of(session: boto3.session.Session) -> str:
    """AWS_REGION, else what boto3 finds."""
    return os.environ.get("AWS_REGION") or session.region_name or _FALLBACK_REGION


def connect_paid(
    service: str, region: str | None, *, read_timeout_s: float, max_connections: int = 10
) -> Connection[Any]:
    """Connect with the normal credentials and without retries.

    botocore's own retries would send a call that timed out again, and pay for it again.

    Args:
        service: boto3's name for it.
        region: None for the one in which the bucket is looked for, see `region_of`.
        read_timeout_s: So long an answer may keep silent.
        max_connections: So many calls may be under way.

    Raises:
        botocore.exceptions.BotoCoreError: Profile, region or configuration is wrong.
        ValueError: The endpoint in the environment is no URL.
    """
    config = Config(
        connect_timeout=_CONNECT_TIMEOUT_S,
        read_timeout=read_timeout_s,
        retries={"mode": "standard", "total_max_attempts": 1},
        max_pool_connections=max_connections,
    )
    session: Any = new_session()  # whose stubs take no name that is not a literal
    client = session.client(service, region_name=region or region_of(session), config=config)
    return Connection(client, session.get_credentials())
