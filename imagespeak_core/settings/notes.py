"""What was found and does not count, though its owner may think so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from imagespeak_core.settings.fields import Settings, setting_name
from imagespeak_core.settings.files import ENVIRONMENT, FileRead, Written, label_of, names_in
from imagespeak_core.settings.names import field_of, first_set
from imagespeak_core.settings.places import Places

_IN_A_FILE = re.compile(r"\bIMAGESPEAK_[A-Z]", re.IGNORECASE)


def notes_on(
    places: Places,
    sources: Sequence[Sequence[Written]],
    files: Sequence[FileRead],
    environ: Mapping[str, str],
) -> list[str]:
    """A sentence on each.

    Args:
        places: Where files were looked for.
        sources: What may count: of the environment, then of each file.
        files: Each place that was looked at, the secrets last.
        environ: The environment variables.
    """
    every = [one for file in files for one in file.written]
    notes = [
        f"{one.name} in section [{one.section}] of {one.where} does not count: move it to the "
        "top, above all sections."
        for one in every
        if one.section and _IN_A_FILE.match(one.name)
    ]
    notes += [
        f"[{one.section}] in {one.where} does not count: write names such as IMAGESPEAK_BUCKET at "
        "the top of the file, above all sections."
        for one in every
        if one.section.upper() in {"IMAGESPEAK", "IMAGE_SPEAK"}
    ]
    notes += [
        f"{one.name} in {one.where} does not count: AWS's own variables come from the "
        "environment alone."
        for one in every
        if one.name.startswith("AWS_") and one.name not in environ
    ]
    notes += [_twice(field, source) for source in sources for field in _repeated(source)]
    notes += [
        f"{label_of(path)} has IMAGESPEAK_ names in it, but is not read: settings go into .env or "
        ".streamlit/secrets.toml."
        for path in places.not_read
        if names_in(path, _IN_A_FILE)
    ]
    notes += [
        f"{label_of(path)} can't be read as TOML in UTF-8 without a byte order mark, so nothing in "
        "it counts. Correct it."
        for path in places.broken_configs
    ]
    if places.secrets_were_named:
        named = files[-len(places.secrets) :]
        notes += [
            f"{file.label} is {file.state}."
            for file in named
            if file.state != "read" and not file.problems
        ]
    return list(dict.fromkeys(notes))


def notes_on_sign_in(
    settings: Settings, auth: Mapping[str, object] | None, files: Sequence[FileRead]
) -> list[str]:
    """A sentence on each part of the teachers' sign-in that does nothing without another.

    Args:
        settings: Those that count.
        auth: The section `[auth]`; None where there is none.
        files: Each place that was looked at.
    """
    notes = [
        f"[{name}] in {file.label} does not count: write [auth], in small letters."
        for file in files
        for name in file.sections
        if name.lower() == "auth" != name
    ]
    by_account = {"teachers": settings.teachers, "tenant": settings.tenant}
    if auth is None:
        notes += [
            f"{setting_name(field)} does nothing without a sign-in: fill in [auth] in "
            ".streamlit/secrets.toml."
            for field, value in by_account.items()
            if value is not None
        ]
    elif settings.teachers is None:
        notes.append(f"[auth] does nothing while {setting_name('teachers')} is not set.")
    elif settings.teacher_pin is not None:
        notes.append(f"{setting_name('teacher_pin')} does nothing: teachers sign in by [auth].")
    return notes


def _repeated(source: Sequence[Written]) -> list[str]:
    said: dict[str, object] = {}
    repeated = []
    for one in source:
        field = field_of(one.name)
        if field is not None and said.setdefault(field, one.value) != one.value:
            repeated.append(field)
    return repeated


def _twice(field: str, source: Sequence[Written]) -> str:
    last = first_set(field, [source])
    where = last.where if last else ENVIRONMENT
    return f"{setting_name(field)} is set more than once, differently: that of {where} counts."
