"""Recordings over our own routes: sent with a ticket, heard for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from starlette.applications import Starlette

from imagespeak_core.errors import (
    NotABlobError,
    StorageAccessError,
    StorageFullError,
    StorageTimeoutError,
)
from imagespeak_core.speaking import recordings
from imagespeak_core.speaking.errors import (
    NotSoundError,
    SoundBusyError,
    SoundUnreadyError,
    TooLongSoundError,
)
from imagespeak_core.speaking.learner import key_hash, new_key
from imagespeak_core.speaking.recordings import address, list_recordings
from imagespeak_core.speaking.rights import NOT_KEPT
from imagespeak_core.speaking.sound import Sound
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import TICKET_LIFE_S, new_ticket, signed
from imagespeak_core.speaking.uploads import NOT_KEPT_NOW
from imagespeak_core.speaking.waiting import KIND, list_waiting
from imagespeak_core.spool.files import SpoolFiles
from imagespeak_core.stores.recordings import RecordingStore
from pages.components.shell import wiring as shell_wiring
from pages.components.shell.visitor import COOKIE_NAME
from pages.components.shell.wiring import wiring
from pages.server import drawings
from pages.server.routes import routes
from tests.pages.asgi_browser import AsgiBrowser
from tests.pages.visits import Site

SESSION = "my.own_session-1"
PICTURE = f"generated-images/{SESSION}_20250101_100000_0_red_bus.png"
UPLOADS = "/uploads"
SOUND = bytes(range(256)) * 40
SPEECH = Speech(length_s=12.5, heard=True, speaking_s=9.0, pauses=2, longest_pause_s=1.5)
KEY = new_key()
TELLS = {"webm": "audio/webm"}


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Exception]:
    """What goes wrong with the next sounds; else they are believed."""
    errors: list[Exception] = []

    def examine(content: bytes, *, max_s: float, max_bytes: int) -> Sound:
        if errors:
            raise errors.pop(0)
        return Sound("webm", content, SPEECH)

    monkeypatch.setattr(shell_wiring, "examine", examine)
    return errors


@pytest.fixture
def browser(heard: list[Exception], site: object) -> AsgiBrowser:
    """Of a learner who has been there before."""
    browser = AsgiBrowser(Starlette(routes=routes()))
    browser.cookies.set(COOKIE_NAME, KEY)
    return browser


def ticket(*, key: str = KEY, ago: timedelta = timedelta()) -> str:
    issued = datetime.now(UTC) - ago
    made = new_ticket(session_id=SESSION, learner=key_hash(key), picture=PICTURE, now=issued)
    return signed(made, secret=wiring().secret)


def send(browser: AsgiBrowser, text: str, content: bytes = SOUND, **other: str) -> httpx.Response:
    headers = {
        "Upload-Ticket": text,
        "Upload-Offset": "0",
        "Upload-Length": str(len(SOUND)),
        **{name.replace("_", "-"): value for name, value in other.items()},
    }
    return browser.patch(UPLOADS, content=content, headers=headers)


def test_a_recording_comes_in_parts_is_kept_once_and_heard(browser: AsgiBrowser) -> None:
    text = ticket()
    asked = browser.get(UPLOADS, headers={"Upload-Ticket": text})
    assert asked.json() == {"received": 0, "kept": None}
    first = send(browser, text, SOUND[:3_000])
    assert (first.status_code, first.json()) == (200, {"received": 3_000})
    wrong = send(browser, text, SOUND[:3_000])
    assert (wrong.status_code, wrong.json()) == (409, {"received": 3_000})
    assert browser.get(UPLOADS, headers={"Upload-Ticket": text}).json()["received"] == 3_000
    last = send(browser, text, SOUND[3_000:], Upload_Offset="3000")
    kept = last.json()
    assert last.status_code == 200
    assert kept["received"] == len(SOUND)
    assert kept["kept"].startswith(f"{SESSION}_")
    assert kept["speech"]["pauses"] == 2
    for answer in (asked, first, wrong, last):
        assert answer.headers["cache-control"] == "no-store"

    # The answer was lost, or the server is another one, which has nothing in its memory.
    again = send(browser, text, b"", Upload_Offset=str(len(SOUND)))
    assert again.json() == kept
    assert send(browser, text).json() == kept
    assert browser.get(UPLOADS, headers={"Upload-Ticket": text}).json()["kept"] == kept["kept"]
    services = wiring().services
    (recording,) = list_recordings(services, SESSION, key_hash(KEY))

    url = address(services, recording, services.now())
    whole = browser.get(url)
    assert whole.content == SOUND
    assert whole.headers["content-type"] == "audio/webm"
    assert whole.headers["cache-control"] == "no-store"
    assert whole.headers["x-content-type-options"] == "nosniff"
    part = browser.get(url, headers={"Range": "bytes=0-1"})  # as Safari begins
    assert (part.status_code, part.content) == (206, SOUND[:2])
    assert part.headers["content-range"] == f"bytes 0-1/{len(SOUND)}"
    early = address(services, recording, services.now() - timedelta(minutes=16))
    for bad in (early, url.replace(".webm", ".wav"), url[:-1], url.partition("?")[0]):
        answer = browser.get(bad)
        assert answer.status_code == 404
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/recordings/x.webm", "/drawings/x.png"])
def test_what_the_store_tells_its_owner_is_told_to_nobody_who_listens_or_looks(
    browser: AsgiBrowser, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StorageFullError("No room is left in '/srv'. Make room.")

    monkeypatch.setattr(recordings, "open_signed", fail)
    monkeypatch.setattr(drawings, "check_signed", fail)
    answer = browser.get(path)
    assert answer.status_code == 503
    assert answer.text == "This can't be opened just now. Try again in some minutes."


def test_an_address_of_before_plays_nothing_that_is_gone_or_has_ended(
    browser: AsgiBrowser, site: Site
) -> None:
    assert send(browser, ticket()).status_code == 200
    services = wiring().services
    (recording,) = list_recordings(services, SESSION, key_hash(KEY))
    url = address(services, recording, services.now())
    assert browser.get(url).content == SOUND
    document = site.folder / "recordings" / f"{recording.stem}.json"

    def is_heard_no_more() -> None:
        answer = browser.get(url)
        assert (answer.status_code, answer.text) == (404, "This recording is gone.")
        assert answer.headers["cache-control"] == "no-store"

    ended = recording.model_copy(update={"until": services.now()})
    document.write_text(ended.model_dump_json())
    is_heard_no_more()
    document.unlink()
    is_heard_no_more()
    document.with_suffix(".webm").unlink()
    is_heard_no_more()


def test_one_may_send_alone_who_got_the_ticket(browser: AsgiBrowser) -> None:
    stranger = AsgiBrowser(browser.app)
    stranger.cookies.set(COOKIE_NAME, new_key())
    for refused in (
        send(stranger, ticket()),
        send(browser, ticket(), Sec_Fetch_Site="cross-site"),
        send(browser, ticket(), Sec_Fetch_Site="same-site"),
        stranger.get(UPLOADS, headers={"Upload-Ticket": ticket()}),
    ):
        assert refused.status_code == 403
        assert refused.json()["error"].endswith(".")
    without_cookies = AsgiBrowser(browser.app)
    assert send(without_cookies, ticket(), Sec_Fetch_Site="same-origin").status_code == 200


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: text.partition(".")[0],
        lambda text: ticket(ago=timedelta(seconds=TICKET_LIFE_S)),
    ],
)
def test_a_ticket_that_is_over(browser: AsgiBrowser, changed: Callable[[str], str]) -> None:
    answer = send(browser, changed(ticket()))
    assert answer.status_code == 410
    assert "Load it again" in answer.json()["error"]


def test_sizes(browser: AsgiBrowser) -> None:
    most = wiring().settings.recording_max_bytes
    assert send(browser, ticket(), Upload_Length=str(most + 1)).status_code == 413
    assert send(browser, ticket(), Upload_Length="100").status_code == 413, "more than announced"
    for headers in (
        {"Upload_Length": "0"},
        {"Upload_Length": "x"},
        {"Upload_Length": "9" * 30},
        {"Upload_Offset": "-1"},
        {"Upload_Offset": str(len(SOUND) + 1)},
    ):
        assert send(browser, ticket(), SOUND, **headers).status_code == 400


@pytest.mark.parametrize(
    ("error", "status", "later", "sentence"),
    [
        (NotSoundError("This is no sound. Choose another file."), 415, False, None),
        (TooLongSoundError("This is too long. Make a shorter one."), 413, False, None),
        (SoundBusyError("Too many. Wait a little.", retry_after_s=7), 429, True, None),
        (SoundUnreadyError("Install requirements.txt again."), 503, False, NOT_KEPT),
        (StorageTimeoutError("The store is slow. Try again."), 503, True, NOT_KEPT_NOW),
        (StorageFullError("No room is left in '/srv'. Make room."), 503, False, NOT_KEPT_NOW),
        (NotABlobError("There is something else. Try again."), 503, False, NOT_KEPT_NOW),
    ],
)
def test_what_goes_wrong_is_said(
    browser: AsgiBrowser,
    heard: list[Exception],
    error: Exception,
    status: int,
    later: bool,
    sentence: str | None,
) -> None:
    heard.append(error)
    text = ticket()
    answer = send(browser, text)
    assert answer.status_code == status
    assert answer.json() == {"error": sentence or str(error)}
    assert ("retry-after" in answer.headers) == later
    assert send(browser, text, b"", Upload_Offset=str(len(SOUND))).status_code in {200, 409}


def test_where_rights_lack_the_browser_need_not_try_again(
    browser: AsgiBrowser, heard: list[Exception]
) -> None:
    heard.append(StorageAccessError("Give this program s3:PutObject."))
    answer = send(browser, ticket())
    assert answer.status_code == 403
    assert answer.json() == {"error": NOT_KEPT}
    assert "retry-after" not in answer.headers


def test_what_the_store_does_not_take_is_safe_and_kept_by_itself(
    browser: AsgiBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = RecordingStore.create

    def fail(*_: object) -> None:
        raise StorageTimeoutError("The store is slow. Try again.")

    listed = RecordingStore.of_second
    monkeypatch.setattr(RecordingStore, "of_second", fail)
    monkeypatch.setattr(RecordingStore, "create", fail)
    text = ticket()
    asked = browser.get(UPLOADS, headers={"Upload-Ticket": text})
    assert (asked.status_code, asked.json()) == (200, {"received": 0, "kept": None})
    safe = send(browser, text)
    assert safe.status_code == 202
    assert safe.headers["cache-control"] == "no-store"
    told = safe.json()
    assert told == {"received": len(SOUND), "safe": told["safe"]}
    for again in (
        send(browser, text),
        send(browser, text, b"", Upload_Offset=str(len(SOUND))),
        browser.get(UPLOADS, headers={"Upload-Ticket": text}),
    ):
        assert (again.status_code, again.json()) == (202, told)
    services = wiring().services
    assert services.spool
    assert list_recordings(services, SESSION, key_hash(KEY)) == []
    assert len(list_waiting(services, SESSION, key_hash(KEY))) == 1

    monkeypatch.setattr(RecordingStore, "of_second", listed)
    monkeypatch.setattr(RecordingStore, "create", create)
    (item,) = services.spool.pending(KIND)
    services.spool.start()
    item.end.result(60)
    (kept,) = list_recordings(services, SESSION, key_hash(KEY))
    assert kept.upload == told["safe"]
    answer = browser.get(UPLOADS, headers={"Upload-Ticket": text})
    assert (answer.status_code, answer.json()["kept"]) == (200, kept.stem)


def test_what_this_computers_disk_does_not_take_is_not_called_safe(
    browser: AsgiBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageFullError("No room is left in '/srv'. Make room.")

    monkeypatch.setattr(RecordingStore, "create", fail)
    monkeypatch.setattr(SpoolFiles, "keep", fail)
    answer = send(browser, ticket())
    assert (answer.status_code, answer.json()) == (503, {"error": NOT_KEPT_NOW})


def test_a_learner_keeps_no_more_than_may_be(
    browser: AsgiBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGESPEAK_RECORDINGS_MAX", "1")
    wiring().uploads.shutdown()
    wiring.cache_clear()
    assert send(browser, ticket()).status_code == 200
    answer = send(browser, ticket())
    assert answer.status_code == 429
    assert "retry-after" not in answer.headers
    assert answer.json()["error"].startswith("You keep 1 recording here")
    assert "Delete one" in answer.json()["error"]
