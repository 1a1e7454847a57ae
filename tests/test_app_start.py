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
def test_wrong_settings_are_told_together_and_the_environment_beats_dotenv_which_beats_secrets(
    command: list[str], tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("IMAGESPEAK_LAB_PARALLEL=2\n")
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text(
        'IMAGESPEAK_URL_TTL_S = "soon"\n'
        'IMAGESPEAK_LAB_PARALLEL = "many"\n'
        'IMAGESPEAK_GENERATER = "is told with the file that it is in"\n'
    )
    ended = _start(
        command,
        tmp_path,
        IMAGESPEAK_URL_TTL_S="60",
        IMAGESPEAK_BUKET="pictures",
        IMAGESPEAK_MAX_PICTURES_PER_DAY="soon",
    )
    assert ended.returncode == 1
    assert "IMAGESPEAK_BUKET in the environment is not a setting" in ended.stderr
    assert "IMAGESPEAK_BUCKET" in ended.stderr
    assert "IMAGESPEAK_MAX_PICTURES_PER_DAY" in ended.stderr
    assert "IMAGESPEAK_MAX_PICTURES_PER_DAY in" not in ended.stderr, "it is a setting"
    assert "IMAGESPEAK_GENERATER in .streamlit/secrets.toml is not a setting" in ended.stderr
    assert ended.stderr.count("IMAGESPEAK_GENERATER in ") == 1
    assert "IMAGESPEAK_URL_TTL_S" not in ended.stderr
    assert "IMAGESPEAK_LAB_PARALLEL" not in ended.stderr
    assert "Traceback" not in ended.stderr


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
