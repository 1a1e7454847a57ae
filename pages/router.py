"""The script that Streamlit runs for every page: session, frame, navigation."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import InvalidSessionIdError
from pages.components import frame, messages, session

st.set_page_config(page_title="ImageSpeak", page_icon=frame.icon(), layout="wide")
page = st.navigation(
    [st.Page("practice.py", title="Practice", default=True)],
    position="hidden",
)
frame.draw_heading()
try:
    session.enter_session()
except InvalidSessionIdError as error:
    messages.show(error)
    st.button(
        "Start a new session",
        type="primary",
        icon=":material/add:",
        on_click=session.start_new_session,
    )
else:
    page.run()
frame.draw_footer()
