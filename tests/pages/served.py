"""An app as uvicorn's own protocol serves it at a real port, within our limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.server import ServerState

from pages.server.connections import bound
from pages.server.crowd import Crowd

HOST = "127.0.0.1"


@asynccontextmanager
async def served(app: ASGIApp, crowd: Crowd) -> AsyncIterator[int]:
    """The port."""
    config = uvicorn.Config(app, log_level="critical", lifespan="off")
    config.load()
    bound(config, crowd)
    state = ServerState()

    def protocol() -> Any:
        made: Any = config.http_protocol_class
        return made(config=config, server_state=state, app_state={})

    server = await asyncio.get_running_loop().create_server(protocol, HOST, 0)
    yield server.sockets[0].getsockname()[1]
    server.close()


async def connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Somebody who says nothing yet."""
    return await asyncio.open_connection(HOST, port)


async def answer_to(port: int, said: bytes) -> bytes:
    """All that the server says until it ends the connection."""
    reader, writer = await connected(port)
    writer.write(said)
    answer = await reader.read()
    writer.close()
    return answer


def on_a_loop(scenario: Callable[[], Awaitable[None]]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(60):
            await scenario()

    asyncio.run(in_time())
