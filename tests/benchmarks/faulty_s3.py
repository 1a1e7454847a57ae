"""A bad way to an S3 server: slow, now and then refused, and sometimes an answer is lost.

    python -m tests.benchmarks.faulty_s3 http://127.0.0.1:9000 PORT

What comes is handed on as it is, so that signatures hold. Most requests are a little late and a
few are very late; some get `503 SlowDown`; of a few the server's answer never arrives, though it
did what was asked. In a bad spell, some seconds of each minute, all of that is far worse. At
`/faults` it tells how often it did what.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.benchmarks.servers import FAULTS_PATH, HOST

SPELL_EVERY_S, SPELL_S = 40.0, 8.0
_SLOW_DOWN = (
    b'<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code>'
    b"<Message>Please reduce your request rate.</Message></Error>"
)


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad it is: parts of one, and seconds."""

    refused: float
    lost: float
    very_late: float
    late_s: tuple[float, float]
    very_late_s: tuple[float, float] = (0.5, 2.0)


USUAL = Weather(refused=0.02, lost=0.003, very_late=0.02, late_s=(0.004, 0.03))
SPELL = Weather(refused=0.4, lost=0.02, very_late=0.2, late_s=(0.1, 0.4))


@dataclass
class Way:
    """To the server behind it."""

    behind: str
    usual: Weather = USUAL
    spell: Weather = SPELL
    dice: random.Random = field(default_factory=lambda: random.Random(15))
    began_s: float = field(default_factory=time.monotonic)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def weather(self) -> Weather:
        at_s = (time.monotonic() - self.began_s) % SPELL_EVERY_S
        return self.spell if at_s > SPELL_EVERY_S - SPELL_S else self.usual

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """All requests of one connection."""
        try:
            with suppress(asyncio.IncompleteReadError, ConnectionError):
                while await self._answered(reader, writer):
                    pass
        finally:
            writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    async def _answered(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """False where the connection ends with it."""
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = _headers(lines)
        if "expect" in headers:
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if target == FAULTS_PATH:
            writer.write(_answer(200, json.dumps(self.counts).encode(), "application/json"))
            return True
        self.counts["requests"] += 1
        weather, chance = self.weather, self.dice.random()
        is_very_late = self.dice.random() < weather.very_late
        self.counts["very late"] += is_very_late
        await asyncio.sleep(
            self.dice.uniform(*(weather.very_late_s if is_very_late else weather.late_s))
        )
        if chance < weather.refused:
            self.counts["refused"] += 1
            content = b"" if method == "HEAD" else _SLOW_DOWN
            writer.write(_answer(503, content, "application/xml"))
            return True
        kept = [line for line in lines if not line.lower().startswith(("expect:", "connection:"))]
        request = "\r\n".join([first, "Connection: close", *kept]).encode("latin-1") + body
        answer = await self._asked(request)
        if chance < weather.refused + weather.lost:
            self.counts["answers lost"] += 1
            return False
        writer.write(answer)
        await writer.drain()
        return False  # the answer says so: the server behind closes it

    async def _asked(self, request: bytes) -> bytes:
        address = urlsplit(self.behind)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        try:
            writer.write(request)
            await writer.drain()
            return await reader.read()
        finally:
            writer.close()


def _headers(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines if line)
    return {name.lower(): value.strip() for name, _, value in pairs}


def _answer(status: int, content: bytes, kind: str) -> bytes:
    head = f"HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content


async def main(behind: str, port: int) -> None:
    server = await asyncio.start_server(Way(behind).serve, HOST, port, limit=2**20)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
