"""Optional libraries by hash: all are pinned, and to none that the app could not work with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
FILES = [ROOT / "optional" / "recogniser.txt"]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def entries(file: Path) -> Iterator[list[str]]:
    """Each requirement and what follows it, as pip joins lines."""
    text = re.sub(r"^\s*#.*\n", "", file.read_text(), flags=re.MULTILINE)
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip():
            yield re.split(r"\s+(?=--hash)", line.strip())


def own_requirements() -> dict[str, Requirement]:
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    wanted = [
        Requirement(line.partition("#")[0]) for line in lines if line.partition("#")[0].strip()
    ]
    return {one.name: one for one in wanted}


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
