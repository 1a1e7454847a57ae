"""What the open pages showed and the servers said when a test failed, for the report's reader."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

from tests.browser.app_server import AppServer

_MOST_TEXT = 1500
_SEEN = """(most) => {
  const app = document.querySelector('[data-testid=stApp]')?.dataset ?? {};
  const images = [...document.images].map((one) =>
    `${one.complete ? one.naturalWidth : 'loading'} ${one.src.slice(-80)}`);
  const refused = performance.getEntriesByType('resource')
    .filter((one) => one.responseStatus >= 400)
    .map((one) => `${one.responseStatus} ${one.name.slice(-80)}`);
  const inParts = [...document.querySelectorAll('*')].filter((one) => one.shadowRoot).map((one) =>
    [...one.shadowRoot.children].map((part) => part.innerText ?? '').join(' ').trim());
  return [
    `${app.testConnectionState}, ${app.testScriptState}; ${Math.round(performance.now())} ms old`,
    `keyboard: ${document.activeElement?.innerText?.slice(0, 60) ?? ''}`,
    ...images, ...refused, document.body.innerText.replace(/\\n+/g, ' | ').slice(0, most),
    `in parts: ${inParts.filter(Boolean).join(' | ').slice(0, most)}`,
  ].join('\\n');
}"""


def describe(fixtures: Iterable[object]) -> str:
    """What can be seen on each open page, and the end of each server's log.

    Args:
        fixtures: The test's: the browsers and servers among them.
    """
    contexts: list[BrowserContext] = []
    told: list[str] = []
    for one in fixtures:
        if isinstance(one, Browser):
            contexts += one.contexts
        elif isinstance(one, BrowserContext):
            contexts.append(one)
        elif isinstance(one, AppServer):
            told.append(f"{one.url} said:\n{one.log[-_MOST_TEXT:]}")
    pages = {id(page): page for context in contexts for page in context.pages}
    seen = [_describe(page) for page in pages.values() if page.url.startswith("http")]
    return "\n".join([*seen, *told])


def _describe(page: Page) -> str:
    try:
        return f"{page.url}\n{page.evaluate(_SEEN, _MOST_TEXT)}\n"
    except PlaywrightError as error:
        return f"{page.url}\n{error}\n"
