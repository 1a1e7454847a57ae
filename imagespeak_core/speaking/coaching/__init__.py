"""What helps to speak about a picture: a model answer, a frame, questions. Nothing is graded.

coached          what they are made of

A model answer, of what a picture shows alone:

model_answer     sentences at a level
there_is         the beginners': what there is
where_and_what   the middle's: where things are, and what people do
with_reasons     the advanced': guesses with their reasons besides
in_order         what is told of a scene's items, and what besides
guess            a guess beside its reason, and how it is said
guesses          what may be guessed of who is there
guesses_around   what may be guessed from weather, time, things and place
guess_words      the patterns of guesses
looks            hair, clothes, faces and colours
setting          place, time and weather
referring        how sentences refer to who came up

What helps to begin:

frame            the speaking frame of a level
questions        three questions about a picture at a level
good_answer      what a good answer to one names
fact_questions   those that a look at the picture answers
guess_questions  those to which any sensible answer is right
"""
