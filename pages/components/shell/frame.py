"""What stands around every page."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import timedelta

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from imagespeak_core.access.teachers import Teacher
from pages.components.shell import access, assets, session
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring

_RARELY = timedelta(days=1)


def icon() -> str:
    """The browser tab's icon, as an address that needs no server."""
    svg = assets.beside(__file__, "frame.svg").encode()
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"


def draw_heading(pages: Sequence[StreamlitPage]) -> None:
    """The product's name, the way to other pages, and the look of all of them.

    Args:
        pages: Those that the visitor may go to; empty: no navigation.
    """
    st.html(assets.style(__file__))
    with st.container(
        key="heading",
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
    ):
        st.title("ImageSpeak", anchor=False, width="content")
        if pages:
            with st.container(key="navigation", horizontal=True, width="content"):
                for page in pages:
                    st.page_link(page, query_params=session.for_links())


def draw_footer(teacher: Teacher | None, door: StreamlitPage | None) -> None:
    """Who makes the pictures, where they are kept, and the teachers' way in or out.

    Args:
        teacher: The visitor, if it is one.
        door: The page on which teachers sign in; None where the visitor stands before it.
    """
    services = wiring().services
    with st.container(key="footer"):
        st.caption(plain(f"{services.generator.label}. {services.store.label}."))
        if teacher:
            access.draw_sign_out(teacher)
        elif door:
            st.page_link(
                door,
                label="For teachers",
                icon=":material/school:",
                query_params=session.for_links(),
            )
    _ask_for_the_page_after_a_break()


@st.fragment(run_every=_RARELY)
def _ask_for_the_page_after_a_break() -> None:
    """Let the browser ask for all of the page whenever it reaches the server again.

    It does that only for a page that has a timer. A server that was started meanwhile knows none of
    the page's fragments, and would take no press in them (`handleConnectionStateChanged` of
    Streamlit 1.67's page, read in November 2026).
    """
