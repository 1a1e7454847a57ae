"""The learner's words as a picture, and what it shows otherwise than the one they are about."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Final

import streamlit as st

from imagespeak_core.errors import ImageSpeakError, ModelTimeoutError
from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.attempt import Attempt
from imagespeak_core.speaking.drawn import DrawnWords, WordsOrder, order_for, order_of
from pages.components.picture import picture_large
from pages.components.shell import as_written, file_addresses, messages
from pages.components.shell.kept import OF_SESSION, Kept
from pages.components.shell.wiring import wiring
from pages.components.speaking import checked_words, own_attempts, speaking_memory
from pages.components.speaking.checked_words import Checked
from pages.components.widgets import spoken

HEADING: Final = "Your words, drawn"
_ORDER: Kept[WordsOrder | None] = Kept(f"{OF_SESSION}drawing_order", None)
"""What was ordered last; the store is asked for the picture's shape once."""

PICTURE: Final = "drawn_picture"
"""The key of the drawing's container; the look of the page names it, too."""

_QUICK_S = 0.4
"""What is drawn in so short a time comes without a word about waiting."""
_PATIENCE_S = 90.0
_NOT_ENGLISH = (
    "I can draw English words only. Write in English what the picture shows, "
    "then press **Draw my words** again."
)


def draw(shown: StoredImage) -> None:
    """The words about this picture, drawn, once that was asked for; each attempt anew."""
    checked = checked_words.about(shown)
    with st.container(key="drawn_words"):
        news = ""
        if checked:
            try:
                drawn = _drawn(shown, checked)
            except ImageSpeakError as error:
                messages.show(error)
            else:
                if drawn:
                    news = _show(*drawn)
        spoken.draw(news, key="drawing_told")


def _drawn(shown: StoredImage, checked: Checked) -> tuple[DrawnWords, str] | None:
    """The drawing and its address; None where nobody wants one."""
    attempt = _attempt(shown, checked)
    order = order_of(attempt) if attempt else None
    if order:
        speaking_memory.DRAW_WANTED.set(True)  # the next attempt is drawn in its place
    elif not speaking_memory.DRAW_WANTED.get():
        return None
    else:
        order = _ORDER.get()
        if order is None or (order.picture, order.words) != (shown.key, checked.words):
            order = order_for(wiring().services, shown.key, checked.words)
            _ORDER.set(order)
        if attempt:
            _keep(attempt, order)
            attempt = _attempt(shown, checked)  # it may be gone
    words_drawn = wiring().words_drawn
    drawn = _wait(words_drawn.draw(order))
    # Where nothing may be kept, this server alone knows what it has drawn.
    name = attempt.attempt_id if attempt else words_drawn.name(order)
    return drawn, file_addresses.drawing(name)


def _attempt(shown: StoredImage, checked: Checked) -> Attempt | None:
    own = own_attempts.listed(shown.key.session_id)
    return next((one for one in own if one.attempt_id == checked.attempt_id), None)


def _keep(attempt: Attempt, order: WordsOrder) -> None:
    """The attempt says how its words are drawn: so a reload shows the drawing, too."""
    own_attempts.change(
        attempt.attempt_id, lambda old: old.model_copy(update={"drawing": order.drawing})
    )


def _wait(drawing: Future[DrawnWords]) -> DrawnWords:
    """The drawing as soon as it is there; who waits is told so.

    Raises:
        ModelTimeoutError: It takes too long.
    """
    try:
        return drawing.result(_QUICK_S)
    except TimeoutError:
        pass
    with st.spinner("Your words are being drawn …", show_time=True):
        try:
            return drawing.result(_PATIENCE_S)
        except TimeoutError as exc:
            raise ModelTimeoutError("The drawing took too long. Try again.") from exc


def _show(drawn: DrawnWords, address: str) -> str:
    """Draw it; gives what is read out to who does not see it."""
    st.subheader(HEADING, anchor=False)
    if not drawn.is_english:
        st.info(_NOT_ENGLISH, icon=":material/info:")
        return _NOT_ENGLISH.replace("*", "")
    with st.container(key=PICTURE):
        st.image(address, alt=drawn.alternative_text)
        picture_large.draw(PICTURE)
    if drawn.remarks:
        st.caption(f":material/info: {messages.plain(' '.join(drawn.remarks))}")
    with as_written.place("differences"):
        for sentence in drawn.differences:
            st.markdown(messages.plain(sentence))
    return " ".join(("Here are your words, drawn.", *drawn.differences))
