"""What a tab keeps between two runs: typed, declared once, and forgotten with its session."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import streamlit as st

from pages.components.shell.kept import OF_SESSION, Kept, forget_session
from tests.for_each import for_each

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "pages").rglob("*.py"))
ONLY = ROOT / "pages/components/shell/kept.py"


@pytest.fixture(autouse=True)
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Of a tab that was just opened."""
    fresh: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", fresh)
    return fresh


def loaded(path: Path) -> ModuleType:
    return importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def declared() -> dict[str, Kept[Any]]:
    """All that stands in modules, by where it stands."""
    parts = [path for path in MODULES if "components" in path.parts]
    return {
        f"{path.stem}.{name}": value
        for path in parts
        for name, value in vars(loaded(path)).items()
        if isinstance(value, Kept)
    }


def test_default_is_told_until_something_is_kept(state: dict[str, Any]) -> None:
    length = Kept("length", 20)
    assert length.get() == 20
    assert state == {}
    length.set(40)
    assert (length.get(), state) == (40, {"length": 40})
    length.forget()
    length.forget()
    assert (length.get(), state) == (20, {})


def test_what_is_taken_is_told_once() -> None:
    said = Kept("said", "")
    said.set("Deleted.")
    assert [said.take(), said.take()] == ["Deleted.", ""]


def test_first_value_stays() -> None:
    part = Kept("part", "")
    part.start_with("Lesson")
    part.start_with("Share")
    assert part.get() == "Lesson"


def test_each_has_a_name_of_its_own(state: dict[str, Any]) -> None:
    notes = Kept("notes", "")
    notes.each("a.png").set("Who drives?")
    assert state == {"notes_a.png": "Who drives?"}
    assert notes.each("b.png").get() == ""


def test_session_takes_its_own_along(state: dict[str, Any]) -> None:
    Kept(f"{OF_SESSION}images", ()).set(())
    Kept("topic", "all").set("town")
    forget_session()
    assert state == {"topic": "town"}


def test_names_and_defaults() -> None:
    found = declared()
    assert len(found) > 50
    own = {id(kept): kept for kept in found.values()}.values()
    names = [kept.name for kept in own]
    assert len(names) == len(set(names))
    for kept in own:
        assert not isinstance(kept.default, list | dict | set)


@for_each("path", [path for path in MODULES if path != ONLY], ids=lambda path: path.stem)
def test_state_is_reached_in_one_way(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    reached = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "session_state"
    ]
    assert reached == []
