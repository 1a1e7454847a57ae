"""All settings together: which value counts, where it stands, and everything that is wrong.

The environment beats `.env`, which beats the top level of Streamlit's secrets.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from imagespeak_core.errors import SettingsError
from imagespeak_core.settings import values
from imagespeak_core.settings.fields import Settings, is_secret, setting_name, takes_nobody
from imagespeak_core.settings.files import (
    ENVIRONMENT,
    FileRead,
    Written,
    read_env_file,
    read_secrets,
    stamp,
)
from imagespeak_core.settings.names import first_set, is_unknown, unknown
from imagespeak_core.settings.notes import notes_on, notes_on_sign_in
from imagespeak_core.settings.places import Places, find_places

_LISTS = {"teachers", "tenant", "allowed_origins", "frame_ancestors"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found.

    Attributes:
        settings: Those that are right; the others are as if unset.
        written: Where each field that is set was set, whether right or wrong.
        problems: Sentences on what is wrong; empty where the settings can be used.
        notes: Sentences on what was found and does not count.
        files: Each place that was looked at.
        auth: The section `[auth]`, for Streamlit's sign-in; None where there is none.
        stamp: Another one as soon as a file changes.
    """

    settings: Settings
    written: Mapping[str, Written]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    files: tuple[FileRead, ...]
    auth: Mapping[str, object] | None
    stamp: tuple[object, ...]

    @property
    def sources(self) -> list[str]:
        """The files that were read, and the environment where it has settings."""
        here = [ENVIRONMENT] if ENVIRONMENT in {one.where for one in self.written.values()} else []
        return here + [file.label for file in self.files if file.state == "read"]


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: Lists everything that is wrong, one sentence a line.
    """
    return usable(read_settings(find_places(os.environ)))


def usable(reading: Reading) -> Settings:
    """The settings of a reading.

    Raises:
        SettingsError: Lists everything that is wrong, one sentence a line.
    """
    if reading.problems:
        raise SettingsError("\n".join(reading.problems))
    return reading.settings


def read_settings(places: Places, environ: Mapping[str, str] = os.environ) -> Reading:
    """Read everything, and tell of everything; raises nothing.

    Args:
        places: The files to look for.
        environ: The environment variables.
    """
    stamped = stamp(places.env_files + places.secrets)
    in_environment = [Written(name, value, ENVIRONMENT) for name, value in environ.items()]
    env_files = [read_env_file(path) for path in places.env_files]
    secrets = [read_secrets(path) for path in places.secrets]
    sources = [in_environment, *(_count(file) for file in [*env_files, *reversed(secrets)])]
    names = {**_texts(reversed(env_files)), **environ}
    found = {field: first_set(field, sources) for field in Settings.model_fields}
    written = {field: one for field, one in found.items() if one is not None}
    settings, wrong = _checked(written, names)
    auth, auth_problems = _auth(secrets)
    files = (*env_files, *secrets)
    problems = [problem for file in files for problem in file.problems]
    problems += [unknown(one) for source in sources for one in source if is_unknown(one)]
    problems += [*wrong, *auth_problems]
    return Reading(
        settings=settings,
        written=written,
        problems=tuple(dict.fromkeys(problems)),
        notes=(
            *notes_on(places, sources, files, environ),
            *notes_on_sign_in(settings, auth, files),
        ),
        files=files,
        auth=auth,
        stamp=stamped,
    )


def _count(file: FileRead) -> list[Written]:
    return [one for one in file.written if not one.section]


def _texts(files: Iterable[FileRead]) -> dict[str, str]:
    every = (one for file in files for one in file.written)
    return {one.name: one.value for one in every if isinstance(one.value, str)}


def _checked(
    written: Mapping[str, Written], names: Mapping[str, str]
) -> tuple[Settings, list[str]]:
    given: dict[str, object] = {}
    problems: dict[str, str] = {}
    for field, one in written.items():
        try:
            given[field] = _meant(field, one, names)
        except ValueError as exc:
            problems[field] = _problem(field, one, str(exc))
    try:
        return Settings.model_validate(given), list(problems.values())
    except ValidationError as exc:
        for error in exc.errors(include_input=False, include_url=False):
            field = str(error["loc"][0])
            problems[field] = _problem(field, written[field], error["msg"])
    right = {field: value for field, value in given.items() if field not in problems}
    return Settings.model_validate(right), [problems[name] for name in written if name in problems]


def _meant(field: str, one: Written, names: Mapping[str, str]) -> object:
    """The value as it was meant.

    Raises:
        ValueError: It was meant as nothing.
    """
    if one.value is None:
        raise ValueError("It has no value. Write NAME=value")
    secret = is_secret(field)
    if secret and one.differs:
        what = "There is a # in it" if isinstance(one.value, str) else "It is no plain number"
        raise ValueError(f"{what}. Put single quotes around the value")
    text = values.unwrapped(values.as_text(one.value, takes_list=field in _LISTS))
    text = values.filled_in(text, names, whole_only=secret)
    values.check_is_meant(
        text,
        is_secret=secret,
        may_hold_comment=one.where == ENVIRONMENT,
        takes_nobody=takes_nobody(field),
    )
    if field in {"data_dir", "spool_dir", "recogniser_model_dir"}:
        return values.folder(text, names, windows=os.name == "nt")
    return text


def _problem(field: str, one: Written, message: str) -> str:
    sentence = message.removeprefix("Value error, ").removesuffix(".") + "."
    where = "" if one.where == ENVIRONMENT else f" It stands in {one.where}."
    return f"{setting_name(field)}: {sentence}{where}"


def _auth(secrets: Sequence[FileRead]) -> tuple[Mapping[str, object] | None, list[str]]:
    """The last `[auth]`, with nothing in it that Streamlit takes no secrets of."""
    for file in reversed(secrets):
        section = file.sections.get("auth")
        if isinstance(section, Mapping):
            return {name: _plain(value) for name, value in section.items()}, []
        if any(one.name == "auth" and not one.section for one in file.written):
            return None, [f"auth in {file.label} is not a section. Write [auth] on its own line."]
    return None, []


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, bool | int):
        return value
    return str(value).strip()
