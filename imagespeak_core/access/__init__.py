"""Who is a teacher: `teachers` decides, with the help of `pin` and `cookie`; `errors` says no.

`makers` says who may make pictures for which session.
"""
