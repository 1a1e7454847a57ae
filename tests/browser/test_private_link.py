"""A learner's private link on another device, and a new key for who comes next."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from playwright.sync_api import BrowserContext, Page, expect

from imagespeak_core.speaking.learner import is_key, new_key
from pages.components.shell.visitor import COOKIE_NAME
from tests.browser.app_server import AppServer
from tests.browser.tabs import NewContext, wait_until_drawn
from tests.browser.visitor import Visitor

LINK = "Your private link"
QUESTION = "Is this your own private link?"
PIECES = """() => new Promise((done) => {
  const asked = indexedDB.open('imagespeak-speaking', 1);
  asked.onupgradeneeded = () => {
    if (!asked.result.objectStoreNames.contains('of_test'))
      asked.result.createObjectStore('of_test');
  };
  asked.onsuccess = () => {
    const database = asked.result, names = [...database.objectStoreNames];
    if (!names.length) { database.close(); done(0); return; }
    const counts = names.map((name) => new Promise((counted) => {
      const count = database.transaction(name).objectStore(name).count();
      count.onsuccess = () => counted(count.result);
    }));
    Promise.all(counts).then((all) => {
      database.close(); done(all.reduce((sum, one) => sum + one, 0));
    });
  };
})"""
ADD_A_PIECE = """() => new Promise((done) => {
  const asked = indexedDB.open('imagespeak-speaking', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('of_test');
  asked.onsuccess = () => {
    const database = asked.result, name = database.objectStoreNames[0];
    const change = database.transaction(name, 'readwrite');
    const store = change.objectStore(name);
    const key = store.keyPath;
    const names = Array.isArray(key) ? key : [key];
    const piece = Object.fromEntries(names.map((part) => [part, 1]));
    if (key) store.put(piece); else store.put('a piece', 1);
    change.oncomplete = () => { database.close(); done(name); };
  };
})"""


def key_of(context: BrowserContext) -> str:
    found = {cookie["name"]: cookie for cookie in context.cookies()}
    assert found[COOKIE_NAME]["httpOnly"]
    assert found[COOKIE_NAME]["sameSite"] == "Lax"
    return str(found[COOKIE_NAME]["value"])


def link_on(page: Page) -> str:
    page.locator(".st-key-own_link summary").click()
    field = page.get_by_label(LINK).and_(page.locator("input"))
    expect(field).to_be_visible()
    return field.input_value()


def opened(context: BrowserContext, link: str) -> Page:
    page = context.new_page()
    page.goto(link)
    Visitor(page, link).ready()
    return page


def test_on_another_device_and_not_me(
    offline_server: AppServer, new_context: NewContext, session_id: str
) -> None:
    own, other = new_context(), new_context(viewport={"width": 360, "height": 740})
    first = Visitor(own.new_page(), offline_server.url).open(session_id)
    first.get.click()
    first.picture()
    key = key_of(own)
    assert is_key(key)
    link = link_on(first.page)
    assert link == f"{offline_server.url}/?session={session_id}#learner={key}"

    # Opening it is not enough; and it does not stand in the address any more.
    page = opened(other, link)
    own_before = key_of(other)
    question = page.get_by_role("group", name=QUESTION)
    expect(question).to_be_visible()
    assert page.url == f"{offline_server.url}/?session={session_id}"
    question.get_by_role("button", name="No").click()
    expect(question).to_be_hidden()
    assert key_of(other) == own_before
    page.reload()
    Visitor(page, link).ready()
    expect(question).to_be_hidden()

    # The same tab gets the link again: the page is not loaded anew for what stands behind the #.
    page.evaluate("(link) => { window.location.href = link; }", link)
    expect(question).to_be_visible()
    page.reload()
    Visitor(page, link).ready()
    expect(question).to_be_visible()
    with page.expect_navigation():
        question.get_by_role("button", name="Yes, it is mine").click()
    Visitor(page, link).ready()
    assert key_of(other) == key
    expect(question).to_be_hidden()
    assert "#" not in page.url
    page.go_back()
    assert "learner" not in page.url

    # Whoever comes next begins anew, in all tabs; what was not kept is gone.
    second = opened(other, f"{offline_server.url}/?session={session_id}")
    second.evaluate(ADD_A_PIECE)
    assert second.evaluate(PIECES) > 0
    third = opened(other, f"{offline_server.url}/?session={session_id}")
    elsewhere = other.new_page()
    elsewhere.goto(f"{offline_server.url}/gallery?session={session_id}")
    wait_until_drawn(elsewhere)
    link_on(second)
    with elsewhere.expect_navigation(), third.expect_navigation(), second.expect_navigation():
        second.get_by_role("button", name="Not me").click()
    Visitor(second, link).ready()
    assert key_of(other) not in {key, own_before}
    assert second.evaluate(PIECES) == 0
    assert key_of(other) in link_on(second)
    Visitor(third, link).ready()
    assert key_of(other) in link_on(third)
    assert key_of(own) == key


def test_a_link_that_is_not_whole_is_told(
    offline_server: AppServer, new_context: NewContext, session_id: str
) -> None:
    context = new_context()
    page = opened(context, f"{offline_server.url}/?session={session_id}#learner={new_key()[:9]}")
    before = key_of(context)
    yes = page.get_by_role("button", name="Yes, it is mine")
    for _ in range(2):
        yes.click()
        expect(page.get_by_text(re.compile("not complete"))).to_be_visible()
        expect(yes).to_be_enabled()
        assert key_of(context) == before
    context.set_offline(True)
    yes.click()
    expect(page.get_by_text("That did not work. Please try again.")).to_be_visible()
    context.set_offline(False)
    yes.click()
    expect(page.get_by_text(re.compile("not complete"))).to_be_visible()
    assert key_of(context) == before
    cookie = next(one for one in context.cookies() if one["name"] == COOKIE_NAME)
    assert cookie["expires"] - datetime.now(UTC).timestamp() > 399 * 86_400
