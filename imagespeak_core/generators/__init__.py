"""Prompt in, picture out. The backends are chosen in `bootstrap`.

base          the ports
breaker       a model that does not answer is left alone for a while
illustrator/  drawn on this server, offline
bedrock/      an image model on Amazon Bedrock
"""
