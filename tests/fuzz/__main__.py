"""`python -m tests.fuzz NAME --seconds 60`: feeds one reader, and keeps what it ends with."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def main() -> None:
    """Feed the reader until the time is over, or something comes that must not."""
    try:
        atheris: Any = importlib.import_module("atheris")  # has no types everywhere
    except ImportError:
        sys.exit("atheris is not there: pip install -r tests/fuzz/requirements.txt")
    with atheris.instrument_imports(
        include=["imagespeak_core", "pages", "PIL", "dotenv", "tomllib"]
    ):
        from tests.fuzz.harnesses import HARNESSES

    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("name", choices=sorted(HARNESSES))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--findings", type=Path, default=Path.cwd(), help="folder for what ends it")
    told = parser.parse_args()
    harness = HARNESSES[told.name]
    with TemporaryDirectory() as corpus:
        for number, seed in enumerate(harness.seeds()):
            Path(corpus, str(number)).write_bytes(seed)
        options = [
            f"-max_total_time={told.seconds}",
            f"-max_len={harness.max_len}",
            f"-artifact_prefix={told.findings}/{told.name}-",
            "-print_final_stats=1",
            "-timeout=20",
        ]
        atheris.Setup([sys.argv[0], corpus, *options], harness.one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
