"""Teachers' page: classes, and what belongs to one."""

from __future__ import annotations

import streamlit as st

from pages.components.classroom import class_list, class_page
from pages.components.shell import addresses, model_notice

opened = st.query_params.get(addresses.CLASS_PARAMETER)
if opened:
    class_page.draw(opened)
else:
    st.header("Your classes", anchor=False)
    model_notice.draw()
    class_list.draw()
