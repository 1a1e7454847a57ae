"""What the pages work with, built from the settings once a process."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from imagespeak_core.access.pin import PinCheck
from imagespeak_core.access.teachers import TeacherRules
from imagespeak_core.bootstrap import build_services, server_secret
from imagespeak_core.classroom.watch import ClassWatch
from imagespeak_core.gallery.index import GalleryIndex
from imagespeak_core.gallery.previews import Previews
from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.pictures.queue import GenerationQueue
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.settings.live import LiveSettings
from imagespeak_core.speaking.drafts.of_recordings import RecordingDrafts
from imagespeak_core.speaking.drafts.queue import DraftQueue
from imagespeak_core.speaking.drawn import WordsDrawn
from imagespeak_core.speaking.limits import limits_of
from imagespeak_core.speaking.model_view import Looks
from imagespeak_core.speaking.sound import examine, listen
from imagespeak_core.speaking.uploads import Uploads
from imagespeak_core.voices.said import SaidSentences, said_by
from pages.components.shell.settings_files import live_settings
from pages.components.shell.teachers_door import TeachersDoor


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
        classes: Tells of changes in classes.
        gallery: The listing of all sessions.
        previews: Small renditions of the pictures.
        lab: Makes the pictures of experiments in the background.
        words_drawn: Draws learners' words.
        uploads: Recordings on their way here.
        recording_drafts: Drafts of recordings that are kept, by a paid service.
        sentences: Reads sentences aloud; None: nobody does.
        looks: Models that look at pictures.
        drafts: Who wants a first draft of their words from this server; None: it writes none.
    """

    settings: Settings
    services: Services
    queue: GenerationQueue
    live: LiveSettings
    secret: bytes
    door: TeachersDoor
    classes: ClassWatch
    gallery: GalleryIndex
    previews: Previews
    lab: LabRunner
    words_drawn: WordsDrawn
    uploads: Uploads
    recording_drafts: RecordingDrafts
    sentences: SaidSentences | None
    looks: Looks
    drafts: DraftQueue | None

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
            *((self.drafts,) if self.drafts else ()),
        )

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
    secret = server_secret(settings)
    classes = ClassWatch(services.documents.read)
    gallery = GalleryIndex(services.store, time.monotonic)
    services.changes.subscribe(classes)
    services.changes.subscribe(gallery)
    services.changes.subscribe(services.unstored_views)
    return Wiring(
        settings=settings,
        services=services,
        queue=GenerationQueue(
            services, workers=services.generator.max_parallel, monotonic=time.monotonic
        ),
        live=live,
        secret=secret,
        door=TeachersDoor(live, secret, time.monotonic),
        classes=classes,
        gallery=gallery,
        previews=Previews(services.store),
        lab=LabRunner(services, parallel=settings.lab_parallel, monotonic=time.monotonic),
        words_drawn=WordsDrawn(services),
        uploads=Uploads(services, examine, limits=limits_of(settings), monotonic=time.monotonic),
        recording_drafts=RecordingDrafts(services),
        sentences=said_by(services),
        looks=Looks(services),
        drafts=_drafts(settings, services),
    )


def _drafts(settings: Settings, services: Services) -> DraftQueue | None:
    if services.recogniser is None:
        return None
    limits = limits_of(settings)
    return DraftQueue(services.recogniser, listen, limits=limits, monotonic=time.monotonic)
