"""The session's pictures: the one that is looked at, its details, and the others."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st

from imagespeak_core.image_details import ImageDetails
from imagespeak_core.models import StoredImage
from imagespeak_core.stores.signing_time import steady_signing_time
from pages.components import addresses, copy_link, picture_facts, prompt_form, session
from pages.components.wiring import wiring

LIST_STEP = 20


def chosen() -> StoredImage | None:
    """The picture that is looked at: the one chosen from the list, else the newest."""
    images: list[StoredImage] = st.session_state.get(session.IMAGES) or []
    key = st.session_state.get(session.CHOSEN_KEY)
    return next((image for image in images if image.key == key), images[0] if images else None)


def draw(*, waiting: bool) -> None:
    """The picture with all that belongs to it, or what will happen in an empty session."""
    images: list[StoredImage] = st.session_state.get(session.IMAGES) or []
    image = chosen()
    if image is None:
        _draw_empty(waiting=waiting)
        return
    with st.container(key="practice_image"):
        st.image(_url(image), alt=_alternative_text(image))
    _draw_words(image)
    _draw_prompt(image)
    _draw_details(image)
    st.link_button("Download picture", _url(image, as_download=True), icon=":material/download:")
    if len(images) > 1:
        _draw_list(images)


def draw_session_link(session_id: str) -> None:
    """The session's name and the address that leads back to it."""
    with st.container(border=True):
        st.markdown(f"**Your session:** `{session_id}`")
        st.caption("Open this link on any device to see the same pictures. It costs nothing.")
        copy_link.draw(addresses.session_link(session_id))


def _draw_empty(*, waiting: bool) -> None:
    with st.container(border=True, height=320, vertical_alignment="center"):
        if waiting:
            st.markdown(":material/image: Your picture will be here.")
        else:
            st.markdown(
                ":material/image: **No picture yet.**  \n"
                f"The button makes one for you. {prompt_form.price_sentence()} "
                "It stays in this session: come back with the same link and you see it again."
            )


def _draw_prompt(image: StoredImage) -> None:
    panel = st.expander(
        "Show the prompt", icon=":material/visibility:", key=session.PROMPT_OPEN, on_change="rerun"
    )
    facts = picture_facts.read(image.key) if panel.open else None
    if facts is None:
        return
    if facts.details.prompt is None:
        panel.caption("This picture does not say what it was made from.")
    else:
        panel.text(facts.details.prompt)
    if facts.description:
        panel.markdown("**What you can see**")
        panel.text(facts.description)


def _draw_words(image: StoredImage) -> None:
    panel = st.expander(
        "Words that help", icon=":material/dictionary:", key=session.WORDS_OPEN, on_change="rerun"
    )
    facts = picture_facts.read(image.key) if panel.open else None
    if facts is None:
        return
    words = facts.words(prompt_form.level())
    if words:
        rows = [f"**{name}:** {', '.join(listed)}" for name, listed in words.items() if listed]
        panel.markdown("  \n".join(rows))
    else:
        panel.caption("There are no words for this picture. Only drawn pictures have them.")


def _draw_details(image: StoredImage) -> None:
    panel = st.expander(
        "Details", icon=":material/info:", key=session.DETAILS_OPEN, on_change="rerun"
    )
    if not panel.open:
        return
    facts = picture_facts.read(image.key)
    if facts:
        rows = [f"**{name}:** {value}" for name, value in _rows(image, facts.details) if value]
        panel.markdown("  \n".join(rows))
        if facts.not_drawn:
            panel.text(f"Not drawn: {', '.join(facts.not_drawn)}")


def _rows(image: StoredImage, details: ImageDetails) -> list[tuple[str, str | None]]:
    size = (
        f"{details.width_px} × {details.height_px} pixels"
        if details.width_px and details.height_px
        else None
    )
    return [
        ("Made", _local_time(image.key.created_at)),
        ("Model", f"`{details.model}`" if details.model else None),
        ("Quality", details.quality),
        ("Seed", str(details.seed) if details.seed else None),
        ("Size", size),
        ("File", f"{image.size_bytes / 1000:,.0f} kB"),
        ("Time needed", _seconds(details.duration_ms)),
    ]


def _seconds(duration_ms: int | None) -> str | None:
    return None if duration_ms is None else f"{duration_ms / 1000:.1f} s"


def _draw_list(images: list[StoredImage]) -> None:
    panel = st.expander(
        f"All pictures of this session ({len(images)})",
        icon=":material/photo_library:",
        key=session.LIST_OPEN,
        on_change="rerun",
    )
    if not panel.open:
        return
    length = st.session_state.setdefault(session.LIST_LENGTH, LIST_STEP)
    shown = chosen()
    offered = images[:length]
    if shown and shown not in offered:
        offered.append(shown)
    names = {image.key: _name(image) for image in offered}
    panel.radio(
        "Choose a picture",
        list(names),
        index=list(names).index(shown.key) if shown else 0,
        format_func=lambda key: names[key],
        key=f"{session.LIST_CHOICE}_{shown.key if shown else ''}_{length}",
        on_change=_choose,
        args=(f"{session.LIST_CHOICE}_{shown.key if shown else ''}_{length}",),
    )
    if length < len(images):
        panel.button("Show more", key="show_more", on_click=_show_more)


def _choose(widget_key: str) -> None:
    st.session_state[session.CHOSEN_KEY] = st.session_state[widget_key]
    st.session_state[session.ERROR] = None


def _show_more() -> None:
    st.session_state[session.LIST_LENGTH] += LIST_STEP


def _name(image: StoredImage) -> str:
    """When, and what the key says; no two pictures of a session have the same."""
    words = image.key.clean_prompt.replace("_", " ") or "picture"
    number = f" ({image.key.image_index + 1})" if image.key.image_index else ""
    return f"{_local_time(image.key.created_at, seconds=True)}{number} · {words}"


def _alternative_text(image: StoredImage) -> str:
    facts = picture_facts.known(image.key)
    if facts and (facts.description or facts.details.prompt):
        return f"Practice picture: {facts.description or facts.details.prompt}"
    words = image.key.clean_prompt.replace("_", " ")
    if words in {"", "image"}:
        return f"Practice picture, made {_local_time(image.key.created_at)}"
    return f"Practice picture about: {words}"


def _url(image: StoredImage, *, as_download: bool = False) -> str:
    wired = wiring()
    signed_at = steady_signing_time(wired.services.now(), url_life_s=wired.settings.url_ttl_s)
    return addresses.absolute(
        wired.services.store.image_url(image.key, signed_at=signed_at, as_download=as_download)
    )


def _local_time(moment: datetime, *, seconds: bool = False) -> str:
    """Date and time where the visitor is, as far as the browser tells."""
    local = moment.astimezone(_zone())
    return f"{local:%d %b %Y, %H:%M:%S}" if seconds else f"{local:%d %b %Y, %H:%M}"


def _zone() -> tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ValueError, OSError, KeyError):  # no such zone, or none known on this computer
        return timezone(-timedelta(minutes=st.context.timezone_offset or 0))
