"""README and code agree."""

from __future__ import annotations

import re
from pathlib import Path

from imagespeak_core.settings import BEDROCK_DAY_LIMIT, Settings, setting_name
from imagespeak_core.speaking.privacy import what_is_kept

ROOT = Path(__file__).parents[1]
README = ROOT.joinpath("README.md").read_text(encoding="utf-8")
PRIVACY = ROOT.joinpath("PRIVACY.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    return re.findall(r"```sh\n(.+?)\n```", README, re.DOTALL)


def test_the_settings_table_is_the_code() -> None:
    rows = dict(re.findall(r"^\| `(IMAGESPEAK_\w+)` \| `?(.*?)`? \|", README, re.MULTILINE))
    defaults = {
        setting_name(field): "none" if info.default is None else str(info.default)
        for field, info in Settings.model_fields.items()
    }
    assert rows == defaults


def test_the_settings_table_says_what_the_code_says() -> None:
    for field, info in Settings.model_fields.items():
        line = next(
            row for row in README.splitlines() if row.startswith(f"| `{setting_name(field)}`")
        )
        assert str(info.description) in line
    assert f"{BEDROCK_DAY_LIMIT} with Bedrock" in README


def test_run_and_test_are_one_line_each_without_single_quotes() -> None:
    run, test = commands()
    assert "streamlit run app.py" in run
    assert "pytest" in test
    for command in (run, test):
        assert "\n" not in command
        assert "'" not in command
        assert not set("{}$;|") & set(command), "people dare to paste what they can read"
        assert len(command) < 120


def test_nothing_above_the_commands_names_a_server_or_test_runner() -> None:
    above = README.split("```sh")[0]
    assert not re.search(r"streamlit run|uvicorn|pytest", above)


def test_every_picture_is_there() -> None:
    for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README):
        assert (Path(__file__).parents[1] / name).read_bytes().startswith(b"\x89PNG")


def test_privacy_md_tells_what_the_page_tells_as_it_comes() -> None:
    assert "(PRIVACY.md)" in README
    told = re.findall(r"^## (.+)\n\n((?:.+\n)+)", PRIVACY, re.MULTILINE)
    answers = {question: " ".join(answer.split()) for question, answer in told}
    for one in what_is_kept(Settings()):
        assert answers.get(one.question) == one.answer
    for name in re.findall(r"`(IMAGESPEAK_\w+)", PRIVACY):
        assert name in {setting_name(field) for field in Settings.model_fields}
