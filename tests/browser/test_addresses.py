"""What is behind each address."""

from __future__ import annotations

import http.client
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from imagespeak_core import errors
from imagespeak_core.pictures.naming import IMAGE_PREFIX, ImageKey
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.folder.signed_paths import signed_path
from imagespeak_core.stores.pictures import PictureStore
from pages.components.shell.messages import MESSAGES
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import HOST, SECRET, AppServer
from tests.browser.tabs import wait_until_drawn
from tests.browser.visitor import Visitor
from tests.pages.stand_ins import plain_png
from tests.patience import until

PNG = b"\x89PNG\r\n\x1a\n"
LIFE_S = 86_400
KEY = "addressed_20250101_100000_0_red_bus.png"


def test_a_deep_link_opens_its_session(visitor: Visitor) -> None:
    for path in ("?from=a-mail&session=My.own_session-1", f"?session={'a' * 64}"):
        visitor.page.goto(f"{visitor.url}/{path}")
        visitor.ready()
        session_id = visitor.session_id
        assert path.endswith(f"session={session_id}")
        visitor.get.click()
        assert f"/pictures/{session_id}_" in visitor.picture()


def test_an_unknown_page_leads_to_the_practice_page_whose_link_leads_back(
    visitor: Visitor, tmp_path: Path
) -> None:
    answer = visitor.page.goto(f"{visitor.url}/nothing-here?session=x")
    assert answer
    assert answer.status == 404
    visitor.page.get_by_role("link", name="Back to practice").click()
    visitor.ready().get.click()
    first = visitor.picture()
    assert "/pictures/x_" in first

    name = Path(urlsplit(first).path).name
    with visitor.context.expect_event("download") as download:
        visitor.page.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == name
    download.value.save_as(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(PNG)

    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = visitor.page.get_by_role("button", name="Copy link")
    until(lambda: copy.evaluate("(button) => Boolean(button.onclick)"))
    copy.click()
    expect(visitor.page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    link = visitor.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{visitor.url}/?session=x"
    visitor.page.goto(link)
    assert visitor.ready().picture() == first
    visitor.page.goto("about:blank")
    visitor.page.go_back()
    assert visitor.ready().picture() == first


def test_a_bad_session_is_offered_a_new_one(visitor: Visitor, model: BedrockStandIn) -> None:
    address = f"{visitor.url}/?session=..%2Fpasswd"
    visitor.page.goto(address)
    wait_until_drawn(visitor.page)
    expect(visitor.alert).to_contain_text(MESSAGES[errors.InvalidSessionIdError].heading)
    expect(visitor.get).to_have_count(0)
    assert visitor.page.url == address
    visitor.page.get_by_role("button", name="new session").click()
    visitor.ready()
    expect(visitor.alert).to_have_count(0)
    visitor.page.wait_for_url("**/*session=image-*")
    assert visitor.session_id.startswith("image-")
    assert model.calls == []
    visitor.get.click()
    assert visitor.session_id in visitor.picture()


# Below: the pictures' own route, asked without a browser, which would tidy the path.


@pytest.fixture
def store(bedrock_server: AppServer) -> PictureStore:
    """The server's store, and one picture in it."""
    store = PictureStore(
        FolderBlobs(bedrock_server.pictures, secret=SECRET.encode()), url_life_s=LIFE_S
    )
    key = ImageKey("addressed", "20250101_100000", 0, "red_bus")
    if not store.list_session("addressed"):
        store.put(key, plain_png(7, 256, 256), {})
    return store


def answer(server: AppServer, path: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(HOST, server.port, timeout=20)
    try:
        connection.putrequest("GET", path, skip_accept_encoding=True)
        connection.endheaders()
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return response.status, headers, response.read()
    finally:
        connection.close()


def address(store: PictureStore, *, age: timedelta = timedelta(), as_download: bool = False) -> str:
    (image,) = store.list_session("addressed")
    return store.image_url(image.key, signed_at=datetime.now(UTC) - age, as_download=as_download)


def test_a_signed_address_shows_its_picture(bedrock_server: AppServer, store: PictureStore) -> None:
    status, headers, body = answer(bedrock_server, address(store))
    assert status == 200
    assert body.startswith(PNG)
    assert headers["content-type"] == "image/png"
    assert headers["x-content-type-options"] == "nosniff"
    assert "immutable" in headers["cache-control"]
    assert "private" in headers["cache-control"]
    assert "content-disposition" not in headers


def test_a_download_says_that_it_is_one(bedrock_server: AppServer, store: PictureStore) -> None:
    status, headers, body = answer(bedrock_server, address(store, as_download=True))
    assert status == 200
    assert headers["content-disposition"].startswith("attachment")
    assert KEY in headers["content-disposition"]
    assert body.startswith(PNG)


def test_an_address_ends(bedrock_server: AppServer, store: PictureStore) -> None:
    almost = timedelta(seconds=LIFE_S - 60)
    assert answer(bedrock_server, address(store, age=almost))[0] == 200
    for age_s in (LIFE_S + 1, LIFE_S * 30):
        status, _, body = answer(bedrock_server, address(store, age=timedelta(seconds=age_s)))
        assert status == 404
        assert not body.startswith(PNG)


def test_a_changed_address_is_not_answered(bedrock_server: AppServer, store: PictureStore) -> None:
    good = address(store)
    path, _, query = good.partition("?")
    expires, _, signature = query.partition("&")
    seconds = int(expires.removeprefix("expires="))
    changed = [
        path,
        f"{path}?{expires}",
        f"{path}?{signature}",
        f"{path}?expires={seconds + 1}&{signature}",
        f"{path}?expires=0{seconds}&{signature}",
        f"{path}?{expires}&download=1&{signature}",
        f"{path}?{expires}&{signature[:-1]}",
        f"{path}?{expires}&signature=",
        f"{path}?{expires}&signature=%C3%A4%00",
        f"{path.replace('red', 'green')}?{query}",
        f"{path.replace('addressed', 'another')}?{query}",
    ]
    assert answer(bedrock_server, good)[0] == 200
    for bad in changed:
        status, _, body = answer(bedrock_server, bad)
        assert status == 404, bad
        assert not body.startswith(PNG)


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "..%2Fsecret.txt",
        "%2e%2e/secret.txt",
        "..%5csecret.txt",
        "....//secret.txt",
        "%2Fetc%2Fpasswd",
        "../generated-images/../secret.txt",
        "secret.txt",
        "secret.txt%00.png",
        ".",
        "..",
    ],
)
def test_no_path_leads_out_of_the_pictures(
    bedrock_server: AppServer, store: PictureStore, name: str
) -> None:
    (bedrock_server.pictures / "secret.txt").write_text("secret text")
    (bedrock_server.pictures / "generated-images" / "secret.txt").write_text("secret text")
    expires = int(datetime.now(UTC).timestamp()) + LIFE_S
    signed = signed_path(IMAGE_PREFIX + name, expires, as_download=False, secret=SECRET.encode())
    query = urlsplit(signed).query
    *_, unknown_page = answer(bedrock_server, "/nothing-here")
    for path in (f"/pictures/{name}?{query}", f"/pictures/{quote(name, safe='')}?{query}"):
        status, _, body = answer(bedrock_server, path)
        assert status in {400, 404} or body == unknown_page, path
        assert b"secret text" not in body
        assert b"root:" not in body


def test_a_picture_that_is_gone(bedrock_server: AppServer, store: PictureStore) -> None:
    key = ImageKey("addressed", "20250101_100000", 9, "gone")
    gone = store.image_url(key, signed_at=datetime.now(UTC))
    assert answer(bedrock_server, gone)[0] == 404


def test_an_unknown_job(bedrock_server: AppServer) -> None:
    assert answer(bedrock_server, "/news?of=job:nobody-knows")[0] == 404
