"""A picture's way: its key, its place in line, its making, its storing, its details.

use_cases     retrieve, get or generate: the same behind the app and the Lambda
queue, jobs   generations in the background of the app; who waits holds no thread
shares        how fast one browser may ask
room          how much a session, and a day, may store
making        one request's pictures, step by step
made_once     one picture between servers that share nothing but the store
reservation   keys that are newer than all that is there, and nobody else's
storing       into the store, once
spooled       what is made and may not be stored yet
naming        the key, both ways
details       how a picture was made, inside it and beside it
facts         the same for people
prompts       ideas, by level
pasted_ids    what an address that was cut or changed meant
deletion      a session's pictures go
"""
