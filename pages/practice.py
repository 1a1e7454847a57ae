"""Learner's page: get a picture and describe it aloud, on one's own or in a class."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.class_names import is_class_id
from imagespeak_core.errors import SessionFullError, StorageError
from pages.components.classroom import class_view, join_class, read_only
from pages.components.picture import (
    generation,
    ideas,
    level,
    picture_buttons,
    picture_memory,
    picture_panels,
    practice_image,
    prompt_form,
)
from pages.components.shell import link_repair, messages, redraw, session
from pages.components.speaking import offered_key, speaking_panel
from pages.components.widgets import attention, moved_on
from pages.components.widgets.moved_on import Moved

# Each side is a fragment, so that a press redraws its own alone: a third of the work or less.
# Where another picture comes, all that stands about it follows: then the page is drawn whole.


@st.fragment
def picture_side() -> None:
    job = generation.take_up(session.current_session_id())
    shown = practice_image.chosen()
    if speaking_panel.must_change(shown):
        st.rerun()
    # On the button that was pressed, the space bar would make another picture; here it starts.
    next_is = Moved(
        about=str(shown.key) if shown else "",
        rests="practice_image",
        leaves=("get_practice_image", "generate_new"),
    )
    moved_on.draw(next_is, key="moved_on_picture")
    asked_below = picture_memory.ASKED_BELOW.get()
    if asked_below:
        attention.draw(asked_below, key="picture_here")
    if shown is None:
        st.markdown("Press **Get Practice Image** and describe the picture aloud.")
    with st.container(horizontal=True, key="actions" if shown is None else "quiet_actions"):
        picture_buttons.draw(shown)
    error = picture_memory.ERROR.get()
    # While a picture comes by itself, nothing is to be pressed again.
    if error and not (job and isinstance(error, StorageError)):
        messages.show(error)
        if isinstance(error, SessionFullError):
            session.draw_offer(is_loud=True)
    practice_image.tell(job)
    with practice_image.empty_place() if shown is None else st.container():
        if job:
            generation.draw_waiting(job)
        elif shown is None:
            practice_image.say_what_will_happen()
    if shown:
        practice_image.draw_picture(shown)


@st.fragment
def speaking_side() -> None:
    shown = practice_image.chosen()
    if redraw.take_request() or speaking_panel.must_change(shown):
        st.rerun()
    if shown:
        speaking_panel.draw(shown)


@st.fragment
def about_side() -> None:
    shown = practice_image.chosen()
    if speaking_panel.must_change(shown):
        st.rerun()
    if shown:
        practice_image.draw_about(shown)


@st.fragment
def form_side() -> None:
    if redraw.take_request():
        st.rerun()
    prompt_form.draw_for_learner(practice_image.chosen(), on_make=generation.make_from_form)
    practice_image.draw_session_link(session.current_session_id())


def own_practice() -> None:
    session_id = session.current_session_id()
    generation.take_up(session_id)
    shown = practice_image.chosen()
    if shown is None:
        meant = link_repair.meant(session_id)
        link_repair.draw(meant)
        if is_class_id(meant):
            read_only.draw_way_on(is_loud=False)
            return
    picture_panels.close_at_another(shown)
    speaking_panel.prepare(shown)
    with st.container(horizontal=True, key="level_and_class"):
        level.draw(on_change=ideas.on_offer)
        join_class.draw()
    offered_key.draw()
    # With a picture or without, each has its place: no press goes astray when the first one comes.
    with st.container(key="practice_sides"):
        with st.container(key="picture_place"):
            picture_side()
        with st.container(key="speaking_place"):
            speaking_side()
        with st.container(key="about_place"):
            about_side()
        with st.container(key="form_place"):
            form_side()


opened = session.current_session_id()
if is_class_id(opened):
    class_view.draw(opened)
elif session.takes_pictures(opened):
    own_practice()
else:
    read_only.draw(opened)
