"""Learner's page: get a picture and describe it aloud."""

from __future__ import annotations

import streamlit as st

from pages.components import generation, messages, practice_image, prompt_form, session


@st.fragment
def practice() -> None:
    session_id = session.current_session_id()
    job = generation.take_up(session_id)
    st.markdown(
        "Look at the picture. Say aloud what you see: who, where, and what is happening?"
        if practice_image.chosen()
        else "Press **Get Practice Image**. Then look at the picture and describe it aloud."
    )
    with st.container(horizontal=True, key="actions"):
        st.button(
            "Get Practice Image",
            type="primary",
            icon=":material/image:",
            key="get_practice_image",
            on_click=generation.get_practice_image,
        )
        st.button(
            "Generate New",
            icon=":material/refresh:",
            key="generate_new",
            on_click=generation.generate_new,
        )
    picture_side, form_side = st.columns([3, 2], gap="large")
    with picture_side:
        error = st.session_state.get(session.ERROR)
        if error:
            messages.show(error)
        if job:
            generation.draw_waiting(job)
        practice_image.draw(st.session_state.get(session.IMAGES) or [], waiting=bool(job))
    with form_side:
        prompt_form.draw(practice_image.chosen())
        practice_image.draw_session_link(session_id)


practice()
