"""The teachers' door follows the files with settings; Streamlit gets its part of them."""

from __future__ import annotations

import asyncio
import math
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
import streamlit as st
from starlette.types import Message, Receive, Scope, Send
from streamlit.auth_util import get_secrets_auth_section
from streamlit.runtime import secrets as streamlit_secrets

from imagespeak_core.access.cookie import make_cookie
from imagespeak_core.access.device import Device
from imagespeak_core.access.errors import TooManyTriesError, WrongPinError
from imagespeak_core.access.sign_outs import SignOuts
from imagespeak_core.access.teachers import Visitor, cookie_of, decide
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.settings.files import stamp
from imagespeak_core.settings.live import LOOK_EVERY_S, LiveSettings
from imagespeak_core.settings.places import find_places
from imagespeak_core.settings.reading import read_settings
from imagespeak_core.stores.documents import Documents
from pages.components.shell.teachers_door import TeachersDoor
from pages.components.shell.wiring import wiring
from pages.server.oidc_answers import OidcAnswers
from tests.memory_blobs import MemoryBlobs

NOW = datetime(2026, 11, 29, tzinfo=UTC)
PIN = 'IMAGESPEAK_TEACHER_PIN = "blue-42-frog"\n'


class Rig:
    """A door whose settings lie in one file, and a clock that is turned by hand."""

    def __init__(self, file: Path, text: str) -> None:
        self.file, self.now_s = file, 100.0
        file.write_text(text)
        places = find_places({}, [str(file)])
        live = LiveSettings(
            partial(read_settings, places, {}),
            partial(stamp, places.secrets),
            lambda: self.now_s,
        )
        self.sign_outs = SignOuts(
            Documents(MemoryBlobs()),
            now=lambda: NOW,
            monotonic=lambda: self.now_s,
            troubles=Troubles(),
            start=lambda work: work(),
        )
        self.door = TeachersDoor(live, b"x" * 16, self.sign_outs, lambda: self.now_s)

    def change(self, text: str) -> None:
        self.file.write_text(text)
        self.now_s += LOOK_EVERY_S

    def try_pin(self, pin: str) -> None:
        _, check = self.door.now()
        assert check
        check.try_pin(pin, check.take_turn("10.0.0.1", Device("1" * 32, "seen")))


@pytest.fixture(autouse=True)
def _streamlit_has_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    singleton = streamlit_secrets.secrets_singleton
    monkeypatch.setattr(singleton, "_secrets", None)
    monkeypatch.setattr(singleton, "_programmatic_secrets", None)


def test_a_new_pin(tmp_path: Path) -> None:
    rig = Rig(tmp_path / "secrets.toml", PIN)
    rig.try_pin("blue-42-frog")
    rig.change(PIN.replace("blue", "golden"))
    with pytest.raises(WrongPinError):
        rig.try_pin("blue-42-frog")
    rig.try_pin("golden-42-frog")
    assert rig.door.now()[0].pin == "golden-42-frog"


def test_another_change_forgets_neither_wrong_pins_nor_who_has_signed_out(tmp_path: Path) -> None:
    rig = Rig(tmp_path / "secrets.toml", PIN)
    for _ in range(5):
        with pytest.raises(WrongPinError):
            rig.try_pin("wrong")
    rules = rig.door.now()[0]
    cookie = make_cookie("blue-42-frog", secret=rules.secret, since_s=int(NOW.timestamp()))
    visitor = Visitor("10.0.0.1", "school.org", forwarded=False, cookie=cookie)
    assert decide(rules, visitor, now=NOW)
    signed_in = cookie_of(rules, cookie, now=NOW)
    assert signed_in
    rig.sign_outs.end(signed_in)
    rig.change(PIN + "OTHER = 1\n")
    with pytest.raises(TooManyTriesError):
        rig.try_pin("blue-42-frog")
    assert decide(rig.door.now()[0], visitor, now=NOW) is None


def test_the_sign_in_of_the_school(tmp_path: Path) -> None:
    teachers = PIN + 'IMAGESPEAK_TEACHERS = "@x.org"\n'
    rig = Rig(tmp_path / "secrets.toml", teachers + '[auth]\nclient_secret = "old"')
    rules, check = rig.door.now()
    assert (rules.sign_in, check) == ("oidc", None)
    assert get_secrets_auth_section()["client_secret"] == "old"
    rig.change(teachers.replace("@x", "@other") + '[auth]\nclient_secret = "new"')
    assert rig.door.now()[0].addresses == ("@other.org",)
    assert get_secrets_auth_section()["client_secret"] == "new"
    assert list(st.secrets) == ["auth"], "nothing else is Streamlit's"
    rig.change(teachers)
    assert rig.door.now()[0].sign_in == "pin"
    rig.try_pin("blue-42-frog")


async def _streamlits_socket(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "seen", "secret": get_secrets_auth_section()["cookie_secret"]})


def test_a_new_socket_is_looked_at_with_the_secret_of_now(
    in_a_fresh_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = in_a_fresh_place / "workplace/.streamlit/secrets.toml"
    file.parent.mkdir()
    file.write_text('[auth]\ncookie_secret = "old"')
    seen: list[str] = []

    async def send(message: Message) -> None:
        seen.append(message["secret"])

    async def nothing() -> Message:
        return {}

    def open_socket() -> None:
        asyncio.run(OidcAnswers(_streamlits_socket)({"type": "websocket"}, nothing, send))

    open_socket()
    file.write_text('[auth]\ncookie_secret = "renewed"')
    monkeypatch.setattr(wiring().live, "_looked_at_s", -math.inf)
    open_socket()
    assert seen == ["old", "renewed"]


@pytest.mark.usefixtures("site")
def test_the_pages_ask_this_door(tmp_path: Path) -> None:
    wired = wiring()
    assert wired.teacher_rules is wired.door.now()[0]
    assert wired.pin_check is wired.door.now()[1] is None
