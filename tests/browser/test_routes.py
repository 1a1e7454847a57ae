"""The app under a path of a larger site: its own routes, asked without a browser and with one."""

from __future__ import annotations

import http.client
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from urllib.parse import quote, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from imagespeak_core.access.cookie import COOKIE_NAME
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.signing.addresses import signed_address
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.voices.tokens import sentence_token
from pages.components.shell.visitor import COOKIE_NAME as LEARNER_COOKIE
from tests.browser.app_server import HOST, SECRET, AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.tabs import NewTab
from tests.browser.teacher import TeachersDoor
from tests.browser.visitor import Visitor
from tests.pages.stand_ins import plain_png

PIN = "blue-42-frog"
BASE = "/school/app"
SESSION = "my.own_session-1"
KEY = ImageKey(SESSION, "20250101_100000", 0, "red_bus")
PREVIEW = f"/previews/{SESSION}_20250101_100000_0_red_bus.webp"
ARCHIVE = f"/archives/{SESSION}.zip"
SIGN_IN, SIGN_OUT = "/teacher/sign-in", "/teacher/sign-out"
JSON = {"Content-Type": "application/json"}
PREVIEWS_SHOWN = """() => {
  const previews = [...document.querySelectorAll('img[src*="/previews/"]')];
  return previews.length > 1 && previews.every((i) => i.complete && i.naturalWidth > 0)
    ? previews.map((i) => i.src) : null;
}"""
PLAYED = """address => new Promise((resolve, reject) => {
  const sound = new Audio(address);
  sound.muted = true;
  sound.onerror = () => reject(sound.error.message);
  sound.onloadedmetadata = () => { sound.currentTime = 0.5; };
  sound.onended = () => resolve({ duration: sound.duration, from: sound.played.start(0) });
  sound.onseeked = () => sound.play();
})"""
END = int(datetime.now(UTC).timestamp()) + 86_400


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """Under a base path, with a PIN and a voice; one session has one picture."""
    server = AppServer(
        tmp_path_factory.mktemp("routes") / "server",
        {
            "IMAGESPEAK_TEACHER_PIN": PIN,
            "IMAGESPEAK_SECRET": SECRET,
            "IMAGESPEAK_VOICE": "local",
        },
        options=("--server.baseUrlPath", BASE),
        base_path=BASE,
    )
    store = PictureStore(FolderBlobs(server.pictures, secret=SECRET.encode()), url_life_s=3_600)
    request = ImageRequest(SESSION, "A red bus", seed=7, width_px=600, height_px=300)
    image = GeneratedImage(plain_png(7, 600, 300), seed=7, model="test", duration_ms=1)
    store.put(KEY, embed(image.png, ImageDetails.of(KEY, request, image)), {})
    server.start()
    yield server
    server.stop()


def ask(
    server: AppServer,
    path: str,
    *,
    method: str = "GET",
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    connection = http.client.HTTPConnection(HOST, server.port, timeout=20)
    try:
        connection.request(method, path, body or None, dict(headers or {}))
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, response.read())
    finally:
        connection.close()


def signed(path: str, *, expires: int = END) -> str:
    return signed_address(path, expires=expires, secret=SECRET.encode())


def pin(text: object) -> bytes:
    return json.dumps({"pin": text}).encode()


