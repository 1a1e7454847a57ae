"""The script that Streamlit runs for every page: session, frame, navigation, the teachers' door."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import InvalidSessionIdError
from pages.components.shell import access, file_door, frame, link_repair, messages, session

st.set_page_config(page_title="ImageSpeak", page_icon=frame.icon(), layout="wide")
practice = st.Page("practice.py", title="Practice", icon=":material/image:", default=True)
for_teachers = [
    st.Page("classroom.py", title="Classroom", icon=":material/groups:"),
    st.Page("gallery.py", title="Gallery", icon=":material/photo_library:"),
    st.Page("prompt_lab.py", title="Prompt Lab", icon=":material/science:"),
]
file_door.begin()
teacher = access.current_teacher()
page = st.navigation([practice, *for_teachers], position="hidden")
problem = None
try:
    session.enter_session()
except InvalidSessionIdError as error:
    problem = error
frame.draw_heading([practice, *for_teachers] if teacher else [])
if problem:
    messages.show(problem)
    meant = link_repair.meant(st.query_params[session.PARAMETER])
    link_repair.draw(meant)
    session.draw_offer(is_loud=not meant)
elif page in for_teachers and not teacher:
    access.draw_door()
else:
    page.run()
frame.draw_footer(teacher, None if page in for_teachers else for_teachers[0])
file_door.end()
