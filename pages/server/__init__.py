"""Our own part of the server, beside Streamlit's.

answer_headers    what a browser may do with an answer, and who may show it in a frame
origins           pages of other sites are refused
routes            which addresses are answered here, and by what
health            whether the server lives, and is of use
figures           how things stand, for Prometheus, where a port is set
files             pictures, small pictures, archives, experiments
store_threads     threads for what these and others read from the store
long_polls        answers when a picture is made, or a class was changed: one request for all
page_turns        whose page is drawn next, of those who were told at once
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
crowd             not more tabs, nor more in their messages, than the server bears
connections       nor more connections, which end before they cost anything
open_files        how many files the process may open, and whom it bears with them
trouble_page      plain HTML for these three
first_load        sends the first visit compressed, with words to wait by
own_uvicorn       the configuration of the server around the app
certificate       a renewed one counts without a restart, where the server speaks TLS itself
server_end        tells what waits that the server is about to end
sent_files        a page gets files only where it has a place for one, and there is room
replaced          a function of Streamlit's own that another stands in for, if it is there
few_at_once       of a crowd's pages, few are drawn at the same time
sent_together     what a page's run draws goes to the browser in few parts
unsent_parts      a page's parts reach the browser before they are drawn again
gone_parts        a press in a part that is not there any more draws the whole page
part_values       what our own parts of a page keep is told at little cost
theme_once        theme and options are put together once
plain_pictures    a picture with an address costs no library for arrays
one_heap          memory of all threads comes from one place
early_parts       what the first buttons need is fetched with the page's scripts
head_scripts      stand in the page before Streamlit's: for translation, for digits of any script
"""
