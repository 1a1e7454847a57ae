"""Speech in, a first draft of its words out.

base        the ports, and what a draft is
errors      what is in the way of one
whisper/    on this computer: Whisper, in a process of its own
transcribe  drafts by Amazon Transcribe, paid
"""
