"""The server: Streamlit as an ASGI app, with routes of our own beside it (see `pages/server/`).

`streamlit run app.py` and `uvicorn app:app` both start it.
"""

from __future__ import annotations

import asyncio
import gc
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

from imagespeak_core.bootstrap import notes_at_start
from imagespeak_core.errors import ImageSpeakError, SettingsError, StorageError
from imagespeak_core.operations import logs
from imagespeak_core.operations.kinds import tell_of
from imagespeak_core.services import Services
from imagespeak_core.sweeper import Sweeper
from pages.components.shell import messages, settings_files
from pages.components.shell.wiring import Wiring, wiring
from pages.server import (
    certificate,
    connections,
    few_at_once,
    figures,
    gone_parts,
    one_heap,
    part_values,
    plain_pictures,
    sent_together,
    server_end,
    theme_once,
    unsent_parts,
)
from pages.server.answer_headers import AnswerHeaders, PictureSource
from pages.server.crowd import Crowd, CrowdDoor, crowd
from pages.server.first_load import FirstLoad
from pages.server.large_cookies import LargeCookies
from pages.server.oidc_answers import OidcAnswers
from pages.server.open_files import Bears
from pages.server.origins import Origins
from pages.server.routes import routes
from pages.server.sent_files import SentFiles

_logger = logging.getLogger("imagespeak")

settings_files.keep_from_streamlit(__file__)
picture_source = PictureSource()


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Checks settings and store, warms slow imports, and lets running generations finish."""
    try:
        wired = wiring()
    except SettingsError as error:
        # An exception would bury the words under the server's own traceback.
        sys.stderr.write(f"ImageSpeak can't start. Please correct these settings:\n{error}\n")
        sys.stderr.flush()
        os._exit(1)
    one_heap.ask_for()
    people = crowd()
    with logs.written(wired.settings.log_format), figures.offered(wired) as trouble:
        _say_what_counts(wired, people.bears, trouble)
        async with _running(wired, people):
            yield


@asynccontextmanager
async def _running(wired: Wiring, people: Crowd) -> AsyncIterator[None]:
    wired.start()
    threading.Thread(target=_warm_up, args=(wired.services,), daemon=True).start()
    async with certificate.followed():
        with (
            server_end.noticed_at_once(),
            unsent_parts.kept(),
            gone_parts.drawn_anew(),
            connections.bounded(people),
            part_values.plain(),
            theme_once.kept(),
            plain_pictures.plain(),
            sent_together.in_few_parts(),
            few_at_once.drawn(),
            Sweeper(wired.services).running(),
            wired.model_lives.running(),
        ):
            # What is loaded by now stays: nobody need look through it again for what may go.
            gc.collect()
            gc.freeze()
            yield
    await asyncio.to_thread(wired.shutdown)


def _say_what_counts(wired: Wiring, bears: Bears, trouble: str) -> None:
    """Once at the start, since files with settings may lie in several places."""
    settings, reading = wired.settings, wired.live.at_start
    where = f"S3 bucket {settings.bucket}" if settings.bucket else f"{settings.data_dir.absolute()}"
    sources = ", ".join(reading.sources) or "none, all are as they come"
    _logger.info("ImageSpeak keeps pictures in %s. Settings read from: %s.", where, sources)
    tabs, files = f"{bears.tabs:,}", f"{bears.files:,}"
    _logger.info("This process bears %s open tabs at once: it may open %s files.", tabs, files)
    for note in [*reading.notes, *notes_at_start(settings), *filter(None, [trouble])]:
        _logger.warning("Please note: %s", note)


def _warm_up(services: Services) -> None:
    importlib.import_module("PIL.PngImagePlugin")
    warm_ups = [services.store.warm_up, services.generator.warm_up]
    warm_ups += [services.budget.warm_up] if services.budget else []
    for warm_up in warm_ups:
        try:
            warm_up()
        except StorageError:  # pages are shown all the same, and say it too
            continue
        except ImageSpeakError as error:
            tell_of(services.troubles, error)
    picture_source.learn(services)


def our_mistake(error: Exception) -> bool:
    """Say it in plain words; Streamlit has logged the traceback."""
    messages.show(error)
    return True


app = st.App(
    Path(__file__).with_name("pages") / "router.py",
    routes=routes(),
    lifespan=lifespan,
    middleware=[
        Middleware(AnswerHeaders),
        Middleware(Origins),
        Middleware(CrowdDoor),
        Middleware(SentFiles),
        Middleware(OidcAnswers),
        Middleware(LargeCookies),
        Middleware(FirstLoad, picture_source),
    ],
    on_script_error=our_mistake,
)
