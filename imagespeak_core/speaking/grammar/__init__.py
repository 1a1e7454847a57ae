"""Notes on the grammar of words that a learner has confirmed: few, sure ones, and all "maybe".

note         one note
notes        at most three on a text, the surest first
kinds        the rule of each kind in one simple sentence, the surest first
allowed      which of the checker's rules may speak, and what must hold besides
own_rules    what our own rules find
rule         what such a rule is, and the parts of its patterns
verb_rules   who does something, and in which form
noun_rules   one or several, with which little words
place_rules  where something is, comparing, and the order of words
word_forms   verbs and nouns that the rules know
"""
