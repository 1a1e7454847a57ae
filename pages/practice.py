"""Learner's page: get a picture and describe it aloud, on one's own or in a class."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.class_names import is_class_id
from pages.components.classroom import class_view, join_class, read_only
from pages.components.picture import generation, picture_memory, practice_image, prompt_form
from pages.components.shell import link_repair, messages, redraw, session

# Two fragments, so that a press redraws the picture's side alone: a third of the work.


@st.fragment
def picture_side() -> None:
    job = generation.take_up(session.current_session_id())
    shown = practice_image.chosen()
    if prompt_form.must_change(shown):
        st.rerun()
    st.markdown(
        "Describe the picture aloud: who, where, what is happening? Then press **Generate New**."
        if shown
        else "Press **Get Practice Image** and describe the picture aloud."
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
    error = picture_memory.ERROR.get()
    if error:
        messages.show(error)
    practice_image.tell(job_id=job.job_id if job else "")
    with practice_image.empty_place() if shown is None else st.container():
        if job:
            generation.draw_waiting(job)
        elif shown is None:
            practice_image.say_what_will_happen()
    if shown:
        practice_image.draw(shown)


@st.fragment
def form_side() -> None:
    if redraw.take_request():
        st.rerun()
    prompt_form.draw(practice_image.chosen(), next_step="Ready? Press **Generate New** at the top.")
    practice_image.draw_session_link(session.current_session_id())
    join_class.draw()


def own_practice() -> None:
    session_id = session.current_session_id()
    generation.take_up(session_id)
    if practice_image.chosen() is None:
        meant = link_repair.meant(session_id)
        link_repair.draw(meant)
        if is_class_id(meant):
            read_only.draw_way_on(is_loud=False)
            return
    prompt_form.prepare(practice_image.chosen())
    left, right = st.columns([3, 2], gap="large")
    with left:
        picture_side()
    with right, st.container(key="not_printed"):
        form_side()


opened = session.current_session_id()
if is_class_id(opened):
    class_view.draw(opened)
elif session.takes_pictures(opened):
    own_practice()
else:
    read_only.draw(opened)
