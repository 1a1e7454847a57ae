"""S3 servers on this computer: moto for its breadth, MiniStack because it checks signatures."""

from __future__ import annotations

import http.client
import logging
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from mypy_boto3_s3 import S3Client

HOST = "127.0.0.1"
REGION = "us-east-1"
ACCESS_KEY = SECRET_KEY = "test"
_START_LIMIT_S = 60
_STOP_LIMIT_S = 10


def plain_client(endpoint_url: str) -> S3Client:
    """The back door: boto3 without anything of ours."""
    return boto3.session.Session(ACCESS_KEY, SECRET_KEY, region_name=REGION).client(
        "s3",
        endpoint_url=endpoint_url,
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )


@contextmanager
def moto_server() -> Iterator[str]:
    """Run moto in a thread; gives its address."""
    from moto.s3.responses import S3Response  # slow, and most tests need none
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address=HOST, port=0, verbose=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(S3Response, "put_object", _one_at_a_time(S3Response.put_object))
        server.start()
        try:
            yield f"http://{HOST}:{server.get_host_and_port()[1]}"
        finally:
            server.stop()


def _one_at_a_time(put: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """In S3 a condition and its write are one step; in moto others come in between."""
    lock = threading.Lock()

    def put_alone(response: Any) -> Any:
        with lock:
            return put(response)

    return put_alone


class MiniStack:
    """A MiniStack process that keeps its buckets in a folder, across restarts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def endpoint_url(self) -> str:
        return f"http://{HOST}:{self._port}"

    def start(self) -> None:
        """Start it, and return when it answers."""
        self._folder.mkdir(exist_ok=True)
        log_path = self._folder / "log.txt"
        environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        environment |= {
            "GATEWAY_PORT": str(self._port),
            "BIND_HOST": HOST,
            "MINISTACK_HOST": HOST,
            "MINISTACK_REGION": REGION,
            "SERVICES": "s3",
            "SFTP_ENABLED": "0",
            "IOT_MTLS_ENABLED": "0",
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(self._folder / "s3"),
            "TMPDIR": str(self._folder),
            "LOG_LEVEL": "ERROR",
            "DOCKER_HOST": f"unix://{self._folder}/no-docker.sock",
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        }
        with log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ministack"], env=environment, stdout=log, stderr=log
            )
        try:
            self._wait_until_ready(log_path)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(_STOP_LIMIT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(_STOP_LIMIT_S)
            self._process = None

    def _wait_until_ready(self, log_path: Path) -> None:
        deadline = time.monotonic() + _START_LIMIT_S
        while not self._answers():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() > deadline:
                raise RuntimeError(f"MiniStack did not start:\n{log_path.read_text()[-2000:]}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection(HOST, self._port, timeout=2)
        try:
            connection.request("GET", "/_ministack/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
