"""Our own part of the server, beside Streamlit's.

routes            which addresses are answered here, and by what
files             pictures, small pictures, archives, experiments
long_polls        answers when a picture is made, or a class was changed: one request for all
sign_in           sets and clears the cookie of a teacher with a PIN
oidc_answers      says what went wrong on the way to a school's sign-in and back
large_cookies     says that cookies are too large for the server, and deletes them
trouble_page      plain HTML for both
first_load        sends the first visit compressed, with words to wait by
certificate       a renewed one counts without a restart, where the server speaks TLS itself
server_end        tells what waits that the server is about to end
unsent_parts      a page's parts reach the browser before they are drawn again
head_scripts      stand in the page before Streamlit's: for translation, for digits of any script
"""
