"""The gallery: all pictures of all sessions, found, shown small, packed and deleted.

sessions   what keys say of sessions: summaries, search, filter and order, pure
index      the one full listing, kept for a minute
previews   small renditions, made once
archive    a ZIP file of a session, made while it is sent
deletion   pictures and sessions deleted, and what could not be
dropped    settings out of a PNG that somebody dropped
"""
