"""With a bucket behind the app: pictures come from the store itself, when it is there."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from imagespeak_core import errors
from pages.components.shell.messages import MESSAGES
from tests.adapters.bedrock_server import BedrockStandIn
from tests.adapters.s3_servers import MiniStack
from tests.browser.app_server import AppServer
from tests.browser.conftest import BUCKET
from tests.browser.tabs import NewTab
from tests.browser.visitor import PICTURE, Visitor

WORDS = "A green boat on a lake"


def test_a_presigned_picture_is_shown_and_stays_and_a_bucket_out_of_reach_costs_nothing(
    new_tab: NewTab,
    s3_server: AppServer,
    ministack: MiniStack,
    model: BedrockStandIn,
) -> None:
    visitor = Visitor(new_tab(), s3_server.url).open()
    expect(visitor.page.locator(".st-key-footer")).to_contain_text(BUCKET)

    visitor.write(WORDS)
    ministack.stop()
    try:
        visitor.get.click()
        expect(visitor.alert).to_contain_text(MESSAGES[errors.StorageUnreachableError].heading)
        expect(visitor.words).to_have_value(WORDS)
        assert model.calls == []
    finally:
        ministack.start()

    visitor.get.click()
    shown = visitor.picture()
    expect(visitor.alert).to_have_count(0)
    expect(visitor.page.locator(PICTURE)).to_have_count(1)
    parts, store = urlsplit(shown), urlsplit(ministack.endpoint_url)
    assert parts.netloc == store.netloc
    assert parts.path.startswith(f"/{BUCKET}/generated-images/{visitor.session_id}_")
    assert "X-Amz-Signature" in parse_qs(parts.query)

    download = str(visitor.page.get_by_role("link", name="Download").get_attribute("href"))
    answered = visitor.context.request.get(download)
    assert answered.headers["content-disposition"].startswith("attachment")
    assert answered.body().startswith(b"\x89PNG")

    tampered = visitor.context.request.get(f"{shown[:-1]}{'0' if shown[-1] != '0' else '1'}")
    assert tampered.status == 403

    s3_server.restart()
    assert visitor.reload().picture() == shown
    assert len(model.calls) == 1
