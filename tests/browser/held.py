"""The requests for news that a browser's tabs hold, and tabs that come and go."""

from __future__ import annotations

from playwright.sync_api import Page, Request

_SHOW = """(state) => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
_FALL_SILENT = """() => {
  BroadcastChannel.prototype.postMessage = () => {};
  window.fetch = () => new Promise(() => {});
}"""
_LATER = """(ms) => {
  const { now } = Performance.prototype;
  performance.now = () => now.call(performance) + ms;
}"""


def until_following(page: Page) -> None:
    """Wait until the tab has told the others that it is there."""
    page.wait_for_function("() => window.imagespeakTold")


def hide(page: Page) -> None:
    """As another tab in front of it would."""
    page.evaluate(_SHOW, "hidden")


def show(page: Page) -> None:
    page.evaluate(_SHOW, "visible")


def leave(page: Page) -> None:
    """Go into the back-forward cache, where a page is still there."""
    page.evaluate("() => window.dispatchEvent(new PageTransitionEvent('pagehide'))")


def come_back(page: Page) -> None:
    page.evaluate("() => window.dispatchEvent(new PageTransitionEvent('pageshow'))")


def freeze(page: Page) -> None:
    """As a browser that saves power does."""
    page.evaluate("() => document.dispatchEvent(new Event('freeze'))")


def resume(page: Page) -> None:
    page.evaluate("() => document.dispatchEvent(new Event('resume'))")


def fall_silent(page: Page) -> None:
    """Be gone without a word, as a tab whose process was killed: what it asked for is lost."""
    page.evaluate(_FALL_SILENT)


def pass_time(page: Page, milliseconds: int) -> None:
    """Let so much time have passed on this tab's clock."""
    page.evaluate(_LATER, milliseconds)


class Held:
    """Those of the tabs that it was shown.

    Attributes:
        asked: All that began so far.
    """

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self._now: list[Request] = []

    def watch(self, page: Page) -> Page:
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)
        page.on("close", lambda closed: self.forget(closed))
        return page

    def forget(self, page: Page) -> None:
        """What a tab has held when it was closed; nothing tells of it."""
        self._now = [request for request in self._now if request.frame.page is not page]

    def by(self, page: Page) -> int:
        return sum(request.frame.page is page for request in self._now)

    def _begin(self, request: Request) -> None:
        if "/news?" in request.url:
            self.asked.append(request)
            self._now.append(request)

    def _end(self, request: Request) -> None:
        if request in self._now:
            self._now.remove(request)
