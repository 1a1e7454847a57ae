"""A picture's settings, taken into the form for a new one."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.gallery.dropped import request_from
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.details import ImageDetails
from pages.components.picture import prompt_form
from pages.components.shell import messages, session


def draw(details: ImageDetails) -> None:
    """Two buttons: the same settings, and the same but for the seed. Both lead to the form."""
    with st.container(horizontal=True, key="reuse_actions"):
        same = st.button("Use these settings", icon=":material/tune:", key="use_settings")
        new_seed = st.button("Same, but new seed", icon=":material/casino:", key="use_new_seed")
    if not (same or new_seed):
        return
    try:
        request = request_from(details, session.new_session_id(), new_seed=new_seed)
    except InvalidRequestError as error:
        messages.show(error)
        return
    go_to_practice(request)


def go_to_practice(request: ImageRequest) -> None:
    """Leave for the practice page, its form filled in with the request."""
    prompt_form.restore(request)
    st.switch_page("practice.py", query_params={session.PARAMETER: session.own_session_id()})


def go_to_classroom(request: ImageRequest) -> None:
    """Leave for the classes; the form of the one that is opened is filled in with the request."""
    prompt_form.restore(request)
    query = {session.PARAMETER: session.current_session_id()}
    st.switch_page("classroom.py", query_params=query)
