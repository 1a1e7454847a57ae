"""A Lambda as AWS runs it: a process of its own that gets one event at a time.

    python -m tests.benchmarks.lambda_process

Reads an event a line, as JSON, and writes what the handler answers, likewise. The one who starts
it is `Lambda`.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.servers import REPOSITORY, environment


class Lambda:
    """One such process, with its log and state in a folder."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._turn = asyncio.Lock()
        with (folder / "log.txt").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.benchmarks.lambda_process"],
                cwd=REPOSITORY,
                env=environment(folder, dict(settings)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    async def answer(self, event: object) -> dict[str, Any]:
        """What the handler answers; others wait for their turn."""
        async with self._turn:
            return await asyncio.to_thread(self._ask, event)

    def _ask(self, event: object) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(event).encode() + b"\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def end(self) -> None:
        self._process.terminate()
        self._process.wait()


def main() -> None:
    """Answer until nobody asks any more."""
    from imagespeak_core.lambda_handler import lambda_handler

    for line in sys.stdin:
        print(json.dumps(lambda_handler(json.loads(line), None)), flush=True)


if __name__ == "__main__":
    main()
