"""What a model sees in a picture that nobody drew knowingly.

base       the port
unstored   views that the store did not take
bedrock/   a vision model on Amazon Bedrock
"""
