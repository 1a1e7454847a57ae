"""The learner's own attempts and recordings of this session: open, hear, delete."""

from __future__ import annotations

from functools import partial

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.attempt import Attempt
from imagespeak_core.speaking.recording import Recording
from pages.components.picture import picture_memory
from pages.components.shell import as_written, readable
from pages.components.shell.messages import plain
from pages.components.speaking import (
    asked_first,
    checked_words,
    own_attempts,
    own_recordings,
    results_memory,
)
from pages.components.widgets import button_names

_FIRST_WORDS = 8
_ALL_ATTEMPTS, _ALL_RECORDINGS, _WAITING = "all", "all recordings", "waiting recordings"
_LOOK_EVERY_S = 3.0


def draw(shown: StoredImage) -> None:
    """The list, closed at first; those about this picture come first."""
    with st.container(key="attempt_list"):
        own = own_attempts.listed(shown.key.session_id)
        if results_memory.LIST_OPEN.get():
            own_recordings.listed(shown.key.session_id)  # they may bring trouble, too
        if results_memory.NOT_KEPT.get():
            st.caption(f":material/info: {plain(results_memory.NOT_KEPT.get())}")
        panel = st.expander(
            "Your attempts",  # always the same: with another name it would close
            icon=":material/history:",
            key=results_memory.LIST_OPEN.name,
            on_change=own_attempts.ask_again,
        )
        if panel.open:
            with panel:
                _draw_attempts(shown, own)
                _draw_recordings(shown)


def _draw_attempts(shown: StoredImage, own: tuple[Attempt, ...]) -> None:
    if not own and results_memory.NOT_KEPT.get() == own_attempts.NO_STORE:
        return  # nobody knows
    if not own:
        st.caption("There are none yet. Write your words, then press **Check my words**.")
        return
    st.caption(f"{readable.number_of(len(own), 'attempt')}. Only you see them, in this browser.")
    here = str(shown.key)
    ordered = sorted(own, key=lambda one: one.picture != here)
    listed = results_memory.LIST_LENGTH.get()
    for at, one in enumerate(ordered[:listed]):
        _draw_attempt(at, one, here)
    if len(ordered) > listed:
        st.button(f"Show more ({len(ordered) - listed})", key="attempts_more", on_click=_list_more)
    if len(own) > 1:
        asked_first.draw(
            _ALL_ATTEMPTS,
            label="Delete all attempts",
            question=f"Delete all {len(own)} attempts? They can't be brought back.",
            on_yes=partial(_delete_all, shown.key.session_id),
        )


def _draw_attempt(at: int, one: Attempt, here: str) -> None:
    about = f"attempt {at + 1}"
    with st.container(border=True, key=f"attempt_{at}"):
        with as_written.place(f"attempt_{at}"):
            st.markdown(as_written.words(_beginning(one.words)))
        st.caption(" · ".join(_facts(one, here)))
        with st.container(horizontal=True):
            if _can_be_opened(one):
                st.button(
                    button_names.named("Open", about),
                    key=f"open_attempt_{at}",
                    on_click=partial(checked_words.reopen, one),
                )
            asked_first.draw(
                one.attempt_id,
                label="Delete",
                question="Delete this attempt?",
                about=about,
                on_yes=partial(_delete, one.attempt_id),
            )


def _facts(one: Attempt, here: str) -> list[str]:
    words = readable.number_of(one.counts.words, "word")
    facts = [readable.local_time(one.created_at), words]
    if one.speech and one.speech.heard:
        facts.append(f"{one.speech.speaking_s:.0f} s spoken")
    if one.picture != here:
        facts.append("another picture")
    return facts


def _beginning(words: str) -> str:
    first = words.split()[: _FIRST_WORDS + 1]
    return " ".join(first) if len(first) <= _FIRST_WORDS else " ".join(first[:-1]) + " …"


def _can_be_opened(one: Attempt) -> bool:
    return any(str(image.key) == one.picture for image in picture_memory.IMAGES.get() or ())


def _draw_recordings(shown: StoredImage) -> None:
    session_id = shown.key.session_id
    own, waiting = own_recordings.listed(session_id), own_recordings.waiting(session_id)
    if not own and not waiting:
        return
    st.markdown("**Your recordings**")
    if waiting:
        _draw_waiting(session_id, len(waiting))
    playing, url = results_memory.PLAYING.get()
    for at, one in enumerate(own):
        about = f"recording {at + 1}"
        with st.container(border=True, key=f"recording_{at}"):
            st.caption(f"{readable.local_time(one.created_at)} · {one.speech.length_s:.0f} s")
            if playing == one.stem:
                st.audio(url, format=f"audio/{one.ending}", autoplay=True)
            with st.container(horizontal=True):
                st.button(
                    button_names.named("Play", about),
                    icon=":material/play_arrow:",
                    key=f"play_{at}",
                    on_click=partial(own_recordings.play, one),
                )
                asked_first.draw(
                    f"recording_{one.stem}",  # an attempt of the same second has the same name
                    label="Delete",
                    question="Delete this recording?",
                    about=about,
                    on_yes=partial(_delete_recording, one),
                )
    number = len(own) + len(waiting)
    if own and number > 1:
        asked_first.draw(
            _ALL_RECORDINGS,
            label="Delete all recordings",
            question=f"Delete all {number} recordings? They can't be brought back.",
            on_yes=partial(_delete_all_recordings, session_id),
        )


def _draw_waiting(session_id: str, number: int) -> None:
    is_one = number == 1
    them = "the recording" if is_one else f"the {number} recordings"
    verb = "is" if is_one else "are"
    with st.container(border=True, key="waiting_recordings"):
        st.caption(f"{readable.number_of(number, 'recording')} {verb} being stored.")
        asked_first.draw(
            _WAITING,
            label="Delete",
            question=f"Delete {them} that {verb} being stored?",
            about=them,
            on_yes=partial(_delete_waiting, session_id),
        )
        st.fragment(_look_again, run_every=_LOOK_EVERY_S)(session_id, number)


def _look_again(session_id: str, number: int) -> None:
    if len(own_recordings.waiting(session_id)) != number:
        st.rerun()


def _go_on() -> None:
    """The card is gone: the keyboard is where the list begins."""
    asked_first.answered("attempt_list")


def _delete(attempt_id: str) -> None:
    _go_on()
    if own_attempts.delete(attempt_id):
        checked_words.forget(attempt_id)


def _delete_all(session_id: str) -> None:
    _go_on()
    shown = results_memory.CHECKED.get()
    if own_attempts.delete_all(session_id) and shown:
        checked_words.forget(shown.attempt_id)


def _delete_recording(one: Recording) -> None:
    _go_on()
    own_recordings.delete(one)


def _delete_waiting(session_id: str) -> None:
    _go_on()
    own_recordings.delete_waiting(session_id)


def _delete_all_recordings(session_id: str) -> None:
    _go_on()
    own_recordings.delete_all(session_id)


def _list_more() -> None:
    results_memory.LIST_LENGTH.set(results_memory.LIST_LENGTH.get() + 5)
