"""A stand-in for Amazon Bedrock on this computer, with all its bad days.

It speaks the wire format of `InvokeModel` and `Converse` and is as strict with a body as the real
one: a field that the model does not know is a 400. What the next calls get is set with `script`;
without a script every call gets `always`. `bedrock_replies` has the answers to choose from. Of its
live models it also tells, as `GetFoundationModel` does, until when they live.

By hand: `python -m tests.adapters.bedrock_server --always throttled --seconds 3`, then `export`
the lines that it prints.
"""

from __future__ import annotations

import argparse
import json
import re
import socket
import struct
import sys
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import unquote

from tests.adapters.bedrock_replies import (
    BEHAVIOURS,
    LIVE_MODELS,
    Behaviour,
    Reply,
    complaint,
    error,
    json_reply,
    ok,
    slow,
    view_complaint,
)

_PATH = re.compile(r"/model/([^/]+)/(?:invoke|converse)")
_CATALOGUE_PATH = re.compile(r"/foundation-models/([^/]+)")


@dataclass(slots=True)
class Call:
    """One call as it came in."""

    model_id: str
    body: Any
    path: str
    headers: dict[str, str] = field(default_factory=dict)


class BedrockStandIn:
    """`with BedrockStandIn() as bedrock:` serves on loopback until the block ends."""

    def __init__(
        self,
        *,
        port: int = 0,
        always: Behaviour = ok,
        live_models: frozenset[str] = LIVE_MODELS,
    ) -> None:
        self.always = always
        self.live_models = live_models
        self.lifecycles: dict[str, dict[str, str]] = {}
        self.calls: list[Call] = []
        self._script: deque[Behaviour] = deque()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def script(self, *behaviours: Behaviour) -> None:
        """What the next calls get, in this order."""
        with self._lock:
            self._script.extend(behaviours)

    def forget(self) -> None:
        """No calls, no script: as new."""
        with self._lock:
            self.calls.clear()
            self._script.clear()

    def next_reply(self, call: Call) -> Reply:
        with self._lock:
            self.calls.append(call)
            if call.path.endswith("/converse"):
                complained = view_complaint(call.model_id, call.body)
            else:
                complained = complaint(call.model_id, call.body, self.live_models)
            behaviour = self._script.popleft() if self._script else self.always
        return (complained or behaviour)(call.body)

    def told_of(self, model_id: str) -> Reply:
        """As `GetFoundationModel`: it is active, unless `lifecycles` tells otherwise of it."""
        if model_id not in self.live_models:
            return error("ResourceNotFoundException", 404)({})
        lifecycle = self.lifecycles.get(model_id, {"status": "ACTIVE"})
        arn = f"arn:aws:bedrock:us-west-2::foundation-model/{model_id}"
        details = {"modelArn": arn, "modelId": model_id, "modelLifecycle": lifecycle}
        return json_reply({"modelDetails": details})

    def pause(self, seconds: float) -> None:
        """Wait, but not beyond the end of the stand-in."""
        self._closing.wait(seconds)

    def __enter__(self) -> BedrockStandIn:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def serve_until_interrupted(self) -> None:
        """For use by hand."""
        with self:
            try:
                self._closing.wait()
            except KeyboardInterrupt:
                return


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], stand_in: BedrockStandIn) -> None:
        super().__init__(address, _Handler)
        self.stand_in = stand_in

    def handle_error(self, request: object, client_address: object) -> None:
        # A client that hangs up is part of the play; anything else is a mistake to be seen.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        match = _CATALOGUE_PATH.fullmatch(self.path)
        if match is None:
            self._send(error("UnknownOperationException", 404)({}))
            return
        self._send(self.server.stand_in.told_of(unquote(match[1])))

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        match = _PATH.fullmatch(self.path)
        if match is None:
            self._send(error("UnknownOperationException", 404)({}))
            return
        try:
            body = json.loads(raw)
        except ValueError:
            body = None
        call = Call(unquote(match[1]), body, self.path, dict(self.headers))
        if not self.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256"):
            self._send(error("MissingAuthenticationTokenException", 403)({}))
            return
        self._send(self.server.stand_in.next_reply(call))

    def _send(self, reply: Reply) -> None:
        if reply.delay_s:
            self.server.stand_in.pause(reply.delay_s)
        if reply.cut == "before_headers":
            self._hang_up()
            return
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if reply.cut is None:
            self.wfile.write(reply.body)
            return
        self.wfile.write(reply.body[: len(reply.body) // 2])
        if reply.cut == "reset_mid_body":
            # Closing with nothing to linger for sends RST: the reader gets an error, not an end.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return
        self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for Amazon Bedrock on loopback.")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--always", choices=BEHAVIOURS, default="ok")
    parser.add_argument("--seconds", type=float, default=0, help="how long each answer takes")
    options = parser.parse_args()
    stand_in = BedrockStandIn(
        port=options.port, always=slow(options.seconds, BEHAVIOURS[options.always])
    )
    for name in ("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL_BEDROCK"):
        sys.stdout.write(f"export {name}={stand_in.url}\n")
    sys.stdout.flush()
    stand_in.serve_until_interrupted()


if __name__ == "__main__":
    main()
