"""Styles, scripts and markup are files, each beside the module that uses it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from tests.for_each import for_each

PAGES = Path(__file__).parents[2] / "pages"
MODULES = sorted(PAGES.rglob("*.py"))
ASSETS = sorted(
    path for path in PAGES.rglob("*") if path.suffix in {".js", ".css", ".html", ".svg"}
)
CODE = re.compile(
    r"<style|<script|export default|=> \{|\bfunction\b.*\(|\bconst \w+ =|document\.query"
    r"|^\s*[.#:\[\w][^{}\n]*\{[^{}]*[\w-]+:[^{}]*;[^{}]*\}",
    re.MULTILINE,
)
ELEMENTS = {"<style>\n", "<script>\n"}
"""What stands around a file of styles, or a script."""


@cache
def texts(module: Path) -> tuple[str, ...]:
    """The literals of a module, but for docstrings."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    docs = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return tuple(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs
    )


@for_each("module", MODULES, ids=lambda module: module.stem)
def test_module_holds_no_code_for_browser(module: Path) -> None:
    found = [text for text in texts(module) if text not in ELEMENTS and CODE.search(text)]
    assert found == []


def test_code_would_be_found() -> None:
    samples = (
        "<style>p { margin: 0 }</style>",
        "export default function (component) {}",
        "\n.strip { display: flex; }\n",
        "\nconst waits = new WeakMap();\n",
    )
    assert all(CODE.search(sample) for sample in samples)


@for_each("asset", ASSETS, ids=lambda asset: asset.name)
def test_asset_is_used_by_module_beside_it(asset: Path) -> None:
    beside = [path for path in MODULES if path.parent == asset.parent]
    of_its_name = [path for path in beside if asset.stem.startswith(path.stem)]
    source = "\n".join(path.read_text(encoding="utf-8") for path in of_its_name[:1] or beside)
    by_stem = {
        ".css": r"assets\.(style|component)\(__file__",
        ".js": r"assets\.component\(__file__",
        ".html": r"assets\.component\(__file__",
    }
    is_of_one = any(path.stem == asset.stem for path in beside)
    if is_of_one and asset.suffix in by_stem and f'"{asset.name}"' not in source:
        assert re.search(by_stem[asset.suffix], source)
    else:
        assert f'"{asset.name}"' in source


def test_every_part_has_its_files() -> None:
    for module in MODULES:
        called = set(re.findall(r"assets\.(style|component)\(__file__", module.read_text("utf-8")))
        wanted = {".css"} if called == {"style"} else {".css", ".js", ".html"} if called else set()
        assert [end for end in wanted if not module.with_suffix(end).is_file()] == []


def test_styles_name_keys_that_pages_give() -> None:
    given = "\n".join(text for module in MODULES for text in texts(module))
    named = {
        (path.name, name)
        for path in ASSETS
        for name in re.findall(r"st-key-(\w+)", path.read_text(encoding="utf-8"))
    }
    assert named
    assert [pair for pair in sorted(named) if pair[1].strip("_") not in given] == []
