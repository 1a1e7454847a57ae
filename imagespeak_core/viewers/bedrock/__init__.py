"""What a vision model on Amazon Bedrock sees in a picture.

viewer     the port, through Converse
catalog    prices, and the most that one look costs
small      a picture as it is sent: no larger than a look needs
asking     what the model is asked
answers    what its answer says, or that nothing can be read in it
sentences  what people read where a call fails
"""
