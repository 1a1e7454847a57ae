"""Whatever stands where settings are looked for, it is read, or told of in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.settings import Settings, setting_name
from imagespeak_core.settings.names import field_of
from imagespeak_core.settings.reading import Reading
from imagespeak_core.settings.values import unwrapped
from tests.core.settings_desk import desk_in
from tests.for_each import for_each
from tests.outside_input import ANY_TEXT, damaged, fewer

NAMES = st.sampled_from([setting_name(field) for field in Settings.model_fields])
LIKELY = st.sampled_from(["0", "1", "-1", "12.50", "off", "${HOME}", "~", "/tmp/x", "a@b.org", "'"])
DOTENV = b"IMAGESPEAK_BUCKET=abc\nexport IMAGESPEAK_LAB_PARALLEL='4' # so many\nA=\"b\\n\"\n"
SECRETS = b"IMAGESPEAK_VOICE = 'polly'\nn = 1_000\n[auth]\nx = [\"y\", 2.5]\nd = 1979-05-27\n"
NO_MAPPING: Mapping[str, str] = {}


def read(
    environ: Mapping[str, str] = NO_MAPPING,
    *,
    dotenv: bytes = b"",
    secrets: bytes = b"",
    config: bytes = b"",
) -> Reading:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        desk = desk_in(Path(folder), patch)
        desk.environ.update(environ)
        desk.dotenv(dotenv)
        desk.secrets(secrets)
        desk.write(desk.here / ".streamlit/config.toml", config)
        return desk.read()


@fewer(2)
@given(environ=st.dictionaries(NAMES, LIKELY | ANY_TEXT, max_size=5))
def test_any_value_counts_or_is_told(environ: dict[str, str]) -> None:
    reading = read(environ)
    told = " ".join(reading.problems)
    for name, value in environ.items():
        field = field_of(name)
        if unwrapped(value):
            assert field in reading.written
        elif name not in told:
            assert field not in reading.written
    for problem in reading.problems:
        assert "\n" not in problem
        assert problem.endswith(".")
        assert "Traceback" not in problem


@fewer(2)
@given(dotenv=damaged(DOTENV) | st.binary(max_size=40), secrets=damaged(SECRETS))
def test_any_files_are_read_or_told(dotenv: bytes, secrets: bytes) -> None:
    reading = read(dotenv=dotenv, secrets=secrets)
    assert all(file.state for file in reading.files)
    assert all("\n" not in problem for problem in reading.problems)


@for_each("toml", ["a = " + "9" * 5_000, "a = 0x" + "f" * 4_000, "a = " + "[" * 3_000])
def test_a_file_of_numbers_and_brackets_without_end_is_told(toml: str) -> None:
    [problem] = read(secrets=toml.encode()).problems
    assert "secrets.toml can't be read as TOML" in problem
    assert not read(config=toml.encode()).problems
