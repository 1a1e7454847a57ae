"""What the server says when it can't start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

either_start = pytest.mark.parametrize(
    "command",
    [
        ["streamlit", "run", str(ROOT / "app.py"), "--server.port", "0"],
        ["uvicorn", "app:app", "--app-dir", str(ROOT), "--port", "0"],
    ],
    ids=["streamlit", "uvicorn"],
)


@either_start
def test_wrong_settings_are_told_together_in_words_and_without_a_traceback(
    command: list[str],
) -> None:
    ended = _start(command, ROOT, IMAGESPEAK_BUKET="pictures", IMAGESPEAK_URL_TTL_S="soon")
    assert ended.returncode == 1
    assert "IMAGESPEAK_BUKET in the environment is not a setting" in ended.stderr
    assert "IMAGESPEAK_BUCKET" in ended.stderr
    assert "IMAGESPEAK_URL_TTL_S" in ended.stderr
    assert "Traceback" not in ended.stderr


@either_start
def test_the_environment_beats_dotenv_which_beats_the_secrets_that_streamlit_copies(
    command: list[str], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("IMAGESPEAK_LAB_PARALLEL=2\n")
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(
        'IMAGESPEAK_URL_TTL_S = "soon"\n'
        'IMAGESPEAK_LAB_PARALLEL = "many"\n'
        'IMAGESPEAK_BUKET = "ends the start, which says in which file it is"\n'
    )
    ended = _start(command, tmp_path, IMAGESPEAK_URL_TTL_S="60")
    assert ended.returncode == 1
    assert ended.stderr.count("IMAGESPEAK_BUKET in ") == 1
    assert "IMAGESPEAK_BUKET in .streamlit/secrets.toml is not a setting" in ended.stderr
    assert "IMAGESPEAK_URL_TTL_S" not in ended.stderr
    assert "IMAGESPEAK_LAB_PARALLEL" not in ended.stderr


def _start(
    command: list[str], folder: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
