"""The request, as a person makes it: what to show, quality, shape, seed."""

from __future__ import annotations

import random

import streamlit as st

from imagespeak_core.generators.base import Offer
from imagespeak_core.models import (
    MAX_PROMPT_LENGTH,
    MAX_SEED,
    QUALITIES,
    ImageRequest,
    Quality,
    StoredImage,
)
from imagespeak_core.pictures.naming import clean_prompt
from imagespeak_core.pictures.prompts import LEVELS, TOPIC_NAMES, Level, PracticePrompt, suggest
from pages.components.picture import prompt_memory
from pages.components.picture.prompt_memory import AN_IDEA, MY_OWN_WORDS
from pages.components.shell import as_written, readable, redraw
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import choice

SHAPES: dict[str, tuple[int, int]] = {
    "Square": (1024, 1024),
    "Wide": (1152, 768),
    "Tall": (768, 1152),
}
"""Width and height in pixels."""


def read(session_id: str, *, image_count: int = 1) -> ImageRequest:
    """The form as it stands.

    Args:
        session_id: For which the pictures are.
        image_count: How many.

    Raises:
        InvalidRequestError: The learner's own words are missing or too long.
    """
    width_px, height_px = _sizes()[choice.chosen(prompt_memory.SHAPE)]
    own_words = choice.chosen(prompt_memory.SOURCE) == MY_OWN_WORDS
    return ImageRequest(
        session_id=session_id,
        prompt=prompt_memory.OWN_WORDS.get() if own_words else _idea().text,
        negative_prompt=prompt_memory.NEGATIVE_PROMPT.get() if _takes_negative_prompt() else "",
        quality=prompt_memory.QUALITY.get() or "standard",
        width_px=width_px,
        height_px=height_px,
        seed=prompt_memory.SEED.get() or 0,
        image_count=image_count,
    )


def restore(request: ImageRequest) -> None:
    """Fill the form in, so that `read` gives this request again.

    A model that no quality stands for can't be chosen here; the form then says so.
    """
    size = (request.width_px, request.height_px)
    prompt_memory.CUSTOM_SIZE.set(None if size in SHAPES.values() else size)
    prompt_memory.SOURCE.set(MY_OWN_WORDS)
    prompt_memory.OWN_WORDS.set(request.prompt)
    prompt_memory.NEGATIVE_PROMPT.set(request.negative_prompt)
    quality = _quality_of(request)
    prompt_memory.QUALITY.set(quality or request.quality)
    prompt_memory.RESTORED_MODEL.set("" if quality else request.model)
    prompt_memory.SHAPE.set(next(name for name, known in _sizes().items() if known == size))
    prompt_memory.SEED.set(request.seed or None)
    prompt_memory.RESTORED.set(True)


def _sizes() -> dict[str, tuple[int, int]]:
    """The shapes on offer; a restored picture's own size is one of them."""
    custom = prompt_memory.CUSTOM_SIZE.get()
    return SHAPES if custom is None else {**SHAPES, f"{custom[0]} × {custom[1]}": custom}


def prepare(shown: StoredImage | None) -> None:
    """Decide, before anything is drawn, whether the form reads its idea out."""
    prompt_memory.IDEA_HIDDEN.set(_gives_away(shown))


def must_change(shown: StoredImage | None) -> bool:
    """Whether the form as drawn would give away what this picture shows, or hide a fresh idea."""
    return prompt_memory.IDEA_HIDDEN.get() != _gives_away(shown)


def draw(shown: StoredImage | None, *, next_step: str = "") -> None:
    """The form; the next step stands under one's own words. A shown picture's idea is hidden."""
    prepare(shown)
    st.header("What to show", anchor=False)
    if prompt_memory.RESTORED.take():
        st.success("The picture's settings are in this form now.", icon=":material/check:")
        _tell_other_model()
    source = choice.draw(
        "Take an idea or write your own",
        (AN_IDEA, MY_OWN_WORDS),
        prompt_memory.SOURCE,
        width="stretch",
    )
    if source == MY_OWN_WORDS:
        st.text_area(
            "Your words, in English",
            key=prompt_memory.OWN_WORDS.name,
            max_chars=MAX_PROMPT_LENGTH,
            height=120,
            placeholder="For example: A dog plays with a red ball in the park.",
            on_change=redraw.request,
            persist_state="session",
        )
        if next_step:
            st.caption(next_step)
    else:
        _draw_idea()
    with st.expander("Picture settings", icon=":material/tune:", key="settings_open"):
        _draw_settings()


def cost_sentence(image_count: int) -> str:
    """What so many pictures of the chosen quality cost: "3 pictures, about $0.12."."""
    quality = prompt_memory.QUALITY.get() or "standard"
    price_usd = wiring().services.generator.offer(quality).price_usd
    number = readable.count(image_count)
    if price_usd is None:
        return f"{number}, price not known."
    return f"{number}, about \\${price_usd * image_count:.2f}." if price_usd else f"{number}, free."


