"""A model looks at a picture that came from a model, and a learner does not have to agree."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from tests.adapters.bedrock_replies import seen
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.looks import all_looks, blur, faint_texts, sticking_out
from tests.browser.tabs import NewContext
from tests.browser.visitor import Visitor

PROMPT = "Two dogs and a man on a beach"
ANSWER = json.dumps(
    [
        {"noun": "dog", "count": 2, "sentence": "Two dogs run on the sand."},
        {"noun": "man", "count": 1, "sentence": 'A man says <b>"hello"</b> to **them**.'},
        {"noun": "spatula", "count": 1, "sentence": "A red spatula lies on the sand."},
    ]
)
OFFER = "Let a model look (at most $0.0005)"
LIST = ".st-key-model_sees"


@pytest.fixture(scope="module")
def looker() -> Iterator[BedrockStandIn]:
    with BedrockStandIn(always=seen(ANSWER)) as stand_in:
        yield stand_in


@pytest.fixture(scope="module")
def server(looker: BedrockStandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    settings = {
        "IMAGESPEAK_VIEWER_MODEL": "us.amazon.nova-lite-v1:0",
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": looker.url,
    }
    server = AppServer(tmp_path_factory.mktemp("looker") / "server", settings)
    server.start()
    yield server
    server.stop()


def _add(server: AppServer, session_id: str) -> None:
    """A model's picture, by the back door."""
    png = io.BytesIO()
    Image.new("RGB", (512, 512), "steelblue").save(png, "PNG")
    request = ImageRequest(session_id, PROMPT, seed=4, width_px=512, height_px=512)
    image = GeneratedImage(png.getvalue(), seed=4, model="m", duration_ms=9)
    key = ImageKey(session_id, "20261129_120000", 0, "two_dogs")
    path = server.pictures / str(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(embed(image.png, ImageDetails.of(key, request, image)))


def _check(page: Page, words: str) -> None:
    page.get_by_label("Your words").fill(words)
    page.get_by_role("button", name="Check my words").click()


def test_by_the_keyboard_compared_and_disputed(
    server: AppServer, looker: BedrockStandIn, new_context: NewContext, session_id: str
) -> None:
    looker.forget()
    _add(server, session_id)
    page = new_context().new_page()
    Visitor(page, server.url).open(session_id)
    page.get_by_role("button", name=OFFER).focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{LIST} summary")).to_be_focused()
    page.keyboard.press("Enter")
    listed = page.locator(LIST)
    expect(listed).to_contain_text("This is its view; it may be mistaken.")
    expect(listed).to_contain_text('A man says <b>"hello"</b> to **them**.')
    _check(page, "I see two dogs.")
    told = page.locator(".st-key-what_was_said")
    expect(told).to_contain_text("The model sees these of your words, too.")
    page.locator(".st-key-answer_1 button").click()
    denial = told.get_by_role("button", name="This is not in the picture")
    expect(denial).to_have_count(1)
    denial.focus()
    page.keyboard.press("Enter")
    expect(told).to_contain_text("As you say, not in the picture: spatula")
    expect(listed).to_contain_text("As you say: this is not in the picture.")
    expect(page.locator(".st-key-did_say_0 button")).to_be_focused()
    blur(page)
    for look in all_looks(page, widths=(360, 1280)):
        assert sticking_out(page) == [], look
        assert faint_texts(page) == [], look
    assert len(looker.calls) == 1


def test_a_tab_that_is_closed_meanwhile_loses_nothing(
    server: AppServer, looker: BedrockStandIn, new_context: NewContext, session_id: str
) -> None:
    looker.forget()
    gate = Gate(seen(ANSWER))
    looker.script(gate)
    _add(server, session_id)
    page = new_context().new_page()
    Visitor(page, server.url).open(session_id)
    page.get_by_role("button", name=OFFER).click()
    gate.wait_for_call()
    other = new_context().new_page()
    Visitor(other, server.url).open(session_id)
    other.get_by_role("button", name=OFFER).click()
    expect(other.get_by_text("A model is looking at the picture")).to_be_visible()
    page.close()
    gate.open()
    expect(other.locator(LIST)).to_be_visible()
    again = new_context().new_page()
    Visitor(again, server.url).open(session_id)
    expect(again.locator(LIST)).to_be_visible()
    assert len(looker.calls) == 1
