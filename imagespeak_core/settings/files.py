"""What stands in the files with settings, each value with its place.

`.env` is read as python-dotenv does, but `${…}` is left as it is. secrets.toml and folders of
secrets are read as Streamlit does (1.67, 2026-11), and what it would refuse is told in words.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv.parser import parse_stream

ENVIRONMENT = "the environment"
"""Where a value stands that is in no file."""

_NOT_UTF_8 = "it is not saved as UTF-8. Save it so, or take it away."
_PAIRS = "Write NAME=value."
_CUT = re.compile(r"=[ \t]*[^'\"\s#][^\n]*?[ \t]#[^\s#]")
_NAME = re.compile(r"[\w.-]+")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _UnreadableError(Exception):
    """The file can't be read; the message ends the sentence that says so."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name with its value.

    Attributes:
        name: As it was written.
        value: Text, or what TOML has; fractions are text.
        where: The file and line, or `ENVIRONMENT`.
        section: Of TOML; empty at the top level.
        differs: It is not quite what was written: something that begins with `#` was taken for a
            comment, though no space follows, or a number of TOML has other signs than digits.
    """

    name: str
    value: object = field(repr=False)
    where: str
    section: str = ""
    differs: bool = False


@dataclass(frozen=True, slots=True)
class FileRead:
    """One place that was looked at.

    Attributes:
        label: Its path, from the working directory where it lies there.
        state: "read", "not there", or why it was not read.
        written: In the order of the file.
        sections: Top-level sections of TOML, or folders of secrets, by name.
        problems: Sentences on what is wrong with the file itself.
    """

    label: str
    state: str
    written: tuple[Written, ...] = ()
    sections: Mapping[str, object] = field(default_factory=dict, repr=False)
    problems: tuple[str, ...] = ()


def read_env_file(path: Path) -> FileRead:
    """What a `.env` file holds, or a pipe in its place, as password managers lay one there.

    A folder of that name, such as a Python environment, is none.
    """
    label = label_of(path)
    state = _state(path)
    if state is not None or not (path.is_file() or path.is_fifo()):
        return FileRead(label, state or "not a file")
    try:
        text = _text(path)
    except _UnreadableError as exc:
        return _unreadable(label, f"{label} can't be read: {exc}")
    written, problems = [], []
    for line in parse_stream(io.StringIO(text)):
        begun = line.original.string
        number = line.original.line + begun[: len(begun) - len(begun.lstrip())].count("\n")
        where = f"{label}, line {number}"
        if line.error:
            problems.append(f"Line {number} of {label} can't be understood. {_PAIRS}")
        elif line.key is not None:
            if line.value is None and not _NAME.fullmatch(line.key):
                problems.append(f"Line {number} of {label} can't be understood. {_PAIRS}")
            differs = bool(_CUT.search(begun))
            written.append(Written(line.key, line.value, where, differs=differs))
    return FileRead(label, "read", tuple(written), {}, tuple(problems))


def read_secrets(path: Path) -> FileRead:
    """What a TOML file or a folder of secrets holds."""
    label = label_of(path)
    state = _state(path)
    if state is not None:
        return FileRead(label, state)
    if path.suffix == ".toml":
        return _read_toml(path, label)
    if path.is_dir():
        return _read_folder(path, label)
    return _unreadable(label, f"{label} is neither a .toml file nor a folder. Rename it.")


def names_in(path: Path, pattern: re.Pattern[str]) -> bool:
    """Whether a file that nobody reads has such names in it."""
    try:
        return path.is_file() and bool(pattern.search(_text(path)))
    except (OSError, _UnreadableError):
        return False


def stamp(paths: tuple[Path, ...]) -> tuple[object, ...]:
    """Another value whenever a file has been changed, replaced, made or taken away."""
    return tuple(_stamp(file) for path in paths for file in (path, *_inside(path)))


def label_of(path: Path) -> str:
    """The path as people know it: from the working directory where it lies there."""
    try:
        here = Path.cwd()
    except OSError:  # the folder was taken away while the server runs
        return str(path)
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _read_toml(path: Path, label: str) -> FileRead:
    trouble = f"{label} can't be read as TOML"
    try:
        text = _text(path)
        found = tomllib.loads(text, parse_float=str)
        written = list(_top_level(found, text.splitlines(), label))
    except _UnreadableError as exc:
        return _unreadable(label, f"{trouble}: {exc}")
    except (ValueError, RecursionError) as exc:  # TOML's own errors, and numbers without end
        return _unreadable(label, f'{trouble}: {exc}. Write NAME = "value", or take the file away.')
    sections = {name: value for name, value in found.items() if isinstance(value, dict)}
    return FileRead(label, "read", tuple(written), sections)


def _top_level(found: Mapping[str, object], lines: list[str], label: str) -> Iterator[Written]:
    for name, value in found.items():
        where, line = _line_of(name, lines, label)
        differs = isinstance(value, int) and not re.search(rf"=\s*{value}(?![\w_])", line)
        yield Written(name, value, where, differs=differs)
        yield from _in_section(name, value, label)


def _read_folder(path: Path, label: str) -> FileRead:
    """A folder for each secret, with files in it; the only file gives the folder's own name too.

    Kubernetes fills such folders, with links beside the files whose names begin with a dot.
    """
    written: list[Written] = []
    sections: dict[str, object] = {}
    problems: list[str] = []
    try:
        for secret in sorted(path.iterdir()):
            if not secret.is_dir():
                problems.append(
                    f"{label_of(secret)} is not a folder. Put each secret into a folder of its "
                    f"own under {label}."
                )
                continue
            files = sorted(file for file in secret.iterdir() if file.is_file())
            values = {file.name: _text(file).strip() for file in files}
            sections[secret.name] = values
            written += (Written(name, values[name], label_of(secret / name)) for name in values)
            if secret.name not in values:
                only = next(iter(values.values())) if len(values) == 1 else values
                written.append(Written(secret.name, only, label_of(secret)))
    except (OSError, _UnreadableError) as exc:
        return _unreadable(label, f"{label} can't be read: {exc}")
    return FileRead(label, "read", tuple(written), sections, tuple(problems))


def _state(path: Path) -> str | None:
    """Why there is nothing to read; None where there is."""
    try:
        path.stat()
    except PermissionError:
        return "not open to this user"
    except (OSError, ValueError):
        return "not there"
    return None


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise _UnreadableError(f"{exc.strerror}. Correct it or take it away.") from exc
    try:
        text = content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as exc:
        raise _UnreadableError(_NOT_UTF_8) from exc
    if "\0" in text:
        raise _UnreadableError(_NOT_UTF_8)
    return text


def _unreadable(label: str, problem: str) -> FileRead:
    return FileRead(label, "can't be read", problems=(problem,))


def _in_section(section: str, value: object, label: str) -> Iterator[Written]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield Written(name, inner, label, section)
            yield from _in_section(f"{section}.{name}", inner, label)


def _line_of(name: str, lines: list[str], label: str) -> tuple[str, str]:
    """Where a name stands, and that line; the file alone where it begins no line."""
    begins = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
    for number, line in enumerate(lines, start=1):
        if begins.match(line):
            return f"{label}, line {number}", line
    return label, ""


def _inside(path: Path) -> list[Path]:
    if path.suffix == ".toml":
        return []
    try:
        folders = [one for one in sorted(path.iterdir()) if one.is_dir()]
        return [file for one in folders for file in sorted(one.iterdir())]
    except OSError:
        return []


def _stamp(file: Path) -> tuple[str, int, int, int] | None:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    if stat.S_ISFIFO(found.st_mode):
        return None
    return os.fspath(file), found.st_ino, found.st_size, found.st_mtime_ns
