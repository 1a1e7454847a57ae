"""The core of ImageSpeak: everything but the pages. It runs under a page, in Lambda, in a shell.

settings, bootstrap     what is configured, and the services built from it
practice                the use cases: retrieve, generate, get or generate
generation_queue        generations in the background, for the app
lambda_handler          the same use cases behind AWS Lambda
models, errors          what crosses the boundaries
naming                  key ⇄ parts
image_details           a picture's settings, in S3 metadata and inside the PNG
prompts                 the bank of scenes that a learner is offered
generators/             prompt in, picture out: illustrator, bedrock
stores/                 pictures in, keys and addresses out: directory, s3
"""

__version__ = "1.0.0"
