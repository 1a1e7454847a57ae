"""What a model sees in a picture that nobody drew knowingly: offered with its price, and listed."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from functools import partial
from types import MappingProxyType
from typing import Final

import streamlit as st

from imagespeak_core.errors import (
    ImageSpeakError,
    ModelBusyError,
    ModelError,
    ModelTimeoutError,
)
from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.model_view import KeptView
from imagespeak_core.viewers.base import SeenThing, View
from pages.components.shell import as_written, messages, readable
from pages.components.shell.kept import OF_SESSION, Kept
from pages.components.shell.messages import Message
from pages.components.shell.wiring import wiring
from pages.components.speaking import checked_words, results_memory
from pages.components.widgets import button_names, spoken

WHOSE: Final = "A model looked at this picture. This is its view; it may be mistaken."
NOT_THERE: Final = "This is not in the picture"
NOT_STORED: Final = (
    "This view could not be saved with the picture. It stays here for now, and may be gone later."
)
LIST: Final = "model_sees"
"""The key of the expander."""

_OFFER = "look_at_picture"
_WANTED = Kept(f"{OF_SESSION}look_wanted", "")
"""The key of the picture that a model is to look at."""

_ERROR: Kept[tuple[str, ImageSpeakError | TimeoutError | None]] = Kept(
    f"{OF_SESSION}look_error", ("", None)
)
"""The key of a picture, and why no model has looked at it."""

_NOT_STORED: Kept[tuple[str, ...]] = Kept(f"{OF_SESSION}views_not_stored", ())
"""Keys of the pictures whose view is in memory alone, as this tab knows."""

_NEWS = Kept(f"{OF_SESSION}look_news", "")

_QUICK_S = 0.4
_PATIENCE_S = 240.0
"""Longer than another server may look, after which it is this one's turn."""

_WITHOUT = "You can describe the picture without it."
_MESSAGES: Mapping[type[Exception], Message] = MappingProxyType(
    {
        TimeoutError: Message(
            "The model takes very long",
            "Press the button again in a few minutes.",
            is_warning=True,
        ),
        ModelBusyError: Message(
            "The model has too much to do just now",
            f"Wait a minute, then press the button again. {_WITHOUT}",
            is_warning=True,
        ),
        ModelTimeoutError: Message("The model took too long", _WITHOUT, is_warning=True),
        ModelError: Message("The model could not look at the picture", _WITHOUT, for_owner=True),
    }
)
"""Where nobody waits for a picture, as all other pages do."""


def draw(shown: StoredImage) -> None:
    """The offer, or what was seen; nothing where no model looks, or the picture needs no look."""
    if wiring().services.viewer is None:
        return
    try:
        subject = checked_words.subject_of(shown.key)
    except ImageSpeakError:  # told where the words are looked at
        return
    if not subject.is_undrawn:
        return
    with st.container(key="seen_by_model"):
        button_names.draw_style()
        spoken.draw(_NEWS.get(), key="look_told")
        if subject.view:
            _draw_view(shown, subject.view)
        else:
            _draw_offer(shown)


def _draw_offer(shown: StoredImage) -> None:
    st.caption(
        "A model can look at this picture and tell what it sees. Amazon Bedrock gets the picture, "
        "and nothing of you. It is paid for once."
    )
    st.button(
        f"Let a model look ({_price()})",
        icon=":material/visibility:",
        key=_OFFER,
        on_click=partial(_want, shown),
    )
    if _WANTED.get() == str(shown.key):
        _look(shown)
    about, error = _ERROR.get()
    if error and about == str(shown.key):
        messages.show(error, _message_for(error))


def _look(shown: StoredImage) -> None:
    """Wait for the look, then draw the page anew; who leaves meanwhile finds it kept."""
    key = str(shown.key)
    try:
        kept = _wait(wiring().looks.begin(shown.key))
    except (ImageSpeakError, TimeoutError) as error:
        _ERROR.set((key, error))
        message = _message_for(error)
        _NEWS.set(f"{message.heading}. {message.next_step}")
    except Exception:
        _WANTED.forget()  # it may be paid for: no run of the page asks by itself again
        raise
    else:
        checked_words.forget_subject()
        if not kept.is_stored:
            _NOT_STORED.set((*_NOT_STORED.get(), key))
        _NEWS.set(f"{WHOSE} Press Check my words to compare your words with it.")
        results_memory.move_on(LIST)
    _WANTED.forget()
    st.rerun()


def _message_for(error: Exception) -> Message:
    own = (_MESSAGES[kind] for kind in type(error).__mro__ if kind in _MESSAGES)
    return next(own, None) or messages.message_for(error)


def _wait(looking: Future[KeptView]) -> KeptView:
    try:
        return looking.result(_QUICK_S)
    except TimeoutError:
        pass
    with st.spinner("A model is looking at the picture …", show_time=True):
        return looking.result(_PATIENCE_S)


def _want(shown: StoredImage) -> None:
    _ERROR.forget()
    _NEWS.forget()
    _WANTED.set(str(shown.key))


def _price() -> str:
    viewer = wiring().services.viewer
    price_usd = viewer.price_usd() if viewer else None
    return "price not known" if price_usd is None else f"at most {readable.price(price_usd)}"


def _draw_view(shown: StoredImage, view: View) -> None:
    denied = checked_words.denied(shown)
    with st.expander("What a model sees in this picture", icon=":material/visibility:", key=LIST):
        st.caption(f"{WHOSE} Press **Check my words** to compare your words with it.")
        if str(shown.key) in _NOT_STORED.get():
            st.caption(NOT_STORED)
        for at, thing in enumerate(view.things):
            _draw_thing(shown, at, thing, is_denied=thing.noun in denied)
        with as_written.place("viewer_model"):
            st.caption(f"Model: {messages.plain(view.model)}")


def _draw_thing(shown: StoredImage, at: int, thing: SeenThing, *, is_denied: bool) -> None:
    with st.container(border=True, key=f"seen_{at}"):
        with as_written.place(f"seen_thing_{at}"):
            count = f" × {thing.count}" if thing.count and thing.count > 1 else ""
            st.markdown(
                f"**{messages.plain(thing.noun)}**{count}  \n{as_written.words(thing.sentence)}"
            )
        if is_denied:
            st.caption("As you say: this is not in the picture.")
        st.button(
            button_names.named("Undo" if is_denied else NOT_THERE, thing.noun),
            type="tertiary",
            key=f"seen_denied_{at}",
            on_click=partial(_turn, shown, thing.noun, is_denied=is_denied),
        )


def _turn(shown: StoredImage, noun: str, *, is_denied: bool) -> None:
    """Callback: it counts as the learner says, or as the model does."""
    if is_denied:
        checked_words.admit(shown, noun)
        _NEWS.set("It counts again as the model says.")
    else:
        checked_words.deny(shown, noun)
        _NEWS.set("It counts as you say.")
