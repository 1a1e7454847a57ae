"""A first draft: shown to be corrected, never as the truth; it becomes words at a press alone."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.recognisers.base import DraftWord, HeardBy
from imagespeak_core.speaking.drafts.corrections import corrections
from pages.components.shell import readable
from pages.components.speaking import results_memory, speaking_memory
from pages.components.speaking.draft import draft_changes, draft_memory, draft_words
from pages.components.speaking.draft.draft_memory import Changes, Corrected, ShownDraft
from pages.components.widgets import spoken

PLACE: Final = "first_draft"
"""The key of its container; the look of the page names it, too."""

_WIDGET = "draft_words"
_WORDS = "words_form"

_WRITTEN_BY: dict[HeardBy, str] = {
    "browser": "Your browser wrote this.",
    "local": "A program on this app's server wrote this.",
    "transcribe": "Amazon Transcribe wrote this.",
}
# Whisper base and tiny, Moonshine on real learners, November 2026: talks 17 to 38 words of 100,
# single sentences 30 to 41, children 32 to 49. Nobody has measured the others so.
_HOW_WELL: dict[HeardBy, str] = {
    "browser": "Programs mishear learners often.",
    "local": "Programs mishear learners often: small ones 17 to 50 words of 100 in our tests.",
    "transcribe": "Programs mishear learners often.",
}
_WHAT_TO_DO = "Press a word to change it. Nothing counts before you press **Use these words**."
_ALL_UNSURE = "It did not say that it is sure of any word. Please look at all of them."


def draw(shown: StoredImage) -> None:
    """The draft of what was said about this picture, or what was changed in it; mostly nothing."""
    with st.container(key=PLACE):
        draft = draft_memory.about(shown)
        spoken.draw(draft_memory.NEWS.get(), key="first_draft_told")
        thrown = draft_memory.THROWN.get()
        if draft is None and thrown:
            _draw_thrown(thrown)
        elif draft is None:
            draft_changes.draw()
        elif draft.draft.words:
            _draw_draft(draft)
        else:
            _draw_empty()


def take(name: str, draft: ShownDraft) -> None:
    """Callback: a browser brings this one; it comes into view.

    Args:
        name: The browser's own for it; it brings it until it knows that it is here.
        draft: As it was read.
    """
    if name != draft_memory.TAKEN.get():
        show(name, draft)


def show(name: str, draft: ShownDraft) -> None:
    """It comes into view, in the place of the one before, and is told.

    Args:
        name: Tells it from the one before.
        draft: With words, or without.
    """
    draft_memory.begin(name, draft)
    number, unsure = len(draft.draft.words), sum(not word.is_sure for word in draft.draft.words)
    told = f"{readable.number_of(number, 'word')}, {unsure} of them not sure"
    draft_memory.NEWS.set(
        f"Here is a first draft: {told}. Please correct it." if number else "No words were heard."
    )
    results_memory.move_on(shows=PLACE, rests=PLACE)


def _draw_draft(draft: ShownDraft) -> None:
    words = draft_memory.words_of(draft)
    st.subheader("First draft: please correct it", anchor=False)
    st.caption(f"{_WRITTEN_BY[draft.heard_by]} {_HOW_WELL[draft.heard_by]} {_WHAT_TO_DO}")
    if not any(word.is_sure for word in draft.draft.words):
        st.caption(_ALL_UNSURE)
    draft_words.draw(
        words,
        name=f"{draft.name} {draft_memory.TAKEN.get()}",  # the same words may come anew
        on_change=partial(_change, draft),
        on_use=partial(_use, draft),
        on_throw_away=partial(_throw_away, draft),
        key=_WIDGET,
    )
    if draft_memory.ASKED.get():
        _ask(draft)


def _draw_empty() -> None:
    st.subheader("First draft", anchor=False)
    st.info(
        "A voice was heard, but no words. That happens: a microphone far away, or a noisy room. "
        "Try again, or type your words.",
        icon=":material/hearing:",
    )
    st.button("Close", key="draft_close", on_click=_close)


def _draw_thrown(draft: ShownDraft) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="draft_thrown"):
        st.caption("The draft is gone.")
        st.button("Undo", key="draft_undo", on_click=partial(_take_back, draft))


def _ask(draft: ShownDraft) -> None:
    with st.container(key="draft_question"):
        st.markdown("You have words in **Your words** already. What shall happen to them?")
        with st.container(horizontal=True, key="draft_answers"):
            for label, key, way in (
                ("Replace them", "draft_replace", _replace),
                ("Add at the end", "draft_add", _add),
                ("Go back", "draft_back", _go_back),
            ):
                st.button(label, key=key, on_click=partial(way, draft))


def _change(draft: ShownDraft, words: tuple[DraftWord, ...]) -> None:
    """Callback; the browser may still show another draft."""
    if draft_memory.DRAFT.get() == draft:
        draft_memory.CORRECTED.set(Corrected(draft.name, words))


def _use(draft: ShownDraft, words: tuple[DraftWord, ...]) -> None:
    if draft_memory.DRAFT.get() != draft:
        return
    _change(draft, words)
    if not words:
        draft_memory.NEWS.set("The draft has no words left.")
    elif speaking_memory.WORDS.get().strip():
        draft_memory.ASKED.set(True)
        draft_memory.NEWS.set("You have words in Your words already. What shall happen to them?")
        results_memory.move_on("draft_answers", shows="draft_question", leaves=_WIDGET)
    else:
        _replace(draft)


def _replace(draft: ShownDraft) -> None:
    _become_words(draft, _text(draft))


def _add(draft: ShownDraft) -> None:
    _become_words(draft, f"{speaking_memory.WORDS.get().rstrip()} {_text(draft)}".lstrip())


def _go_back(draft: ShownDraft) -> None:
    draft_memory.ASKED.forget()
    draft_memory.NEWS.forget()
    results_memory.move_on(shows=PLACE, rests=PLACE)


def _become_words(draft: ShownDraft, words: str) -> None:
    if draft_memory.DRAFT.get() != draft:
        return
    changed = corrections(draft.draft.text, _text(draft))
    number = len(draft_memory.words_of(draft))
    speaking_memory.WORDS.set(words)
    draft_memory.forget_draft()
    if changed:
        draft_memory.CHANGES.set(Changes(draft.picture, changed))
    draft_memory.NEWS.set(f"{readable.number_of(number, 'word')} stand in Your words now.")
    results_memory.move_on("check_words", shows=PLACE if changed else _WORDS)


def _text(draft: ShownDraft) -> str:
    return " ".join(word.text for word in draft_memory.words_of(draft))


def _throw_away(draft: ShownDraft) -> None:
    if draft_memory.DRAFT.get() == draft:
        draft_memory.DRAFT.forget()
        draft_memory.ASKED.forget()
        draft_memory.THROWN.set(draft)
        draft_memory.NEWS.set("The draft is gone.")
        results_memory.move_on("draft_undo", "check_words")


def _take_back(draft: ShownDraft) -> None:
    if draft_memory.THROWN.get() == draft:
        draft_memory.THROWN.forget()
        draft_memory.DRAFT.set(draft)
        draft_memory.NEWS.set("The draft is here again.")
        results_memory.move_on(shows=PLACE, rests=PLACE)


def _close() -> None:
    draft_memory.forget_draft()
    results_memory.move_on("check_words")
