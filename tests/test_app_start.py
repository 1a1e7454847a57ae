"""What the server says when it can't start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "command",
    [
        ["streamlit", "run", "app.py", "--server.port", "0"],
        ["uvicorn", "app:app", "--port", "0"],
    ],
    ids=["streamlit", "uvicorn"],
)
def test_wrong_settings_are_told_together_in_words_and_without_a_traceback(
    command: list[str],
) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, "IMAGESPEAK_BUKET": "pictures", "IMAGESPEAK_URL_TTL_S": "soon"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert "IMAGESPEAK_BUKET in the environment is not a setting" in ended.stderr
    assert "IMAGESPEAK_BUCKET" in ended.stderr
    assert "IMAGESPEAK_URL_TTL_S" in ended.stderr
    assert "Traceback" not in ended.stderr
