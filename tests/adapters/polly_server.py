"""A stand-in for Amazon Polly on this computer, with its bad days.

It speaks the wire format of `SynthesizeSpeech`, and answers each sentence with a real MP3 whose
tone the sentence decides. What the next calls get is set with `script`.
"""

from __future__ import annotations

import io
import json
import threading
import zlib
from array import array
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import ThreadingHTTPServer
from typing import Any, cast

import av
import pytest

from imagespeak_core.aws.connection import Connection
from imagespeak_core.voices.polly.voice import PollyVoice, connect_polly
from tests.adapters.bedrock_replies import Reply
from tests.adapters.bedrock_rig import aws_environment
from tests.adapters.bedrock_server import _Handler, _Server

REGION = "eu-west-1"
SHORT_TIMEOUT_S = 0.4
LONG_TIMEOUT_S = 60

MP3 = (("Content-Type", "audio/mpeg"), ("x-amzn-RequestCharacters", "1"))

Answer = Callable[[dict[str, Any]], Reply]


@cache
def mp3_of(sentence: str) -> bytes:
    """Half a second of a hum, as MP3."""
    period = 40 + zlib.crc32(sentence.encode()) % 200
    samples = array("h", (8_000 if i % period < period // 2 else -8_000 for i in range(12_000)))
    file = io.BytesIO()
    with av.open(file, "w", format="mp3") as container:
        stream = container.add_stream("mp3", rate=24_000, layout="mono")
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
        frame.sample_rate = 24_000
        frame.planes[0].update(samples.tobytes())
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return file.getvalue()


def said(body: dict[str, Any]) -> Reply:
    """The sentence."""
    return Reply(body=mp3_of(body["Text"]), headers=MP3)


def error(code: str, status: int, **headers: str) -> Answer:
    """One of AWS's errors."""
    told = [("Content-Type", "application/json"), ("x-amzn-ErrorType", code)]
    told += [(name.replace("_", "-"), value) for name, value in headers.items()]
    body = json.dumps({"message": "No."}).encode()
    return lambda _: Reply(status=status, body=body, headers=tuple(told))


def reply(answer: Reply) -> Answer:
    """The same, whatever is asked."""
    return lambda _: answer


class PollyStandIn:
    """Serves on loopback in `polly_rig`.

    Attributes:
        calls: The bodies so far.
        headers: Of the same requests.
    """

    def __init__(self) -> None:
        self.calls: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._script: deque[Answer] = deque()
        self._closing = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _PollyHandler)
        self.server.stand_in = self  # type: ignore[attr-defined]
        self.server.handle_error = _quiet  # type: ignore[method-assign]

    def script(self, *answers: Answer) -> None:
        """What the next calls get, in this order; afterwards sentences again."""
        self._script.extend(answers)

    def answer(self, body: dict[str, Any], headers: dict[str, str]) -> Reply:
        self.calls.append(body)
        self.headers.append(headers)
        return (self._script.popleft() if self._script else said)(body)

    def pause(self, seconds: float) -> None:
        self._closing.wait(seconds)

    def close(self) -> None:
        self._closing.set()
        self.server.shutdown()
        self.server.server_close()


class _PollyHandler(_Handler):
    server: _Server

    def do_POST(self) -> None:  # noqa: N802 - the library's name
        raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        stand_in = cast("PollyStandIn", self.server.stand_in)
        if self.path != "/v1/speech":
            self._send(error("UnknownOperationException", 404)({}))
            return
        self._send(stand_in.answer(json.loads(raw), dict(self.headers)))


def _quiet(request: object, client_address: object) -> None:
    """A client that hangs up is part of the play."""


class PollyRig:
    """A stand-in, and voices that ask it through real clients."""

    def __init__(self, stand_in: PollyStandIn) -> None:
        self.stand_in = stand_in
        self._patient = connect_polly(REGION, read_timeout_s=LONG_TIMEOUT_S)

    def voice(self, *, is_patient: bool = True, **changes: Any) -> PollyVoice:
        def connect(region: str | None) -> Connection[Any]:
            if is_patient:
                return self._patient
            return connect_polly(region, read_timeout_s=SHORT_TIMEOUT_S)

        arguments: dict[str, Any] = {
            "voice": "Joanna",
            "engine": "neural",
            "region": REGION,
            "connect": connect,
        }
        return PollyVoice(**(arguments | changes))


@contextmanager
def polly_rig() -> Iterator[PollyRig]:
    """Made-up credentials, and every call to Polly goes to the stand-in."""
    stand_in = PollyStandIn()
    thread = threading.Thread(target=stand_in.server.serve_forever, args=(0.02,))
    thread.start()
    url = f"http://127.0.0.1:{stand_in.server.server_address[1]}"
    try:
        with aws_environment(url), pytest.MonkeyPatch.context() as patch:
            patch.setenv("AWS_ENDPOINT_URL_POLLY", url)
            yield PollyRig(stand_in)
    finally:
        stand_in.close()
        thread.join()
