"""The real app as a process of its own on this computer, started and stopped by the tests."""

from __future__ import annotations

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
START_LIMIT_S = 120
STOP_LIMIT_S = 45
SECRET = "a secret that only the tests know"

Command = Literal["streamlit", "uvicorn"]

_COMMANDS: dict[Command, list[str]] = {
    "streamlit": ["streamlit", "run", "app.py", "--server.address", HOST, "--server.port"],
    "uvicorn": ["uvicorn", "app:app", "--host", HOST, "--port"],
}
_LOOK_AGAIN_S = 0.05
_ports = iter(random.sample(range(20_000, 32_000), 12_000))


@dataclass(slots=True)
class AppServer:
    """One server with folders of its own; it keeps its port and pictures over a restart.

    Attributes:
        folder: Holds the pictures, the home folder and the log.
        settings: Environment variables beside those that every server here has.
        command: Which of the two ways to start it.
        options: More of the command line.
        base_path: As the option `--server.baseUrlPath` says it, with a slash before it.
        open_files: The soft and the hard limit; empty for those of whoever runs the tests.
    """

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    command: Command = "streamlit"
    options: tuple[str, ...] = ()
    base_path: str = ""
    open_files: tuple[int, ...] = ()
    port: int = field(default_factory=lambda: _free_port())
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}{self.base_path}"

    @property
    def pictures(self) -> Path:
        return self.folder / "pictures"

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text()

    def start(self) -> None:
        """Start it, and return when it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "log.txt").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *self._limited(),
                    *(sys.executable, "-m", *_COMMANDS[self.command], str(self.port)),
                    *self.options,
                ],
                cwd=ROOT,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        try:
            self._wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def _limited(self) -> list[str]:
        if not self.open_files:
            return []
        soft, hard = self.open_files
        return ["sh", "-c", f'ulimit -Sn {soft} && ulimit -Hn {hard} && exec "$@"', "sh"]

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    def ask_to_stop(self) -> None:
        """Send SIGTERM, as whoever runs it would."""
        assert self._process
        self._process.send_signal(signal.SIGTERM)

    def wait_until_stopped(self) -> None:
        assert self._process
        self._process.wait(STOP_LIMIT_S)
        self._process = None

    def stop(self) -> None:
        if self._process is None:
            return
        self.ask_to_stop()
        try:
            self._process.wait(STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(STOP_LIMIT_S)
        self._process = None

    @contextmanager
    def stands_still(self) -> Iterator[None]:
        """It answers nothing meanwhile, and all of it afterwards."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def restart(self) -> None:
        self.stop()
        self.start()

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.folder / "home"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "IMAGESPEAK_DATA_DIR": str(self.pictures),
            "IMAGESPEAK_GENERATOR": "illustrator",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "NO_PROXY": HOST,
            **self.settings,
        }

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_LIMIT_S
        while not self.answers():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                raise RuntimeError(f"The app did not start:\n{self.log[-2000:]}")
            time.sleep(_LOOK_AGAIN_S)

    def answers(self) -> bool:
        """Whether it takes requests."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=20)
        try:
            connection.request("GET", f"{self.base_path}/_stcore/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()


def _free_port() -> int:
    """Below those that systems give to connections, which could take it during a restart."""
    for port in _ports:
        with socket.socket() as probe, suppress(OSError):
            probe.bind((HOST, port))
            return port
    raise RuntimeError("no port is free")
