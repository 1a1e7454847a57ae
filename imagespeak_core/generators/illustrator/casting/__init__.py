"""Wish → actors: who and what is there, and the usual casts of places."""
