"""Speaking about a picture: what was said of it, how it was said, and what is kept. No grades.

What words tell of a picture:

findings       what of a picture was said, what was not found in the words, what is not so
comparing      words held against what a picture shows
against_prompt words held against what a model's picture was made from
against_view   words held against what a model sees in a picture
maybe_shown    what such a text names, and which of it words may mean
model_view     what a model sees in a picture: paid for once, kept with it
looks          models that look in the background
counts         what is counted in a learner's words
counted_words  the fillers, joining words and position phrases that it knows
disputes       what the learner does not agree with counts as they say
next_step      one thing to do next, chosen by a rule
feedback       all of these for one picture

How it was said, and the same words as a picture:

speech         what was counted in a recording
sound/         other people's recordings: decoded apart, measured, kept as browsers play them
tasks          how long to prepare and to speak, for each exam; a person may edit them
drawn          a learner's own words as a picture
differences    what two drawn pictures show differently
differing_numbers who and what is not there as often in both

What helps to say more:

drafts/        first drafts of a learner's words
coaching/      a model answer, a speaking frame and questions
grammar/       notes on the grammar of confirmed words
said_sentences sentences read aloud by a voice: each said once, and paid once

What is kept of it, whose it is, and for how long:

learner        the key that a learner's browser keeps: whose something is
tickets        one permission to keep one recording
uploads        recordings on their way here, in parts
recording      a recording as a document: which sound, about what, whose, until when
recordings     sounds that are kept: once for each ticket
waiting        those that are safe here, and not in the store yet
keeping        one that came whole: kept now, or as soon as the store takes it
attempt        an attempt as a document: the words, and what was found in them
attempts       attempts that are kept
document_fields what both documents have in common
owned          a learner's own of them: found, counted, deleted
progress       a learner's attempts over time, by picture and by week
progress_csv   the same as a table
free_names     each gets a name that nobody else has
keys           how recordings and attempts are named
limits         how much is kept, and for how long
rights         whether anything may be kept here
deletion       all of a session, counted and deleted
sweeping       what was spoken and has ended goes
privacy        what is kept, where, how long and for whom, in plain words
errors         what can be in the way

`python -m imagespeak_core.speaking PICTURE.png --words TEXT` holds words against a picture.
"""
