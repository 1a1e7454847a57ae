"""Pictures and documents in, keys and addresses out; `bootstrap` chooses the backend.

blobs          the contract of a backend: named bytes, made once, replaced if unchanged
errors         why a backend is closed to us, where that is told apart
folder/  s3/   the two backends
passed_on      a backend that asks another; the next two change some of it
tried          lets nothing be written to a backend that fails the trial
watched        tells of what fails
trial          whether it keeps what the contract promises of writes
checkup        all that it must do, point by point: `python -m imagespeak_core.stores --check`
pictures       pictures, their small renditions and addresses
documents      JSON of classes, experiments and others
recordings     what learners speak: sounds and addresses, and what lies beside them
spoken_memory  what a process remembers of that, so that it need not ask again
sentences      what paid voices have said
claims         who makes what just now
signing_time   when addresses are signed, so that they stay the same for a while
"""
