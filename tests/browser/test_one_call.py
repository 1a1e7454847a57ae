"""A picture is paid for once, whatever happens in the browser meanwhile."""

from __future__ import annotations

from playwright.sync_api import expect

from imagespeak_core import errors
from pages.components.shell.messages import MESSAGES
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.tabs import EMPTY_PAGE, NewTab
from tests.browser.visitor import PICTURE, Visitor
from tests.patience import until


def stored(server: AppServer, session_id: str) -> int:
    return len(list(server.pictures.glob(f"generated-images/{session_id}_*.png")))


def test_double_clicks_with_a_fast_model_and_a_session_that_has_its_picture(
    visitor: Visitor, model: BedrockStandIn, second_call: Gate, bedrock_server: AppServer
) -> None:
    visitor.open().get.dblclick()
    first = visitor.picture()
    for _ in range(3):
        visitor.get.click()
    assert visitor.reload().picture() == first
    expect(visitor.page.locator(PICTURE)).to_have_count(1)
    assert len(model.calls) == 1
    assert stored(bedrock_server, visitor.session_id) == 1

    visitor.new.dblclick()
    expect(visitor.waiting).to_be_visible()
    second_call.open()  # however fast the model is, both presses come before its answer
    second = visitor.picture(other_than=first)
    assert visitor.reload().picture() == second
    assert len(model.calls) == 2
    assert stored(bedrock_server, visitor.session_id) == 2


def test_all_that_can_be_pressed_while_a_picture_is_made(
    visitor: Visitor, new_tab: NewTab, model: BedrockStandIn, gate: Gate, bedrock_server: AppServer
) -> None:
    visitor.open().get.dblclick()
    gate.wait_for_call()
    expect(visitor.waiting).to_be_visible()
    visitor.get.click(click_count=3)
    visitor.new.click()

    second_tab = Visitor(new_tab(), visitor.url).open(visitor.session_id)
    expect(second_tab.waiting).to_be_visible()
    second_tab.get.click()
    expect(second_tab.waiting).to_be_visible()
    second_tab.reload()
    expect(second_tab.waiting).to_be_visible()

    visitor.another_idea()
    for _ in range(2):  # not at once: a press of before must be answered with the old idea
        visitor.page.get_by_role("button", name="Another idea").click()
    visitor.write("Some words")
    expect(visitor.alert).to_have_count(0)
    visitor.words.fill("A green boat on a lake")
    visitor.new.click()
    expect(visitor.alert).to_contain_text(MESSAGES[errors.GenerationInProgressError].heading)
    expect(visitor.words).to_have_value("A green boat on a lake")
    expect(visitor.waiting).to_be_visible()

    gate.open()
    first = visitor.picture()
    assert second_tab.picture() == first
    expect(visitor.alert).to_have_count(0)
    expect(visitor.words).to_have_value("A green boat on a lake")
    assert len(model.calls) == 1
    assert stored(bedrock_server, visitor.session_id) == 1

    visitor.new.click()
    visitor.picture(other_than=first)
    expect(visitor.alert).to_have_count(0)
    assert len(model.calls) == 2
    assert model.calls[1].body["prompt"] == "A green boat on a lake"


def test_who_leaves_and_a_server_that_is_stopped_lose_no_picture(
    visitor: Visitor, model: BedrockStandIn, gate: Gate, bedrock_server: AppServer
) -> None:
    session_id = visitor.open().session_id
    visitor.new.dblclick()
    expect(visitor.waiting).to_be_visible()
    for _ in range(3):
        visitor.new.click()
    expect(visitor.alert).to_have_count(0)
    gate.wait_for_call()
    visitor.page.goto(EMPTY_PAGE)
    gate.open()
    until(lambda: stored(bedrock_server, session_id))
    first = visitor.open(session_id).picture()
    expect(visitor.waiting).to_have_count(0)  # a file is there a moment before its job ends
    assert len(model.calls) == stored(bedrock_server, session_id) == 1

    at_the_end = Gate()
    model.script(at_the_end)
    visitor.new.click()
    at_the_end.wait_for_call()
    bedrock_server.ask_to_stop()
    at_the_end.open()
    bedrock_server.wait_until_stopped()
    try:
        assert stored(bedrock_server, session_id) == 2
    finally:
        bedrock_server.start()
    visitor.open(session_id).picture(other_than=first)
    assert len(model.calls) == 2
