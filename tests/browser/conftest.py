"""Servers and a browser for the tests in this folder.

Servers are shared: a session in the address of its own keeps tests apart.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
from collections.abc import Generator, Iterator
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.adapters.bedrock_replies import ok
from tests.adapters.bedrock_server import BedrockStandIn
from tests.adapters.s3_servers import MiniStack, plain_client
from tests.browser import at_failure
from tests.browser.app_server import SECRET, AppServer
from tests.browser.gallery import Place
from tests.browser.gate import Gate
from tests.browser.tabs import PATIENCE_MS, NewContext, NewTab, Tabs
from tests.browser.visitor import Visitor

BUCKET = "browser-tests"
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
OTHER_NAME = "imagespeak.test"
"""Leads to this computer, as a name of the school's network would."""


def own_addresses() -> list[str]:
    """The addresses by which others reach this computer; a computer may have none."""
    return [
        entry.address
        for entries in psutil.net_if_addrs().values()
        for entry in entries
        if entry.family == socket.AF_INET and not entry.address.startswith("127.")
    ]


FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Optimising what runs for a second costs more than it gains.
    "--js-flags=--no-turbofan --no-maglev",
    f"--host-resolver-rules=MAP {OTHER_NAME} 127.0.0.1 , MAP * ~NOTFOUND , "
    + " , ".join(f"EXCLUDE {address}" for address in ("127.0.0.1", *own_addresses())),
]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed and call.when == "call":
        seen = at_failure.describe(getattr(item, "funcargs", {}).values())
        report.sections.append(("Pages and servers", seen))
    return report


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests here; without one they are skipped, but not in CI."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        reason = f"no Chromium on PATH (looked for {', '.join(BROWSERS)})"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def all_tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def tabs(all_tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Tabs]:
    """Takes its tabs back at the test's end; a page that throws fails the test."""
    failed_before = request.session.testsfailed
    yield all_tabs
    thrown = all_tabs.take_back(keep=request.session.testsfailed == failed_before)
    assert thrown == []


@pytest.fixture
def new_tab(tabs: Tabs) -> NewTab:
    """An empty tab at each call, in a context with the given options."""
    return tabs.lend


@pytest.fixture
def new_context(tabs: Tabs) -> Iterator[NewContext]:
    """Another device at each call: cookies, scripts and permissions of its own."""
    contexts = []

    def make(**options: Any) -> BrowserContext:
        contexts.append(tabs.new_context(**options))
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="package")
def bedrock() -> Iterator[BedrockStandIn]:
    with BedrockStandIn() as stand_in:
        yield stand_in


@pytest.fixture(scope="package")
def bedrock_server(
    bedrock: BedrockStandIn, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AppServer]:
    """Bedrock's stand-in and a folder."""
    settings = {**_bedrock_settings(bedrock), "IMAGESPEAK_SECRET": SECRET}
    server = AppServer(tmp_path_factory.mktemp("bedrock") / "server", settings)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def offline_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The app as it comes: illustrator, folder, no settings."""
    server = AppServer(tmp_path_factory.mktemp("offline") / "server")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="package")
def s3_server(
    bedrock: BedrockStandIn, ministack: MiniStack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AppServer]:
    """Bedrock's stand-in and a real S3 server that checks signatures."""
    client = plain_client(ministack.endpoint_url)
    client.create_bucket(Bucket=BUCKET)
    client.put_object(Bucket=BUCKET, Key="something")  # an empty bucket is lost at a restart
    settings = {
        **_bedrock_settings(bedrock),
        "IMAGESPEAK_BUCKET": BUCKET,
        "AWS_ENDPOINT_URL_S3": ministack.endpoint_url,
    }
    server = AppServer(tmp_path_factory.mktemp("s3") / "server", settings)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def model(bedrock: BedrockStandIn) -> BedrockStandIn:
    """The stand-in, as new."""
    bedrock.forget()
    return bedrock


@pytest.fixture
def gate(model: BedrockStandIn) -> Iterator[Gate]:
    """The next call waits until the test opens the gate."""
    gate = Gate()
    model.script(gate)
    yield gate
    gate.open()


@pytest.fixture
def second_call(model: BedrockStandIn) -> Iterator[Gate]:
    """The first call gets its picture; the second waits until the test opens the gate."""
    gate = Gate()
    model.script(ok, gate)
    yield gate
    gate.open()


@pytest.fixture
def visitor(new_tab: NewTab, bedrock_server: AppServer, model: BedrockStandIn) -> Visitor:
    """Somebody at a desk, with Bedrock and a folder behind the app."""
    return Visitor(new_tab(), bedrock_server.url)


@pytest.fixture
def session_id() -> str:
    """A session that no other test uses."""
    return f"test-{secrets.token_hex(8)}"


@pytest.fixture
def folder_place(bedrock_server: AppServer) -> Place:
    """A folder, and its back door."""
    root = bedrock_server.pictures

    def put(key: str, content: bytes) -> None:
        (root / key).parent.mkdir(parents=True, exist_ok=True)
        (root / key).write_bytes(content)

    def names(prefix: str) -> list[str]:
        return sorted(str(path.relative_to(root)) for path in root.glob(f"{prefix}*"))

    return Place(bedrock_server, put, names)


@pytest.fixture
def bucket_place(s3_server: AppServer, ministack: MiniStack) -> Place:
    """A bucket, and its back door."""
    client = plain_client(ministack.endpoint_url)

    def put(key: str, content: bytes) -> None:
        client.put_object(Bucket=BUCKET, Key=key, Body=content, ContentType="image/png")

    def names(prefix: str) -> list[str]:
        listing = client.list_objects_v2(Bucket=BUCKET, Prefix=prefix)
        return [entry["Key"] for entry in listing.get("Contents", [])]

    return Place(s3_server, put, names)


@pytest.fixture(params=["folder_place", "bucket_place"])
def place(request: pytest.FixtureRequest) -> Place:
    """Each of the stores."""
    found: Place = request.getfixturevalue(request.param)
    return found


def _bedrock_settings(bedrock: BedrockStandIn) -> dict[str, str]:
    return {
        "IMAGESPEAK_GENERATOR": "bedrock",
        "IMAGESPEAK_MAX_PICTURES_PER_DAY": "0",
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": bedrock.url,
        "AWS_ENDPOINT_URL_BEDROCK": bedrock.url,
    }