class TestSignedAddresses:
    @pytest.mark.parametrize("base", ["", BASE])
    def test_a_small_picture(self, server: AppServer, base: str) -> None:
        answer = ask(server, base + signed(PREVIEW))
        assert answer.status == 200
        assert answer.headers["content-type"] == "image/webp"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "private" in answer.headers["cache-control"]
        assert answer.body[8:12] == b"WEBP"

    @pytest.mark.parametrize("base", ["", BASE])
    def test_all_pictures_of_a_session(self, server: AppServer, base: str) -> None:
        answer = ask(server, base + signed(ARCHIVE))
        assert answer.status == 200
        assert answer.headers["content-disposition"] == f'attachment; filename="{SESSION}.zip"'
        assert answer.headers["cache-control"] == "no-store"
        assert "content-length" not in answer.headers, "it is sent while it is being made"
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            assert archive.testzip() is None
            assert "settings.csv" in archive.namelist()
            assert len(archive.namelist()) == 2

    @pytest.mark.parametrize("path", [PREVIEW, ARCHIVE])
    def test_nothing_without_a_good_signature(self, server: AppServer, path: str) -> None:
        good = signed(path)
        plain, _, query = good.partition("?")
        expires, _, signature = query.partition("&")
        other = ARCHIVE if path == PREVIEW else PREVIEW
        bad = [
            plain,
            f"{plain}?{expires}",
            f"{plain}?{signature}",
            f"{plain}?{expires}&{signature[:-1]}",
            f"{plain}?{expires}&{signature}A",
            f"{plain}?expires={END + 1}&{signature}",
            f"{plain}?expires=&{signature}",
            f"{plain}?expires=x&{signature}",
            f"{plain}?{expires}&signature=%C3%A4%00",
            f"{plain.replace('my.own', 'another')}?{query}",
            f"{other}?{query}",
            signed(path, expires=END - 90_000),
            signed_address(path, expires=END, secret=b"a guess at the secret"),
        ]
        assert ask(server, good).status == 200
        for address in bad:
            for base in ("", BASE):
                answer = ask(server, base + address)
                assert answer.status == 404, address
                assert answer.headers.get("cache-control") == "no-store"
                assert b"WEBP" not in answer.body
                assert not answer.body.startswith(b"PK")

    def test_a_picture_that_is_gone_or_was_never_one(self, server: AppServer) -> None:
        for name in (f"{SESSION}_20250101_100000_9_gone.webp", "nothing.webp", "..webp", "x.png"):
            assert ask(server, signed(f"/previews/{name}")).status == 404

    def test_a_picture_that_is_broken(self, server: AppServer) -> None:
        broken = server.pictures / "generated-images" / "broken_20250101_100000_0_x.png"
        broken.write_bytes(b"\x89PNG\r\n\x1a\nno more")
        try:
            assert ask(server, signed("/previews/broken_20250101_100000_0_x.webp")).status == 404
        finally:
            broken.unlink()

    @pytest.mark.parametrize("name", ["../secret", "..%2Fsecret", "a b", "x" * 65, "ä", "%00"])
    def test_no_archive_of_what_is_no_session(self, server: AppServer, name: str) -> None:
        for path in (f"/archives/{name}.zip", f"/archives/{quote(name, safe='')}.zip"):
            answer = ask(server, quote(signed(path), safe="/?=&%-_"))
            assert not answer.body.startswith(b"PK")
            assert answer.status < 500


class TestWaitingForNews:
    @pytest.mark.parametrize(
        "name", ["../x", "a b", "-x", "x" * 65, "ä", "\n", "%00", "class-" * 20]
    )
    def test_hostile_names(self, server: AppServer, name: str) -> None:
        for thing in (f"class:{name}:1", f"job:{name}", name):
            answer = ask(server, f"/news?of={quote(thing, safe='')}")
            assert (answer.status, answer.body) == (404, b"")
            assert answer.headers["cache-control"] == "no-store"

    def test_what_was_seen_and_is_not_there(self, server: AppServer) -> None:
        things = ["class:class-nobodys:an-old-version", "class:class-nobodys:", "job:nobodys"]
        answer = ask(server, f"{BASE}/news?{urlencode([('of', thing) for thing in things])}")
        assert answer.status == 200
        assert answer.headers["cache-control"] == "no-store"
        assert json.loads(answer.body) == {things[0]: None}

    def test_who_waits_does_not_hold_up_the_servers_end(self, server: AppServer) -> None:
        waiting = http.client.HTTPConnection(HOST, server.port, timeout=20)
        waiting.request("GET", "/news?of=class:class-nobodys:")
        assert ask(server, f"{BASE}/_stcore/health").status == 200
        server.ask_to_stop()
        try:
            assert waiting.getresponse().status == 503
            server.wait_until_stopped()
        finally:
            waiting.close()
            server.stop()
            server.start()


