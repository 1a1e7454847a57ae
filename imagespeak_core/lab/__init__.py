"""The Prompt Lab: pictures of one plan side by side, with price and numbers.

plan            what is compared: settings and up to three axes, as JSON and back
variations      `{red|green}` in a prompt, written out
expansion       plan → cells in grid order, each an exact request
estimate        what they will cost, and how long they will take
advice          what a person should know before they are made
canonical       one name for each exact request, so that none is paid for twice
experiment      what is known of a plan that was started, as JSON and back
edits           the changes to it, pure
experiments     the use cases: make, open, find, duplicate, delete
journal         many changes in few writes
runner          makes the pictures in the background
numbers         measured and estimated, by cell and by axis value
contact_sheet   all pictures on one, with labels
export          CSV, JSON, ZIP
history         the last prompts of a session
__main__        `python -m imagespeak_core.lab plan.json`
"""
