"""Who may make pictures, and for which sessions, whichever door is used.

Ids that begin with `class-` or `lab-` are given out by the classroom and the lab: only a teacher
makes pictures there, and only while the class or the experiment is stored.
"""

from __future__ import annotations

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.class_names import is_class_id
from imagespeak_core.classroom.classes import open_class
from imagespeak_core.classroom.errors import ClassGoneError, ClassLockedError
from imagespeak_core.lab.experiment import LAB_PREFIX
from imagespeak_core.lab.experiments import gone, open_experiment
from imagespeak_core.services import Services


def is_given_out(session_id: str) -> bool:
    """Whether only the classroom or the lab gives out such an id."""
    return is_class_id(session_id) or session_id.startswith(LAB_PREFIX)


def check_may_generate(services: Services, session_id: str, teacher: Teacher | None) -> None:
    """Return if pictures may be made for this session by whoever asks.

    It costs one read for the ids that are given out and a teacher, and none for all others.

    Args:
        services: What the use cases work with.
        session_id: For which the pictures are.
        teacher: Who asks, where it is a teacher.

    Raises:
        ClassLockedError: The id is given out, and no teacher asks.
        ClassGoneError: There is no such class.
        ExperimentGoneError: There is no such experiment.
        DocumentDamagedError: By subclass; the class or the experiment can't be read.
        StorageError: The store failed, so nobody knows; by subclass.
    """
    if not is_given_out(session_id):
        return
    if teacher is None:
        raise ClassLockedError("Only its teacher can make pictures for this class.")
    if is_class_id(session_id):
        if open_class(services, session_id) is None:
            raise ClassGoneError(
                f"There is no class {session_id!r}, so no picture is stored for it. "
                "It may have been deleted."
            )
    elif open_experiment(services, session_id) is None:
        raise gone(session_id)
