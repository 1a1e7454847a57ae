"""Each kind of trouble has its words, and the page works on with what was typed."""

from __future__ import annotations

from playwright.sync_api import expect

from imagespeak_core import errors
from pages.components.shell.messages import MESSAGES
from tests.adapters import bedrock_replies as model_that
from tests.adapters.bedrock_replies import Behaviour
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.visitor import Visitor

WORDS = "A green boat on a lake"

Trouble = tuple[list[Behaviour], type[errors.ImageSpeakError]]

TROUBLES: list[Trouble] = [
    ([model_that.refused_prompt], errors.PromptRefusedError),
    ([model_that.refused_picture], errors.PictureRefusedError),
    ([model_that.throttled, model_that.throttled], errors.ModelBusyError),
    ([model_that.model_timeout], errors.ModelTimeoutError),
    ([model_that.retired], errors.ModelRetiredError),
    ([model_that.access_denied], errors.ModelAccessError),
    ([model_that.expired], errors.ModelCredentialsError),
    ([model_that.cut("before_headers")], errors.ModelUnreachableError),
    ([model_that.not_an_image], errors.ModelError),
    ([model_that.cut("mid_body")], errors.ModelUnreachableError),
    ([model_that.malformed], errors.ModelError),
    ([model_that.cut("reset_mid_body")], errors.ModelUnreachableError),
    ([model_that.internal], errors.ModelError),
]
"""None has the words of the one before it, so that a message that stays is noticed."""


def test_the_model_is_in_trouble(visitor: Visitor, model: BedrockStandIn) -> None:
    visitor.open().write(WORDS)
    calls = 0
    for replies, error in TROUBLES:
        model.script(*replies)
        visitor.get.click()
        expect(visitor.alert).to_contain_text(MESSAGES[error].heading)
        expect(visitor.alert).to_contain_text(MESSAGES[error].next_step)
        expect(visitor.alert).to_have_count(1)
        expect(visitor.words).to_have_value(WORDS)
        expect(visitor.page.get_by_text("Traceback")).to_have_count(0)
        calls += len(replies)
        assert len(model.calls) == calls, "nothing that may be paid is sent twice"

    model.forget()
    model.script(model_that.throttled)
    visitor.get.click()
    first = visitor.picture()
    expect(visitor.alert).to_have_count(0)
    expect(visitor.words).to_have_value(WORDS)
    assert len(model.calls) == 2, "busy once is not told"
    assert model.calls[-1].body["prompt"] == WORDS

    model.script(model_that.refused_prompt)
    visitor.new.click()
    expect(visitor.alert).to_contain_text(MESSAGES[errors.PromptRefusedError].heading)
    assert visitor.picture() == first


def test_no_words_and_a_folder_that_cannot_be_used(
    visitor: Visitor, model: BedrockStandIn, bedrock_server: AppServer
) -> None:
    visitor.open().write("").get.click()
    expect(visitor.alert).to_contain_text(MESSAGES[errors.InvalidRequestError].heading)
    visitor.write(WORDS)

    folder = bedrock_server.pictures / "generated-images"
    aside = bedrock_server.pictures / "aside"
    folder.mkdir(parents=True, exist_ok=True)
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
