"""Amazon Polly: a call costs money, so nothing that may be paid is sent again.

voice    the port
errors   what AWS says when a call fails, in our words
"""
