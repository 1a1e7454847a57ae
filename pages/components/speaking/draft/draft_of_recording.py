"""A press after *Keep* that has a paid service write a first draft of the recording."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Final

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.models import StoredImage
from imagespeak_core.recognisers.base import Draft
from imagespeak_core.speaking.recording import Recording
from pages.components.shell import messages, readable
from pages.components.shell.kept import OF_SESSION, Kept
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_recordings, results_memory, speaking_memory
from pages.components.speaking.draft import draft_memory, first_draft
from pages.components.speaking.draft.draft_memory import ShownDraft
from pages.components.widgets import spoken

_PLACE = "draft_of_recording"
_PRESS = "draft_of_recording_ask"
_LOOK_EVERY_S: Final = 2.0
_SENT: Final = "Amazon gets your recording for this, and deletes its copies when it is done."
_WAITING: Final = "Amazon listens to your recording. This takes about half a minute."

# Each of these is kept for each recording, by its upload: a stem may come to be another's.
_RUNNING: Kept[Future[Draft] | None] = Kept(f"{OF_SESSION}draft_asked", None)
_TROUBLE: Kept[ImageSpeakError | None] = Kept(f"{OF_SESSION}draft_trouble", None)
_HEARD_NOTHING = Kept(f"{OF_SESSION}draft_of_silence", False)


def draw(shown: StoredImage) -> None:
    """The press with its price, for the recording that is looked at, once it is kept.

    Where none is looked at, it is for the newest that is kept of this picture.
    """
    if wiring().services.transcriber is None:
        return
    recording = _kept(shown)
    if recording is None:
        return
    running = _RUNNING.each(recording.upload).get()
    with st.container(key=_PLACE):
        if running:
            _wait(shown, recording, running)
        else:
            _offer(shown, recording)


def _kept(shown: StoredImage) -> Recording | None:
    stem = speaking_memory.KEPT_RECORDING.get()
    if not stem and draft_memory.is_recorded(shown):
        return None  # what is looked at is not kept, or not any more
    own = own_recordings.listed(shown.key.session_id)
    found = (one for one in own if one.picture == str(shown.key) and stem in ("", one.stem))
    return next(found, None)


def _offer(shown: StoredImage, recording: Recording) -> None:
    draft = draft_memory.about(shown)
    if draft and draft.recording == recording.stem:
        return
    price = wiring().recording_drafts.price_usd(recording)
    is_from_before = speaking_memory.KEPT_RECORDING.get() != recording.stem
    where = " in the last recording that you kept" if is_from_before else ""
    st.caption(
        f"Amazon Transcribe can write down what you say{where}. "
        + (f"It costs about {readable.price(price)}. {_SENT}" if price else "It costs nothing now.")
    )
    st.button(
        "Write a first draft",
        icon=":material/edit_note:",
        key=_PRESS,
        on_click=_ask,
        args=(recording,),
    )
    if _HEARD_NOTHING.each(recording.upload).get():
        st.info("I could not hear you. Record again, nearer to the microphone.")
    error = _TROUBLE.each(recording.upload).get()
    if error:
        messages.show(error)


def _ask(recording: Recording) -> None:
    trouble = _TROUBLE.each(recording.upload)
    trouble.forget()
    _HEARD_NOTHING.each(recording.upload).forget()
    try:
        _RUNNING.each(recording.upload).set(wiring().recording_drafts.ask(recording))
    except ImageSpeakError as error:
        trouble.set(error)
    else:
        results_memory.move_on(rests=_PLACE)


def _wait(shown: StoredImage, recording: Recording, running: Future[Draft]) -> None:
    if not running.done():
        spoken.draw(_WAITING, key="draft_told")
        st.caption(f":material/hourglass_top: {_WAITING}")
        st.fragment(_look_again, run_every=_LOOK_EVERY_S)(running)
        return
    _RUNNING.each(recording.upload).forget()
    try:
        words = running.result()
    except ImageSpeakError as error:
        _TROUBLE.each(recording.upload).set(error)
        results_memory.move_on(_PRESS)
    else:
        results_memory.RECORDINGS.forget()  # it costs nothing more, which the list tells
        if words.words:
            draft = ShownDraft(str(shown.key), recording.stem, words, "transcribe")
            first_draft.show(recording.stem, draft)
        else:
            _HEARD_NOTHING.each(recording.upload).set(True)
            results_memory.move_on(_PRESS)
    st.rerun()


def _look_again(draft: Future[Draft]) -> None:
    if draft.done():
        st.rerun()
