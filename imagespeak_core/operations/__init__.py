"""What the owner of a server sees of it.

building        puts it together
logs            what is logged really appears, as text or as JSON
calls           one line in the log for each call to a model
session_names   what a session is called there: nobody finds the session by it
kinds           which errors only the owner can mend
troubles        what only the owner can mend, in the log: each kind at most once a minute
tally           how often what happened since the process started
prometheus      the same for Prometheus, on a port of this computer alone
embedded        the same for CloudWatch, in a Lambda's log
readiness       whether all that pictures need can be reached just now
"""
