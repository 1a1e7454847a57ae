"""The tasks that a learner can choose: how long to prepare and to speak. A person may edit them.

They lie in `practice_tasks.toml` beside this module, which says how.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from imagespeak_core.errors import SettingsError

FILE_NAME = "practice_tasks.toml"

_LONGEST_S = 3600
_TABLE = "[[task]]"


@dataclass(frozen=True, slots=True)
class Task:
    """One task.

    Attributes:
        name: Tells it from the others: `a-z 0-9 _`.
        title: What a learner reads.
        prepare_s: Whole seconds before the recording begins, 0 to 3600.
        speak_min_s: Whole seconds that one should speak at least; 0: no matter.
        speak_s: Whole seconds after which the recording stops, 1 to 3600; None: at the limit
            of the server.
        attempts: Recordings of one picture, 1 or more; None: as many as one likes.
    """

    name: str
    title: str
    prepare_s: int = 0
    speak_min_s: int = 0
    speak_s: int | None = None
    attempts: int | None = None

    def stops_after_s(self, limit_s: int) -> int:
        """Seconds after which a recording stops.

        Args:
            limit_s: The longest that the server keeps.
        """
        return limit_s if self.speak_s is None else min(self.speak_s, limit_s)


@cache
def tasks() -> tuple[Task, ...]:
    """Those of the file, in its order; the first is what everybody begins with.

    Raises:
        SettingsError: The file is wrong; says in which line and what.
    """
    path = Path(__file__).with_name(FILE_NAME)
    try:
        return read_tasks(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingsError(f"{FILE_NAME} can't be read: {exc}. Put it back as it was.") from exc


def read_tasks(text: str) -> tuple[Task, ...]:
    """The tasks that such a file tells.

    Args:
        text: All of the file.

    Raises:
        SettingsError: Something is wrong; says in which line and what.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise SettingsError(f"{FILE_NAME} can't be read: {exc}.") from exc
    try:
        lines = _File.model_validate(told).task
    except ValidationError as exc:
        raise SettingsError("\n".join(_sentences(exc, text))) from exc
    found = tuple(Task(**line.model_dump()) for line in lines)
    for at, task in enumerate(found):
        field, wrong = _against_others(task, found[:at])
        if wrong:
            raise SettingsError(f"{FILE_NAME}, {_line(text, at, field)}: {field} {wrong}")
    return found


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field(pattern=r"^[a-z0-9_]{1,40}$")
    title: str = Field(min_length=1, max_length=60, pattern=r"\S")
    prepare_s: int = Field(default=0, ge=0, le=_LONGEST_S)
    speak_min_s: int = Field(default=0, ge=0, le=_LONGEST_S)
    speak_s: int | None = Field(default=None, ge=1, le=_LONGEST_S)
    attempts: int | None = Field(default=None, ge=1, le=1000)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    task: list[_Entry] = Field(min_length=1)


def _against_others(task: Task, before: tuple[Task, ...]) -> tuple[str, str]:
    """The field that doesn't fit the task's other ones or the tasks before, and what is wrong."""
    if task.name in {other.name for other in before}:
        return "name", f"{task.name!r} is that of another task. Give each a name of its own."
    if task.title in {other.title for other in before}:
        return "title", f"{task.title!r} is that of another task. Give each a title of its own."
    if task.speak_s is not None and task.speak_min_s > task.speak_s:
        return "speak_min_s", f"{task.speak_min_s} is more than speak_s, {task.speak_s}."
    return "", ""


def _sentences(error: ValidationError, text: str) -> list[str]:
    sentences = []
    for detail in error.errors():
        match detail["loc"]:
            case ("task", int(at), *fields):
                field = str(fields[0]) if fields else ""
                wrong = detail["msg"].removesuffix(".")
                if detail["type"] == "extra_forbidden":
                    wrong = f"is unknown; known are {', '.join(_Entry.model_fields)}"
                where = f"{FILE_NAME}, {_line(text, at, field)}"
                sentences.append(f"{where}: {field or 'task'}: {wrong}.")
            case _:
                sentences.append(f"{FILE_NAME}: write each task below a line {_TABLE}.")
    return sentences


def _line(text: str, at: int, field: str) -> str:
    """Where a field of a task stands; the task's first line where it is missing."""
    lines = [line.strip() for line in text.splitlines()]
    heads = [number for number, line in enumerate(lines) if line.startswith(_TABLE)]
    if at >= len(heads):
        return f"task {at + 1}"
    end = heads[at + 1] if at + 1 < len(heads) else len(lines)
    named = re.compile(rf"[\"']?{re.escape(field)}[\"']?\s*=")
    found = (n for n in range(heads[at], end) if field and named.match(lines[n]))
    return f"line {next(found, heads[at]) + 1}"
