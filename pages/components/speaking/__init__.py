"""Speaking about a picture, on the practice page.

speaking_panel     all of it beneath or beside the picture, in its order
speaking_memory    what a tab keeps of it

recorder           records in the browser, plays there, and keeps what one wants to keep
task_choice        free practice, or an exam's times
heard              what was counted in the newest recording

draft              a first draft of the words, to correct
coaching           a model answer, a speaking frame and questions

words_form         the learner's own words, looked at or drawn
checked_words      those that were looked at last, and what was found in them
seen_by_model      what a model sees in a picture: offered with its price, then listed
what_was_said      what of the picture is in them, what is not, what to look at again
marked_words       words in which parts light up
outline            outlines things in the picture
grammar_notes      the grammar of the words: maybe to be said in another way
how_it_was_said    what was counted, and how
drawn_words        the words as a picture, and what it shows otherwise than the first one
results_memory     what a tab keeps of words that were looked at

attempt_list       attempts and recordings of the session, to open, hear and delete
asked_first        asks before anything is deleted
progress           the attempts over time, and all of them taken away or deleted
own_attempts       the attempts, as a tab knows them
own_recordings     the recordings, likewise
own_key            the learner's key, which the browser keeps
offered_key        asks before the key of a private link is taken
private_link       that link, and the way to a new key
what_is_kept       what is kept, where, how long and for whom
"""
