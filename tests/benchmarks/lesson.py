"""A class as its teacher has prepared it, for benchmarks in which learners follow."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import Edit, change_class, create_class, open_class
from imagespeak_core.classroom.state import ClassPicture, ClassState
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images
from imagespeak_core.services import Services

TEACHER = Teacher("a benchmark")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A class with some pictures, from the other side of the store."""

    services: Services
    session_id: str
    pictures: tuple[str, ...]

    @property
    def link(self) -> str:
        return f"session={self.session_id}"

    @property
    def stage(self) -> str:
        """What its teacher opens in the classroom."""
        return f"class={self.session_id}&view=present"

    def change(self, edit: Edit) -> None:
        opened = open_class(self.services, self.session_id)
        assert opened
        change_class(self.services, TEACHER, opened, edit)

    def count(self) -> int:
        return len(self.services.store.list_session(self.session_id))


def new_lesson(services: Services, *, pictures: int = 2) -> Lesson:
    """A class whose first picture is shown."""
    opened = create_class(services, TEACHER, "Benchmark")
    session_id = opened.state.session_id
    request = ImageRequest(session_id, "A red bus", seed=7, image_count=pictures)
    made = generate_images(services, request, teacher=TEACHER).images
    keys = [str(image.stored.key) for image in made]

    def fill(state: ClassState) -> ClassState:
        full = edits.add_pictures(state, [ClassPicture(key=key) for key in keys])
        return edits.choose_picture(full, keys[0])

    change_class(services, TEACHER, opened, fill)
    return Lesson(services, session_id, tuple(key.rpartition("/")[2] for key in keys))


def key_in(state: ClassState, name: str) -> str:
    """The key of the class's picture with this file name."""
    return next(one.key for one in state.pictures if one.key.endswith(name))
