"""Who is a teacher: `teachers` decides; `errors` says no.

accounts   whose address a school's account brings, and whether it counts
pin        looks at PINs, and how fast they can be guessed
lines      lines in which tries stand, some at once and then one by one
device     the cookie by which a browser is known when a PIN is typed
cookie     the cookie that keeps a teacher signed in after the PIN
signed_in  one sign-in, and which of them have ended
sign_outs  what has ended, known to all servers
makers     who may make pictures, and for which session
"""
