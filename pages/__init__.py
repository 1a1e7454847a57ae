"""Everything drawn.

router        begins every run: session, frame, navigation, the teachers' door
practice      learners': a picture to describe, on one's own or in a class
classroom     teachers': classes, and what belongs to one
gallery       teachers': all sessions and their pictures
prompt_lab    teachers': pictures of one plan side by side, with price and numbers

components    what pages are built of, in rooms
server        our own part of the server, beside Streamlit's
"""
