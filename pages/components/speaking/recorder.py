"""The recorder: it records and plays in the browser alone, and sends what its learner keeps.

`recorder.js` draws the panel at once. The other scripts are loaded when one reaches for it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from imagespeak_core.errors import StorageError
from imagespeak_core.models import StoredImage
from imagespeak_core.recognisers.base import SURE_FROM
from imagespeak_core.speaking import recordings, rights
from imagespeak_core.speaking.limits import OVERRUN_S
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import new_ticket, signed
from pages.components.shell import addresses, assets, session
from pages.components.shell.kept import OF_SESSION, Kept
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_key, speaking_memory, task_choice
from pages.components.speaking.draft import draft_memory, first_draft, told_draft

UPLOADS_PATH: Final = "/uploads"
DRAFTS_PATH: Final = "/drafts"

_SCRIPTS = (
    "recorder_flow.js",
    "recorder_panel.js",
    "recorder_run.js",
    "recorder_sound.js",
    "recorder_hearing.js",
    "recorder_pieces.js",
    "recorder_player.js",
    "recorder_ask.js",
    "recorder_keep.js",
    "recorder_tell.js",
    "recorder_words.js",
    "recorder_draft.js",
    "recorder_recogniser.js",
    "recorder_line.js",
)
_MAX_ID_LENGTH = 64
_LATE_S = 10.0
_NO_NUMBER = 1e6


@dataclass(frozen=True, slots=True)
class _Told:
    """What the browser has told last of a recording.

    Attributes:
        picture: The key of the picture that it is about; so far nothing was told of another.
        recording: The browser's own name for it; empty: none.
        ticket: To keep this one alone.
        until: How long it is kept, as ISO 8601; empty: it is in the browser alone.
    """

    picture: str = ""
    recording: str = ""
    ticket: str = ""
    until: str = ""


_TOLD: Kept[_Told] = Kept(f"{OF_SESSION}recorder_told", _Told())


def draw(shown: StoredImage, *, key: str = "recorder") -> None:
    """The panel that records about this picture.

    Args:
        shown: The picture that is spoken about.
        key: Of the widget.
    """
    wired = wiring()
    settings = wired.settings
    session_id, picture = session.current_session_id(), str(shown.key)
    if _TOLD.get().picture != picture:
        _forget(picture)
    told = _TOLD.get()
    event: Kept[Mapping[str, Any]] = Kept(key, MappingProxyType({}))
    may_keep = rights.may_keep(wired.services, session_id) and settings.recordings_max > 0
    task = task_choice.draw(limit_s=settings.recording_max_s)
    component = assets.component(__file__)
    component(
        key=key,
        data={
            "learner": own_key.learner(),
            "session": session_id,
            "picture": picture,
            "task": (asdict(task),),
            "has_sounds": task_choice.has_sounds(),
            "max_s": settings.recording_max_s,
            "overrun_s": OVERRUN_S,
            "max_bytes": settings.recording_max_bytes,
            "may_keep": may_keep,
            "why_not_kept": rights.NOT_KEPT,
            "uploads_url": addresses.on_this_server(UPLOADS_PATH),
            "drafts_url": addresses.on_this_server(DRAFTS_PATH),
            "recogniser": settings.recogniser,
            "sure_from": SURE_FROM,
            "drafted": draft_memory.TAKEN.get(),
            "your_words": speaking_memory.YOUR_WORDS,
            "recording": told.recording,
            "ticket": told.ticket,
            "kept": speaking_memory.KEPT_RECORDING.get(),
            "kept_until": told.until,
            "gone": list(speaking_memory.DELETED_RECORDINGS.get()),
            "pieces": own_key.UNKEPT_PIECES,
            "scripts": [assets.script_address(__file__, name) for name in _SCRIPTS],
        },
        on_recorded_change=lambda: _recorded(event.get().get("recorded")),
        on_ticket_over_change=lambda: _ticket_over(event.get().get("ticket_over")),
        on_kept_change=lambda: _kept(event.get().get("kept")),
        on_deleted_change=lambda: _deleted(event.get().get("deleted")),
        on_drafted_change=lambda: _drafted(event.get().get("drafted")),
    )


def read_figures(figures: object, *, longest_s: float) -> Speech | None:
    """What a browser has counted; None where it could not, or tells what can't be.

    Args:
        figures: As it came, from anybody.
        longest_s: No recording is longer.
    """
    names = ("length_s", "speaking_s", "longest_pause_s", "pauses")
    if not isinstance(figures, Mapping):
        return None
    numbers = [_read_number(figures.get(name)) for name in names]
    if any(math.isnan(number) for number in numbers):
        return None
    length_s, speaking_s, longest_pause_s, pauses = numbers
    if not 0 < length_s <= longest_s or min(speaking_s, longest_pause_s, pauses) < 0:
        return None
    if speaking_s + longest_pause_s > length_s + 1 or pauses > length_s:
        return None
    if figures.get("heard") is not True:
        return Speech(length_s=length_s)
    return Speech(length_s, True, speaking_s, int(pauses), longest_pause_s)


def _recorded(value: object) -> None:
    told = _TOLD.get()
    if not isinstance(value, Mapping) or value.get("picture") != told.picture:
        return
    recording = _read_id(value.get("id"))
    if not recording:
        return
    if recording != told.recording:
        _TOLD.set(_Told(told.picture, recording, _new_ticket(told.picture)))
        speaking_memory.KEPT_RECORDING.set("")
        draft_memory.forget_other_than(told.picture, recording)
    elif speaking_memory.KEPT_RECORDING.get():
        return  # it was counted here
    longest_s = wiring().settings.recording_max_s + _LATE_S
    speaking_memory.HEARD.set(read_figures(value.get("figures"), longest_s=longest_s))


def _ticket_over(value: object) -> None:
    told = _TOLD.get()
    if _read_id(value) == told.recording != "":
        _TOLD.set(_Told(told.picture, told.recording, _new_ticket(told.picture)))


def _kept(value: object) -> None:
    """What the browser says is looked up: it may say anything."""
    told, wired = _TOLD.get(), wiring()
    if not isinstance(value, Mapping) or _read_id(value.get("id")) != told.recording:
        return
    try:
        found = recordings.open_recording(
            wired.services,
            session.current_session_id(),
            _read_id(value.get("stem"), most=200),
            own_key.learner(),
        )
    except StorageError:
        return  # the browser tells it again
    if found and found.picture == told.picture:
        _TOLD.set(replace(told, until=found.until.isoformat()))
        speaking_memory.KEPT_RECORDING.set(found.stem)
        speaking_memory.HEARD.set(found.speech)


def _drafted(value: object) -> None:
    told = _TOLD.get()
    draft = told_draft.read(value, picture=told.picture, recording=told.recording)
    if draft:
        first_draft.take(*draft)


def _deleted(value: object) -> None:
    told = _TOLD.get()
    if _read_id(value) == told.recording:
        _forget(told.picture)


def _forget(picture: str) -> None:
    _TOLD.set(_Told(picture))
    speaking_memory.HEARD.set(None)
    speaking_memory.KEPT_RECORDING.set("")


def _new_ticket(picture: str) -> str:
    wired = wiring()
    ticket = new_ticket(
        session_id=session.current_session_id(),
        learner=own_key.learner(),
        picture=picture,
        now=wired.services.now(),
    )
    return signed(ticket, secret=wired.secret)


def _read_id(value: object, *, most: int = _MAX_ID_LENGTH) -> str:
    return value if isinstance(value, str) and len(value) <= most else ""


def _read_number(value: object) -> float:
    """Not a number (`nan`) where it is none, or none that can be counted."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return math.nan
    return float(value) if abs(value) < _NO_NUMBER else math.nan
