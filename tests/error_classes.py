"""Every class of error that the core raises, whichever room it is in."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import imagespeak_core
from imagespeak_core.errors import ImageSpeakError, RetryLaterError

ONLY_BASES = {ImageSpeakError, RetryLaterError}
"""Only their subclasses are raised."""


def all_errors() -> list[type[ImageSpeakError]]:
    """All that are raised, by the rooms' names; each room keeps its own in an `errors.py`."""
    core = Path(imagespeak_core.__file__).parent
    rooms = sorted(
        ".".join(path.relative_to(core.parent).with_suffix("").parts)
        for path in core.rglob("errors.py")
    )
    return [
        kind
        for room in rooms
        for _, kind in inspect.getmembers(importlib.import_module(room), inspect.isclass)
        if issubclass(kind, ImageSpeakError) and kind.__module__ == room and kind not in ONLY_BASES
    ]
