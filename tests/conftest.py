"""What all tests share: nothing of AWS, and S3 servers on this computer."""

from __future__ import annotations

import gc
import os
import socket
from collections import defaultdict
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from botocore.loaders import JSONFileLoader
from hypothesis import HealthCheck, settings

from imagespeak_core.settings import places
from tests.adapters import s3_servers

REAL_BUCKET = os.environ.get("TEST_S3_BUCKET", "")
"""Set by hand, with AWS credentials: then the store contract runs on this bucket, and only that."""

LONG = os.environ.get("TEST_PROPERTIES", "") == "long"
"""Set by hand: properties are tried on many more examples, others each time."""

_BUSY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # is no fault
settings.register_profile("ci", _BUSY, derandomize=True, database=None)
settings.register_profile("long", _BUSY, max_examples=3_000)
settings.load_profile("long" if LONG else "ci")

_LOOPBACK = {"127.0.0.1", "::1", "localhost", ""}


class NetworkBlockedError(RuntimeError):
    """A test tried to reach another computer."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep the garbage collector from what stays: modules and thousands of tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_sessionfinish() -> None:
    """Keep it from what the tests have cached, too: pytest collects ten times at its end."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run the tests that need a real bucket alone, or not at all."""
    wanted = [
        item for item in items if bool(item.get_closest_marker("real_bucket")) == bool(REAL_BUCKET)
    ]
    left_out = [item for item in items if item not in wanted]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = wanted


_seconds: defaultdict[str, float] = defaultdict(float)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up how long each folder's tests take."""
    _seconds["/".join(report.nodeid.split("/")[:2]).partition("::")[0]] += report.duration


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it: with `-n 3` up to three of these seconds go by at once."""
    parts = ", ".join(f"{folder} {seconds:.0f}" for folder, seconds in sorted(_seconds.items()))
    terminalreporter.write_line(f"Seconds of tests: {parts}")


@pytest.fixture(scope="session", autouse=True)
def _this_computer_only() -> Iterator[None]:
    """Hide the AWS account of whoever runs the tests, and close the way out."""
    if REAL_BUCKET:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("AWS_", "IMAGESPEAK_")) or name.upper().endswith("_PROXY"):
                patch.delenv(name)
        patch.setattr(places, "APP_FOLDER", Path(os.devnull))  # its owner's files are not ours
        patch.setenv("AWS_ACCESS_KEY_ID", s3_servers.ACCESS_KEY)
        patch.setenv("AWS_SECRET_ACCESS_KEY", s3_servers.SECRET_KEY)
        patch.setenv("AWS_DEFAULT_REGION", s3_servers.REGION)
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        patch.setenv("AWS_CONFIG_FILE", os.devnull)
        patch.setenv("AWS_SHARED_CREDENTIALS_FILE", os.devnull)
        for method in ("connect", "connect_ex"):
            patch.setattr(socket.socket, method, _guarded(getattr(socket.socket, method)))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


def _guarded(connect: Any) -> Any:
    def connect_within(sock: socket.socket, address: Any) -> Any:
        if sock.family in {socket.AF_INET, socket.AF_INET6}:
            _check_host(address[0])
        return connect(sock, address)

    return connect_within


def _guarded_lookup(getaddrinfo: Any) -> Any:
    def lookup_within(host: Any, *args: Any, **kwargs: Any) -> Any:
        _check_host(host)
        return getaddrinfo(host, *args, **kwargs)

    return lookup_within


def _check_host(host: Any) -> None:
    name = host.decode() if isinstance(host, bytes) else host or ""
    if name not in _LOOPBACK:
        raise NetworkBlockedError(f"A test tried to reach {name!r}.")


@pytest.fixture(scope="session", autouse=True)
def _botocores_files_are_read_once() -> Iterator[None]:
    """Each session would parse them anew: half of the time that making a client takes."""
    read = cache(JSONFileLoader().load_file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(JSONFileLoader, "load_file", lambda _, path: read(path))
        yield


@pytest.fixture(scope="session")
def moto_url() -> Iterator[str]:
    """The address of a moto server."""
    with s3_servers.moto_server() as url:
        yield url


@pytest.fixture(scope="session")
def ministack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[s3_servers.MiniStack]:
    """A running MiniStack, which checks signatures; whoever stops it starts it again."""
    server = s3_servers.MiniStack(tmp_path_factory.mktemp("ministack"))
    server.start()
    yield server
    server.stop()
