"""Who finds mistakes in a text, by rules that have names. Which of them may speak is not theirs.

base            the port
harper          the library Harper, in a process of its own
harper_process  what runs in it
"""
