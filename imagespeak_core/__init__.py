"""The core of ImageSpeak: everything but the pages. It runs under a page, in Lambda, in a shell.

settings, secret_file   what is configured
bootstrap               the services built from it; the one place where backends are chosen
practice                the use cases: retrieve, generate, get or generate
key_reservation         keys of pictures to come, so that no two of a session share an index
daily_limit             stands before every call to a model
generation_queue        generations in the background, for the app
lambda_handler          the same use cases behind AWS Lambda, with its parts
                        lambda_events, lambda_requests, lambda_answers
models, errors          what crosses the boundaries
naming                  key ⇄ parts
image_details           a picture's settings and scene, in S3 metadata and inside the PNG
prompts                 the bank of scenes that a learner is offered
generators/             prompt in, picture out: illustrator, bedrock
stores/                 pictures in, keys and addresses out: directory, s3
"""

__version__ = "1.0.0"
