"""Small parts that any page may use; each with its files for the browser.

waiting         waits in the browser until a picture is made
news            what the two wait for: one held request for all tabs of a browser
following       waits in the browser until the teacher changes something
attention       brings what is said into view
into_view       a heading that comes into view when what it names was chosen
moved_on        brings into view what a press led to, and keeps the keyboard there
spoken          reads out what has changed
button_names    says which card a button belongs to
room_left       says how much more can be written, near the end
choice          one of several, side by side
copy_link       an address, and a button that copies it
qr_code         an address as a QR code
thumbnails      a strip of small pictures
picture_grid    a grid of small pictures
money_spent     how much of the budget is spent
"""
