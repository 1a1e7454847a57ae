"""What belongs to a shown picture: its address and name, words, prompt and details."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.facts import PictureFacts
from imagespeak_core.pictures.naming import ImageKey, parse_key
from imagespeak_core.stores.signing_time import steady_signing_time
from pages.components.picture import picture_facts, picture_memory, prompt_form
from pages.components.shell import addresses, messages, readable
from pages.components.shell.wiring import wiring


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
        words = facts.shows.words[prompt_form.level()]
        by_kind = {
            "Things and people": words.nouns,
            "Actions": words.verbs,
            "What they are like": words.adjectives,
            "Where they are": words.prepositions,
        }
        rows = [f"**{kind}:** {', '.join(listed)}" for kind, listed in by_kind.items() if listed]
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
    if facts.shows and facts.shows.not_drawn:
        st.text(f"Not drawn: {', '.join(facts.shows.not_drawn)}")


def draw_download(image: StoredImage) -> None:
    st.link_button("Download picture", url(image.key, as_download=True), icon=":material/download:")


def _rows(image: StoredImage, details: ImageDetails) -> list[tuple[str, str | None]]:
    size = (
        f"{details.width_px} × {details.height_px} pixels"
        if details.width_px and details.height_px
        else None
    )
    return [
        ("Made", readable.local_time(image.key.created_at)),
        ("Model", f"`{details.model}`" if details.model else None),
        ("Quality", details.quality),
        ("Seed", str(details.seed) if details.seed else None),
        ("Without", messages.plain(details.negative_prompt or "")),
        ("Size", size),
        ("File", readable.file_size(image.size_bytes)),
        ("Time needed", _seconds(details.duration_ms)),
    ]


def _seconds(duration_ms: int | None) -> str | None:
    return None if duration_ms is None else f"{duration_ms / 1000:.1f} s"


def name(image: StoredImage) -> str:
    """What tells the picture from the others of its session."""
    return name_of(image.key)


def name_of(key: ImageKey) -> str:
    """When, and what the key says; no two pictures of a session have the same."""
    words = key.clean_prompt.replace("_", " ") or "picture"
    number = f" ({key.image_index + 1})" if key.image_index else ""
    return f"{readable.local_time(key.created_at, seconds=True)}{number} · {words}"


def short_label(image: StoredImage) -> str:
    """What the key says and, in a second line, when; Markdown for a button."""
    key = image.key
    local, now = readable.local(key.created_at), wiring().services.now()
    day = f"{local:%d %b}" if local.year == now.year else f"{local:%d %b %Y}"
    words = key.clean_prompt.replace("_", " ") or "picture"
    number = f" ({key.image_index + 1})" if key.image_index else ""
    return f"{words}{number}  \n{day}, {local:%H:%M}"


def alternative_text(image: StoredImage) -> str:
    facts = picture_facts.known(image.key)
    told = facts and (facts.shows.description if facts.shows else facts.details.prompt)
    if told:
        return f"Practice picture: {told}"
    words = image.key.clean_prompt.replace("_", " ")
    if words in {"", "image"}:
        return f"Practice picture, made {readable.local_time(image.key.created_at)}"
    return f"Practice picture about: {words}"


def url(key: ImageKey, *, as_download: bool = False) -> str:
    """The address of the picture itself; the same for a long while."""
    signed_at, _ = _signing_times()
    store = wiring().services.store
    return addresses.absolute(store.image_url(key, signed_at=signed_at, as_download=as_download))


def preview_url(key: ImageKey) -> str:
    """The address of the picture's small rendition."""
    _, expires = _signing_times()
    return addresses.absolute(addresses.preview_path(key, expires=expires, secret=wiring().secret))


def archive_url(session_id: str) -> str:
    """The address of a ZIP file of the session's pictures."""
    _, expires = _signing_times()
    return addresses.absolute(
        addresses.archive_path(session_id, expires=expires, secret=wiring().secret)
    )


def experiment_url(experiment_id: str, ending: str) -> str:
    """The address of an experiment as a file: `png`, `csv`, `json` or `zip`."""
    _, expires = _signing_times()
    return addresses.absolute(
        addresses.experiment_path(experiment_id, ending, expires=expires, secret=wiring().secret)
    )


def key_of(text: str) -> ImageKey:
    """The key of a class's picture.

    Raises:
        ImageNotFoundError: It is none.
    """
    key = parse_key(text)
    if key is None:
        raise ImageNotFoundError(text)
    return key


def _signing_times() -> tuple[datetime, int]:
    """From when addresses count, and their end in Unix seconds; steady, for browsers' caches."""
    wired = wiring()
    life_s = wired.settings.url_ttl_s
    signed_at = steady_signing_time(wired.services.now(), url_life_s=life_s)
    return signed_at, int(signed_at.timestamp()) + life_s
