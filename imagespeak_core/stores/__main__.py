"""`python -m imagespeak_core.stores --check`: whether the place for pictures can be used.

Ends with 0 where all is there that is needed, 1 where something lacks, 2 where the settings are
wrong.
"""

from __future__ import annotations

import argparse
import os
import ssl
import sys
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime

from imagespeak_core.bootstrap import build_blobs
from imagespeak_core.console import print_all_alphabets
from imagespeak_core.errors import SettingsError
from imagespeak_core.settings import load_settings
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.checkup import Fetch, Fetched, check_up

_TIMEOUT_S = 30
_MARKS = {"ok": "ok   ", "note": "note ", "lacks": "LACKS"}


def main(
    arguments: list[str] | None = None,
    *,
    blobs: Blobs | None = None,
    fetch: Fetch | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> int:
    """Run the command.

    Args:
        arguments: Those of the shell where they are left out.
        blobs: Those of the settings where they are left out.
        fetch: Opens an address; over the network where it is left out.
        now: The clock, aware.

    Returns:
        The exit status.
    """
    parser = argparse.ArgumentParser(
        prog="python -m imagespeak_core.stores",
        description="Tries whether the place for pictures can be used. Leaves no file behind.",
    )
    parser.add_argument("--check", action="store_true", required=True, help="try it now")
    parser.parse_args(arguments)
    print_all_alphabets()
    try:
        blobs = blobs or build_blobs(load_settings())
    except SettingsError as error:
        print(f"Please correct these settings:\n{error}", file=sys.stderr)
        return 2
    print(f"{blobs.label}.")
    told: set[str] = set()
    has_lacks = False
    for finding in check_up(blobs, fetch=fetch or _fetch, now=now):
        words = "the same" if finding.words in told else finding.words
        print(f"{_MARKS[finding.verdict]}  {finding.point}{words and f': {words}'}", flush=True)
        told |= {finding.words} - {""}
        has_lacks |= finding.verdict == "lacks"
    if has_lacks:
        print("ImageSpeak can't work well there: see what it lacks.")
        return 1
    print("All that is needed is there.")
    return 0


def _fetch(address: str) -> Fetched:
    context = ssl.create_default_context(cafile=os.environ.get("AWS_CA_BUNDLE"))
    # The address is our own, never somebody's input.
    with urllib.request.urlopen(address, timeout=_TIMEOUT_S, context=context) as answer:  # noqa: S310
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Fetched(answer.read(), headers)


if __name__ == "__main__":
    sys.exit(main())
