"""The Prompt Lab in a browser: set up, watch, cancel, retry, come back, restart."""

from __future__ import annotations

import re
import secrets
import time
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from imagespeak_core.lab.edits import rename
from imagespeak_core.lab.experiments import change_experiment
from tests.adapters.bedrock_replies import Reply, filtered, ok
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.looks import faint_texts, in_both_colours, sticking_out
from tests.browser.tabs import NewTab
from tests.core.lab_rig import ANA, Rig
from tests.patience import until

COUNTED = re.compile(r"running, [1-9]\d* s")
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


class Lab:
    """One tab of one browser in the lab."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def open(self) -> Lab:
        self.page.goto(f"{self.url}/prompt_lab")
        expect(self.page.get_by_role("heading", name="Experiments")).to_be_visible()
        return self

    def set_up(self, prompt: str, seeds: str) -> Lab:
        """One axis of seeds; the last text is left by what is pressed next."""
        self.box("Prompt, in English").fill(prompt)
        self.box("Prompt, in English").press("Tab")
        plan = self.page.get_by_role("region", name="All pictures of the plan")
        expect(plan).to_contain_text(prompt)  # a list that is open would move with the page
        self.page.get_by_role("combobox", name="In the columns").click()
        self.page.get_by_role("option", name="Seed", exact=True).click()
        self.box("Seeds, with commas between").fill(seeds)
        self.box("Seeds, with commas between").press("Tab")
        return self

    def box(self, name: str) -> Locator:
        return self.page.get_by_role("textbox", name=name)

    def compare(self, what: str) -> None:
        """In the columns, by keyboard: on a phone a list that scrolls closes."""
        self.page.get_by_role("combobox", name="In the columns").focus()
        self.page.keyboard.type(what)
        expect(self.page.get_by_role("option", name=what, exact=True)).to_be_visible()
        self.page.keyboard.press("Enter")

    def lines_of(self, place: Locator) -> int:
        """How many lines the text of an element takes."""
        return int(
            place.evaluate(
                """(element) => {
                  const range = document.createRange();
                  range.selectNodeContents(element);
                  return new Set([...range.getClientRects()].map((box) => box.top)).size;
                }"""
            )
        )

    def button(self, name: str, *, exact: bool = False) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    def text(self, text: str) -> Locator:
        return self.page.get_by_text(text)


@pytest.fixture
def prompt() -> str:
    """One that no other test has put into the store."""
    return f"A red bus with the number {secrets.token_hex(4)}"


def test_an_experiment_from_its_price_to_its_deletion(
    new_tab: NewTab, bedrock_server: AppServer, model: BedrockStandIn, prompt: str
) -> None:
    lab = Lab(new_tab(), bedrock_server.url)
    page = lab.page
    frames: list[object] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda frame: frames.append(frame)))
    lab.open().box("Prompt, in English").press_sequentially("A park without dogs")
    expect(page.get_by_role("alert").filter(has_text="should not be there")).to_be_visible()
    expect(lab.button("Start: 1 picture")).to_be_enabled()

    lab.set_up(prompt, "1, 2, 3")
    expect(lab.text("3 pictures, $0.12 in all ($0.04 each)")).to_be_visible()
    assert len(model.calls) == 0
    lab.button("Start: 3 pictures, $0.12").dblclick()
    expect(lab.text("3 of 3 pictures ready. $0.12 in all")).to_be_visible()
    assert len(model.calls) == 3, "a double press pays once"
    expect(page.get_by_role("columnheader", name="Seed: 3")).to_be_visible()
    until(lambda: is_at_rest(page, frames))
    page.reload()
    expect(lab.text("3 of 3 pictures ready. $0.12 in all")).to_be_visible()
    assert len(model.calls) == 3

    name, dialog = lab.box("Name of the experiment"), page.get_by_role("dialog")
    lab.button("Rename").click()
    expect(name).to_have_value("")
    name.fill("Ours")
    name.press("Enter")
    expect(page.get_by_role("heading", name="Ours")).to_be_visible()
    expect(dialog).to_have_count(0)
    lab.button("Rename").click()
    expect(name).to_have_value("Ours")
    call_theirs(bedrock_server, page.url.rpartition("experiment=")[2])
    name.fill("Ours again")
    lab.button("Save name").click()
    expect(lab.text("Somebody else changed this meanwhile")).to_be_visible()
    expect(page.get_by_role("heading", name="Theirs")).to_be_visible()
    expect(dialog).to_have_count(0)
    lab.button("Rename").click()
    expect(name).to_have_value("Theirs")
    name.fill("Ours again")
    lab.button("Save name").click()
    expect(page.get_by_role("heading", name="Ours again")).to_be_visible()
    expect(lab.text("Somebody else changed this meanwhile")).to_have_count(0)
    expect(dialog).to_have_count(0)

    lab.button("Duplicate").click()
    expect(lab.box("Prompt, in English")).to_have_value(prompt)
    expect(lab.button("Start: 3 pictures, $0", exact=True)).to_be_visible()
    lab.box("Search experiments").fill(prompt)
    lab.box("Search experiments").press("Enter")
    found = page.locator("[class*=st-key-lab_entry_]")
    expect(found).to_have_count(1)
    found.get_by_role("button", name="Delete", exact=True).click()
    dialog.get_by_role("button", name="Delete").click()
    expect(lab.text("The experiment was deleted.")).to_be_visible()
    expect(lab.text("Nothing was found.")).to_be_visible()


def is_at_rest(page: Page, frames: list[object]) -> bool:
    """Whether the page asks nothing for longer than anything that asks again and again waits."""
    before = len(frames)
    page.wait_for_timeout(2_500)
    return len(frames) == before


def call_theirs(server: AppServer, experiment_id: str) -> None:
    """Somebody else gives the experiment a name."""
    services = Rig(server.pictures).services
    change_experiment(
        services, ANA, experiment_id, lambda state: rename(state, "Theirs", instead_of="Ours")
    )


def test_reload_cancel_and_retry_while_pictures_are_made(
    new_tab: NewTab, bedrock_server: AppServer, gate: Gate, model: BedrockStandIn, prompt: str
) -> None:
    lab = Lab(new_tab(), bedrock_server.url).open().set_up(prompt, "1, 2, 3, 4, 5, 6")
    later, refused = Gate(), Gate(filtered("Filter reason: prompt"))
    model.script(later, later, refused)  # after the gate
    try:
        lab.button("Start: 6 pictures").click()
        gate.wait_for_call()
        until(lambda: len(model.calls) == 4)  # all that are made at once
        expect(lab.page.get_by_text(COUNTED).first).to_be_visible()
        lab.page.reload()
        expect(lab.text("running, ").first).to_be_visible()
        lab.button("Cancel", exact=True).click()
        expect(lab.text("cancelled before it was sent")).to_have_count(2)
    finally:
        for one in (gate, later, refused):
            one.open()
    expect(lab.text("3 of 6 pictures ready, 1 failed, 2 not made")).to_be_visible()
    expect(lab.button("Retry")).to_have_count(3)
    assert len(model.calls) == 4
    cell = lab.page.locator(".st-key-lab_cells .stVerticalBlock", has_text="failed.").last
    cell.get_by_role("button", name="Retry").click()
    expect(lab.text("4 of 6 pictures ready, 2 not made")).to_be_visible()
    lab.button("Retry").first.click()
    expect(lab.text("5 of 6 pictures ready, 1 not made")).to_be_visible()
    assert len(model.calls) == 6


def test_a_restart_in_the_middle_loses_nothing_and_pays_nothing_twice(
    new_tab: NewTab,
    bedrock_server: AppServer,
    second_call: Gate,
    model: BedrockStandIn,
    prompt: str,
) -> None:
    model.script(*[slowly] * 22)  # after the gate
    lab = Lab(new_tab(), bedrock_server.url).open()
    lab.set_up(prompt, ", ".join(str(seed) for seed in range(1, 25)))
    lab.button("Start: 24 pictures").click()
    second_call.wait_for_call()
    lab.page.wait_for_url("**experiment=lab-*")
    bedrock_server.ask_to_stop()
    until(lambda: not bedrock_server.answers())
    second_call.open()
    bedrock_server.wait_until_stopped()
    made = len(model.calls)
    model.forget()
    bedrock_server.start()
    lab.page.reload()
    lab.button("Go on: ").click()
    expect(lab.text("24 of 24 pictures ready")).to_be_visible(timeout=60_000)
    assert made + len(model.calls) == 24


def slowly(body: dict[str, Any]) -> Reply:
    time.sleep(1)
    return ok(body)


def test_nothing_is_wider_than_a_phone(new_tab: NewTab, offline_server: AppServer) -> None:
    lab = Lab(new_tab(**PHONE), offline_server.url).open()
    lab.box("Prompt, in English").fill(f"A {'very' * 40} long word")
    expect(lab.button("Start: 1 picture")).to_be_visible()
    until(lambda: _too_wide(lab.page) == 0)
    expect(lab.page.get_by_test_id("InputInstructions")).to_be_hidden()
    lab.compare("Size")
    expect(lab.button("Start: 2 pictures")).to_be_visible()
    for colours in in_both_colours(lab.page):
        assert sticking_out(lab.page) == [], colours
        assert faint_texts(lab.page) == [], colours
    until(lambda: lab.lines_of(lab.page.get_by_role("cell", name="free").first) == 1)
    lab.compare("Nothing")
    lab.button("Start: 1 picture").click()
    expect(lab.text("1 of 1 picture ready")).to_be_visible()
    until(lambda: _too_wide(lab.page) == 0)


def _too_wide(page: Page) -> int:
    script = "document.querySelector('.stMain').scrollWidth - window.innerWidth"
    return max(0, int(page.evaluate(script)))
