"""A teacher's change to a class, made on the state that the page showed."""

from __future__ import annotations

from collections.abc import Callable

from imagespeak_core.classroom.classes import change_class
from imagespeak_core.classroom.errors import ClassChangedError
from imagespeak_core.classroom.state import ClassState, OpenClass
from imagespeak_core.errors import ImageSpeakError
from pages.components.classroom import class_memory
from pages.components.shell import access, messages, redraw
from pages.components.shell.wiring import wiring
from pages.components.widgets import attention

Edit = Callable[[ClassState], ClassState]


def change(opened: OpenClass, edit: Edit) -> None:
    """Callback: make the change, unless somebody else changed the class since it was drawn.

    Args:
        opened: The class as the page showed it.
        edit: Old state in, new state out.
    """
    is_changed(opened, edit)


def is_changed(opened: OpenClass, edit: Edit) -> bool:
    """The same, for callbacks that go on from there.

    Returns:
        Whether the class is now as the edit makes it.
    """
    error: ImageSpeakError | None = None
    try:
        written = _change(opened, edit)
    except ImageSpeakError as failed:
        error = failed
    else:
        class_memory.WRITTEN.set(written.version)
    class_memory.ERROR.set(error)
    redraw.request()
    return error is None


def show_error() -> None:
    """Why the last change was not made; it stands until the next press."""
    error = class_memory.ERROR.get()
    if error:
        messages.show(error)
        attention.draw(error, key="class_error_here")


def forget_error() -> None:
    """Callback: the teacher goes on to something else."""
    class_memory.ERROR.set(None)


def _change(opened: OpenClass, edit: Edit) -> OpenClass:
    services, teacher = wiring().services, access.the_teacher()
    try:
        return change_class(services, teacher, opened, edit)
    except ClassChangedError as error:
        if not error.now:
            raise
        if error.now.state == edit(opened.state):
            return error.now  # the second press of a double click
        if error.now.version != class_memory.WRITTEN.get():
            raise
        # Pressed before the page had drawn what its last press has made.
        return change_class(services, teacher, error.now, edit)
