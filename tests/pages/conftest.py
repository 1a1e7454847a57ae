"""A site with real wiring in a temporary folder; generator and store can be made to fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime import context
from streamlit.runtime.scriptrunner.script_cache import ScriptCache

from imagespeak_core import bootstrap
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.generators.illustrator.workers import IllustratorPool
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from pages.components.shell import access
from pages.components.shell import wiring as shell_wiring
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import ScriptedGenerator, WatchedDocuments, WatchedStore
from tests.pages.visits import Site


@pytest.fixture(scope="session", autouse=True)
def _what_each_run_of_a_page_would_do_anew() -> Iterator[None]:
    """As a server: packages are looked at and pages compiled once, no commands are counted.

    And no browser has sent anything; else that would be a mock, made anew each time.
    """
    compiled = ScriptCache().get_bytecode
    usage_stats = "browser.gatherUsageStats"
    before = config.get_option(usage_stats)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner,
            "scan_component_manifests",
            cache(manifest_scanner.scan_component_manifests),
        )
        patch.setattr(ScriptCache, "get_bytecode", lambda _, script_path: compiled(script_path))
        patch.setattr(context, "_get_client_context", lambda: None)
        config.set_option(usage_stats, False)
        yield
        config.set_option(usage_stats, before)


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
        wiring().shutdown()
        generator = wiring().services.generator
        if isinstance(generator, IllustratorPool):
            generator.close()
    wiring.cache_clear()


@pytest.fixture
def site(in_a_fresh_place: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The folder store, watched, and a generator with a script."""
    generator = ScriptedGenerator()
    monkeypatch.setitem(bootstrap.GENERATORS, "illustrator", lambda settings: generator)

    def watched(settings: Settings) -> Services:
        services = bootstrap.build_services(settings)
        return replace(
            services,
            store=WatchedStore(services.store),
            documents=WatchedDocuments(services.documents),
            grammar=None,
        )

    monkeypatch.setattr(shell_wiring, "build_services", watched)
    store = wiring().services.store
    assert isinstance(store, WatchedStore)
    monkeypatch.setattr(wiring().classes, "_monotonic", lambda: 0.0)  # a look counts until told
    return Site(generator, store, in_a_fresh_place / "pictures")


@pytest.fixture
def as_teacher(monkeypatch: pytest.MonkeyPatch) -> Teacher:
    """Every visitor is this teacher: without a browser there are no headers to tell one by."""
    teacher = Teacher("this computer")
    monkeypatch.setattr(access, "current_teacher", lambda: teacher)
    return teacher