class TestSigningIn:
    def test_the_right_pin_sets_a_cookie_for_this_app_alone(self, server: AppServer) -> None:
        for base in ("", BASE):
            answer = ask(server, base + SIGN_IN, method="POST", body=pin(PIN), headers=JSON)
            assert answer.status == 200
            assert answer.headers["cache-control"] == "no-store"
            attributes = answer.headers["set-cookie"].lower().split("; ")
            assert attributes[0].startswith(f"{COOKIE_NAME}=")
            assert {"httponly", "samesite=lax", "max-age=43200", f"path={BASE}"} <= {*attributes}
            assert "secure" not in attributes
            assert PIN not in answer.headers["set-cookie"]

    def test_behind_tls_the_cookie_stays_there(self, server: AppServer) -> None:
        for protocol in ("https", "https, http"):
            headers = {**JSON, "X-Forwarded-Proto": protocol}
            answer = ask(server, SIGN_IN, method="POST", body=pin(PIN), headers=headers)
            assert "secure" in answer.headers["set-cookie"].lower().split("; ")

    @pytest.mark.parametrize(
        ("kind", "body"),
        [
            ("application/x-www-form-urlencoded", b"pin=" + PIN.encode()),
            ("application/x-www-form-urlencoded", pin(PIN)),
            ("text/plain", pin(PIN)),
            ("multipart/form-data; boundary=x", pin(PIN)),
            ("", pin(PIN)),
            ("application/json", b""),
            ("application/json", b"\xff\xfe"),
            ("application/json", json.dumps(PIN).encode()),
            ("application/json", json.dumps([PIN]).encode()),
            ("application/json", pin(None)),
            ("application/json", pin([PIN])),
            ("application/json", b"[" * 4_000),
            ("application/json", pin(PIN + " " * 5_000)),
            ("application/json", pin(PIN) + b" " * 2_000_000),
        ],
        ids=lambda value: str(value)[:40],
    )
    def test_forms_of_other_sites_and_odd_bodies(
        self, server: AppServer, kind: str, body: bytes
    ) -> None:
        of_others = {"Origin": "https://evil.example"}
        for origin, status in (({}, 400), (of_others, 403)):
            headers = {"Content-Type": kind, **origin}
            answer = ask(server, SIGN_IN, method="POST", body=body, headers=headers)
            assert answer.status == status
            assert "set-cookie" not in answer.headers

    def test_scripts_of_other_sites_are_not_let_in(self, server: AppServer) -> None:
        headers = {
            "Origin": "https://evil.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        }
        for path in (SIGN_IN, SIGN_OUT):
            answer = ask(server, path, method="OPTIONS", headers=headers)
            assert "access-control-allow-origin" not in answer.headers
            assert ask(server, path).status == 405

    def test_a_wrong_pin(self, server: AppServer) -> None:
        answer = ask(server, SIGN_IN, method="POST", body=pin("\ud800"), headers=JSON)
        assert answer.status == 403
        assert "PIN" in json.loads(answer.body)["error"]
        assert COOKIE_NAME not in answer.headers["set-cookie"]
        assert f"path={BASE};" in answer.headers["set-cookie"].lower()

    def test_signing_out_is_for_this_apps_pages_too(self, server: AppServer) -> None:
        form = {"Content-Type": "text/plain"}
        refused = ask(server, SIGN_OUT, method="POST", body=b"{}", headers=form)
        assert refused.status == 400
        assert "set-cookie" not in refused.headers
        out = ask(server, BASE + SIGN_OUT, method="POST", body=b"{}", headers=JSON)
        assert out.status == 200
        assert "max-age=0" in out.headers["set-cookie"].lower()
        assert f"path={BASE}" in out.headers["set-cookie"].lower()


class TestLearners:
    @pytest.mark.parametrize("base", ["", BASE])
    def test_their_routes_are_there(self, server: AppServer, base: str) -> None:
        new = ask(server, base + "/learner", method="POST", body=b"{}", headers=JSON)
        assert new.status == 200
        assert f"path={BASE}" in new.headers["set-cookie"].lower()
        for method in ("GET", "PATCH"):
            answer = ask(server, base + "/uploads", method=method)
            assert answer.status == 410
            assert answer.headers["cache-control"] == "no-store"
        name = f"{SESSION}_20250101_100000_0"
        for path in (f"/recordings/{name}.webm?expires={END}&signature=x", f"/drawings/{name}.png"):
            assert ask(server, base + path).status == 404

    def test_each_page_says_who_may_listen_and_brings_a_key(self, server: AppServer) -> None:
        page = ask(server, f"{BASE}/classroom")
        allowed = page.headers["permissions-policy"].split(", ")
        assert [one for one in allowed if not one.endswith("=()")] == [
            "microphone=(self)",
            "screen-wake-lock=(self)",  # while somebody speaks
        ]
        cookie = page.headers["set-cookie"]
        assert cookie.startswith(f"{LEARNER_COOKIE}=")
        assert f"path={BASE};" in cookie.lower()
        again = ask(server, f"{BASE}/classroom", headers={"Cookie": cookie.partition(";")[0]})
        assert "set-cookie" not in again.headers


def sentence_path(sentence: str) -> str:
    return "/sentences/" + sentence_token(sentence, expires=END, secret=SECRET.encode())


class TestSentences:
    @pytest.mark.parametrize("base", ["", BASE])
    def test_only_those_of_this_server_are_said(self, server: AppServer, base: str) -> None:
        good = sentence_path("There is a dog.")
        for path in (good[:-1], good + "A", "/sentences/There%20is%20a%20dog."):
            assert ask(server, base + path).status == 404
        assert ask(server, base + good, method="POST").status == 405
        answer = ask(server, base + good)
        if find_spec("hibari") is None:  # the owner has not installed it
            assert answer.status == 503
            assert "Read it aloud yourself." in json.loads(answer.body)["error"]
            assert "optional/voice.txt" in server.log
        else:
            assert (answer.status, answer.body[:4]) == (200, b"RIFF")

    @pytest.mark.skipif(find_spec("hibari") is None, reason="optional/voice.txt is not installed")
    def test_a_browser_plays_one(self, new_tab: NewTab, server: AppServer) -> None:
        page = new_tab()
        page.goto(f"http://{OTHER_NAME}:{server.port}{BASE}{PREVIEW}")  # any page of this server
        heard = page.evaluate(PLAYED, BASE + sentence_path("On the left there is a big tree."))
        assert 1.5 < heard["duration"] < 5
        assert heard["from"] > 0.4


def test_pictures_sign_in_and_gallery_in_a_browser(new_tab: NewTab, server: AppServer) -> None:
    page = new_tab()
    url = f"http://{OTHER_NAME}:{server.port}{BASE}"
    learner = Visitor(page, url).open()
    learner.get.click()
    session_id = learner.session_id
    assert urlsplit(learner.picture()).path.startswith(f"{BASE}/pictures/{session_id}_")

    door = TeachersDoor(page, url).go("gallery")
    door.expect_shut()
    door.type_pin(PIN)
    door.expect_open("gallery")
    (cookie,) = (one for one in page.context.cookies() if one["name"] == COOKIE_NAME)
    assert cookie["path"] == BASE
    previews = page.wait_for_function(PREVIEWS_SHOWN).json_value()
    paths = [urlsplit(preview).path for preview in previews]
    assert all(path.startswith(f"{BASE}/previews/") for path in paths)
    assert any(path.startswith(f"{BASE}/previews/{session_id}_") for path in paths)

    door.navigation.get_by_role("link", name="Classroom").click()
    door.expect_open("classroom")
    assert urlsplit(page.url).path == f"{BASE}/classroom"
    page.reload()
    door.expect_open("classroom")
    door.sign_out_of_pin()
    door.expect_shut()
    expect(page.get_by_label("Teacher's PIN")).to_be_visible()
