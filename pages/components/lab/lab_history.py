"""The last prompts of this session with their settings; one press takes them into the form."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import ImageSpeakError, InvalidRequestError
from imagespeak_core.gallery.dropped import request_from
from imagespeak_core.lab.history import recent_prompts
from imagespeak_core.lab.plan import Plan
from imagespeak_core.pictures.details import ImageDetails
from pages.components.lab import lab_form, lab_memory
from pages.components.shell import messages, readable, redraw, session
from pages.components.shell.direction import isolated
from pages.components.shell.wiring import wiring


def draw() -> None:
    """A panel that reads the store when it is opened."""
    panel = st.expander(
        "Last prompts of this session",
        icon=":material/history:",
        key=lab_memory.HISTORY.name,
        on_change="rerun",
    )
    if panel.open:
        with panel:
            _draw_prompts()


def _draw_prompts() -> None:
    try:
        found = recent_prompts(wiring().services, session.current_session_id())
    except ImageSpeakError as error:
        messages.show(error)
        return
    if not found:
        st.caption("No pictures yet in this session. Make one on the practice page.")
    for number, past in enumerate(found):
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.container(width="stretch", gap="xsmall"):
                st.text(past.details.prompt or "")
                st.caption(_settings(past.details, len(past.pictures)))
            st.button(
                "Use this",
                icon=":material/tune:",
                key=f"lab_past_{number}",
                help=past.details.prompt,
                on_click=_restore,
                args=(past.details,),
            )


def _settings(details: ImageDetails, pictures: int) -> str:
    parts = [
        readable.local_time(details.key.created_at),
        details.quality,
        details.model,
        f"{details.width_px} × {details.height_px}" if details.width_px else None,
        f"seed {details.seed}" if details.seed else None,
        f"without {isolated(details.negative_prompt)}" if details.negative_prompt else None,
        readable.count(pictures),
    ]
    return messages.plain(" · ".join(part for part in parts if part))


def _restore(details: ImageDetails) -> None:
    generator = wiring().services.generator
    try:
        request = request_from(details, session.current_session_id())
    except InvalidRequestError as error:
        lab_memory.ERROR.set(error)
        redraw.request()
        return
    own = generator.offer(request.quality).model
    offered = {offer.model for offer in generator.models()} - {own}
    lab_form.fill(
        Plan(
            prompt=request.prompt,
            negative_prompt=request.negative_prompt,
            quality=request.quality,
            model=details.model if details.model in offered else "",
            width_px=request.width_px,
            height_px=request.height_px,
            seed=request.seed,
        )
    )
