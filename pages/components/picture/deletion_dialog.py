"""The question before something is deleted for good, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.speaking.deletion import count_spoken
from pages.components.picture import picture_names
from pages.components.shell import messages, readable
from pages.components.shell.kept import Kept
from pages.components.shell.wiring import wiring
from pages.components.widgets import attention

_NAMED = 5

_REPORT = Kept("deletion_report", "")
"""What the last deletion came to."""

_FAILED: Kept[Sequence[str]] = Kept("deletion_failed", ())
"""What could not be deleted, and why."""


@st.dialog("Delete for good?", icon=":material/delete:")
def ask(
    what: str,
    keys: list[ImageKey],
    delete: Callable[[], Mapping[ImageKey, str]],
    *,
    also: str = "",
    done: str = "",
) -> None:
    """Names what goes, and deletes it when that is confirmed.

    Args:
        what: A sentence in Markdown that says what will be deleted.
        keys: The pictures that go with it.
        delete: Does it; gives the pictures that could not be deleted, and why.
        also: A sentence that says what goes with them; see `also_spoken`.
        done: Said when all is gone; empty: how many pictures were deleted.
    """
    st.markdown(what)
    lines = [f"• {picture_names.name_of(key)}" for key in keys[:_NAMED]]
    if len(keys) > _NAMED:
        lines.append(f"• and {len(keys) - _NAMED:,} more")
    if lines:
        st.text("\n".join(lines))
    if also:
        st.markdown(messages.plain(also))
    st.markdown("This can't be undone.")
    with st.container(horizontal=True):
        if st.button("Delete", type="primary", key="confirm_delete", icon=":material/delete:"):
            _delete(len(keys), delete, done)
        if st.button("Cancel", key="confirm_keep"):
            st.rerun()


def also_spoken(session_id: str) -> str:
    """What learners spoke in a session, which is deleted with it; empty where they did not."""
    try:
        spoken = count_spoken(wiring().services, session_id)
    except ImageSpeakError as error:
        return f"Whether learners spoke here could not be looked at. {error}"
    parts = [
        readable.number_of(number, noun)
        for number, noun in ((spoken.recordings, "recording"), (spoken.attempts, "attempt"))
        if number
    ]
    if not parts:
        return spoken.not_looked_at
    verb = "goes" if spoken.recordings + spoken.attempts == 1 else "go"
    return f"{' and '.join(parts)} of learners {verb} too."


def has_spoken(session_id: str) -> bool:
    """Whether anything that learners spoke in a session is known to be there."""
    try:
        spoken = count_spoken(wiring().services, session_id)
    except ImageSpeakError:
        return False
    return spoken.recordings + spoken.attempts > 0


def show_report() -> None:
    """What the last deletion came to, told once."""
    report, failed = _REPORT.take(), _FAILED.take()
    if report:
        st.success(messages.plain(report), icon=":material/check:")
    if failed:
        lines = [
            "**Some pictures could not be deleted.** They are still there. Please try again.",
            *(messages.plain(line) for line in failed[:_NAMED]),
        ]
        if len(failed) > _NAMED:
            lines.append(f"and {len(failed) - _NAMED:,} more")
        st.error("  \n".join(lines), icon=":material/error:")
    if report or failed:
        attention.draw(failed, key="deletion_here")


def _delete(asked: int, delete: Callable[[], Mapping[ImageKey, str]], done: str) -> None:
    try:
        kept = delete()
    except ImageSpeakError as error:
        messages.show(error)
        return
    gone = asked - len(kept)
    number = readable.count(gone)
    if not kept:
        _REPORT.set(done or f"Deleted: {number}.")
    elif gone > 0:
        _REPORT.set(f"Deleted: {number}.")
    _FAILED.set([f"{picture_names.name_of(key)}: {why}" for key, why in kept.items()])
    st.rerun()
