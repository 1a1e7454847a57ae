"""Each kind of trouble has its words, and the page works on with what was typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from imagespeak_core import errors
from pages.components.shell.messages import MESSAGES
from tests.adapters import bedrock_replies as model_that
from tests.adapters.bedrock_replies import Behaviour
from tests.adapters.bedrock_server import BedrockStandIn
from tests.adapters.s3_servers import MiniStack
from tests.browser.app_server import AppServer
from tests.browser.visitor import PICTURE, Visitor

WORDS = "A green boat on a lake"

Trouble = tuple[list[Behaviour], type[errors.ImageSpeakError]]

TROUBLES: dict[str, list[Trouble]] = {
    "refused or busy": [
        ([model_that.refused_prompt], errors.PromptRefusedError),
        ([model_that.refused_picture], errors.PictureRefusedError),
        ([model_that.throttled, model_that.throttled], errors.ModelBusyError),
        ([model_that.model_timeout], errors.ModelTimeoutError),
    ],
    "for the owner": [
        ([model_that.retired], errors.ModelRetiredError),
        ([model_that.access_denied], errors.ModelAccessError),
        ([model_that.expired], errors.ModelCredentialsError),
    ],
    "broken": [
        ([model_that.cut("before_headers")], errors.ModelUnreachableError),
        ([model_that.not_an_image], errors.ModelError),
        ([model_that.cut("mid_body")], errors.ModelUnreachableError),
        ([model_that.malformed], errors.ModelError),
        ([model_that.cut("reset_mid_body")], errors.ModelUnreachableError),
        ([model_that.internal], errors.ModelError),
    ],
}


@pytest.mark.parametrize("kind", TROUBLES)
def test_the_model_is_in_trouble(visitor: Visitor, model: BedrockStandIn, kind: str) -> None:
    visitor.open().write(WORDS)
    calls = 0
    for replies, error in TROUBLES[kind]:
        model.script(*replies)
        visitor.get.click()
        expect(visitor.alert).to_contain_text(MESSAGES[error].heading)
        expect(visitor.alert).to_contain_text(MESSAGES[error].next_step)
        expect(visitor.alert).to_have_count(1)
        expect(visitor.words).to_have_value(WORDS)
        expect(visitor.page.get_by_text("Traceback")).to_have_count(0)
        calls += len(replies)
        assert len(model.calls) == calls, "nothing that may be paid is sent twice"
    visitor.get.click()
    visitor.picture()
    expect(visitor.alert).to_have_count(0)
    expect(visitor.words).to_have_value(WORDS)
    assert model.calls[-1].body["prompt"] == WORDS


def test_busy_once_is_not_told(visitor: Visitor, model: BedrockStandIn) -> None:
    model.script(model_that.throttled)
    visitor.open().get.click()
    visitor.picture()
    expect(visitor.alert).to_have_count(0)
    assert len(model.calls) == 2


def test_the_picture_stays_when_a_new_one_fails(visitor: Visitor, model: BedrockStandIn) -> None:
    visitor.open().get.click()
    first = visitor.picture()
    model.script(model_that.refused_prompt)
    visitor.write(WORDS).new.click()
    expect(visitor.alert).to_contain_text(MESSAGES[errors.PromptRefusedError].heading)
    assert visitor.picture() == first


def test_no_words(visitor: Visitor, model: BedrockStandIn) -> None:
    visitor.open().write("").get.click()
    expect(visitor.alert).to_contain_text(MESSAGES[errors.InvalidRequestError].heading)
    assert model.calls == []
    visitor.write(WORDS).get.click()
    visitor.picture()
    expect(visitor.alert).to_have_count(0)


def test_the_folder_cannot_be_used(
    visitor: Visitor, model: BedrockStandIn, bedrock_server: AppServer
) -> None:
    folder = bedrock_server.pictures / "generated-images"
    aside = bedrock_server.pictures / "aside"
    visitor.open().write(WORDS)
    bedrock_server.pictures.mkdir(exist_ok=True)
    folder.mkdir(exist_ok=True)
    folder.rename(aside)
    try:
        folder.write_text("not a folder")
        visitor.get.click()
        expect(visitor.alert).to_contain_text(MESSAGES[errors.StorageAccessError].heading)
        expect(visitor.words).to_have_value(WORDS)
        assert model.calls == [], "nothing is paid for that could not be kept"
    finally:
        folder.unlink()
        aside.rename(folder)
    visitor.get.click()
    visitor.picture()
    expect(visitor.alert).to_have_count(0)


def test_the_bucket_is_out_of_reach(
    visitor: Visitor, model: BedrockStandIn, s3_server: AppServer, ministack: MiniStack
) -> None:
    there = Visitor(visitor.page, s3_server.url).open().write(WORDS)
    ministack.stop()
    try:
        there.get.click()
        expect(there.alert).to_contain_text(MESSAGES[errors.StorageUnreachableError].heading)
        expect(there.words).to_have_value(WORDS)
        assert model.calls == []
    finally:
        ministack.start()
    there.get.click()
    there.picture()
    expect(there.alert).to_have_count(0)
    expect(there.page.locator(PICTURE)).to_have_count(1)
