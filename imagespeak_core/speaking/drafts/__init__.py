"""First drafts of a learner's words: written by a recogniser, corrected by the learner.

of_recordings  of recordings that are kept, by a paid service
corrections    what a learner wrote otherwise than the draft has it
queue          who wants a draft on this server: one after the other, each told its place in line
jobs           one of them, from its sound to its draft
"""
