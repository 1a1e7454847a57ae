"""Libraries by hash: all are pinned, to none that the app could not work with, and none lacks."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK, LAMBDA_LOCK = ROOT / "requirements.lock", ROOT / "deploy" / "lambda.lock"
FILES = [ROOT / "optional" / "recogniser.txt", LOCK, LAMBDA_LOCK]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(file: Path) -> Iterator[list[str]]:
    """Each requirement and what follows it, as pip joins lines."""
    text = re.sub(r"^\s*#.*\n", "", file.read_text(), flags=re.MULTILINE)
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip():
            yield re.split(r"\s+(?=--hash)", line.strip())


def own_requirements(file: Path = ROOT / "requirements.txt") -> dict[str, Requirement]:
    lines = file.read_text().splitlines()
    wanted = [
        Requirement(line.partition("#")[0]) for line in lines if line.partition("#")[0].strip()
    ]
    return {one.name: one for one in wanted}


def locked(file: Path, python: str) -> dict[str, str]:
    """The version of each library that a file gives this Python on Linux."""
    known = {
        "python_version": python,
        "python_full_version": f"{python}.1",
        "sys_platform": "linux",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    pinned = [Requirement(wanted) for wanted, *_ in entries(file)]
    return {
        canonicalize_name(one.name): next(iter(one.specifier)).version
        for one in pinned
        if not one.marker or one.marker.evaluate(known)
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_is_pinned_by_hash(file: Path) -> None:
    assert len(list(entries(file))) >= 1
    for wanted, *hashes in entries(file):
        assert [spec.operator for spec in Requirement(wanted).specifier] == ["=="], wanted
        assert hashes, wanted
        assert all(HASH.fullmatch(one) for one in hashes), wanted


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_app_works_with_each(file: Path) -> None:
    own = own_requirements()
    for python in PYTHONS:
        known = {"python_version": python, "python_full_version": f"{python}.1"}
        for wanted, *_ in entries(file):
            pinned = Requirement(wanted)
            if pinned.name not in own or (pinned.marker and not pinned.marker.evaluate(known)):
                continue
            (spec,) = pinned.specifier
            assert own[pinned.name].specifier.contains(spec.version), (python, wanted)


def test_the_recogniser_brings_its_library_and_its_model() -> None:
    asked = (ROOT / "optional" / "recogniser.in").read_text()
    pinned = (ROOT / "optional" / "recogniser.txt").read_text()
    names = re.findall(r"^[\w.-]+==[\w.]+", asked, flags=re.MULTILINE)
    assert len(names) == 3
    for name in names:
        assert f"\n{name} \\\n" in pinned


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_has_all_that_the_app_asks_for(python: str) -> None:
    versions = locked(LOCK, python)
    for name, wanted in own_requirements().items():
        version = versions.get(canonicalize_name(name))
        assert version, name
        assert wanted.specifier.contains(version), (name, version)


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lambda_has_the_same_versions_and_what_its_list_names(python: str) -> None:
    versions, of_app = locked(LAMBDA_LOCK, python), locked(LOCK, python)
    assert versions.items() <= of_app.items()
    asked = own_requirements(ROOT / "deploy" / "lambda.in").keys()
    assert asked <= versions.keys()
    readme = (ROOT / "README.md").read_text()
    [sentence] = re.findall(r"Package the folder `imagespeak_core` with ([^(]+)", readme)
    assert asked == set(re.findall(r"`([\w-]+)`", sentence))


@pytest.mark.parametrize("file", [LOCK, LAMBDA_LOCK], ids=lambda file: file.stem)
def test_what_a_locked_library_needs_is_locked(file: Path) -> None:
    """As far as they are installed here."""
    names = locked(file, f"{sys.version_info[0]}.{sys.version_info[1]}").keys()
    extras = {name: own_requirements().get(name, Requirement(name)).extras for name in names}
    for name in names:
        for line in _needs(name):
            need = Requirement(line)
            wanted = [{"extra": extra} for extra in ("", *extras[name])]
            if not need.marker or any(need.marker.evaluate(one) for one in wanted):
                assert canonicalize_name(need.name) in names, (name, line)


def _needs(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_the_locks_say_how_they_are_made_anew() -> None:
    text = (ROOT / "deploy" / "README.md").read_text()
    for file in (LOCK, LAMBDA_LOCK):
        [command] = re.findall(r"^#    (uv pip compile .+)$", file.read_text(), re.MULTILINE)
        assert f"\n{command}\n" in text
