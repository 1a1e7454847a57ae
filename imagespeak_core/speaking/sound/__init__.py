"""Other people's sound: what a file is, what of it is kept, and where somebody speaks in it.

examining      a file in, what is kept of it out; this and the next are all that the app's process
               runs
listening      a file in, what somebody says in it out, as samples
containers     what a file is, by its first bytes
inspecting     the process that reads one file and ends
decoding       any container → samples
voice          samples → how long somebody spoke
wav            samples → a file that every browser plays
"""

from imagespeak_core.speaking.sound.examining import Sound, examine
from imagespeak_core.speaking.sound.listening import Heard, listen

__all__ = ["Heard", "Sound", "examine", "listen"]
