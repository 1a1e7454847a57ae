"""What the owner of a real server sees: its log, its health, and figures for Prometheus."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.adapters import bedrock_replies as model_that
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import HOST, AppServer, Command
from tests.browser.tabs import NewTab
from tests.browser.visitor import Visitor
from tests.for_each import for_each
from tests.patience import until

SESSION = "marked-session-77"
PROMPT = "A marked zebra at a bus stop"
OURS = ("imagespeak", "imagespeak_core", "pages")
PAGES = ("/", "/classroom", "/gallery", "/prompt_lab", "/gallery/")
NOWHERE = (
    "/health",
    "/metrics",
    "/livez",
    "/ready",
    "/status",
    "/ping",
    "/_health",
    "/healthz/deep",
    "/readyz.json",
    "/classroom/metrics",
    "/practice",
    "/clasroom",
)


@pytest.fixture(scope="module")
def bedrock_alone() -> Iterator[BedrockStandIn]:
    with BedrockStandIn() as stand_in:
        yield stand_in


@pytest.fixture(scope="module", params=["streamlit", "uvicorn"])
def server(
    request: pytest.FixtureRequest,
    bedrock_alone: BedrockStandIn,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[AppServer]:
    command: Command = request.param
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = str(probe.getsockname()[1])
    settings = {
        "IMAGESPEAK_GENERATOR": "bedrock",
        "IMAGESPEAK_TEACHER_PIN": "blue-42-frog",
        "IMAGESPEAK_LOG_FORMAT": "json" if command == "uvicorn" else "text",
        "IMAGESPEAK_METRICS_PORT": port,
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": bedrock_alone.url,
        "AWS_ENDPOINT_URL_BEDROCK": bedrock_alone.url,
    }
    server = AppServer(tmp_path_factory.mktemp("operator") / "server", settings, command=command)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def ask(
    port: int, path: str, method: str = "GET", body: bytes | None = None
) -> tuple[int, str, str]:
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request(method, path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"] or "", answer.read().decode()
    finally:
        connection.close()


def test_it_lives_and_is_ready(server: AppServer) -> None:
    assert ask(server.port, "/healthz") == (200, "text/plain; charset=utf-8", "ok\n")
    status, kind, text = ask(server.port, "/readyz")
    assert (status, kind) == (200, "application/json")
    assert json.loads(text) == {"ready": True, "store": "ok", "model": "ok"}
    for path in ("/healthz", "/readyz"):
        assert ask(server.port, path, "HEAD")[::2] == (200, "")


@for_each("path", PAGES)
def test_pages_are_there(server: AppServer, path: str) -> None:
    assert ask(server.port, path)[0] in {200, 301}
    assert ask(server.port, path, "HEAD")[0] in {200, 301}


@for_each("path", NOWHERE)
def test_all_other_paths_are_not(server: AppServer, path: str) -> None:
    status, _, text = ask(server.port, path)
    assert status == 404
    assert 'id="root"' not in text
    assert ask(server.port, path, "HEAD")[0] == 404


def test_the_log_tells_of_each_call_and_of_troubles_once_and_names_nobody(
    server: AppServer, bedrock_alone: BedrockStandIn, new_tab: NewTab
) -> None:
    bedrock_alone.forget()
    visitor = Visitor(new_tab(), server.url).open(SESSION)
    visitor.write(PROMPT)
    visitor.get.click()
    visitor.picture()
    assert PROMPT in str(bedrock_alone.calls[0].body)
    bedrock_alone.script(*[model_that.throttled] * 4)
    for number in (1, 2):
        visitor.new.click()
        until(lambda number=number: server.log.count("outcome=busy") == number)  # type: ignore[misc]
        expect(visitor.alert.first).to_contain_text("Too many people", timeout=30_000)
        visitor.reload()
    for pin in ("000001", "000002", "000003"):
        assert (
            ask(server.port, "/teacher/sign-in", "POST", json.dumps({"pin": pin}).encode())[0]
            == 403
        )

    log = server.log
    told = [line for line in log.splitlines() if "call ended: " in line]
    assert ["outcome=made" in line for line in told] == [True, False, False]
    assert ["cents=4" in line for line in told] == [True, False, False]
    assert all("outcome=busy" in line for line in told[1:])
    assert log.count("model throttled: ") == 1
    assert log.count("wrong PIN: ") == 1
    for secret in (SESSION, PROMPT, "zebra", "000001", "generated-images/", "signature="):
        assert secret not in log, secret
    if server.settings["IMAGESPEAK_LOG_FORMAT"] == "json":
        ours = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
        assert {line["logger"].partition(".")[0] for line in ours} <= set(OURS)
        [made] = [line for line in ours if line.get("outcome") == "made"]
        assert made["cents"] == 4
        assert made["model"] == "stability.stable-image-core-v1:1"
        assert len({line["session"] for line in ours if "session" in line}) == 1
        assert len({line["request_id"] for line in ours if "session" in line}) == 3
        assert not any(f" {name}" in line for line in log.splitlines() for name in OURS[1:])


def test_prometheus_sees_it(server: AppServer, new_tab: NewTab) -> None:
    visitor = Visitor(new_tab(), server.url).open(SESSION)
    visitor.get.click()
    visitor.picture()
    port = int(server.settings["IMAGESPEAK_METRICS_PORT"])

    def figures() -> dict[str, str]:
        status, _, text = ask(port, "/metrics")
        assert status == 200
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        return dict(line.rsplit(" ", 1) for line in lines)

    until(lambda: figures()["imagespeak_hits_total"] != "0.0")
    found = figures()
    picture = 'model="stability.stable-image-core-v1:1"'
    made = f'imagespeak_calls_total{{{picture},outcome="made",what="picture"}}'
    assert {
        line: value for line, value in found.items() if line.startswith("imagespeak_calls")
    } == {
        made: "1.0",
        made.replace("made", "busy"): "2.0",
    }
    assert float(found["imagespeak_sessions"]) >= 1
    assert found['imagespeak_jobs{state="running"}'] == "0.0"
    assert found['imagespeak_spent_dollars{state="today"}'] == "0.04"
    assert found['imagespeak_troubles_total{kind="model throttled"}'] == "2.0"


def test_a_store_that_is_away_is_not_ready_but_alive(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind((HOST, 0))  # and does not listen
        server = AppServer(
            tmp_path / "server",
            {
                "IMAGESPEAK_BUCKET": "pictures",
                "AWS_ENDPOINT_URL_S3": f"http://{HOST}:{nobody.getsockname()[1]}",
                "IMAGESPEAK_METRICS_PORT": str(nobody.getsockname()[1]),
            },
        )
        server.start()
        try:
            until(lambda: "storage" in ask(server.port, "/readyz")[2])
            status, _, text = ask(server.port, "/readyz")
            assert status == 503
            told = {"ready": False, "store": "storage_unreachable", "model": "ok"}
            assert json.loads(text) == told
            assert ask(server.port, "/healthz")[0] == 200
            for _ in range(5):
                ask(server.port, "/readyz")
            assert server.log.count("store unreachable: ") == 1
            assert "There are no figures for Prometheus: port" in server.log
        finally:
            server.stop()
