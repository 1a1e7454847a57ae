"""Readers of bytes from outside, fed by a fuzzer; by hand: `python -m tests.fuzz NAME`.

harnesses          a function for each reader, which any bytes may be given, and good beginnings
__main__           feeds one of them by atheris, which goes where the code goes
test_harnesses     feeds all of them a few bytes in the usual tests, without atheris

`pip install -r tests/fuzz/requirements.txt` first: atheris is there for Linux alone.
"""
