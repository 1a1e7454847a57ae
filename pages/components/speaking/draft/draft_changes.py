"""What a draft and its learner have otherwise: shown once, to practise."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.speaking.drafts.corrections import Correction
from pages.components.shell import as_written
from pages.components.shell.messages import plain
from pages.components.speaking import results_memory
from pages.components.speaking.draft import draft_memory

_HINT = (
    "Maybe the program was mistaken: they often are. Or say these words once more, slowly and "
    "clearly."
)


def draw() -> None:
    """The changes, until they are closed; mostly nothing."""
    changes = draft_memory.CHANGES.get()
    if changes is None:
        return
    with st.container(border=True, key="draft_changes"):
        st.subheader("What you changed", anchor=False)
        with as_written.place("draft_changes"):
            st.markdown("\n".join(f"- {_line(one)}" for one in changes.corrections))
        st.caption(_HINT)
        st.button("OK, close", key="draft_changes_close", on_click=_close)


def _line(one: Correction) -> str:
    return f"It heard: {_in_context(one, one.heard)} → you wrote: {_in_context(one, one.written)}"


def _in_context(one: Correction, words: str) -> str:
    parts = (plain(one.before), f"**{plain(words)}**" if words else "(nothing)", plain(one.after))
    return f"“{' '.join(part for part in parts if part)}”"


def _close() -> None:
    draft_memory.CHANGES.forget()
    draft_memory.NEWS.forget()
    results_memory.move_on("check_words")
