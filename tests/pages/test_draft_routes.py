"""A sound over our own route, and the draft that comes of it: for its learner, and not stored."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from imagespeak_core import bootstrap
from imagespeak_core.recognisers.base import Draft, DraftWord
from imagespeak_core.recognisers.errors import RecogniserError, RecogniserUnreadyError
from imagespeak_core.speaking.drafts.queue import DraftQueue
from imagespeak_core.speaking.errors import (
    NotSoundError,
    SoundTimeoutError,
    SoundUnreadyError,
    TooLongSoundError,
)
from imagespeak_core.speaking.learner import key_hash, new_key
from imagespeak_core.speaking.sound import Heard
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import TICKET_LIFE_S, new_ticket, signed
from pages.components.shell import wiring as shell_wiring
from pages.components.shell.visitor import COOKIE_NAME
from pages.components.shell.wiring import wiring
from pages.server import drafts
from pages.server.routes import routes
from tests.pages.asgi_browser import AsgiBrowser
from tests.pages.visits import Site
from tests.patience import until

SESSION = "my.own_session-1"
PICTURE = f"generated-images/{SESSION}_20250101_100000_0_red_bus.png"
SOUND, SILENCE = b"a sound " * 400, b"silence"
KEY = new_key()
WORDS = (DraftWord("A", True), DraftWord("<b>dog</b>.", False))


class HeldRecogniser:
    """Writes the same words always; each call waits for the gate, which is open from the start."""

    max_parallel = 1

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.errors: list[Exception] = []
        self.calls = 0

    def recognise(self, samples: bytes) -> Draft:
        self.calls += 1
        assert self.gate.wait(20)
        if self.errors:
            raise self.errors.pop(0)
        return Draft(WORDS)


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> HeldRecogniser:
    recogniser = HeldRecogniser()

    def listen(content: bytes, *, max_s: float, max_bytes: int) -> Heard:
        if content == SILENCE:
            return Heard(b"", Speech(2.0))
        return Heard(content, Speech(2.0, heard=True, speaking_s=1.0))

    monkeypatch.setitem(bootstrap.RECOGNISERS, "local", lambda settings: recogniser)
    monkeypatch.setattr(shell_wiring, "listen", listen)
    monkeypatch.setenv("IMAGESPEAK_RECOGNISER", "local")
    return recogniser


@pytest.fixture
def browser(recogniser: HeldRecogniser, site: object) -> AsgiBrowser:
    """Of a learner who has been there before."""
    browser = AsgiBrowser(Starlette(routes=routes()))
    browser.cookies.set(COOKIE_NAME, KEY)
    return browser


def ticket(*, key: str = KEY, ago: timedelta = timedelta()) -> str:
    issued = datetime.now(UTC) - ago
    made = new_ticket(session_id=SESSION, learner=key_hash(key), picture=PICTURE, now=issued)
    return signed(made, secret=wiring().secret)


def send(browser: AsgiBrowser, text: str, content: bytes = SOUND, **other: str) -> httpx.Response:
    headers = {name.replace("_", "-"): value for name, value in other.items()}
    return browser.post("/drafts", content=content, headers={"Upload-Ticket": text, **headers})


def ask(browser: AsgiBrowser, text: str) -> httpx.Response:
    return browser.get("/drafts", headers={"Upload-Ticket": text})


def ended(browser: AsgiBrowser, text: str) -> httpx.Response:
    """The answer when it is the last one."""
    until(lambda: "place" not in ask(browser, text).json())
    return ask(browser, text)


def queue() -> DraftQueue:
    drafts = wiring().drafts
    assert drafts
    return drafts


def test_a_sound_is_sent_waits_its_turn_and_becomes_words(
    browser: AsgiBrowser, recogniser: HeldRecogniser, site: Site
) -> None:
    recogniser.gate.clear()
    other, mine = ticket(key=new_key()), ticket()
    stranger = AsgiBrowser(browser.app)
    assert send(stranger, other).json() == {"place": 0}
    sent = send(browser, mine)
    assert (sent.status_code, sent.json()) == (202, {"place": 1})
    asked = ask(browser, mine)
    assert (asked.status_code, asked.json()) == (200, {"place": 1})
    again = send(browser, mine)
    assert (again.status_code, again.json()) == (202, {"place": 1})
    recogniser.gate.set()
    told = ended(browser, mine)
    assert told.status_code == 200
    assert told.json() == {
        "heard": True,
        "words": [{"text": "A", "sure": True}, {"text": "<b>dog</b>.", "sure": False}],
    }
    assert send(browser, mine).json() == {"place": 0}, "it is there already"
    assert recogniser.calls == 2
    for answer in (sent, asked, again, told):
        assert answer.headers["cache-control"] == "no-store"
    assert [path for path in site.folder.rglob("*") if path.is_file()] == []


def test_silence_is_not_heard(browser: AsgiBrowser, recogniser: HeldRecogniser) -> None:
    mine = ticket()
    send(browser, mine, SILENCE)
    assert ended(browser, mine).json() == {"heard": False, "words": []}
    assert recogniser.calls == 0


def test_what_is_not_known_is_sent_again(browser: AsgiBrowser) -> None:
    mine = ticket()
    assert ask(browser, mine).status_code == 404
    assert "Send it again" in ask(browser, mine).json()["error"]
    send(browser, mine)
    ended(browser, mine)
    gone = browser.delete("/drafts", headers={"Upload-Ticket": mine})
    assert (gone.status_code, gone.content) == (204, b"")
    assert ask(browser, mine).status_code == 404


def test_one_may_ask_alone_who_got_the_ticket(browser: AsgiBrowser) -> None:
    mine = ticket()
    send(browser, mine)
    ended(browser, mine)
    stranger = AsgiBrowser(browser.app)
    stranger.cookies.set(COOKIE_NAME, new_key())
    own = {"Upload-Ticket": mine}
    for refused in (
        send(stranger, mine),
        ask(stranger, mine),
        stranger.delete("/drafts", headers=own),
        send(browser, ticket(), Sec_Fetch_Site="cross-site"),
        browser.get("/drafts", headers={**own, "Sec-Fetch-Site": "same-site"}),
        browser.delete("/drafts", headers={**own, "Sec-Fetch-Site": "cross-site"}),
    ):
        assert refused.status_code == 403
        assert refused.json()["error"].endswith(".")
    without_cookies = AsgiBrowser(browser.app)
    assert ask(without_cookies, mine).json()["heard"], "it was neither told nor forgotten"


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: ticket(ago=timedelta(seconds=TICKET_LIFE_S)),
    ],
)
def test_a_ticket_that_is_over(browser: AsgiBrowser, changed: Callable[[str], str]) -> None:
    text = changed(ticket())
    for answer in (
        send(browser, text),
        ask(browser, text),
        browser.delete("/drafts", headers={"Upload-Ticket": text}),
    ):
        assert answer.status_code == 410
        assert "record once more" in answer.json()["error"]


def test_sizes(browser: AsgiBrowser, monkeypatch: pytest.MonkeyPatch) -> None:
    assert send(browser, ticket(), b"").status_code == 415
    most = wiring().settings.recording_max_bytes
    read = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1_000_000
            yield bytes(1_000_000)

    answer = send(browser, ticket(), endless())  # type: ignore[arg-type]
    assert answer.status_code == 413
    assert read <= most + 2_000_000
    assert queue()._incoming == set()


def test_a_sound_that_comes_too_slowly_is_let_go(
    browser: AsgiBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "SENT_S", 0.05)

    async def stuck() -> AsyncIterator[bytes]:
        yield b"a"
        await asyncio.Event().wait()

    answer = send(browser, ticket(), stuck())  # type: ignore[arg-type]
    assert answer.status_code == 408
    assert queue()._incoming == set()


def test_too_many_at_once_are_told_when_to_come_again(
    browser: AsgiBrowser, recogniser: HeldRecogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("imagespeak_core.speaking.drafts.queue.MOST", 1)
    recogniser.gate.clear()
    first = ticket(key=new_key())
    send(AsgiBrowser(browser.app), first)
    refused = send(browser, ticket())
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    assert "Try again" in refused.json()["error"]
    recogniser.gate.set()


def test_a_newer_recording_takes_the_place(
    browser: AsgiBrowser, recogniser: HeldRecogniser
) -> None:
    recogniser.gate.clear()
    send(AsgiBrowser(browser.app), ticket(key=new_key()))
    old, new = ticket(), ticket()
    send(browser, old)
    send(browser, new)
    replaced = ask(browser, old)
    assert (replaced.status_code, "newer" in replaced.json()["error"]) == (409, True)
    recogniser.gate.set()
    assert ended(browser, new).json()["heard"]


ERRORS: list[tuple[Exception, int, str]] = [
    (NotSoundError("Nothing is in it."), 415, "Nothing is in it."),
    (SoundTimeoutError("It took too long."), 415, "It took too long."),
    (TooLongSoundError("It is too long."), 413, "It is too long."),
    (RecogniserError("It failed. Type the words."), 503, "It failed. Type the words."),
    (RecogniserUnreadyError("pip install something"), 503, drafts.NOT_NOW),
    (SoundUnreadyError("pip install something"), 503, drafts.NOT_NOW),
]


@pytest.mark.parametrize(("error", "status", "sentence"), ERRORS)
def test_what_goes_wrong_is_told_to_learners_as_far_as_it_is_theirs(
    browser: AsgiBrowser, recogniser: HeldRecogniser, error: Exception, status: int, sentence: str
) -> None:
    recogniser.errors.append(error)
    mine = ticket()
    send(browser, mine)
    answer = ended(browser, mine)
    assert (answer.status_code, answer.json()) == (status, {"error": sentence})
    assert send(browser, mine).status_code == 202
    assert ended(browser, mine).json()["heard"], "it may be sent again"


@pytest.mark.parametrize("chosen", ["browser", "device", "nobody", "transcribe"])
def test_where_nobody_writes_drafts_it_says_so(
    browser: AsgiBrowser, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    monkeypatch.setenv("IMAGESPEAK_RECOGNISER", chosen)
    if chosen == "transcribe":
        monkeypatch.setenv("IMAGESPEAK_BUCKET", "our-pictures")
    queue().shutdown()
    wiring.cache_clear()
    assert wiring().drafts is None
    for answer in (send(browser, ticket()), ask(browser, ticket())):
        assert (answer.status_code, answer.json()) == (501, {"error": drafts.NOBODY_WRITES})
    gone = browser.delete("/drafts", headers={"Upload-Ticket": ticket()})
    assert gone.status_code == 204


def test_real_sound_through_a_library_that_is_not_there(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGESPEAK_RECOGNISER", "local")
    monkeypatch.setattr("imagespeak_core.recognisers.whisper.model.find_spec", lambda name: None)
    wiring.cache_clear()
    browser = AsgiBrowser(Starlette(routes=routes()))
    mine = ticket(key=new_key())
    talk = Path(__file__).parents[1] / "core" / "samples" / "talk.webm"
    send(browser, mine, talk.read_bytes())
    answer = ended(browser, mine)
    assert (answer.status_code, answer.json()) == (503, {"error": drafts.NOT_NOW})
