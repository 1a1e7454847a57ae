"""The shape of the house: who may import what, and what an import may do."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import grimp
import pytest

ROOT = Path(__file__).parents[1]
CORE = ROOT / "imagespeak_core"
MODULES = sorted([ROOT / "app.py", *CORE.rglob("*.py"), *(ROOT / "pages").rglob("*.py")])
MAX_LINES = 400
"""Most modules are half as long. One that is a single thing may be longer, since cutting it in two
would hide what belongs together; beyond this, no module was a single thing yet."""

SPEAK_TO_AWS = {
    "imagespeak_core/aws/clients.py",
    "imagespeak_core/aws/failures.py",
    "imagespeak_core/aws/service_files.py",
    "imagespeak_core/recognisers/transcribe.py",
    "imagespeak_core/aws/connection.py",
    "imagespeak_core/bootstrap.py",
    "imagespeak_core/generators/bedrock/once_more.py",
    "imagespeak_core/stores/s3/blobs.py",
    "imagespeak_core/stores/s3/conditions.py",
    "imagespeak_core/stores/s3/connection.py",
    "imagespeak_core/stores/s3/deletions.py",
    "imagespeak_core/stores/s3/errors.py",
    "imagespeak_core/stores/s3/lists.py",
    "imagespeak_core/stores/s3/quick_lists.py",
    "imagespeak_core/stores/s3/server.py",
    "imagespeak_core/stores/s3/signer.py",
}

IMPORT_AND_WATCH = """
import gc, importlib, json, os, pkgutil, sys, threading

watched = {"read": [], "written": [], "reached": []}

class Environment(type(os.environ)):
    def __getitem__(self, name):
        self.note(name)
        return super().__getitem__(name)

    def __iter__(self):
        self.note("all of it")
        return super().__iter__()

    @staticmethod
    def note(name):
        ours = str(name).upper().startswith(("IMAGESPEAK_", "XDG_"))
        frame = sys._getframe(2)
        while frame and not ours:
            caller = frame.f_globals.get("__name__", "")
            if caller.startswith("importlib"):
                break
            ours = caller.partition(".")[0] == "imagespeak_core"
            frame = frame.f_back
        if ours:
            watched["read"].append(str(name))

def watch(event, args):
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        watched["written"].append(str(args[0]))
    elif event in ("os.mkdir", "os.rename", "os.link", "os.symlink"):
        watched["written"].append(f"{event} {args[0]}")
    elif event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen"):
        watched["reached"].append(event)

os.environ.__class__ = Environment
sys.dont_write_bytecode = True
sys.addaudithook(watch)
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
clients = sys.modules.get("botocore.client")
print(json.dumps(watched | {
    "modules": sorted(sys.modules),
    "clients": [
        str(thing)
        for thing in gc.get_objects()
        if clients and isinstance(thing, clients.BaseClient)
    ],
    "threads": threading.active_count(),
}))
"""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def what_importing_does(place: Path, *names: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_AND_WATCH, json.dumps(names)],
        cwd=place,
        env={"PYTHONPATH": str(ROOT), "IMAGESPEAK_BUKET": "x", "HOME": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@cache
def imported_packages(path: Path) -> frozenset[str]:
    """What a module names in any import, also in a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found)


