"""The image of one server, and the compose file that runs two of them behind a proxy."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import uvicorn
import yaml  # type: ignore[import-untyped]

from imagespeak_core.settings.files import Written
from imagespeak_core.settings.names import is_unknown
from tests.deploy.templates import ROOT, resources

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
CADDY = shutil.which("caddy")


def instructions(name: str) -> list[str]:
    return re.findall(rf"^\s*{name}\s+(.+)$", DOCKERFILE, re.MULTILINE)


def arguments(line: str) -> list[str]:
    """The list in a line."""
    found: list[str] = json.loads(line[line.index("[") :])
    return found


def servers() -> dict[str, dict[str, Any]]:
    return {name: one for name, one in COMPOSE["services"].items() if "build" in one}


def test_the_image_starts_the_server_as_the_readme_says() -> None:
    [said] = re.findall(r"Start `(uvicorn app:app [^`]+)`", README)
    command = arguments(instructions("CMD")[-1])
    assert [*command[:2], *command[6:]] == said.split()
    assert command[2:6] == ["--host", "0.0.0.0", "--port", *instructions("EXPOSE")]


def test_the_image_installs_by_hash_alone_and_runs_as_nobody_of_weight() -> None:
    installs = [line for line in instructions("RUN") if "pip install" in line]
    assert installs == ["pip install --no-cache-dir --require-hashes -r requirements.lock"]
    [user] = instructions("USER")
    assert int(user) > 0
    assert DOCKERFILE.index("USER ") > DOCKERFILE.index("RUN python")
    assert instructions("STOPSIGNAL") == ["SIGTERM"]


def test_what_a_server_keeps_lies_in_the_volume() -> None:
    [volume] = instructions("VOLUME")
    places = dict(re.findall(r"(\w+)=(\S+)", instructions("ENV")[0]))
    assert set(places) == {"IMAGESPEAK_DATA_DIR", "XDG_STATE_HOME"}
    assert all(place.startswith(f"{volume}/") for place in places.values())
    assert len(set(places.values())) == len(places), "the secret may not lie among pictures"


def test_the_disk_on_aws_belongs_to_the_user_of_the_image_and_is_mounted_at_its_volume() -> None:
    made = {
        name: one["Properties"] for name, one in resources("servers").items() if "Properties" in one
    }
    access, [user] = made["DiskOfServers"], instructions("USER")
    owner = access["RootDirectory"]["CreationInfo"]
    assert {owner["OwnerUid"], owner["OwnerGid"], *access["PosixUser"].values()} == {user}
    [app] = made["Task"]["ContainerDefinitions"]
    assert [one["ContainerPath"] for one in app["MountPoints"]] == instructions("VOLUME")
    subnets = {made[f"DiskIn{which}Subnet"]["SubnetId"] for which in ("First", "Second")}
    network = made["Service"]["NetworkConfiguration"]["AwsvpcConfiguration"]
    assert subnets == set(network["Subnets"])


def test_nothing_else_goes_into_the_image() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and line[0] != "#"]
    assert rules[0] == "*"
    let_in = {line[1:] for line in rules if line[0] == "!"}
    copied = {line.split()[0] for line in instructions("COPY")}
    assert copied == let_in - {"optional"}, "which images of one's own may copy"
    assert all((ROOT / one).exists() for one in copied)


class _Answers(BaseHTTPRequestHandler):
    status = HTTPStatus.OK

    def do_GET(self) -> None:
        self.send_response(self.status if self.path == "/healthz" else HTTPStatus.NOT_FOUND)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def listening(status: HTTPStatus) -> Iterator[int]:
    handler = type("Handler", (_Answers,), {"status": status})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(("status", "ends_with"), [(200, 0), (503, 1)])
def test_the_image_is_healthy_while_its_server_says_so(status: int, ends_with: int) -> None:
    python, *rest = arguments(instructions("HEALTHCHECK")[0])
    assert python == "python"
    with listening(HTTPStatus(status)) as port:
        command = [one.replace("8501", str(port)) for one in rest]
        assert subprocess.run([sys.executable, *command], check=False).returncode == ends_with


def test_two_servers_share_one_volume_have_no_way_out_and_may_finish() -> None:
    assert len(servers()) >= 2
    for one in servers().values():
        assert one["volumes"] == [f"state:{instructions('VOLUME')[0]}"]
        assert one["networks"] == ["inside"]
        assert "ports" not in one
        assert one["stop_grace_period"] == "120s"
        assert one["init"] is True
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_the_proxy_is_believed_and_knows_each_server() -> None:
    [network] = COMPOSE["networks"]["inside"]["ipam"]["config"]
    proxy = COMPOSE["services"]["proxy"]
    for one in servers().values():
        assert one["environment"]["FORWARDED_ALLOW_IPS"] == network["subnet"]
        assert one["environment"]["IMAGESPEAK_TEACHER_PIN"].startswith("${IMAGESPEAK_TEACHER_PIN:?")
    known = proxy["environment"]["SERVERS"].split()
    assert known == [f"{name}:8501" for name in servers()]
    assert proxy["networks"] == ["inside", "outside"]


def test_what_compose_reads_from_its_env_file_stops_no_app_started_beside_it() -> None:
    asked_for = set(re.findall(r"\$\{(\w+)", json.dumps(COMPOSE)))
    assert asked_for == {"SITE", "SUBNET", "IMAGESPEAK_TEACHER_PIN"}
    for name in asked_for:
        assert not is_unknown(Written(name, "a.example", ".env, line 1")), name


@pytest.mark.skipif(CADDY is None, reason="there is no caddy here")
def test_the_proxy_reads_its_file_as_it_is_meant() -> None:
    command = [str(CADDY), "adapt", "--adapter", "caddyfile", "--config", "deploy/Caddyfile"]
    environment = {"SERVERS": "app-1:8501 app-2:8501", "SITE": "a.example"}
    told = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    [proxy] = [one for one in _all_of(json.loads(told.stdout)) if "upstreams" in one]
    assert [one["dial"] for one in proxy["upstreams"]] == ["app-1:8501", "app-2:8501"]
    assert proxy["load_balancing"]["selection_policy"]["policy"] == "cookie"
    assert proxy["health_checks"]["active"]["uri"] == "/healthz"
    idle_ns = proxy["transport"]["keep_alive"]["idle_timeout"]
    assert idle_ns < uvicorn.Config("app:app").timeout_keep_alive * 1e9
    hidden = [one["path"] for one in _all_of(json.loads(told.stdout)) if "path" in one]
    assert ["/_stcore/metrics", "/metrics"] in hidden


def _all_of(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _all_of(one)
