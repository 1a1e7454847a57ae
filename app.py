"""The server: Streamlit as an ASGI app, with routes of our own beside it (see `pages/server/`).

`streamlit run app.py` and `uvicorn app:app` both start it.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from imagespeak_core.errors import ImageSpeakError, SettingsError
from imagespeak_core.services import Services
from pages.components.shell import messages
from pages.components.shell.wiring import wiring
from pages.server import server_end
from pages.server.first_load import FirstLoad
from pages.server.routes import routes

_logger = logging.getLogger(__name__)
_environment = dict(os.environ)  # as it is before Streamlit reads its secrets


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Checks settings and store, warms slow imports, and lets running generations finish."""
    _take_secrets_out_of_environment()
    try:
        wired = wiring()
    except SettingsError as error:
        # An exception would bury the words under the server's own traceback.
        sys.stderr.write(f"ImageSpeak can't start. Please correct these settings:\n{error}\n")
        sys.stderr.flush()
        os._exit(1)
    threading.Thread(target=_warm_up, args=(wired.services,), daemon=True).start()
    with server_end.noticed_at_once():
        yield
    await asyncio.gather(
        asyncio.to_thread(wired.lab.shutdown), asyncio.to_thread(wired.queue.shutdown)
    )


def _take_secrets_out_of_environment() -> None:
    """Streamlit has written the top level of secrets.toml there, over what was set."""
    if not st.secrets.load_if_toml_exists():
        return
    for name in st.secrets:
        if name in _environment:
            os.environ[name] = _environment[name]
        else:
            os.environ.pop(name, None)


def _warm_up(services: Services) -> None:
    importlib.import_module("PIL.PngImagePlugin")
    for part in (services.store, services.generator):
        try:
            part.warm_up()
        except ImageSpeakError as error:  # pages are shown all the same, and say it too
            _logger.error("%s", error)


def our_mistake(error: Exception) -> bool:
    """Say it in plain words; Streamlit has logged the traceback."""
    messages.show(error)
    return True


app = st.App(
    Path(__file__).with_name("pages") / "router.py",
    routes=routes(),
    lifespan=lifespan,
    middleware=[Middleware(FirstLoad)],
    on_script_error=our_mistake,
)
