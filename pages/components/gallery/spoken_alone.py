"""Sessions in which learners spoke and whose pictures are gone: a way to them from the list."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from imagespeak_core.errors import StorageError
from imagespeak_core.speaking.deletion import sessions_spoken_in
from pages.components.gallery import gallery_memory
from pages.components.shell import addresses, messages
from pages.components.shell.wiring import wiring

_LISTED = 100


def draw(pictured: Collection[str]) -> None:
    """A panel, closed at first: the store is asked when it is opened.

    Args:
        pictured: The sessions that have pictures.
    """
    panel = st.expander(
        "Recordings without pictures",
        icon=":material/mic:",
        key=gallery_memory.SPOKEN_ALONE.name,
        on_change="rerun",
    )
    if panel.open:
        with panel:
            _draw_sessions(pictured)


def _draw_sessions(pictured: Collection[str]) -> None:
    try:
        sessions = [one for one in sessions_spoken_in(wiring().services) if one not in pictured]
    except StorageError as error:
        messages.show(error)
        return
    if not sessions:
        st.caption("There are none.")
        return
    st.caption("Learners spoke here. The pictures are gone. Open a session to delete the rest.")
    for session_id in sessions[:_LISTED]:
        st.button(
            messages.plain(session_id),
            key=f"spoken_alone_{session_id}",
            on_click=_open,
            args=(session_id,),
        )
    if len(sessions) > _LISTED:
        st.caption(f"and {len(sessions) - _LISTED:,} more")


def _open(session_id: str) -> None:
    st.query_params[addresses.OPEN_PARAMETER] = session_id
