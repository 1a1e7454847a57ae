"""What the pages work with, built from the settings once a process."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache

from imagespeak_core.bootstrap import build_services
from imagespeak_core.generation_queue import GenerationQueue
from imagespeak_core.practice import Services
from imagespeak_core.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class Wiring:
    """The process's own set of services."""

    settings: Settings
    services: Services
    queue: GenerationQueue


@cache
def wiring() -> Wiring:
    """The same for every page and visitor; first asked for when the server starts.

    Raises:
        SettingsError: The settings are wrong; says all that is.
    """
    settings = load_settings()
    services = build_services(settings)
    queue = GenerationQueue(
        services, workers=services.generator.max_parallel, monotonic=time.monotonic
    )
    return Wiring(settings, services, queue)
