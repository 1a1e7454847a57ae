"""The learner's private link, and the way to another key: what is kept belongs to who has it."""

from __future__ import annotations

import streamlit as st

from pages.components.shell import addresses, assets, session
from pages.components.speaking import own_key
from pages.components.widgets import copy_link

_OF_TAB = (
    "Your browser keeps no cookies. When you load this page again, it does not know you. "
    "Do you want to come back to what you keep? Copy your private link, "
    "and open it in a browser that keeps cookies."
)


def draw() -> None:
    """What was kept for this browser opens elsewhere by this link alone."""
    if own_key.is_of_tab():
        st.caption(_OF_TAB)
    with st.expander("Your private link", icon=":material/key:", key="own_link"):
        st.markdown(
            "What you keep here belongs to this browser. "
            "With this link you can open it on another device, too. Give it to nobody."
        )
        copy_link.draw(
            _link(),
            label="Your private link",
            button="Copy private link",
            key="private_link_address",
        )
        st.markdown(
            "Do other people use this browser, too? Press **Not me** when you begin or end. "
            "Recordings that were not kept are deleted. Copy your link before, "
            "if you want to come back to what you have kept."
        )
        component = assets.component(__file__, own_key.TAKING_SCRIPT)
        component(
            key="private_link", data={"url": own_key.address(), "pieces": own_key.UNKEPT_PIECES}
        )


def _link() -> str:
    own = addresses.session_link(session.current_session_id())
    return f"{own}#learner={own_key.learner_key()}"
