"""The voice "heart" of hibari-tts, on this server: nothing is asked for elsewhere, nothing paid.

voice    the port, with the process that it keeps
saying   what runs in it
"""
