"""SECURITY.md and code agree."""

from __future__ import annotations

import re
from pathlib import Path

import imagespeak_core
from imagespeak_core.settings import Settings, setting_name
from pages.server.routes import routes

ROOT = Path(__file__).parents[1]
SECURITY = ROOT.joinpath("SECURITY.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", SECURITY))


def test_every_setting_that_is_named_is_one() -> None:
    named = {name for name in NAMED if name.startswith("IMAGESPEAK_")}
    assert len(named) >= 5
    assert named <= {setting_name(field) for field in Settings.model_fields}


def test_every_file_that_is_named_or_linked_is_there() -> None:
    links = {link.partition("#") for link in re.findall(r"\]\(([^)]+)\)", SECURITY)}
    for path, _, anchor in links:
        text = ROOT.joinpath(path).read_text(encoding="utf-8")
        titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        assert not anchor or anchor in {title.lower().replace(" ", "-") for title in titles}
    for name in NAMED:
        if re.fullmatch(r"[a-z_]+(/[a-z_]+)*(/[a-z_]+|\.py|\.txt)", name):
            assert any((root / name).exists() for root in (ROOT, ROOT / "imagespeak_core")), name
    assert imagespeak_core.__version__


def test_every_route_that_is_named_is_one_of_ours() -> None:
    ours = [getattr(route, "path", "") for route in routes()]
    named = [name for name in NAMED if re.fullmatch(r"/[a-z]+/", name)]
    assert len(named) >= 7
    for name in named:
        assert any(path.startswith(name) for path in ours), name


def test_it_is_linked_where_it_is_looked_for() -> None:
    assert "Report a vulnerability" in SECURITY
    assert "@" not in SECURITY, "no address was given"
