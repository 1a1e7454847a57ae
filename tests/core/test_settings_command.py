"""`python -m imagespeak_core.settings` tells what counts and why."""

from __future__ import annotations

import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from imagespeak_core.settings import Settings, setting_name
from imagespeak_core.settings.__main__ import main
from tests.core.narrow_console import narrow_console
from tests.core.settings_desk import Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return desk_in(tmp_path, monkeypatch)


def test_every_setting_with_its_source_and_no_secret(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.environ = {"IMAGESPEAK_BUCKET": "'our-pictures'", "AWS_SECRET_ACCESS_KEY": "green-frog"}
    desk.dotenv("IMAGESPEAK_BUCKET=another\nIMAGESPEAK_LAB_PARALLEL=2\n")
    desk.secrets('# ours\nIMAGESPEAK_TEACHER_PIN = "blue-42-frog"\nIMAGESPEAK_SECRET = ""')
    assert main([], environ=desk.environ) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert [line.partition(" = ")[0] for line in lines[: len(Settings.model_fields)]] == [
        setting_name(field) for field in Settings.model_fields
    ]
    for line in (
        "IMAGESPEAK_BUCKET = our-pictures  (the environment)",
        "IMAGESPEAK_LAB_PARALLEL = 2  (.env, line 2)",
        "IMAGESPEAK_TEACHER_PIN = (set, hidden)  (.streamlit/secrets.toml, line 2)",
        "IMAGESPEAK_SECRET = (not set)  (default)",
        f"IMAGESPEAK_DATA_DIR = {desk.here / 'data'}  (default)",
        "  .env: read",
        f"  {desk.app / '.env'}: not there",
        "AWS's own variables in the environment: AWS_SECRET_ACCESS_KEY",
    ):
        assert line in lines
    assert "frog" not in out


def test_sums_as_people_write_them(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.environ = {"IMAGESPEAK_BUDGET_USD_PER_DAY": "$0.50"}
    desk.secrets("IMAGESPEAK_BUDGET_USD_PER_MONTH = 12.0")
    assert main([], environ=desk.environ) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "IMAGESPEAK_BUDGET_USD_PER_DAY = 0.50  (the environment)" in lines
    assert "IMAGESPEAK_BUDGET_USD_PER_MONTH = 12.0  (.streamlit/secrets.toml, line 1)" in lines


def test_it_prints_what_it_can_of_wrong_settings(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.environ = {"IMAGESPEAK_TEACHER_PIN": "frog", "IMAGESPEAK_URL_TTL_S": "60"}
    desk.secrets("[auth]\nIMAGESPEAK_TEACHERS = ''")
    desk.dotenv("IMAGESPEAK_BUKET=x")
    assert main([], environ=desk.environ) == 2
    out = capsys.readouterr().out
    assert "IMAGESPEAK_URL_TTL_S = 60  (the environment)" in out
    assert "IMAGESPEAK_TEACHER_PIN = (wrong, see below)  (the environment)" in out
    assert "IMAGESPEAK_TEACHER_PIN: It is too easy" in out
    assert "IMAGESPEAK_BUKET in .env is not a setting" in out
    assert "IMAGESPEAK_TEACHERS in section [auth]" in out
    assert "frog" not in out


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_pipe_of_few_alphabets(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    out = TextIOWrapper(BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", out)
    assert main([], environ={"IMAGESPEAK_DATA_DIR": "/写真/\udcff"}) == 0
    out.seek(0)
    assert r"IMAGESPEAK_DATA_DIR = /\u5199\u771f/\udcff  (the environment)" in out.read()


def test_a_reader_who_has_seen_enough(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", os.fdopen(writes, "w"))
        assert main([], environ={}) == 0


def test_files_named_as_for_the_server(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.write(desk.home / "one.toml", "IMAGESPEAK_LAB_PARALLEL = 9")
    assert main(["--secrets.files", str(desk.home / "one.toml")], environ={}) == 0
    assert "IMAGESPEAK_LAB_PARALLEL = 9" in capsys.readouterr().out


def test_where_the_output_takes_few_alphabets_all_is_told_in_those(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.environ = {"IMAGESPEAK_DATA_DIR": "Кот", "IMAGESPEAK_GENERATOR": "кот"}
    with narrow_console(monkeypatch) as told:
        assert main([], environ=desk.environ) == 2
        assert r"\u041a\u043e\u0442  (the environment)" in told()
        assert "IMAGESPEAK_GENERATOR: " in told()
