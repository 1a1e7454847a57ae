"""The core of ImageSpeak: everything but the pages. It runs under a page, in Lambda, in a shell.

settings, secret_file   what is configured
bootstrap               the services built from it; the one place where backends are chosen
practice                the use cases: retrieve, generate, get or generate
key_reservation         keys of pictures to come, so that no two of a session share an index
unstored                pictures that were made but not stored, until they are asked for again
daily_limit             stands before every call to a model
generation_queue        generations in the background, for the app
lambda_handler          the same use cases behind AWS Lambda, with its parts
                        lambda_events, lambda_requests, lambda_answers
access/                 who is a teacher
classroom/              classes: what a teacher prepares and shows, and learners follow
gallery/                all sessions: found, shown small, packed, deleted
lab/                    the Prompt Lab: prompts and settings compared, with price and numbers
models, errors          what crosses the boundaries
naming                  key ⇄ parts
signatures              what this server alone can sign
image_details           a picture's settings and scene, in S3 metadata and inside the PNG
prompts                 the bank of scenes that a learner is offered
generators/             prompt in, picture out: illustrator, bedrock
stores/                 pictures in, keys and addresses out: directory, s3;
                        documents, which several may change at once, beside them
"""

__version__ = "1.2.0"
