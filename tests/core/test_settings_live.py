"""A changed file counts without a restart, where it is about who is a teacher."""

from __future__ import annotations

import logging
import os
import shutil
from functools import partial
from pathlib import Path

import pytest

from imagespeak_core.errors import SettingsError
from imagespeak_core.settings.files import stamp
from imagespeak_core.settings.live import LOOK_EVERY_S, LiveSettings
from imagespeak_core.settings.places import find_places
from imagespeak_core.settings.reading import read_settings
from tests.core.settings_desk import Desk, desk_in
from tests.for_each import for_each

FIRST = 'IMAGESPEAK_TEACHER_PIN = "blue-42-frog"\nIMAGESPEAK_BUCKET = "our-pictures"\n'
SECOND = FIRST.replace("blue", "golden")


class Rig:
    """A server's settings, and a clock that is turned by hand."""

    def __init__(self, desk: Desk, *named: str) -> None:
        self.now_s = 100.0
        places = find_places(desk.environ, list(named) or None)
        self.live = LiveSettings(
            partial(read_settings, places, desk.environ),
            partial(stamp, places.env_files + places.secrets),
            lambda: self.now_s,
        )

    def pin(self) -> str | None:
        pin = self.live.now().settings.teacher_pin
        return pin.get_secret_value() if pin else None

    def later(self) -> str | None:
        self.now_s += LOOK_EVERY_S
        return self.pin()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = desk_in(tmp_path, monkeypatch)
    desk.secrets(FIRST)
    return desk


def test_a_new_pin_counts_within_two_seconds(desk: Desk) -> None:
    rig = Rig(desk)
    desk.secrets(SECOND)
    assert rig.pin() == "blue-42-frog"
    rig.now_s += LOOK_EVERY_S - 0.1
    assert rig.pin() == "blue-42-frog", "no file is looked at more often"
    assert rig.later() == "golden-42-frog"
    assert rig.live.now() is rig.live.now()


def test_a_file_that_takes_the_place_of_the_old_one(desk: Desk) -> None:
    """As long as the old one, and with its time: another file all the same."""
    rig = Rig(desk)
    file = desk.here / ".streamlit/secrets.toml"
    desk.write(desk.here / "new", FIRST.replace("blue", "gold"))
    os.utime(desk.here / "new", ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns))
    (desk.here / "new").replace(file)
    assert rig.later() == "gold-42-frog"


def test_a_mounted_secret_whose_link_is_turned(desk: Desk) -> None:
    mounted = desk.home / "secrets/pin"
    desk.write(mounted / "..1/IMAGESPEAK_TEACHER_PIN", "blue-42-frog")
    desk.write(mounted / "..2/IMAGESPEAK_TEACHER_PIN", "golden-42-frog")
    (mounted / "..data").symlink_to("..1")
    (mounted / "IMAGESPEAK_TEACHER_PIN").symlink_to("..data/IMAGESPEAK_TEACHER_PIN")
    rig = Rig(desk, str(desk.home / "secrets"))
    assert rig.pin() == "blue-42-frog"
    (mounted / "next").symlink_to("..2")
    (mounted / "next").replace(mounted / "..data")
    assert rig.later() == "golden-42-frog"


def test_files_that_come_and_go(desk: Desk) -> None:
    rig = Rig(desk)
    desk.dotenv("IMAGESPEAK_TEACHER_PIN=of-dotenv")
    assert rig.later() == "of-dotenv"
    (desk.here / ".env").unlink()
    assert rig.later() == "blue-42-frog"


def test_a_working_directory_that_is_taken_away(desk: Desk) -> None:
    desk.write(desk.home / ".streamlit/secrets.toml", SECOND)
    rig = Rig(desk)
    shutil.rmtree(desk.here)
    assert rig.later() == "golden-42-frog"


def test_teachers_and_the_sign_in_count_too(desk: Desk) -> None:
    rig = Rig(desk)
    assert rig.live.now().auth is None
    desk.secrets(
        'IMAGESPEAK_TEACHERS = "@x.org"\nIMAGESPEAK_TENANT = ["https://a.org/x", "https://b.org"]\n'
        '[auth]\nclient_secret = "new"'
    )
    assert rig.later() is None
    assert rig.live.now().settings.teacher_addresses == ("@x.org",)
    assert rig.live.now().settings.own_tenants == ("https://a.org/x", "https://b.org")
    assert rig.live.now().auth == {"client_secret": "new"}


@for_each(
    "broken",
    [
        *("IMAGESPEAK_TEACHER_PIN = ", "IMAGESPEAK_TEACHER_PIN = '1'", "IMAGESPEAK_PIN = 'gold'"),
        b"\xff\xff\xff",
    ],
)
def test_a_file_that_becomes_wrong_changes_nothing(
    desk: Desk, caplog: pytest.LogCaptureFixture, broken: str | bytes
) -> None:
    desk.secrets(FIRST)
    rig = Rig(desk)
    caplog.clear()
    desk.secrets(broken)
    assert rig.later() == rig.later() == "blue-42-frog"
    [told] = [record.message for record in caplog.records]
    assert "wrong; the earlier ones still count" in told
    assert "secrets.toml" in told
    assert "gold" not in told
    desk.secrets(SECOND)
    assert rig.later() == "golden-42-frog"


def test_what_needs_a_restart_stays_and_is_told(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    rig = Rig(desk)
    secret = "sixteen-letters-at-least"
    desk.secrets(SECOND.replace("our-", "other-") + f'IMAGESPEAK_SECRET = "{secret}"')
    with caplog.at_level(logging.WARNING):
        assert rig.later() == "golden-42-frog"
    assert rig.live.now().settings.bucket == "our-pictures"
    assert rig.live.now().settings.secret is None
    told = "\n".join(record.message for record in caplog.records)
    assert "IMAGESPEAK_BUCKET, IMAGESPEAK_SECRET changed. Restart ImageSpeak to use it." in told
    assert secret not in told
    assert "gold" not in told


def test_wrong_settings_at_the_start(desk: Desk) -> None:
    desk.secrets("IMAGESPEAK_TEACHER_PIN = '1'")
    with pytest.raises(SettingsError, match="too easy"):
        Rig(desk)
