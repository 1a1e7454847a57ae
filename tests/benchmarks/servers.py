"""The app, a bare page and stand-ins for S3: each a process on loopback until its block ends."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

REPOSITORY = Path(__file__).parents[2]
HOST = "127.0.0.1"
START_LIMIT_S = 60
STOP_LIMIT_S = 120
BUTTON = "Get Practice Image"
FAULTS_PATH = "/faults"
"""Where the bad way to S3 tells what it has done."""

Command = Literal["uvicorn", "streamlit"]

APP = "app:app"
COMMANDS: dict[Command, list[str]] = {
    "uvicorn": (
        f"uvicorn {APP} --ws websockets-sansio --ws-per-message-deflate false "
        f"--no-access-log --host {HOST} --port"
    ).split(),
    "streamlit": f"streamlit run app.py --server.address {HOST} --server.port".split(),
}
_LOOK_AGAIN_S = 0.05

_BARE_APP = """
from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).with_name("page.py"))
"""
_BARE_PAGE = f"""
import streamlit as st

st.title("Bare")
st.button("{BUTTON}", type="primary")
st.image("http://localhost:8501/pictures/one.png", alt="A picture")
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running one."""

    url: str
    pid: int


@contextmanager
def our_app(
    command: Command,
    folder: Path,
    settings: dict[str, str] | None = None,
    *,
    port: int | None = None,
    app: str = APP,
) -> Iterator[Server]:
    """The app as it is here, with its pictures, state and log in the folder.

    Args:
        command: What serves it.
        folder: Its own; what an ended one has left there, the next one finds.
        settings: Of the environment.
        port: None: any that is free.
        app: What uvicorn serves.
    """
    own = {
        "IMAGESPEAK_DATA_DIR": str(folder / "pictures"),
        "IMAGESPEAK_GENERATOR": "illustrator",
        **(settings or {}),
    }
    words = [app if word == APP else word for word in COMMANDS[command]]
    with _running(words, REPOSITORY, folder, "/_stcore/health", own, port) as server:
        yield server


@contextmanager
def bare_page(command: Command, folder: Path) -> Iterator[Server]:
    """Title, button, picture by URL; the same server command and config.toml as ours."""
    (folder / ".streamlit").mkdir(parents=True)
    shutil.copy(REPOSITORY / ".streamlit" / "config.toml", folder / ".streamlit")
    (folder / "app.py").write_text(_BARE_APP, encoding="utf-8")
    (folder / "page.py").write_text(_BARE_PAGE, encoding="utf-8")
    with _running(COMMANDS[command], folder, folder, "/_stcore/health", {}) as server:
        yield server


@contextmanager
def moto(folder: Path) -> Iterator[Server]:
    """S3's stand-in, in a process of its own so that it does not share our lock."""
    command = ["moto.server", "-H", HOST, "-p"]
    with _running(command, folder, folder, "/moto-api/data.json", {}) as server:
        yield server


@contextmanager
def faulty_s3(folder: Path, behind: str) -> Iterator[Server]:
    """A bad way to the S3 server at this address; see `tests.benchmarks.faulty_s3`."""
    command = ["tests.benchmarks.faulty_s3", behind]
    with _running(command, REPOSITORY, folder, FAULTS_PATH, {}) as server:
        yield server


@contextmanager
def quick_s3(folder: Path) -> Iterator[Server]:
    """A bucket where every session has one picture."""
    with _running(["tests.benchmarks.quick_s3"], REPOSITORY, folder, "/", {}) as server:
        yield server


def environment(folder: Path, settings: dict[str, str]) -> dict[str, str]:
    """No credentials, profile or home but made-up ones."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder / "home"),
        "XDG_STATE_HOME": str(folder / "state"),
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "NO_PROXY": HOST,
        **settings,
    }


@contextmanager
def _running(
    command: Sequence[str],
    working_dir: Path,
    folder: Path,
    path: str,
    settings: dict[str, str],
    port: int | None = None,
) -> Iterator[Server]:
    folder.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    log_path = folder / "log.txt"
    with log_path.open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *command, str(port)],
            cwd=working_dir,
            env=environment(folder, settings),
            stdout=log,
            stderr=log,
        )
    try:
        _wait_until_ready(process, port, path, log_path)
        yield Server(f"http://{HOST}:{port}", process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_ready(
    process: subprocess.Popen[bytes], port: int, path: str, log_path: Path
) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while not _answers(port, path):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"{process.args!r} did not start:\n{log_path.read_text()[-2000:]}")
        time.sleep(_LOOK_AGAIN_S)


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
