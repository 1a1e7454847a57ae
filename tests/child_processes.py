"""The processes that this one has started."""

from __future__ import annotations

import psutil  # type: ignore[import-untyped]


def that_run(words: str) -> list[psutil.Process]:
    """Those that run and whose command names this."""
    return [one for one in psutil.Process().children() if words in _command(one)]


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:  # it ended between the look at the list and this one
        return ""
