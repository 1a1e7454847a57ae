"""What a learner does with the recorder, and sees there; and what lies in the browser."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.app_server import AppServer
from tests.browser.visitor import PICTURE, Visitor
from tests.patience import until

BASE = "imagespeak-speaking"
_IN_BROWSER = """(name) => new Promise((go) => {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.transaction.abort();  // there is none
  request.onerror = () => go(0);
  request.onsuccess = () => {
    const base = request.result;
    const count = base.transaction('pieces').objectStore('pieces').count();
    count.onsuccess = () => { base.close(); go(count.result); };
  };
})"""
OLDER = """([name, by]) => new Promise((go) => {
  indexedDB.open(name).onsuccess = ({ target }) => {
    const writing = target.result.transaction('recordings', 'readwrite');
    const entries = writing.objectStore('recordings');
    entries.getAll().onsuccess = (found) => {
      for (const entry of found.target.result) entries.put({ ...entry, began: entry.began - by });
    };
    writing.oncomplete = () => { target.result.close(); go(); };
  };
})"""
DELETE = """(name) => new Promise((go, fail) => {
  const request = indexedDB.deleteDatabase(name);
  request.onsuccess = () => go();
  request.onerror = () => fail(request.error);
})"""
EMPTY = """(name) => new Promise((go) => {
  indexedDB.open(name).onsuccess = ({ target }) => {
    const stores = [...target.result.objectStoreNames];
    const writing = target.result.transaction(stores, 'readwrite');
    for (const store of stores) writing.objectStore(store).clear();
    writing.oncomplete = () => { target.result.close(); go(); };
  };
})"""
IS_PLAYING = """(audio) => !audio.paused && audio.currentTime > 0.2"""


@dataclass(frozen=True, slots=True)
class Panel:
    """The recorder on a page."""

    page: Page

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    @property
    def line(self) -> Locator:
        return self.page.locator(".recorder .line")

    @property
    def alert(self) -> Locator:
        return self.page.locator(".recorder .troubles p:visible")

    def speak_until(self, at: str) -> None:
        """Start, and wait until so much of the time is over."""
        self.button("Start speaking").click()
        expect(self.page.locator(".figures")).to_have_text(at)

    def pieces(self) -> int:
        return int(self.page.evaluate(_IN_BROWSER, BASE))

    def wait_for_pieces(self, count: int) -> None:
        until(lambda: self.pieces() == count)


def open_at(page: Page, server: AppServer, session_id: str) -> Panel:
    visitor = Visitor(page, server.url).open(session_id)
    if not page.locator(PICTURE).count():
        visitor.get.click()
    visitor.picture()
    panel = Panel(page)
    expect(page.locator(".recorder")).to_be_visible()
    return panel


def focused(locator: Locator) -> None:
    """Wait until it has the keyboard."""
    expect(locator).to_be_visible()
    locator.page.wait_for_function(
        "(one) => one === one.getRootNode().activeElement", arg=locator.element_handle()
    )
