"""What a model sees in a picture that nobody drew knowingly.

base       the port
unstored   views that the store will not take, in memory
bedrock/   a vision model on Amazon Bedrock
"""
