"""A session in which nobody makes pictures: its id is one of a class or an experiment.

Of a class that is there, `class_view` shows more than this.
"""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.lab.errors import ExperimentDamagedError
from imagespeak_core.lab.experiment import LAB_PREFIX
from imagespeak_core.lab.experiments import open_experiment
from imagespeak_core.pictures.use_cases import retrieve_images
from pages.components.classroom import join_class
from pages.components.picture import picture_memory, practice_image
from pages.components.shell import link_repair, messages, session
from pages.components.shell.wiring import wiring


def draw(session_id: str) -> None:
    """What is not there, the ways on, and the pictures that lie there all the same."""
    if session_id.lower().startswith(LAB_PREFIX):
        meant = _draw_head_of_experiment(session_id)
    else:
        st.warning(
            "**There is no such class.** Is the link complete? Maybe the class was deleted. "
            "Ask your teacher for the link or the code.",
            icon=":material/info:",
        )
        meant = link_repair.meant(session_id)
        link_repair.draw(meant)
        join_class.draw()
    draw_way_on(is_loud=not meant)
    _draw_pictures(session_id)


def draw_way_on(*, is_loud: bool = True) -> None:
    """The way to a session of one's own.

    Args:
        is_loud: It is what most people want next.
    """
    st.button(
        "Practise on your own",
        type="primary" if is_loud else "secondary",
        icon=":material/image:",
        key="practise",
        on_click=session.start_new_session,
    )


def _draw_head_of_experiment(session_id: str) -> str:
    """What is to be said of it; gives the id that was meant, where it is another."""
    try:
        is_there = open_experiment(wiring().services, session_id) is not None
    except ExperimentDamagedError:
        is_there = True
    except ImageSpeakError as error:
        messages.show(error)
        return ""
    if is_there:
        st.info("This is an experiment. Teachers open it in the Prompt Lab.")
        return ""
    st.warning(
        "**There is no such experiment.** Is the link complete? Maybe it was deleted.",
        icon=":material/info:",
    )
    meant = link_repair.meant(session_id)
    link_repair.draw(meant)
    return meant


def _draw_pictures(session_id: str) -> None:
    if picture_memory.IMAGES.get() is None:
        try:
            practice_image.show(retrieve_images(wiring().services, session_id))
        except ImageSpeakError as error:
            messages.show(error)
            return
    shown = practice_image.chosen()
    if shown:
        st.markdown("These pictures are still here. New ones can't be made.")
        practice_image.draw(shown)
