"""Whether the visitor's browser keeps cookies for this site, and the words where it does not."""

from __future__ import annotations

import streamlit as st
from streamlit import config

_SET_BEFORE_A_PAGE_CONNECTS = "_streamlit_xsrf"


def are_kept() -> bool:
    """False where the browser did not send back what Streamlit gives to every visitor."""
    if not st.context.headers or not config.get_option("server.enableXsrfProtection"):
        return True  # nobody is connected, or nothing was given
    return _SET_BEFORE_A_PAGE_CONNECTS in st.context.cookies


def draw_warning(what_fails: str) -> None:
    """What to do, said where cookies are not kept.

    Args:
        what_fails: The part of a sentence behind "so", such as "you can't sign in".
    """
    if not are_kept():
        st.warning(warning(what_fails), icon=":material/cookie_off:")


def warning(what_fails: str) -> str:
    """The words for it, as `draw_warning` says them."""
    return (
        f"Your browser does not keep cookies for this site, so {what_fails}. Allow cookies "
        "for this site, then load the page again. If the page stands inside another page, "
        "open it in a tab of its own."
    )
