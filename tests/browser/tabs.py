"""Tabs that are lent to one test after the other.

A fresh browser context compiles Streamlit's scripts again, and so does a new tab: a tab that is
open already loads the app in less than half the time. Sessions in the address keep tests apart;
cookies and what pages keep in the browser go when a tab comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from playwright.sync_api import Error as PlaywrightError

NewTab = Callable[..., Page]
NewContext = Callable[..., BrowserContext]

DESKTOP = {"width": 1280, "height": 900}
PATIENCE_MS = 20_000
EMPTY_PAGE = "about:blank"
_BY_POLICY = "Content Security Policy"
_MOST_TEXT = 500
AT_ONCE = """(() => {
  const scroll = window.scrollsSmoothly = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (how) {
    return scroll.call(this, { ...how, behavior: 'instant' });
  };
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, options) {
    return animate.call(this, frames, { ...options, duration: 1 });
  };
})()"""
"""What is folded open is open, and what is scrolled to is there: nothing moves under a press."""
_FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


def wait_until_drawn(page: Page) -> None:
    """Wait for the foot of the page; looks at every frame, where `expect` does once a second."""
    page.wait_for_function("() => document.querySelector('.st-key-footer')")


def open_bare(page: Page, url: str) -> None:
    """An empty page at a server's address, which may run what the test gives it."""
    bare = f"{url}/bare"
    page.route(bare, lambda route: route.fulfill(content_type="text/html", body="<p>Bare</p>"))
    page.goto(bare)


def listen(context: BrowserContext, thrown: list[str]) -> None:
    """Note what pages of a context throw, and what the server's policy keeps them from."""

    def note(said: ConsoleMessage) -> None:
        if said.type == "error" and _BY_POLICY in said.text:
            thrown.append(said.text[:_MOST_TEXT])

    context.on("weberror", lambda error: thrown.append(str(error.error)))
    context.on("console", note)


class Tabs:
    """The browser's contexts and tabs, by the options of their context."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._idle: dict[str, list[Page]] = {}
        self._lent: list[tuple[str, Page]] = []
        self.thrown: list[str] = []
        """What pages have thrown, or were kept from by their policy, since the last `take_back`."""

    def new_context(self, **options: Any) -> BrowserContext:
        """A device of its own; whoever asks for it closes it."""
        context = self._browser.new_context(**{"viewport": DESKTOP, **options})
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(AT_ONCE)
        listen(context, self.thrown)
        return context

    def lend(self, **options: Any) -> Page:
        """An empty tab in a context with these options.

        Whoever adds scripts to it, or sets its clock, takes a context of its own instead.
        """
        key = repr(sorted(options.items()))
        if key not in self._contexts:
            self._contexts[key] = self.new_context(**options)
        idle = self._idle.setdefault(key, [])
        page = idle.pop() if idle else self._contexts[key].new_page()
        page.set_viewport_size(options.get("viewport", DESKTOP))
        page.emulate_media(color_scheme="light")
        page.set_default_timeout(PATIENCE_MS)
        self._lent.append((key, page))
        return page

    def take_back(self, *, keep: bool) -> list[str]:
        """Empty all lent tabs.

        Args:
            keep: Lend them again; else they are closed, such as after a test that failed.

        Returns:
            What pages have thrown, or were kept from by their policy, meanwhile.
        """
        lent = [page for _, page in self._lent]
        for key, page in self._lent:
            if keep and _is_emptied(page):
                self._idle[key].append(page)
            else:
                page.close()
        for key in {key for key, _ in self._lent}:
            context = self._contexts[key]
            context.clear_cookies()
            context.clear_permissions()
            for page in context.pages:
                if page not in lent and page not in self._idle[key]:
                    page.close()  # opened by the test itself
        self._lent.clear()
        thrown, self.thrown[:] = list(self.thrown), []
        return thrown


def _is_emptied(page: Page) -> bool:
    try:
        page.unroute_all(behavior="ignoreErrors")
        page.set_extra_http_headers({})
        if page.url.startswith("http"):
            page.evaluate(_FORGET)
        page.goto(EMPTY_PAGE)
    except PlaywrightError:  # it is closed, or a page that can't be asked
        return False
    return True
