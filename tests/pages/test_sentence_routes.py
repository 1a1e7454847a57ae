"""Sentences are heard at signed addresses, and nothing else is."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import get_args

import httpx
import pytest
from starlette.applications import Starlette
from streamlit import config

from imagespeak_core import bootstrap
from imagespeak_core.settings import Settings
from imagespeak_core.signing.addresses import signed_address
from imagespeak_core.speaking.said_sentences import said_by
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError
from imagespeak_core.voices.tokens import sentence_token
from pages.components.shell.wiring import Wiring, wiring
from pages.components.speaking.coaching import sentence_addresses
from pages.components.speaking.coaching.sentence_addresses import price_of, sentence_address
from pages.server import sentences
from pages.server.routes import routes
from tests.fakes import HandClock
from tests.for_each import for_each
from tests.pages.asgi_browser import HOST, AsgiBrowser
from tests.voice_rig import SENTENCE, FakeVoice, paid_voice, sound_of

SOUND = sound_of(SENTENCE)
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


class Stage:
    """A site, its voice and a browser; the clock stands still."""

    def __init__(self, patch: pytest.MonkeyPatch, base: Wiring) -> None:
        self.clock = HandClock(NOW)
        self.browser = AsgiBrowser(Starlette(routes=routes()))
        self._patch = patch
        self._base = base

    def give(self, voice: FakeVoice | None, *, limit: int | None = None) -> None:
        """Have this voice, in a server that has just begun."""
        services = replace(
            self._base.services,
            voice=voice,
            now=self.clock,
            paid_calls=PaidCalls(DailyLimit(limit, now=self.clock)),
        )
        wired = replace(self._base, services=services, sentences=said_by(services))
        for module in (sentences, sentence_addresses):
            self._patch.setattr(module, "wiring", lambda: wired)

    def hear(self, address: str, **headers: str) -> httpx.Response:
        return self.browser.get(address, headers=headers)


@pytest.fixture
def stage(site: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    sentences._turns.cache_clear()
    yield Stage(monkeypatch, wiring())
    sentences._turns.cache_clear()


def test_a_sentence_is_heard_at_its_address(stage: Stage) -> None:
    voice = FakeVoice()
    stage.give(voice)
    address = sentence_address(SENTENCE)
    assert address.startswith("/sentences/")
    assert voice.said == []  # an address alone says nothing
    heard = stage.hear(address)
    assert (heard.status_code, heard.content) == (200, SOUND)
    assert heard.headers["content-type"] == "audio/wav"
    assert heard.headers["cache-control"] == "private, max-age=86400"
    assert heard.headers["x-content-type-options"] == "nosniff"
    assert heard.headers["accept-ranges"] == "bytes"
    assert stage.hear(address).content == SOUND
    assert voice.said == [SENTENCE]
    assert price_of([SENTENCE]) == 0


@for_each(
    "wanted, status, part",
    [
        ("bytes=0-1", 206, SOUND[:2]),  # as Safari begins
        ("bytes=3-", 206, SOUND[3:]),
        ("bytes=-4", 206, SOUND[-4:]),
        ("bytes=-9999", 206, SOUND),
        ("bytes=2-9999", 206, SOUND[2:]),
        ("bytes=9999-", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=5-2", 200, SOUND),
        ("bytes=-", 200, SOUND),
        ("bytes=0-1,3-4", 200, SOUND),
        ("chapters=1-2", 200, SOUND),
        ("bytes=99999999999999999999-", 200, SOUND),
    ],
)
def test_a_part_is_heard_where_one_is_asked_for(
    stage: Stage, wanted: str, status: int, part: bytes
) -> None:
    stage.give(FakeVoice())
    heard = stage.hear(sentence_address(SENTENCE), Range=wanted)
    assert (heard.status_code, heard.content) == (status, part)
    if status == 206:
        start = SOUND.rindex(part) if part != SOUND else 0
        told = f"bytes {start}-{start + len(part) - 1}/{len(SOUND)}"
        assert heard.headers["content-range"] == told
    if status == 416:
        assert heard.headers["content-range"] == f"bytes */{len(SOUND)}"


def test_nothing_else_is_said(stage: Stage) -> None:
    voice = FakeVoice()
    stage.give(voice)
    end = int(NOW.timestamp()) + 60
    others = sentence_token(SENTENCE, expires=end, secret=b"another server's secret")
    ours = sentence_address(SENTENCE)
    for path in (
        f"/sentences/{others}",
        f"{ours}A",
        ours.replace(".", ""),
        ours.partition(".")[0],
        "/sentences/x",
        "/sentences/.",
        "/sentences/%00",
        "/sentences/%F0%9F%A6%8A.%0A",
        "/sentences/" + "A" * 20_000,
        "/sentences/" + SENTENCE,
        signed_address(f"/sentences/{SENTENCE}", expires=end, secret=wiring().secret),
    ):
        refused = stage.hear(path)
        assert refused.status_code == 404, path
        assert SOUND not in refused.content
    assert voice.said == []


def test_what_is_none_of_ours_is_told_in_a_sentence(stage: Stage) -> None:
    stage.give(FakeVoice())
    refused = stage.hear(f"{sentence_address(SENTENCE)}A")
    assert refused.json()["error"].endswith("Load it again to hear this.")
    assert refused.headers["cache-control"] == "no-store"


def test_an_address_is_steady_and_ends_after_a_day_at_most(stage: Stage) -> None:
    voice = FakeVoice()
    stage.give(voice)
    address = sentence_address(SENTENCE)
    stage.clock.advance(hours=11)
    assert sentence_address(SENTENCE) == address
    assert stage.hear(address).status_code == 200
    stage.clock.advance(hours=2)
    assert sentence_address(SENTENCE) != address
    assert stage.hear(address).status_code == 200
    stage.clock.advance(hours=11)
    ended = stage.hear(address)
    assert ended.status_code == 404
    assert "Load it again" in ended.json()["error"]


@for_each("text", ["", "  \n", "x" * 401, "a \ud800 b"])
def test_what_no_voice_takes_has_no_address(stage: Stage, text: str) -> None:
    stage.give(FakeVoice())
    assert sentence_address(text) == ""


def test_where_there_is_no_voice_there_is_no_address(stage: Stage) -> None:
    stage.give(FakeVoice())
    address = sentence_address(SENTENCE)
    stage.give(None)
    assert sentence_address(SENTENCE) == ""
    assert price_of([SENTENCE]) == 0
    assert stage.hear(address).status_code == 404  # of a page from before a restart


def test_by_default_nobody_reads_aloud(site: object) -> None:
    assert wiring().sentences is None
    assert sentence_address(SENTENCE) == ""


def test_the_voice_of_the_settings_is_asked(
    in_a_fresh_place: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = FakeVoice()
    monkeypatch.setitem(bootstrap.VOICES, "local", lambda settings: voice)
    monkeypatch.setenv("IMAGESPEAK_VOICE", "local")
    wiring.cache_clear()
    browser = AsgiBrowser(Starlette(routes=routes()))
    sentences._turns.cache_clear()
    assert browser.get(sentence_address(SENTENCE)).content == SOUND
    assert voice.said == [SENTENCE]


def test_under_a_base_path_too(stage: Stage) -> None:
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "speak")
    try:
        stage.browser = AsgiBrowser(Starlette(routes=routes()))
        stage.give(FakeVoice())
        address = sentence_address(SENTENCE)
        assert address.startswith("/speak/sentences/")
        assert stage.hear(address).content == SOUND
    finally:
        config.set_option("server.baseUrlPath", before)


def test_what_was_paid_for_by_another_server_is_heard_for_nothing(stage: Stage) -> None:
    first, second = paid_voice(), paid_voice()
    stage.give(first)
    price = Decimal(len(SENTENCE)) / 1000
    assert price_of([SENTENCE, SENTENCE]) == price
    heard = stage.hear(sentence_address(SENTENCE))
    assert heard.headers["content-type"] == "audio/mpeg"
    assert price_of([SENTENCE]) == 0
    stage.give(second)
    assert stage.hear(sentence_address(SENTENCE)).content == SOUND
    assert (first.said, second.said) == ([SENTENCE], [])


def test_the_days_limit_is_told(stage: Stage) -> None:
    stage.give(paid_voice(), limit=1)
    assert stage.hear(sentence_address(SENTENCE)).status_code == 200
    refused = stage.hear(sentence_address("Another one."))
    assert refused.status_code == 429
    assert "midnight UTC" in refused.json()["error"]
    assert int(refused.headers["retry-after"]) == 12 * 60 * 60 + 1
    assert stage.hear(sentence_address(SENTENCE)).status_code == 200  # it is there already


@for_each(
    "error, status, sentence, retry",
    [
        (VoiceUnreadyError("Install it."), 503, sentences.NOT_READY, None),
        (VoiceError("It stopped."), 503, "It stopped.", None),
        (VoiceBusyError("Wait."), 429, "Wait.", "5"),
        (VoiceBusyError("Wait.", retry_after_s=9), 429, "Wait.", "9"),
    ],
)
def test_what_goes_wrong_is_told_in_a_sentence(
    stage: Stage,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    status: int,
    sentence: str,
    retry: str | None,
) -> None:
    stage.give(FakeVoice(error))
    with caplog.at_level(logging.INFO):
        refused = stage.hear(sentence_address(SENTENCE))
    assert (refused.status_code, refused.json()) == (status, {"error": sentence})
    assert refused.headers.get("retry-after") == retry
    assert refused.headers["cache-control"] == "no-store"
    assert SENTENCE not in caplog.text
    assert stage.hear(sentence_address(SENTENCE)).content == SOUND


def test_the_owner_reads_what_to_install(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.give(FakeVoice(VoiceUnreadyError("Install it.")))
    with caplog.at_level(logging.WARNING):
        stage.hear(sentence_address(SENTENCE))
    assert "Install it." in caplog.text


def test_sentences_that_wait_leave_threads_to_everything_else(stage: Stage) -> None:
    voice = FakeVoice()
    voice.gate.clear()
    stage.give(voice)
    wanted = [f"Sentence {number}." for number in range(3 * sentences.AT_ONCE)]

    async def ask_for_all() -> list[bytes]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(sentences.AT_ONCE + 1))
        transport = httpx.ASGITransport(app=stage.browser.app)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
            asked = [asyncio.ensure_future(client.get(sentence_address(one))) for one in wanted]
            try:
                for _ in range(sentences.AT_ONCE):
                    assert await asyncio.to_thread(voice.called.acquire, timeout=30)
                await asyncio.wait_for(asyncio.to_thread(threading.active_count), timeout=20)
            finally:
                voice.gate.set()
            return [answer.content for answer in await asyncio.gather(*asked)]

    assert asyncio.run(ask_for_all()) == [sound_of(one) for one in wanted]


def test_every_voice_of_the_settings_can_be_had() -> None:
    chosen = Settings.model_fields["voice"].annotation
    named = {name for part in get_args(chosen) for name in get_args(part)}
    assert set(bootstrap.VOICES) == named
    assert timedelta(seconds=sentence_addresses._LIFE_S) == timedelta(days=1)
