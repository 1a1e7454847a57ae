"""Processes beside this one, which are kept and asked one thing after the other.

asked       one of them, as who asks sees it
pool        a few of them: taken in turn, kept, and replaced when they end
answering   what runs in them
confinement what one that reads other people's sound may use of the computer
"""
