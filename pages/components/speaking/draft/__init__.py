"""A first draft of a learner's words, to correct.

draft_of_recording  has a paid service write one of a kept recording
first_draft         all of it, between the recorder and the learner's words
draft_words         the draft, word by word
draft_changes       what draft and learner have otherwise, once
draft_memory        what a tab keeps of it
told_draft          what a browser tells of a draft, read
"""
