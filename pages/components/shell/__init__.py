"""Around every page.

wiring             what the pages work with, built from the settings once a process
settings_files     the files behind it, and Streamlit's part of them
teachers_door      how one becomes a teacher, as these files say now
kept               what a tab keeps between two runs, with its type
session            the session in the address
visitor            the browser, by its cookie
link_repair        what a link meant before it was pasted
redraw             a change in a fragment that changes more of the page
frame              heading, navigation, footer, and the look of all pages
access             who is a teacher, and the door to the teachers' pages
pin_form           signing in with a PIN
oidc               signing in with a school's account
oidc_set_up        what the owner has filled in for that, and what lacks
sign_out_button    signing out, with a PIN
cookies            whether the browser keeps them
file_door          which tabs may send a file
addresses          addresses of this server, and what they name
file_addresses     signed addresses of files
direction          such texts in the middle of English sentences
messages           each kind of trouble in words
model_notice       tells teachers that a model is to end
readable           numbers, sizes, dates and times in words
as_written         texts that no translation changes, each in its own direction
assets             styles, scripts and markup, which are files
"""
