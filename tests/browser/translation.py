"""What a browser's translation does to a page.

As Chrome's, it works in a world of its own, where nothing that the page's scripts have changed is
seen: each text goes out of the page, and two `font` elements with other words come in its place.
It watches the page, and does the same to what comes later.
"""

from __future__ import annotations

import re
from typing import Literal

from playwright.sync_api import Locator, Page

Way = Literal["at once", "font first", "text first", "another text"]
"""How a text is changed for its translation."""

_SPARED = "script, style, textarea, [translate=no]"
_TRANSLATE = """(() => {
  const waiting = new Set(), made = new WeakSet();
  const put = {
    'at once': (text, font) => text.replaceWith(font),
    'font first': (text, font) => { text.before(font); text.remove(); },
    'text first': (text, font) => {
      const { parentNode, nextSibling } = text;
      text.remove();
      parentNode.insertBefore(font, nextSibling);
    },
    'another text': (text, font) => text.replaceWith(font.firstChild.firstChild),
  }['WAY'];
  const translate = (text) => {
    if (!text.isConnected || !text.nodeValue.trim() || text.parentElement.closest('SPARED')) return;
    const outer = document.createElement('font'), inner = document.createElement('font');
    inner.textContent = text.nodeValue.replace(/\\w+/g, '~$&');
    made.add(inner.firstChild);
    outer.append(inner);
    put(text, outer);
  };
  const work = () => { const some = [...waiting]; waiting.clear(); some.forEach(translate); };
  const find = (node) => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    do if (texts.currentNode.nodeType === Node.TEXT_NODE && !made.has(texts.currentNode))
      waiting.add(texts.currentNode);
    while (texts.nextNode());
    setTimeout(work, 30);
  };
  new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes }) => {
    if (type === 'characterData') { made.delete(target); find(target); }
    addedNodes.forEach(find);
  })).observe(document.body, { childList: true, characterData: true, subtree: true });
  find(document.body);
})()"""

_LEFT = """(spared) => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), left = [];
  while (texts.nextNode()) {
    const { nodeValue, parentElement } = texts.currentNode;
    if (/\\w/.test(nodeValue) && !/~/.test(nodeValue) && !parentElement.closest(spared))
      left.push(nodeValue);
  }
  return left;
}"""


def translate(page: Page, way: Way) -> None:
    """Translate the page, now and whenever it changes, until it is loaded again."""
    browser = page.context.new_cdp_session(page)
    frame = browser.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = browser.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]
    script = _TRANSLATE.replace("WAY", way).replace("SPARED", _SPARED)
    browser.send("Runtime.evaluate", {"expression": script, "contextId": world})
    wait_until_translated(page)


def wait_until_translated(page: Page) -> None:
    """Wait until no text is left that should be translated."""
    page.wait_for_function(f"(spared) => ({_LEFT})(spared).length === 0", arg=_SPARED)


def translated(text: str) -> str:
    """What such a text becomes."""
    return re.sub(r"\w+", r"~\g<0>", text)


def before_translation(part: Locator) -> str:
    """What a part of a page says, as it was before it was translated."""
    return part.inner_text().replace("~", "")