def price_sentence() -> str:
    """What one picture costs."""
    offers = {quality: wiring().services.generator.offer(quality) for quality in QUALITIES}
    if all(offer.price_usd == 0 for offer in offers.values()):
        return "It is free."
    prices = [f"{_price(offer)} ({quality})" for quality, offer in offers.items()]
    return f"One picture: {' or '.join(prices)}."


def _quality_of(request: ImageRequest) -> Quality | None:
    """The quality that stands for the request's model; None where no quality does."""
    if not request.model:
        return request.quality
    generator = wiring().services.generator
    others = [quality for quality in QUALITIES if quality != request.quality]
    for quality in (request.quality, *others):
        if generator.offer(quality).model == request.model:
            return quality
    return None


def _tell_other_model() -> None:
    model = prompt_memory.RESTORED_MODEL.get()
    if model:
        st.warning(
            f"The picture was made with the model {plain(model)}. No quality here uses it, so a "
            "new picture will look different.",
            icon=":material/info:",
        )


def leave_used_idea(shown: StoredImage | None) -> None:
    """Take another idea where the picture shows this one; a seed asks for the same idea again."""
    takes_idea = choice.chosen(prompt_memory.SOURCE) == AN_IDEA
    if takes_idea and _gives_away(shown) and not prompt_memory.SEED.get():
        _roll()


def _gives_away(shown: StoredImage | None) -> bool:
    return shown is not None and shown.key.clean_prompt == clean_prompt(_idea().text)


def _draw_idea() -> None:
    if prompt_memory.IDEA_HIDDEN.get():
        st.caption(
            "Your picture shows this idea. First describe it. "
            "Then press **Generate New** for another idea, or choose one here."
        )
    else:
        with st.container(border=True), as_written.place("idea"):
            st.markdown(_idea().text)
    st.button(
        "Another idea",
        icon=":material/casino:",
        key="another_idea",
        on_click=_roll,
        width="stretch",
    )
    row = st.container(horizontal=True, key="topic_and_level")
    row.selectbox(
        "Topic",
        [prompt_memory.ALL, *TOPIC_NAMES],
        format_func=lambda name: "All topics" if name == prompt_memory.ALL else TOPIC_NAMES[name],
        key=prompt_memory.TOPIC.name,
        on_change=_roll,
        persist_state="session",
    )
    row.selectbox(
        "Level",
        [prompt_memory.ALL, *LEVELS],
        format_func=lambda name: "All levels" if name == prompt_memory.ALL else name,
        key=prompt_memory.LEVEL.name,
        on_change=_roll,
        persist_state="session",
    )


def _draw_settings() -> None:
    generator = wiring().services.generator
    offers = {quality: generator.offer(quality) for quality in QUALITIES}
    st.radio(
        "Quality",
        QUALITIES,
        format_func=lambda quality: f"{quality.capitalize()}, {_price(offers[quality])}",
        horizontal=True,
        key=prompt_memory.QUALITY.name,
        persist_state="session",
    )
    if offers["standard"].model == offers["premium"].model:
        st.caption("Both qualities look the same here.")
    choice.draw("Shape", _sizes(), prompt_memory.SHAPE, width="stretch")
    if _takes_negative_prompt():
        st.text_input(
            "What should not be in the picture",
            key=prompt_memory.NEGATIVE_PROMPT.name,
            max_chars=MAX_PROMPT_LENGTH,
            placeholder="For example: text, people",
            on_change=redraw.request,
            persist_state="session",
        )
    st.number_input(
        "Seed",
        min_value=1,
        max_value=MAX_SEED,
        value=None,
        step=1,
        key=prompt_memory.SEED.name,
        placeholder="A new one each time",
        on_change=redraw.request,
        help="The same words with the same seed and settings give the same picture again.",
        persist_state="session",
    )


def _takes_negative_prompt() -> bool:
    """Whether a quality's model does; else the form has no place for one."""
    generator = wiring().services.generator
    return any(generator.offer(quality).takes_negative_prompt for quality in QUALITIES)


def _price(offer: Offer) -> str:
    if offer.price_usd is None:
        return "price not known"
    return f"\\${offer.price_usd:.2f}" if offer.price_usd else "free"


def _idea() -> PracticePrompt:
    return prompt_memory.IDEA.get() or _take_idea()


def level() -> Level:
    """The learner's level of English; A2 where none is chosen."""
    chosen = prompt_memory.LEVEL.get()
    return "A2" if chosen == prompt_memory.ALL else chosen


def _roll() -> None:
    """Callback: another idea."""
    _take_idea()


def _take_idea() -> PracticePrompt:
    topic, wanted_level = prompt_memory.TOPIC.get(), prompt_memory.LEVEL.get()
    before = prompt_memory.IDEA.get()
    idea = suggest(
        random.SystemRandom(),
        topic=None if topic == prompt_memory.ALL else topic,
        level=None if wanted_level == prompt_memory.ALL else wanted_level,
        avoid=before.text if before else "",
    )
    prompt_memory.IDEA.set(idea)
    return idea
