"""Cold import of the Lambda against what it can't do without.

    python -m tests.benchmarks.bench_lambda_import

Each import runs in a fresh process and is timed inside it, so that the start of Python, which is
the same for both, does not hide the difference. Processor time is counted: an import is work, and
on a busy machine the wall clock shows the others' work too. The two take turns, and the best of
each counts.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROUNDS = 15
LIMIT = 1.3
REPOSITORY = Path(__file__).parents[2]
OURS = "imagespeak_core.lambda_handler"
BASE = "boto3, pydantic_settings"
PROGRAM = """
import time
start = time.process_time()
import {names}
print(time.process_time() - start)
"""


def import_s(names: str) -> float:
    """Seconds of processor time that importing these takes in a process of its own."""
    program = PROGRAM.format(names=names)
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return float(result.stdout)


def main() -> int:
    for names in (BASE, OURS):
        import_s(names)  # compiles what is not compiled yet
    times = [(import_s(BASE), import_s(OURS)) for _ in range(ROUNDS)]
    base_s = min(base for base, _ in times)
    ours_s = min(ours for _, ours in times)
    ratio = ours_s / base_s
    print(f"import {BASE}: {base_s * 1000:.0f} ms")
    print(f"import {OURS}: {ours_s * 1000:.0f} ms")
    print(f"ratio: {ratio:.2f} (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
