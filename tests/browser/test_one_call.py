"""A picture is paid for once, whatever happens in the browser meanwhile."""

from __future__ import annotations

from playwright.sync_api import expect

from imagespeak_core import errors
from pages.components.shell.messages import MESSAGES
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.visitor import PICTURE, Visitor


def stored(server: AppServer, session_id: str) -> int:
    return len(list(server.pictures.glob(f"generated-images/{session_id}_*.png")))


def test_a_double_click_with_a_fast_model(
    visitor: Visitor, model: BedrockStandIn, bedrock_server: AppServer
) -> None:
    for button in (visitor.get, visitor.new):
        visitor.open()
        model.forget()
        button.dblclick()
        first = visitor.picture()
        assert visitor.reload().picture() == first
        assert len(model.calls) == 1
        assert stored(bedrock_server, visitor.session_id) == 1


def test_a_double_click_with_a_slow_model(
    visitor: Visitor, model: BedrockStandIn, gate: Gate, bedrock_server: AppServer
) -> None:
    visitor.open().get.dblclick()
    gate.wait_for_call()
    expect(visitor.waiting).to_be_visible()
    visitor.get.click(click_count=3)
    visitor.new.click()
    gate.open()
    first = visitor.picture()
    assert visitor.reload().picture() == first
    assert len(model.calls) == 1
    assert stored(bedrock_server, visitor.session_id) == 1


def test_generate_new_pressed_again_and_again(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    visitor.open().new.dblclick()
    expect(visitor.waiting).to_be_visible()
    for _ in range(3):
        visitor.new.click()
    expect(visitor.alert).to_have_count(0)
    gate.open()
    first = visitor.picture()
    assert visitor.reload().picture() == first
    assert len(model.calls) == 1


def test_a_second_tab_waits_for_the_same_picture(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    visitor.open().get.click()
    gate.wait_for_call()
    second = Visitor(visitor.context.new_page(), visitor.url).open(visitor.session_id)
    expect(second.waiting).to_be_visible()
    second.get.click()
    expect(second.waiting).to_be_visible()
    gate.open()
    assert second.picture() == visitor.picture()
    assert len(model.calls) == 1


def test_reloading_in_the_middle(visitor: Visitor, model: BedrockStandIn, gate: Gate) -> None:
    visitor.open().get.click()
    gate.wait_for_call()
    visitor.reload()
    expect(visitor.waiting).to_be_visible()
    gate.open()
    visitor.picture()
    assert len(model.calls) == 1


def test_leaving_in_the_middle(visitor: Visitor, model: BedrockStandIn, gate: Gate) -> None:
    session_id = visitor.open().session_id
    visitor.get.click()
    gate.wait_for_call()
    later = visitor.context.new_page()
    visitor.page.close()
    gate.open()
    back = Visitor(later, visitor.url).open(session_id)
    back.picture()
    assert len(model.calls) == 1


def test_clicks_elsewhere_while_waiting(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    visitor.open().get.click()
    gate.wait_for_call()
    for _ in range(3):
        visitor.page.get_by_role("button", name="Another idea").click()
    visitor.write("Some words")
    gate.open()
    visitor.picture()
    expect(visitor.words).to_have_value("Some words")
    assert len(model.calls) == 1


def test_another_form_is_told_to_wait_and_keeps_its_text(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    visitor.open().get.click()
    gate.wait_for_call()
    visitor.write("A green boat on a lake")
    visitor.new.click()
    expect(visitor.alert).to_contain_text(MESSAGES[errors.GenerationInProgressError].heading)
    expect(visitor.words).to_have_value("A green boat on a lake")
    expect(visitor.waiting).to_be_visible()
    gate.open()
    first = visitor.picture()
    expect(visitor.alert).to_have_count(0)
    expect(visitor.words).to_have_value("A green boat on a lake")
    visitor.new.click()
    visitor.picture(other_than=first)
    expect(visitor.alert).to_have_count(0)
    assert len(model.calls) == 2
    assert model.calls[1].body["prompt"] == "A green boat on a lake"


def test_a_server_that_is_stopped_in_the_middle_stores_the_picture(
    visitor: Visitor, model: BedrockStandIn, gate: Gate, bedrock_server: AppServer
) -> None:
    session_id = visitor.open().session_id
    visitor.get.click()
    gate.wait_for_call()
    bedrock_server.ask_to_stop()
    gate.open()
    bedrock_server.wait_until_stopped()
    try:
        assert stored(bedrock_server, session_id) == 1
    finally:
        bedrock_server.start()
    visitor.open(session_id).picture()
    assert len(model.calls) == 1


def test_a_session_that_has_a_picture_costs_nothing(
    visitor: Visitor, model: BedrockStandIn
) -> None:
    visitor.open().get.click()
    first = visitor.picture()
    model.forget()
    for _ in range(3):
        visitor.get.click()
    visitor.reload()
    assert visitor.picture() == first
    expect(visitor.page.locator(PICTURE)).to_have_count(1)
    assert model.calls == []
