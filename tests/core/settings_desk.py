"""A place to write settings, as a person does, and to read them as a server would."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from imagespeak_core.settings import Settings, places
from imagespeak_core.settings.places import find_places
from imagespeak_core.settings.reading import Reading, read_settings, usable


@dataclass
class Desk:
    """An empty working directory, home and folder of the app, and an environment of its own."""

    here: Path
    home: Path
    app: Path
    environ: dict[str, str] = field(default_factory=dict)

    def write(self, path: Path, text: str | bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def dotenv(self, text: str | bytes) -> None:
        self.write(self.here / ".env", text)

    def secrets(self, text: str | bytes) -> None:
        self.write(self.here / ".streamlit/secrets.toml", text)

    def read(self, *named: str) -> Reading:
        return read_settings(find_places(self.environ, list(named) or None), self.environ)

    def settings(self, *named: str) -> Settings:
        return usable(self.read(*named))


def desk_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(folder / "here", folder / "home", folder / "srv")
    for one in (desk.here, desk.home, desk.app):
        one.mkdir()
    (desk.app / "app.py").touch()
    monkeypatch.chdir(desk.here)
    monkeypatch.setenv("HOME", str(desk.home))
    monkeypatch.setattr(places, "APP_FOLDER", desk.app)
    return desk