@pytest.fixture(scope="module")
def whole_core(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    place = tmp_path_factory.mktemp("import")
    seen = what_importing_does(place, *(module_name(path) for path in CORE.rglob("*.py")))
    return seen | {"left": [str(path) for path in place.rglob("*")]}


class TestImportingTheCore:
    def test_brings_no_streamlit(self, whole_core: dict[str, Any]) -> None:
        assert "imagespeak_core.lambda_handler" in whole_core["modules"]
        assert "imagespeak_core.stores.s3.blobs" in whole_core["modules"]
        assert "boto3" in whole_core["modules"]
        assert not [name for name in whole_core["modules"] if name.startswith("streamlit")]

    def test_makes_no_client_and_no_thread(self, whole_core: dict[str, Any]) -> None:
        assert whole_core["clients"] == []
        assert whole_core["threads"] == 1

    def test_reads_no_environment(self, whole_core: dict[str, Any]) -> None:
        pydantics = {"PYDANTIC_DISABLE_PLUGINS"}  # which it reads wherever a model is defined
        assert set(whole_core["read"]) <= pydantics

    def test_writes_nothing_and_asks_nobody(self, whole_core: dict[str, Any]) -> None:
        assert (whole_core["written"], whole_core["reached"], whole_core["left"]) == ([], [], [])


class TestWhatIsNotNeededIsNotLoaded:
    def test_the_app_starts_without_boto3(self, tmp_path: Path) -> None:
        seen = what_importing_does(
            tmp_path,
            "imagespeak_core.bootstrap",
            "imagespeak_core.pictures.queue",
            "imagespeak_core.stores.folder.blobs",
            "imagespeak_core.generators.illustrator.generator",
        )
        assert not {"boto3", "botocore"} & set(seen["modules"])

    def test_the_lambda_starts_without_pictures(self, tmp_path: Path) -> None:
        seen = what_importing_does(tmp_path, "imagespeak_core.lambda_handler")
        assert not {
            "PIL",
            "resvg_py",
            "streamlit",
            "imagespeak_core.generators.illustrator",
            "imagespeak_core.pictures.queue",
        } & set(seen["modules"])

    def test_pages_start_without_the_illustrator(self, tmp_path: Path) -> None:
        """A server on which a model makes the pictures has room for them, not for vocabulary."""
        seen = what_importing_does(
            tmp_path,
            "pages.server.routes",
            "pages.components.classroom.class_view",
            "pages.components.speaking.speaking_panel",
        )
        loaded = [name for name in seen["modules"] if ".illustrator" in name]
        assert loaded == []

    def test_the_packages_docstring_alone(self, tmp_path: Path) -> None:
        seen = what_importing_does(tmp_path, "imagespeak_core")
        assert [name for name in seen["modules"] if "imagespeak" in name] == ["imagespeak_core"]


class TestWhoImportsWhat:
    def test_only_the_named_modules_speak_to_aws(self) -> None:
        speaking = {
            name_of(path) for path in MODULES if imported_packages(path) & {"boto3", "botocore"}
        }
        assert speaking <= SPEAK_TO_AWS
        assert "imagespeak_core/stores/s3/blobs.py" in speaking

    def test_only_bootstrap_and_the_lambda_name_a_kind_of_store(self) -> None:
        stores = CORE / "stores"
        kinds = [room for room in stores.iterdir() if (room / "blobs.py").exists()]
        assert len(kinds) >= 2
        naming = {
            name_of(path)
            for path in MODULES
            for room in kinds
            if f"imagespeak_core.stores.{room.name}" in path.read_text(encoding="utf-8")
            and not path.is_relative_to(room)
        }
        assert naming == {
            "imagespeak_core/bootstrap.py",
            "imagespeak_core/lambda_handler/door.py",  # loads boto3 while Lambda starts
        }

    def test_only_app_and_pages_draw(self) -> None:
        drawing = {name_of(path) for path in MODULES if "streamlit" in imported_packages(path)}
        assert all(name == "app.py" or name.startswith("pages/") for name in drawing)
        assert "app.py" in drawing

    def test_the_core_names_nothing_outside(self) -> None:
        for path in CORE.rglob("*.py"):
            assert not imported_packages(path) & {"app", "pages", "tests"}, name_of(path)

    def test_nothing_imports_the_lambda_or_the_app(self) -> None:
        for path in MODULES:
            text = path.read_text(encoding="utf-8")
            if path.parent.name != "lambda_handler":
                assert "imagespeak_core.lambda_handler" not in text, name_of(path)
            assert "app" not in imported_packages(path), name_of(path)

    def test_no_modules_import_each_other_in_a_circle(self) -> None:
        graph = grimp.build_graph("imagespeak_core", "pages", exclude_type_checking_imports=True)
        imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
        TopologicalSorter(imports).prepare()  # a CycleError names those that do


class TestShape:
    def test_no_module_is_long(self) -> None:
        lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
        assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}

    def test_no_drawer_for_odds_and_ends(self) -> None:
        assert not [
            name_of(path)
            for path in MODULES
            if path.stem.strip("_") in {"utils", "util", "helpers", "helper", "common", "misc"}
        ]

    def test_every_folder_is_a_package(self) -> None:
        folders = {path.parent for path in MODULES} - {ROOT}
        assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
