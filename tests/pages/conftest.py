"""A site with real wiring in a temporary folder; generator and store can be made to fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imagespeak_core import bootstrap
from pages.components.wiring import wiring
from tests.pages.stand_ins import ScriptedGenerator, WatchedStore
from tests.pages.visits import Site


@pytest.fixture
def in_a_fresh_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Folders of its own, and nothing left of what another test has wired."""
    workplace = tmp_path / "workplace"
    workplace.mkdir()
    monkeypatch.chdir(workplace)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("IMAGESPEAK_DATA_DIR", str(tmp_path / "pictures"))
    wiring.cache_clear()
    yield tmp_path
    if wiring.cache_info().currsize:
        wiring().queue.shutdown()
    wiring.cache_clear()


@pytest.fixture
def site(in_a_fresh_place: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The folder store, watched, and a generator with a script."""
    generator = ScriptedGenerator()
    monkeypatch.setitem(bootstrap.GENERATORS, "illustrator", lambda settings: generator)
    folder = bootstrap.STORES["directory"]
    monkeypatch.setitem(
        bootstrap.STORES, "directory", lambda settings: WatchedStore(folder(settings))
    )
    store = wiring().services.store
    assert isinstance(store, WatchedStore)
    return Site(generator, store, in_a_fresh_place / "pictures")
