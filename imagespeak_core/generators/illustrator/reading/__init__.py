"""Prompt → wish: what a text asks for. Knows nothing of pixels.

lexicon, hair_phrases   what each word can mean
chunker                 words → chunks, with a scan of the words; verb_spotting tells verbs from
                        nouns, denying takes away what is said not to be so
parsing                 walks through a sentence of chunks, each read by the module of its kind:
                        nouns, verbs, pronouns, activities, belongings
state                   where that walk stands: the clause, whom it is about, what was found
grammatical_functions   what a new noun phrase (phrases) is in its clause
tracing                 a text about a picture, with the words that each part was read from
findings                the wish while it grows; facts are what each word told of it, acting tells
                        what one body does at once
whereabouts             the place of it all
comparing               what is said to be larger or older than what
accounting              which words have no picture; qualities_kept tells which qualities are read,
                        settings_kept which words for place, time and weather
"""
