"""Classes in a bucket: the same use cases as over a folder."""

from __future__ import annotations

from functools import partial

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import (
    change_class,
    create_class,
    delete_class,
    find_class,
    list_classes,
    open_class,
)
from imagespeak_core.classroom.errors import (
    ClassChangedError,
    ClassLockedError,
    ClassNameTakenError,
)
from imagespeak_core.classroom.state import ClassPicture
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images, retrieve_images
from imagespeak_core.services import Services
from tests.fakes import FakeGenerator
from tests.lambda_handler.rig import Rig, new_bucket

ANA = Teacher("ana@school.org")
CLASS = "class-7b-aaaaaaaa"
WISH = ImageRequest(CLASS, "A cat", width_px=256, height_px=256)


@pytest.fixture
def rig(moto_url: str) -> Rig:
    return Rig(moto_url, *new_bucket(moto_url), generator=FakeGenerator())


def server(rig: Rig) -> Services:
    return rig.build(rig.settings)


def test_a_lesson_from_its_beginning_to_its_end(rig: Rig) -> None:
    services, other = server(rig), server(rig)
    opened = create_class(services, ANA, "7b", random_bytes=bytes)
    with pytest.raises(ClassNameTakenError):
        create_class(other, ANA, "7b", random_bytes=bytes)
    with pytest.raises(ClassLockedError):
        generate_images(other, WISH)
    made = generate_images(services, WISH, teacher=ANA).images[0].stored
    picture = ClassPicture(key=str(made.key), prompt=WISH.prompt)
    opened = change_class(services, ANA, opened, partial(edits.add_pictures, pictures=[picture]))
    shown = change_class(other, ANA, opened, partial(edits.step, by=1))
    with pytest.raises(ClassChangedError) as caught:
        change_class(services, ANA, opened, edits.end)
    assert caught.value.now == shown == open_class(services, CLASS)
    assert list(list_classes(services, ANA)) == [shown]
    assert find_class(other, shown.state.code.lower()) == CLASS
    assert delete_class(other, ANA, CLASS) == {}
    assert rig.keys() == []
    assert open_class(services, CLASS) is None
    assert retrieve_images(services, CLASS) == []
