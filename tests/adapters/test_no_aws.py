"""Tests never reach AWS or anything else outside this computer."""

from __future__ import annotations

import os
import socket

import boto3
import pytest
from botocore.exceptions import HTTPClientError

from tests.conftest import NetworkBlockedError


@pytest.mark.parametrize("address", [("192.0.2.1", 443), ("s3.us-east-1.amazonaws.com", 443)])
def test_no_connection_leaves_this_computer(address: tuple[str, int]) -> None:
    with socket.socket() as outside, pytest.raises(NetworkBlockedError):
        outside.connect(address)
    with socket.socket() as outside, pytest.raises(NetworkBlockedError):
        outside.connect_ex(address)
    with pytest.raises(NetworkBlockedError):
        socket.create_connection(address)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_a_real_client_is_stopped() -> None:
    with pytest.raises(HTTPClientError, match="A test tried to reach"):
        boto3.client("sts").get_caller_identity()


def test_no_credentials_of_the_person_who_runs_the_tests_are_seen() -> None:
    session = boto3.session.Session()
    credentials = session.get_credentials()
    assert credentials
    assert credentials.access_key == "test"
    assert session.available_profiles == []
    assert "AWS_BEARER_TOKEN_BEDROCK" not in os.environ
