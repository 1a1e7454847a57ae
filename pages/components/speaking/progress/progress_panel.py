"""The learner's attempts of this session over time: small pictures, a table, and no grades."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.attempt import Attempt
from imagespeak_core.speaking.progress import Point, of_pictures, of_weeks, points_of
from imagespeak_core.speaking.progress_csv import CSV_NAME, to_csv
from pages.components.shell import assets, readable
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_attempts, own_recordings, results_memory
from pages.components.speaking.progress import (
    everything_deleted,
    progress_chart,
    progress_memory,
    progress_pictures,
    progress_series,
)
from pages.components.speaking.progress.progress_series import By, Step
from pages.components.widgets import choice, spoken

_NO_STORE = (
    "Your attempts can't be reached just now. Close this, and open it again in some minutes."
)
_NONE = "There is nothing to see yet. Write your words, then press **Check my words**."
_ONE = "You have one attempt. There is something to see after the second one."
_ONE_HERE = {
    0: "You have no attempt at this picture. There is something to see after the second one.",
    1: "You have one attempt at this picture. There is something to see after the second one.",
}
_ONE_WEEK = "All your attempts are of one week. There is something to see in the second week."


def draw(shown: StoredImage) -> None:
    """The panel, closed at first: nothing is counted before somebody opens it."""
    session_id = shown.key.session_id
    with st.container(key="progress"):
        panel = st.expander(
            "Your progress",
            icon=":material/show_chart:",
            key=progress_memory.OPEN.name,
            on_change=partial(_opened, session_id),
        )
        if panel.open:
            with panel:
                _draw_all(shown)


def _draw_all(shown: StoredImage) -> None:
    st.html(assets.style(__file__))
    session_id = shown.key.session_id
    own = own_attempts.listed(session_id)
    recordings = [*own_recordings.listed(session_id), *own_recordings.waiting(session_id)]
    _draw_deleted(is_empty=not own and not recordings)
    if own:
        _draw_progress(shown, own)
    elif results_memory.NOT_KEPT.get() == own_attempts.NO_STORE:
        st.caption(_NO_STORE)
    else:
        st.caption(_NONE)
    if own:
        st.download_button(
            "Save as a table (CSV)",
            partial(to_csv, own),
            file_name=CSV_NAME,
            mime="text/csv",
            icon=":material/table:",
            key="progress_csv",
            on_click="ignore",
        )
    everything_deleted.draw(session_id, attempts=len(own), recordings=len(recordings))


def _draw_deleted(*, is_empty: bool) -> None:
    """What became of everything, for as long as it is true."""
    told = progress_memory.DELETED.get()
    if told and not progress_memory.LEFT.get() and not is_empty:
        told = ""
    spoken.draw(told, key="progress_told")
    if told:
        st.caption(f":material/info: {plain(told)}")


def _draw_progress(shown: StoredImage, own: Sequence[Attempt]) -> None:
    days = wiring().settings.recording_days
    st.caption(
        f"{readable.number_of(len(own), 'attempt')} in this session. Attempts of other sessions "
        f"are not counted. Each goes after {readable.number_of(days, 'day')}. Only you see this."
    )
    if len(own) == 1:
        st.markdown(_ONE)
        return
    points = points_of(own)
    view = choice.draw(
        "Show",
        progress_memory.VIEWS,
        progress_memory.VIEW,
        on_change=progress_memory.DELETED.forget,
    )
    _draw_what_was_compared(points)
    if view == "This picture":
        here = [point for point in points if point.picture == str(shown.key)]
        if len(here) < 2:
            st.markdown(_ONE_HERE[len(here)])
            return
        _draw_charts(progress_series.steps_of_points(here), "attempt")
    elif view == "Each picture":
        progress_pictures.draw(of_pictures(points))
    else:
        weeks = of_weeks(points, readable.local)
        if len(weeks) < 2:
            st.markdown(_ONE_WEEK)
        else:
            st.caption(
                "A week begins on Monday. Its numbers are those in the middle: "
                "half of your attempts have as many or more, half have as many or fewer."
            )
        _draw_charts(progress_series.steps_of_weeks(weeks), "week")


def _draw_what_was_compared(points: Sequence[Point]) -> None:
    against = {point.held_against for point in points}
    if "view" in against:
        st.caption(
            "A model looked at some pictures. "
            "There your words are compared with what it sees. It may be mistaken."
        )
    if "prompt" in against:
        st.caption(
            "Of some pictures nobody knows what they really show. "
            "There your words are compared with the words that the picture was made from."
        )
    if "nothing" in against:
        st.caption("Of some pictures nothing is known. Your words can't be compared with them.")


def _draw_charts(steps: Sequence[Step], by: By) -> None:
    for series in progress_series.series_of(steps, by):
        with st.container(key=f"progress_{series.key}"):
            st.markdown(f"**{series.title}**")
            if series.is_drawn:
                progress_chart.draw(series)
            st.markdown(series.says)
    if st.toggle("Show the numbers", key=progress_memory.NUMBERS.name, persist_state="session"):
        st.markdown(_table(steps, by))
        st.caption("\n".join(f"- {name}: {how}" for name, how in progress_series.HOW))


def _table(steps: Sequence[Step], by: By) -> str:
    rows = [
        f"| {by.capitalize()} | Things found | Words a minute | Look again |",
        "| --- | --- | --- | --- |",
        *(f"| {one.title} | {' | '.join(progress_series.cells(one.figures))} |" for one in steps),
    ]
    return "\n".join(rows)


def _opened(session_id: str) -> None:
    """Callback: whoever opens it sees what other tabs have kept or deleted meanwhile."""
    progress_memory.DELETED.forget()
    if progress_memory.OPEN.get():
        own_attempts.look_again(session_id)
