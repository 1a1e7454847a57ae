"""What stands around every page."""

from __future__ import annotations

import base64
from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from imagespeak_core.access.teachers import Teacher
from pages.components.shell import access, session
from pages.components.shell.wiring import wiring

_ICON = """
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="14" fill="#0b6e69"/>
<path d="M10 46 26 25l11 14 6-7 11 14z" fill="#fbfaf6"/>
<circle cx="44" cy="20" r="6" fill="#ffd479"/>
</svg>
"""

_STYLE = """
<style>
.stMainBlockContainer { padding-top: 1.5rem; padding-bottom: 2rem; max-width: 80rem; }
.stMainBlockContainer :focus-visible { outline: 3px solid #2b8fd6; outline-offset: 2px; }
.stMainBlockContainer :is(input:not([type="checkbox"]), textarea):focus-visible { outline: none; }
[class^="st"] div:has(> :is(input:not([type="checkbox"]), textarea):focus-visible) {
  outline: 3px solid #2b8fd6; outline-offset: -3px;
}
[data-testid="stCaptionContainer"] { color: inherit; opacity: 0.85; }
[role="radiogroup"] button[data-selected="true"] {
  color: inherit !important; font-weight: 700;
}
.stElementToolbar:focus-within { opacity: 1 !important; }
[data-stale="true"] { opacity: 1 !important; }
.st-key-actions button { min-height: 3.2rem; padding: 0.4rem 1.4rem; }
.stMainBlockContainer button[kind^="primary"]:is(:hover, :focus, :active) {
  background-color: #095a56; border-color: #095a56;
}
.st-key-practice_image { position: relative; isolation: isolate; --least: min(52vh, 35vw); }
.st-key-practice_image::before {
  content: "Your picture is coming." / ""; position: absolute; left: 1rem; top: 4.5rem; z-index: -1;
}
.st-key-practice_image[data-coming]::after {
  content: "Your picture is coming." / ""; position: absolute; left: 0.75rem; top: 0.75rem;
  padding: 0.2rem 0.8rem; border-radius: 0.6rem; background: rgba(18, 24, 28, 0.88); color: #fff;
  animation: appear 0.2s 0.4s both;
}
@keyframes appear { from { opacity: 0; } }
.st-key-practice_image img {
  border-radius: 0.75rem; width: auto; max-width: 100%; max-height: 78vh;
  min-width: max(12.5rem, var(--least)); aspect-ratio: auto 1; object-fit: contain;
  box-shadow: inset 0 0 0 1px rgba(128, 140, 140, 0.5);
}
.st-key-told { position: absolute; width: 1px !important; height: 1px; overflow: hidden; }
.st-key-session_link code { display: inline-block; }
.st-key-navigation { flex: 0 1 auto; }
.st-key-footer .stPageLink { margin-left: -0.5rem; }
.st-key-footer { border-top: 1px solid rgba(128, 140, 140, 0.35); padding-top: 0.5rem; }
.st-key-topic_and_level .stElementContainer { flex: 1 1 6.5rem !important; min-width: 0; }
@media (max-width: 900px) {
  .st-key-actions .stElementContainer { flex: 1 1 12.5rem !important; max-width: none !important; }
  .st-key-actions .stButton, .st-key-actions button { width: 100% !important; }
}
@media (max-width: 640px) {
  .stMainBlockContainer { padding-left: 1rem; padding-right: 1rem; padding-top: 1.25rem; }
  .stHorizontalBlock { row-gap: 1rem !important; }
  .st-key-practice_image { --least: min(52vh, 100vw - 2rem); }
  .st-key-heading h1 { font-size: 1.6rem; padding: 0.25rem 0; }
  .st-key-navigation { gap: 0.25rem; }
  .st-key-navigation span:has(> [data-testid="stIconMaterial"]) { display: none; }
}
</style>
"""


def icon() -> str:
    """The browser tab's icon, as an address that needs no server."""
    return "data:image/svg+xml;base64," + base64.b64encode(_ICON.strip().encode()).decode()


def draw_heading(pages: Sequence[StreamlitPage]) -> None:
    """The product's name, the way to other pages, and the look of all of them.

    Args:
        pages: Those that the visitor may go to; empty: no navigation.
    """
    st.html(_STYLE)
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
        st.caption(f"{services.generator.label}. {services.store.label}.")
        if teacher:
            access.draw_sign_out(teacher)
        elif door:
            st.page_link(
                door,
                label="For teachers",
                icon=":material/school:",
                query_params=session.for_links(),
            )
