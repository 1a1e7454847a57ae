"""Sentences read aloud, where a browser has no voice of its own.

base       the port, and what a sentence is
hibari/    a voice on this server, in a process of its own
polly/     Amazon Polly, paid
tokens     who may have a sentence said: whoever this server gave a token
errors     what is in the way
"""
