"""What the pages work with, built from the settings once a process."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache

from imagespeak_core.access.pin import PinCheck
from imagespeak_core.access.teachers import TeacherRules
from imagespeak_core.bootstrap import build_services, server_secret
from imagespeak_core.classroom.watch import ClassWatch
from imagespeak_core.gallery.index import GalleryIndex
from imagespeak_core.gallery.previews import Previews
from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.pictures.queue import GenerationQueue
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings, load_settings
from pages.components.shell import oidc_set_up


@dataclass(frozen=True, slots=True)
class Wiring:
    """The process's own set of services.

    Attributes:
        settings: As they were when the process started.
        services: What the use cases work with.
        queue: Generations that run in the background.
        secret: Signs addresses and cookies.
        teacher_rules: Who is a teacher.
        pin_check: Looks at PINs; None where nobody signs in with one.
        classes: Tells of changes in classes.
        gallery: The listing of all sessions.
        previews: Small renditions of the pictures.
        lab: Makes the pictures of experiments in the background.
    """

    settings: Settings
    services: Services
    queue: GenerationQueue
    secret: bytes
    teacher_rules: TeacherRules
    pin_check: PinCheck | None
    classes: ClassWatch
    gallery: GalleryIndex
    previews: Previews
    lab: LabRunner


@cache
def wiring() -> Wiring:
    """The same for every page and visitor; first asked for when the server starts.

    Raises:
        SettingsError: The settings are wrong; says all that is.
    """
    settings = load_settings()
    services = build_services(settings)
    secret = server_secret(settings)
    rules = TeacherRules.of(settings, oidc_set_up.is_begun(), secret)
    by_pin = rules.sign_in == "pin"
    classes = ClassWatch(services.documents.read)
    gallery = GalleryIndex(services.store, time.monotonic)
    services.changes.subscribe(classes)
    services.changes.subscribe(gallery)
    return Wiring(
        settings=settings,
        services=services,
        queue=GenerationQueue(
            services, workers=services.generator.max_parallel, monotonic=time.monotonic
        ),
        secret=secret,
        teacher_rules=rules,
        pin_check=PinCheck(rules.pin, time.monotonic) if rules.pin and by_pin else None,
        classes=classes,
        gallery=gallery,
        previews=Previews(services.store),
        lab=LabRunner(services, parallel=settings.lab_parallel, monotonic=time.monotonic),
    )
