"""Prompt → wish: what a text asks for. Knows nothing of pixels.

The way through it: `lexicon` tells what each word can mean (`hair_phrases` those about hair).
`chunker` goes through the words (`scan`), tells verbs from nouns (`verb_spotting`), leaves out what
is denied (`denying`) and makes chunks (`chunk`). `parsing` walks through these (`sentence`) and reads
each (`nouns`, `verbs`, `pronouns`, `activities`, `belongings`) in the state that those before it
left (`state`), where a noun phrase (`phrases`) gets its grammatical function. What is learned is
in `findings` (`acting`: what one body does at once). `whereabouts` tells the place, and `accounting`
which words have no picture.
"""
