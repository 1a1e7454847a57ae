"""Our own part of the server, beside Streamlit's.

routes             which addresses are answered here, and by what
files              pictures, small pictures, archives, experiments
long_polls         answers when a picture is made, or a class was changed
sign_in            sets and clears the cookie of a teacher with a PIN
first_load         sends the first visit compressed, with words to wait by
translated_page    keeps the page right where a browser translates it
server_end         tells what waits that the server is about to end
"""
