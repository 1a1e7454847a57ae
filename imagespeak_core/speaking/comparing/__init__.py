"""What somebody says of a picture, held against what it shows. It judges no grammar.

comparison     all of it: words and a scene → findings
hearing        a text as it was read: its words, and which of them are plainly said
phrases        a noun phrase, and the facts that are told of it
numbers_said   how many a text says there are, and whether it counts them all
claims         who and what a text names, and each fact that it tells of them
hedges         what is supposed, denied, asked or told of another time
naming         which of those who are shown a noun can mean
judging        each phrase beside those it may mean
deeds          whether somebody does it
clothes        whether somebody has it on
shades         which colours may be taken for which
positions      whether it is on that side, or so related
counting       whether there are so many
lacking        whether it is surely nowhere
painted        what places are painted with that no scene lists
rewriting      a text as the reader is to read it
surroundings   place, time and weather
clues          what the words don't have, and a sentence for it
hints          where to look for it: sentences that name nothing
asking         what to look at again, and what is shown there
scene_words    the scene's own words for what is no item of it
verdict        so, not so, or open
"""

from imagespeak_core.speaking.comparing.comparison import hold_against

__all__ = ["hold_against"]
