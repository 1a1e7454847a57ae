"""A console of Windows whose output goes into a file: it takes few alphabets."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def narrow_console(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str]]:
    """Gives what was printed so far."""
    written = io.BytesIO()
    with io.TextIOWrapper(written, encoding="cp1252", write_through=True) as output:
        monkeypatch.setattr(sys, "stdout", output)
        yield lambda: written.getvalue().decode("cp1252")
