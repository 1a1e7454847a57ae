"""Pictures by an image model on Amazon Bedrock.

generator     the port
catalog       what is known of the models
formats       how each family is asked, and answers
picture_size  a picture of exactly the size that was asked for
once_more     a busy model is asked again, once
errors        what AWS says when a call fails, in our words
lifecycle     when AWS ends a model
"""
