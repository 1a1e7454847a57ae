"""Our own part of the server, beside Streamlit's.

routes            which addresses are answered here, and by what
files             pictures, small pictures, archives, experiments
long_polls        answers when a picture is made, or a class was changed: one request for all
sign_in           sets and clears the cookie of a teacher with a PIN
learner           gives a browser the learner's key, another one, or a new one
json_posts        requests of our own pages, with a little JSON, and the answers to them
own_cookies       how cookies of ours are set and deleted
uploads           a recording comes in parts, and is kept once
tickets           whose ticket such a request brings
drafts            a sound becomes a draft of its words, and nothing of it is stored
recordings        kept recordings of the folder store are heard
drawings          an attempt's words, drawn
sentences         a sentence of a model answer is heard
byte_ranges       a part of a file that is in memory
scripts           our own scripts that a browser loads when it needs them
oidc_answers      says what went wrong on the way to a school's sign-in and back
large_cookies     says that cookies are too large for the server, and deletes them
trouble_page      plain HTML for both
first_load        sends the first visit compressed, with words to wait by
certificate       a renewed one counts without a restart, where the server speaks TLS itself
server_end        tells what waits that the server is about to end
unsent_parts      a page's parts reach the browser before they are drawn again
early_parts       what the first buttons need is fetched with the page's scripts
head_scripts      stand in the page before Streamlit's: for translation, for digits of any script
"""
