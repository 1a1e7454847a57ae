"""What belongs to a shown picture: its prompt, words, details and download."""

from __future__ import annotations

import re

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.facts import PictureFacts
from pages.components.picture import level, picture_facts, picture_memory, prompt_memory
from pages.components.shell import as_written, file_addresses, readable
from pages.components.shell.messages import plain

_ANSWERS = (
    picture_memory.PROMPT_OPEN,
    picture_memory.WORDS_OPEN,
    picture_memory.DETAILS_OPEN,
    prompt_memory.IDEA_OPEN,
)
"""What can be opened, and gives something away."""

_MODEL_ID = re.compile(r"[A-Za-z0-9._/:-]+")


def close_at_another(image: StoredImage | None) -> None:
    """What was opened about one picture is closed when another is looked at, before it is drawn."""
    name = str(image.key) if image else ""
    if picture_memory.OPENED_FOR.get() == name:
        return
    picture_memory.OPENED_FOR.set(name)
    for panel in _ANSWERS:
        panel.set(False)


def draw_remarks(image: StoredImage) -> None:
    """Say beside the picture what of its prompt it does not show."""
    remarks = picture_facts.remarks(image.key)
    if remarks:
        st.caption(f":material/info: {plain(' '.join(remarks))}")


def draw_prompt(image: StoredImage) -> None:
    panel = st.expander(
        "Show the prompt",
        icon=":material/visibility:",
        key=picture_memory.PROMPT_OPEN.name,
        on_change="rerun",
    )
    facts = picture_facts.read(image.key) if panel.open else None
    if facts is None:
        return
    with panel:
        show_prompt(facts)


def show_prompt(facts: PictureFacts) -> None:
    """What the picture was made from, and what can be seen if that is known."""
    if facts.details.prompt is None:
        st.caption("This picture does not say what it was made from.")
    else:
        st.text(facts.details.prompt)
    if facts.shows:
        st.markdown("**What you can see**")
        st.text(facts.shows.description)


def draw_words(image: StoredImage) -> None:
    panel = st.expander(
        "Words that help",
        icon=":material/dictionary:",
        key=picture_memory.WORDS_OPEN.name,
        on_change="rerun",
    )
    facts = picture_facts.read(image.key) if panel.open else None
    if facts is None:
        return
    if facts.shows:
        words = facts.shows.words[level.chosen()]
        by_kind = {
            "Things and people": words.nouns,
            "Actions": words.verbs,
            "What they are like": words.adjectives,
            "Where they are": words.prepositions,
        }
        rows = [
            f"**{kind}:** {as_written.words(', '.join(listed))}"
            for kind, listed in by_kind.items()
            if listed
        ]
        panel.markdown("  \n".join(rows))
    else:
        panel.caption("There are no words for this picture. Only drawn pictures have them.")


def draw_details(image: StoredImage) -> None:
    panel = st.expander(
        "Details",
        icon=":material/info:",
        key=picture_memory.DETAILS_OPEN.name,
        on_change="rerun",
    )
    if not panel.open:
        return
    facts = picture_facts.read(image.key)
    if facts:
        with panel:
            show_details(image, facts)


def show_details(image: StoredImage, facts: PictureFacts) -> None:
    """How the picture was made, as far as it tells."""
    rows = [f"**{name}:** {value}" for name, value in _rows(image, facts.details) if value]
    st.markdown("  \n".join(rows))


def draw_download(image: StoredImage) -> None:
    st.link_button(
        "Download picture",
        file_addresses.picture(image.key, as_download=True),
        icon=":material/download:",
    )


def _rows(image: StoredImage, details: ImageDetails) -> list[tuple[str, str | None]]:
    size = (
        f"{details.width_px} × {details.height_px} pixels"
        if details.width_px and details.height_px
        else None
    )
    return [
        ("Made", readable.local_time(image.key.created_at)),
        ("Model", _model(details.model or "")),
        ("Quality", plain(details.quality or "")),
        ("Seed", str(details.seed) if details.seed else None),
        ("Without", as_written.words(details.negative_prompt or "")),
        ("Size", size),
        ("File", readable.file_size(image.size_bytes)),
        ("Time needed", _seconds(details.duration_ms)),
    ]


def _model(model: str) -> str:
    """A file may name anything as its model."""
    return f"`{model}`" if _MODEL_ID.fullmatch(model) else as_written.words(model)


def _seconds(duration_ms: int | None) -> str | None:
    return None if duration_ms is None else f"{duration_ms / 1000:.1f} s"
