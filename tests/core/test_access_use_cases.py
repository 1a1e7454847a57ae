"""What only teachers may do asks for a `Teacher`, and nobody but `decide` gives one."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import classes
from imagespeak_core.gallery import deletion
from imagespeak_core.pictures import use_cases
from imagespeak_core.pictures.queue import GenerationQueue

ROOT = Path(__file__).parents[2]

FOR_EVERYBODY = {"open_class", "is_class", "find_class"}


def use_cases_in(*modules: object) -> list[Callable[..., object]]:
    """Every public function that is given the services."""
    return [
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == getattr(module, "__name__", "")
        and not name.startswith("_")
        and next(iter(inspect.signature(function).parameters), "") == "services"
    ]


def teacher_of(function: Callable[..., object]) -> inspect.Parameter | None:
    return inspect.signature(function).parameters.get("teacher")


@pytest.mark.parametrize("function", use_cases_in(classes, deletion), ids=lambda f: f.__name__)
def test_a_teachers_use_case_can_not_be_called_without_a_teacher(
    function: Callable[..., object],
) -> None:
    teacher = teacher_of(function)
    if function.__name__ in FOR_EVERYBODY:
        assert teacher is None
        return
    assert teacher is not None
    assert teacher.annotation == "Teacher", "None is not enough"
    assert teacher.default is inspect.Parameter.empty


def test_the_walk_finds_them() -> None:
    names = {function.__name__ for function in use_cases_in(classes, deletion)}
    assert names >= FOR_EVERYBODY | {"create_class", "change_class", "delete_class"}
    assert names >= {"delete_pictures", "delete_session"}


def test_who_makes_pictures_is_nobody_unless_told() -> None:
    for function in (
        use_cases.generate_images,
        use_cases.get_practice_image,
        GenerationQueue.generate,
    ):
        teacher = teacher_of(function)
        assert teacher is not None
        assert teacher.default is None
        assert teacher.kind is inspect.Parameter.KEYWORD_ONLY
    assert teacher_of(GenerationQueue.get) is None, "a learner's press, always"


def calling(name: str) -> set[str]:
    """The files of the app that call a function of this name."""
    sources = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("imagespeak_core", "pages")
        for path in (ROOT / folder).rglob("*.py")
    }
    return {
        path
        for path, source in sources.items()
        if name in source
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    }


def test_teachers_are_made_in_one_place() -> None:
    assert calling(Teacher.__name__) == {"imagespeak_core/access/teachers.py"}


def test_who_looks_is_decided_in_one_place() -> None:
    assert calling("decide") == {"pages/components/shell/access.py"}
