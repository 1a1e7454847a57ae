"""The core of ImageSpeak: everything but the pages. It runs under a page, in Lambda, in a shell.

settings/           what is configured, and where it was written
bootstrap           the services built from it; the one place where backends are chosen
services            what the use cases work with
typed_text          what people type on the keyboards of their own scripts
later               does things after some seconds, in one thread
model_lives         which of the configured models are to end, asked daily
sweeper             what has ended goes, at the start and daily
console             what the commands print, on any console
changes             who changes something tells the caches
models, errors      what crosses the boundaries
pictures/           a picture's way: its key, its place in line, its making, storing and details
processes/          processes beside this one, kept and asked one thing after the other
lambda_handler/     the same use cases behind AWS Lambda
aws/                one connection to AWS, made anew where its credentials are refused
generators/         prompt in, picture out: illustrator, bedrock
recognisers/        speech in, a first draft of its words out
voices/             sentences read aloud
viewers/            what a model sees in a picture
checkers/           mistakes in a text, found by rules that have names
spending/           what stands before every call that costs something
operations/         what the owner of a server sees of it
spool/              on its way into the store: kept on this computer's disk
stores/             pictures and documents in, keys and addresses out: folder, s3
access/             who is a teacher
classroom/          classes: what a teacher prepares and shows, and learners follow
documents/          versioned documents of any kind: opened, changed while others do too, listed
speaking/           what was said of a picture: heard, found, counted, kept
gallery/            all sessions: found, shown small, packed, deleted
lab/                the Prompt Lab: prompts and settings compared, with price and numbers
signing/            what this server alone can sign, and its secret
"""

__version__ = "1.2.0"
