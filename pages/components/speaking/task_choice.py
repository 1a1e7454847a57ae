"""What one practises for: free practice, or the times of an exam. And whether tones are heard."""

from __future__ import annotations

from typing import Final

import streamlit as st

from imagespeak_core.errors import SettingsError
from imagespeak_core.speaking.tasks import Task, tasks
from pages.components.shell import messages, readable
from pages.components.shell.kept import Kept

FREE: Final = Task(name="free", title="Free practice")
"""What is there without the file, too."""

_TASK = Kept("speaking_task", "")
_SOUNDS = Kept("speaking_sounds", False)
_MINUTE_S = 60


def chosen() -> Task:
    """The task that counts now."""
    offered = _offered()
    return next((task for task in offered if task.title == _TASK.get()), offered[0])


def has_sounds() -> bool:
    """Whether a tone is heard at the start and the end of a recording."""
    return _SOUNDS.get()


def draw(*, limit_s: int) -> Task:
    """The choice, and the times of what is chosen in words; gives it.

    Args:
        limit_s: The longest recording that the server keeps.
    """
    with st.container(key="task_choice", horizontal=True, vertical_alignment="bottom"):
        task = chosen()
        st.selectbox(
            "Task",
            [task.title for task in _offered()],
            key=_TASK.name,
            persist_state="session",
        )
        st.toggle("Sounds", key=_SOUNDS.name, persist_state="session")
    try:
        tasks()
    except SettingsError as error:
        messages.show(error)
    st.caption(in_words(task, limit_s=limit_s))
    return task


def in_words(task: Task, *, limit_s: int) -> str:
    """The task's times as one sentence."""
    stops_s = task.stops_after_s(limit_s)
    if task.speak_s is None:
        speak = f"Speak as long as you like, up to {_time(stops_s)}."
    elif 0 < task.speak_min_s < stops_s:
        speak = f"Speak for {_time(task.speak_min_s)} to {_time(stops_s)}."
    else:
        speak = f"Speak for {_time(stops_s)}."
    prepare = f"Look at the picture for {_time(task.prepare_s)} first. " if task.prepare_s else ""
    tries = {None: "", 1: " You have one attempt."}
    return prepare + speak + tries.get(task.attempts, f" You have {task.attempts} attempts.")


def _offered() -> tuple[Task, ...]:
    try:
        return tasks()
    except SettingsError:  # it is shown beside the choice
        return (FREE,)


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, _MINUTE_S)
    parts = ((minutes, "minute"), (rest, "second"))
    return " ".join(readable.number_of(number, noun) for number, noun in parts if number)
