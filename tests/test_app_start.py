"""What the server says when it can't start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.adapters.other_s3 import BUCKET, other_s3

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


def test_a_store_that_can_t_be_used_is_told_while_the_server_starts(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "uvicorn", "app:app", "--app-dir", str(ROOT), "--port", "0"]
    with other_s3() as server:
        server.if_none_match = "ignored"
        where = {"IMAGESPEAK_BUCKET": BUCKET, "AWS_ENDPOINT_URL_S3": server.url}
        with subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, **where, "XDG_STATE_HOME": str(tmp_path)},
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stderr
            told = [line for line in iter(process.stderr.readline, "") if _said(line, process)]
    assert len(told) == 1
    assert server.kept == {}


def _said(line: str, process: subprocess.Popen[str]) -> bool:
    """Whether it is the sentence; then the server has said enough."""
    is_told = "If-None-Match" in line and "IMAGESPEAK_DATA_DIR" in line
    if is_told:
        process.terminate()
    return is_told


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
