"""The request, as a person makes it: what to show, quality, shape, seed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

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
from imagespeak_core.pictures.prompts import TOPIC_NAMES
from pages.components.picture import ideas, level, prompt_memory
from pages.components.picture.prompt_memory import AN_IDEA, MY_OWN_WORDS
from pages.components.shell import as_written, readable, redraw
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import choice, room_left

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
        prompt=prompt_memory.OWN_WORDS.get() if own_words else ideas.on_offer().text,
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


def draw() -> None:
    """The form where pictures are chosen, not described: it reads its idea out."""
    _draw(draw_idea=_draw_idea_read_out, on_make=None)


def draw_for_learner(shown: StoredImage | None, *, on_make: Callable[[], None]) -> None:
    """The form beside a picture that is described: it gives no picture away unless asked.

    Args:
        shown: The picture that is looked at.
        on_make: Callback of the button that stands beside one's own words.
    """
    _draw(draw_idea=lambda: _draw_surprise(shown), on_make=on_make)


def _draw(*, draw_idea: Callable[[], None], on_make: Callable[[], None] | None) -> None:
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
        _draw_own_words(on_make)
    else:
        draw_idea()
    with st.expander("Picture settings", icon=":material/tune:", key="settings_open"):
        _draw_settings()


def cost_usd(image_count: int) -> Decimal | None:
    """What so many pictures of the chosen quality cost; None where nobody knows."""
    quality = prompt_memory.QUALITY.get() or "standard"
    price_usd = wiring().services.generator.offer(quality).price_usd
    return None if price_usd is None else price_usd * image_count


def cost_sentence(image_count: int) -> str:
    """What so many pictures of the chosen quality cost: "3 pictures, about $0.12."."""
    usd = cost_usd(image_count)
    number = readable.count(image_count)
    if usd is None:
        return f"{number}, price not known."
    return f"{number}, about \\${usd:.2f}." if usd else f"{number}, free."


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
    if takes_idea and not prompt_memory.SEED.get() and ideas.is_shown(shown):
        ideas.take_another()


def _draw_own_words(on_make: Callable[[], None] | None) -> None:
    st.text_area(
        "What should the picture show?",
        key=prompt_memory.OWN_WORDS.name,
        max_chars=MAX_PROMPT_LENGTH,
        height=120,
        placeholder="In English. For example: A dog plays with a red ball in the park.",
        on_change=redraw.request,
        persist_state="session",
    )
    room_left.draw(prompt_memory.OWN_WORDS.name, most=MAX_PROMPT_LENGTH)
    if on_make:
        st.button(
            "Make this picture",
            icon=":material/brush:",
            key="make_this_picture",
            on_click=on_make,
            width="stretch",
        )


def _draw_idea_read_out() -> None:
    with st.container(border=True), as_written.place("idea"):
        st.markdown(ideas.on_offer().text)
    _draw_another()
    row = st.container(horizontal=True, key="topic_and_level")
    with row:
        _draw_topic()
        level.draw(on_change=ideas.on_offer)


def _draw_surprise(shown: StoredImage | None) -> None:
    st.markdown(
        f"The next picture is a surprise: an everyday scene for level {level.chosen()}."
        if shown
        else f"The picture is a surprise: an everyday scene for level {level.chosen()}."
    )
    _draw_topic()
    panel = st.expander(
        "Read the idea first",
        icon=":material/lightbulb:",
        key=prompt_memory.IDEA_OPEN.name,
        on_change=leave_used_idea,
        args=(shown,),
    )
    if not panel.open:
        return
    with panel:
        if ideas.is_shown(shown):
            st.caption("Your picture shows this idea. First describe it.")
        else:
            with as_written.place("idea"):
                st.markdown(ideas.on_offer().text)
        _draw_another()


def _draw_another() -> None:
    st.button(
        "Another idea",
        icon=":material/casino:",
        key="another_idea",
        on_click=ideas.take_another,
        width="stretch",
    )


def _draw_topic() -> None:
    st.selectbox(
        "Topic",
        [prompt_memory.ALL, *TOPIC_NAMES],
        format_func=lambda name: "All topics" if name == prompt_memory.ALL else TOPIC_NAMES[name],
        key=prompt_memory.TOPIC.name,
        filter_mode=None,
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
