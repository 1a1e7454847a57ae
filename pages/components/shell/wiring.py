"""What the pages work with, built from the settings once a process."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from imagespeak_core.access.makers import is_given_out
from imagespeak_core.access.pin import PinCheck
from imagespeak_core.access.sign_outs import SignOuts
from imagespeak_core.access.teachers import TeacherRules
from imagespeak_core.bootstrap import build_services, model_check, model_lives, server_secret
from imagespeak_core.classroom.joining import Joins
from imagespeak_core.classroom.watch import ClassWatch
from imagespeak_core.gallery.index import GalleryIndex
from imagespeak_core.gallery.previews import Previews
from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.model_lives import ModelLives
from imagespeak_core.operations.building import build_readiness
from imagespeak_core.operations.readiness import Readiness
from imagespeak_core.pictures.queue import GenerationQueue
from imagespeak_core.pictures.room import Room
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.settings.live import LiveSettings
from imagespeak_core.speaking.drafts.of_recordings import RecordingDrafts
from imagespeak_core.speaking.drafts.queue import DraftQueue
from imagespeak_core.speaking.drawn import WordsDrawn
from imagespeak_core.speaking.limits import limits_of
from imagespeak_core.speaking.looks import Looks
from imagespeak_core.speaking.said_sentences import SaidSentences, said_by
from imagespeak_core.speaking.sound import examine, listen
from imagespeak_core.speaking.uploads import Uploads
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.standing import Standings
from imagespeak_core.spool.spool import LONGEST_END_S
from pages.components.shell.settings_files import live_settings
from pages.components.shell.teachers_door import TeachersDoor

logger = logging.getLogger(__name__)


class HasShutdown(Protocol):
    """Works in threads of its own."""

    def shutdown(self) -> object:
        """Begin nothing new, and wait for what must not be lost."""
        ...


@dataclass(frozen=True, slots=True)
class Wiring:
    """The process's own set of services.

    Attributes:
        settings: As they were when the process started.
        services: What the use cases work with.
        queue: Generations that run in the background.
        live: The settings whose files are looked at again.
        secret: Signs addresses and cookies.
        door: Who is a teacher, now.
        sign_outs: Who has signed out, on whatever server.
        classes: Tells of changes in classes.
        joins: Leads from typed codes to classes.
        gallery: The listing of all sessions.
        previews: Small renditions of the pictures.
        lab: Makes the pictures of experiments in the background.
        words_drawn: Draws learners' words.
        uploads: Recordings on their way here.
        recording_drafts: Drafts of recordings that are kept, by a paid service.
        sentences: Reads sentences aloud; None: nobody does.
        looks: Models that look at pictures.
        money: How much of the budget is spent; None: there is none.
        drafts: Who wants a first draft of their words from this server; None: it writes none.
        model_lives: Which models are to end.
        readiness: Whether store and model can be reached.
    """

    settings: Settings
    services: Services
    queue: GenerationQueue
    live: LiveSettings
    secret: bytes
    door: TeachersDoor
    sign_outs: SignOuts
    classes: ClassWatch
    joins: Joins
    gallery: GalleryIndex
    previews: Previews
    lab: LabRunner
    words_drawn: WordsDrawn
    uploads: Uploads
    recording_drafts: RecordingDrafts
    sentences: SaidSentences | None
    looks: Looks
    money: Standings | None
    drafts: DraftQueue | None
    model_lives: ModelLives
    readiness: Readiness

    @property
    def background(self) -> tuple[HasShutdown, ...]:
        """What works beside the pages, and is waited for when the server ends."""
        return (
            self.lab,
            self.queue,
            self.words_drawn,
            self.uploads,
            self.recording_drafts,
            self.looks,
            self.classes,
            *((self.drafts,) if self.drafts else ()),
        )

    def start(self) -> None:
        """Go on with what an ended server has left."""
        if self.services.spool:
            self.services.spool.start()

    def shutdown(self) -> None:
        """Wait for all of it side by side, then for what is still on its way into the store.

        All that together takes no longer than `LONGEST_END_S`.
        """
        ends_s = time.monotonic() + LONGEST_END_S
        parts = self.background
        pool = ThreadPoolExecutor(len(parts), "ending")
        ends = {pool.submit(part.shutdown): type(part).__name__ for part in parts}
        in_time, late = wait(ends, timeout=LONGEST_END_S)
        for end in in_time:
            if error := end.exception():
                logger.error("%s did not end well", ends[end], exc_info=error)
        for end in late:
            logger.error("%s did not end in time", ends[end])
        pool.shutdown(wait=False)
        closing = threading.Thread(target=self._close_budget, name="ending-budget", daemon=True)
        closing.start()
        if self.services.spool:
            self.services.spool.shutdown(max(0.0, ends_s - time.monotonic()))
        closing.join(max(0.0, ends_s - time.monotonic()))
        if closing.is_alive():
            logger.error("what is left of the leased money was not given back in time")

    def _close_budget(self) -> None:
        if self.services.budget:
            self.services.budget.close()

    @property
    def teacher_rules(self) -> TeacherRules:
        """Who is a teacher, as the settings say now."""
        return self.door.now()[0]

    @property
    def pin_check(self) -> PinCheck | None:
        """Looks at PINs; None where nobody signs in with one."""
        return self.door.now()[1]


@cache
def wiring() -> Wiring:
    """The same for every page and visitor; first asked for when the server starts.

    Raises:
        SettingsError: The settings are wrong; says all that is.
    """
    live = live_settings()
    settings = live.now().settings
    services = build_services(settings)
    room = Room(
        session_pictures_per_day=settings.session_pictures_per_day,
        session_max_bytes=settings.session_max_bytes,
        stored_bytes_per_day=settings.stored_bytes_per_day,
        is_exempt=is_given_out,
        now=services.now,
    )
    services = replace(services, room=room)
    secret = server_secret(settings)
    sign_outs = SignOuts(
        services.documents,
        now=services.now,
        monotonic=time.monotonic,
        troubles=services.troubles,
    )
    classes = ClassWatch(services.documents.read)
    gallery = GalleryIndex(services.store, time.monotonic)
    services.changes.subscribe(classes)
    services.changes.subscribe(gallery)
    services.changes.subscribe(room)
    services.changes.subscribe(services.unstored_views)
    return Wiring(
        settings=settings,
        services=services,
        queue=GenerationQueue(
            services, workers=services.generator.max_parallel, monotonic=time.monotonic
        ),
        live=live,
        secret=secret,
        door=TeachersDoor(live, secret, sign_outs, time.monotonic),
        sign_outs=sign_outs,
        classes=classes,
        joins=Joins(time.monotonic),
        gallery=gallery,
        previews=Previews(services.store),
        lab=LabRunner(services, parallel=settings.lab_parallel, monotonic=time.monotonic),
        words_drawn=WordsDrawn(services),
        uploads=Uploads(services, examine, limits=limits_of(settings), monotonic=time.monotonic),
        recording_drafts=RecordingDrafts(services),
        sentences=said_by(services),
        looks=Looks(services),
        money=_money(services.budget) if services.budget else None,
        drafts=_drafts(settings, services),
        model_lives=ModelLives(model_lives(settings), services.now),
        readiness=build_readiness(settings, services, model_check(settings)),
    )


def _money(budget: Budget) -> Standings:
    return Standings(budget.standing, moves=lambda: budget.moves, monotonic=time.monotonic)


def _drafts(settings: Settings, services: Services) -> DraftQueue | None:
    if services.recogniser is None:
        return None
    limits = limits_of(settings)
    return DraftQueue(
        services.recogniser,
        listen,
        limits=limits,
        monotonic=time.monotonic,
        troubles=services.troubles,
    )
