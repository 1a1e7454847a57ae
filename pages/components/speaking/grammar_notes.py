"""What of the learner's English may be said in another way: few notes, each of them "maybe"."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.grammar.note import GrammarNote
from imagespeak_core.speaking.grammar.notes import Dismissed, as_dismissed, notes_on
from pages.components.shell import as_written
from pages.components.shell.direction import isolated
from pages.components.shell.kept import OF_SESSION, Kept
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.speaking import checked_words, results_memory
from pages.components.widgets import button_names

_AROUND = 5
"""So many words stand on each side of those that a note is about."""

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|\n")

NOTES: Kept[tuple[str, tuple[GrammarNote, ...]]] = Kept(f"{OF_SESSION}grammar_notes", ("", ()))
"""The words that were looked at last, and the notes on them."""

DISMISSED: Kept[frozenset[Dismissed]] = Kept(f"{OF_SESSION}grammar_dismissed", frozenset())
"""What the learner calls right; it does not come back in this tab."""


def draw(shown: StoredImage) -> None:
    """The notes on the words about this picture that were looked at, if there are any."""
    checked = checked_words.about(shown)
    if checked is None or not checked.feedback.is_english:
        return
    notes = _left(_notes_on(checked.words))
    if not notes:
        return
    with st.container(key="grammar_notes"):
        st.subheader("About your English", anchor=False)
        st.caption(
            "Maybe you can say this in another way. A computer program wrote these notes. It does "
            "not find everything, and it may be mistaken."
        )
        for at, note in notes:
            with st.container(border=True, key=f"grammar_{at}"):
                _draw_note(at, note, checked.words)


def _notes_on(words: str) -> tuple[GrammarNote, ...]:
    """Looked for once: they don't change while the words are the same."""
    checker = wiring().services.grammar
    if checker is None:
        return ()
    before, notes = NOTES.get()
    if before != words:
        notes = notes_on(words, checker, dismissed=DISMISSED.get())
        NOTES.set((words, notes))
    return notes


def _left(notes: tuple[GrammarNote, ...]) -> list[tuple[int, GrammarNote]]:
    dismissed = DISMISSED.get()
    return [(at, one) for at, one in enumerate(notes) if as_dismissed(one) not in dismissed]


def _draw_note(at: int, note: GrammarNote, words: str) -> None:
    with as_written.place(f"grammar_{at}"):
        maybe = plain(isolated(note.say))
        st.markdown(
            f"You wrote: {_in_its_sentence(note, words)}  \nMaybe: **{_lit('green', maybe)}**"
        )
        st.caption(plain(note.rule))
    st.button(
        button_names.named("It is right", f"“{note.words}”"),
        type="tertiary",
        key=_key(at),
        on_click=partial(_dismiss, note),
    )


def _in_its_sentence(note: GrammarNote, words: str) -> str:
    """The note's words as they light up among a few others of their sentence, as Markdown."""
    first = _SENTENCE_ENDS.split(words[: note.start])[-1]
    last = _SENTENCE_ENDS.split(words[note.end :])[0]
    before, after = first.split(), last.split()
    begins = ("… " if len(before) > _AROUND else "") + _plain(before[-_AROUND:])
    ends = _plain(after[:_AROUND]) + (" …" if len(after) > _AROUND else "")
    gap = " " if last[:1].isspace() else ""
    return f"{begins} **{_lit('orange', _plain(note.words.split()))}**{gap}{ends}".strip()


def _lit(colour: str, markdown: str) -> str:
    return f":{colour}-background[{markdown}]"


def _plain(words: list[str]) -> str:
    return plain(isolated(" ".join(words)))


def _dismiss(note: GrammarNote) -> None:
    """Callback: it goes; the keyboard is then on the next one, or on the words' button."""
    left = _left(NOTES.get()[1])
    place = next((at for at, one in left if one == note), 0)
    others = sorted((at for at, one in left if one != note), key=lambda at: at < place)
    DISMISSED.set(DISMISSED.get() | {as_dismissed(note)})
    results_memory.NEWS.set("The note is gone.")
    results_memory.move_on(*(_key(at) for at in others), "check_words")


def _key(at: int) -> str:
    return f"grammar_right_{at}"
