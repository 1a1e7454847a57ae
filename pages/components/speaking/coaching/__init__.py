"""What helps to say more: how to begin, what somebody might say, what can be asked.

speaking_frame     how sentences may begin, beside the picture while one speaks
model_answer       what somebody might say, at three levels
questions          three questions, each with its answer after a press
read_aloud         sentences that are read aloud, said after and ticked
sentence_addresses  where a browser hears a sentence that it has no voice for
coached_picture    what can be said and asked about the picture that is looked at
coaching_memory    what a tab keeps of it
"""
