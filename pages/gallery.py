"""Teachers' page: all sessions and their pictures."""

from __future__ import annotations

import streamlit as st

from pages.components.gallery import dropped_file, gallery_list, gallery_session
from pages.components.shell import addresses

opened = st.query_params.get(addresses.OPEN_PARAMETER)
if opened:
    gallery_session.draw(opened)
else:
    st.header("Gallery", anchor=False)
    dropped_file.draw()
    gallery_list.draw()
