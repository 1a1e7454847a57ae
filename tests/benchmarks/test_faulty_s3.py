"""The bad way to S3 hands on what comes as it is, refuses, and loses answers of what was done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from botocore.exceptions import ClientError, HTTPClientError

from tests.adapters.s3_servers import plain_client
from tests.benchmarks.faulty_s3 import Way, Weather
from tests.lambda_handler.rig import new_bucket

FINE = Weather(refused=0, lost=0, very_late=0, late_s=(0, 0))
REFUSING = Weather(refused=1, lost=0, very_late=0, late_s=(0, 0))
LOSING = Weather(refused=0, lost=1, very_late=0, late_s=(0, 0))


def _through(behind: str, weather: Weather, ask: Callable[[Any], object]) -> object:
    """What a client gets that asks once, by such a way."""

    async def main() -> object:
        way = Way(behind, usual=weather, spell=weather)
        server = await asyncio.start_server(way.serve, "127.0.0.1", 0)
        async with server:
            url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            with closing(plain_client(url)) as client:
                asked = asyncio.gather(asyncio.to_thread(ask, client), return_exceptions=True)
                found = (await asked)[0]
            connections = asyncio.all_tasks() - {asyncio.current_task()}
            for connection in connections:
                connection.cancel()  # the client keeps it open
            await asyncio.gather(*connections, return_exceptions=True)
        if isinstance(found, BaseException):
            raise found
        return found

    return asyncio.run(main())


@pytest.fixture(autouse=True)
def _asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")


def test_what_is_written_and_read_is_the_same(moto_url: str) -> None:
    bucket, _ = new_bucket(moto_url)
    content = bytes(range(256)) * 1_000

    def write_and_read(client: Any) -> object:
        client.put_object(Bucket=bucket, Key="one", Body=content)
        client.head_object(Bucket=bucket, Key="one")
        return client.get_object(Bucket=bucket, Key="one")["Body"].read()

    assert _through(moto_url, FINE, write_and_read) == content


def test_a_refused_request_reaches_nobody(moto_url: str) -> None:
    bucket, behind = new_bucket(moto_url)
    with pytest.raises(ClientError, match="SlowDown"):
        _through(
            moto_url,
            REFUSING,
            lambda client: client.put_object(Bucket=bucket, Key="one", Body=b"1"),
        )
    assert "Contents" not in behind.list_objects_v2(Bucket=bucket)


def test_where_an_answer_is_lost_it_was_done(moto_url: str) -> None:
    bucket, behind = new_bucket(moto_url)
    with pytest.raises(HTTPClientError):
        _through(
            moto_url, LOSING, lambda client: client.put_object(Bucket=bucket, Key="one", Body=b"1")
        )
    assert behind.get_object(Bucket=bucket, Key="one")["Body"].read() == b"1"
