"""The server's own TLS certificate: a renewed one counts for the next visitor, without a restart.

Streamlit's `server.sslCertFile` and uvicorn's `--ssl-certfile` are read once, by uvicorn.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import uvicorn

from pages.server import own_uvicorn

LOOK_EVERY_S = 30

_LOGGER = logging.getLogger(__name__)


class Certificate:
    """The files of a server's certificate and its key, and the context that they are used in.

    Args:
        config: Of a server that speaks TLS.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        self._config = config
        self._seen = self._stamp()

    def look(self) -> None:
        """Use the files as they are now, if they have changed.

        While they don't fit together, because one of them is still to be written, or can't be
        read, the earlier certificate goes on, and the log says so.
        """
        now = self._stamp()
        if now == self._seen or self._config.ssl is None:
            return
        self._seen = now
        try:
            self._load(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER))  # a wrong one would spoil the other
            self._load(self._config.ssl)
        except OSError as error:
            _LOGGER.warning(
                "The new certificate in %s can't be used (%s). The earlier one still counts.",
                self._config.ssl_certfile,
                error,
            )
        else:
            _LOGGER.warning("The certificate was renewed; new connections get it.")

    def _load(self, context: ssl.SSLContext) -> None:
        config = self._config
        context.load_cert_chain(
            str(config.ssl_certfile), config.ssl_keyfile, config.ssl_keyfile_password
        )

    def _stamp(self) -> list[tuple[int, int, int] | None]:
        files = (self._config.ssl_certfile, self._config.ssl_keyfile)
        return [_stamp(str(file)) for file in files if file]


def own_certificate() -> Certificate | None:
    """That of the server in this process; None where TLS ends before it."""
    found = (one for one in own_uvicorn.configs() if one.ssl and one.ssl_certfile)
    config = next(found, None)
    return Certificate(config) if config else None


@asynccontextmanager
async def followed() -> AsyncIterator[None]:
    """Look at the files now and then in this block, where the server speaks TLS itself."""
    certificate = own_certificate()
    task = asyncio.create_task(_keep_looking(certificate)) if certificate else None
    try:
        yield
    finally:
        if task:
            task.cancel()


async def _keep_looking(certificate: Certificate) -> None:
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        await asyncio.to_thread(certificate.look)


def _stamp(file: str) -> tuple[int, int, int] | None:
    """Another value when a file is changed or replaced, also behind a link as certbot's are."""
    with suppress(OSError):
        found = Path(file).stat()
        return found.st_ino, found.st_size, found.st_mtime_ns
    return None
