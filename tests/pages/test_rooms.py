"""The rooms of the pages: each tells truly what is in it, and which ones it knows."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

from tests.for_each import for_each

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "pages"
PACKAGES = sorted(path.parent for path in PAGES.rglob("__init__.py"))
BELOW = {
    "shell": set(),
    "widgets": {"shell"},
    "picture": {"shell", "widgets"},
    "speaking": {"shell", "widgets", "picture"},
    "classroom": {"shell", "widgets", "picture", "speaking"},
    "gallery": {"shell", "widgets", "picture", "speaking"},
    "lab": {"shell", "widgets", "picture", "speaking"},
}
BACKENDS = re.compile(r"imagespeak_core\.(generators|stores)\.\w+(\.|$)")
OPEN = (
    "imagespeak_core.generators.base",
    "imagespeak_core.stores.folder.pictures",
    "imagespeak_core.stores.signing_time",
)
"""What pages may know of what makes pictures and keeps them."""


@cache
def imported(module: Path) -> set[str]:
    """Full names of the modules, and of what is taken out of them."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@for_each("package", PACKAGES, ids=lambda package: package.name)
def test_map_names_all_that_is_there(package: Path) -> None:
    told = ast.get_docstring(ast.parse((package / "__init__.py").read_text(encoding="utf-8")))
    named = re.findall(r"^(\w+) {2,}\S", told or "", re.MULTILINE)
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    rooms = {path.parent.name for path in package.glob("*/__init__.py")}
    assert sorted(named) == sorted(modules | rooms)


@for_each("room", BELOW)
def test_room_knows_those_above_alone(room: str) -> None:
    known = {
        name.split(".")[2]
        for module in (PAGES / "components" / room).glob("*.py")
        for name in imported(module)
        if name.startswith("pages.components.")
    }
    assert known - {room} <= BELOW[room]


def test_every_room_has_its_place() -> None:
    assert {path.name for path in PACKAGES if path.parent.name == "components"} == set(BELOW)


def test_no_two_modules_have_one_name() -> None:
    names = Counter(
        path.stem for path in (PAGES / "components").rglob("*.py") if path.stem != "__init__"
    )
    assert [name for name, times in names.items() if times > 1] == []


@for_each("module", sorted(PAGES.rglob("*.py")), ids=lambda module: module.stem)
def test_page_knows_no_backend(module: Path) -> None:
    found = {name for name in imported(module) if BACKENDS.match(name)}
    assert {name for name in found if not name.startswith(OPEN)} == set()
