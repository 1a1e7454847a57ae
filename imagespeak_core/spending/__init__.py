"""What stands before every call that costs something.

paid_calls       both of these at once, around one call
daily_limit      so many calls of this process in a day
budget           so much money of all servers together, in a day and in a month
budget_document  how that is written down, and what it leaves
refusals         why a call may not be made, in words
standing         how much of it is spent, for people
"""
