"""Around every page.

wiring             what the pages work with, built from the settings once a process
kept               what a tab keeps between two runs, with its type
session            the session in the address
redraw             a change in a fragment that changes more of the page
frame              heading, navigation, footer, and the look of all pages
access             who is a teacher, and the door to the teachers' pages
pin_form           signing in with a PIN
oidc               signing in with a school's account
sign_out_button    signing out, with a PIN
cookies            whether the browser keeps them
addresses          addresses of this server, and what they name
file_addresses     signed addresses of files
messages           each kind of trouble in words
readable           numbers, sizes, dates and times in words
assets             styles, scripts and markup, which are files
"""
