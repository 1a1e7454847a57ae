"""What the commands print, on any console."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def print_all_alphabets() -> None:
    """Have `print` write as its number what the output's alphabet lacks, and not end in an error.

    A file or pipe on Windows takes few alphabets.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
