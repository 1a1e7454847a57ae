"""Measures on a page as it is drawn, shadow trees of components included."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, TimeoutError

COLOURS: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
MOST_STOPS = 60
"""More than any page has for Tab."""

_ALL = """
  const all = [];
  const walk = (root) => root.querySelectorAll('*').forEach((element) => {
    all.push(element);
    if (element.shadowRoot) walk(element.shadowRoot);
  });
  walk(document.body);
"""

_OUTLINE_PROBLEMS = """() => {
  const problems = [];
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((h) => +h.tagName[1]);
  if (levels.filter((level) => level === 1).length !== 1) problems.push('not one h1');
  if (levels.some((level, i) => i && level > levels[i - 1] + 1)) problems.push(`h${levels}`);
  if (document.querySelectorAll('main, [role=main]').length !== 1) problems.push('not one main');
  if (document.title !== 'ImageSpeak') problems.push(`title ${document.title}`);
  if (!document.documentElement.lang) problems.push('no language');
  for (const image of document.querySelectorAll('img'))
    if (image.alt.length < 10) problems.push(`alternative text ${image.alt}`);
  for (const control of document.querySelectorAll('button, a, input, textarea, summary')) {
    const said = [control, ...(control.labels ?? [])].map((e) => e.innerText).join('').trim();
    if (!said && !control.ariaLabel && !control.getAttribute('aria-labelledby')
        && control.checkVisibility() && !control.closest('[aria-hidden="true"]'))
      problems.push(`no name: ${control.outerHTML.slice(0, 90)}`);
  }
  return problems;
}"""

_STICKING_OUT = f"""() => {{
  {_ALL}
  const shown = (e) => e.checkVisibility({{ opacityProperty: true, visibilityProperty: true }});
  const clipped = (e) => {{
    for (let up = e.parentElement; up; up = up.parentElement)
      if (up.getBoundingClientRect().width <= 1) return true;
    return false;
  }};
  return all
    .filter((e) => shown(e) && !clipped(e) && e.getBoundingClientRect().width > 1)
    .filter((e) => {{
      const box = e.getBoundingClientRect();
      const scrolls = ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
      return box.right > innerWidth + 1 || box.left < -1
        || (scrolls && e.scrollWidth > e.clientWidth + 1);
    }})
    .map((e) => `${{e.tagName}}.${{e.className}} ${{(e.textContent || '').slice(0, 40)}}`)
    .concat(document.documentElement.scrollWidth > innerWidth ? ['the document scrolls'] : []);
}}"""

_FAINT = f"""(least) => {{
  {_ALL}
  const up = (e) => e.parentElement || (e.getRootNode().host ?? null);
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {{ willReadFrequently: true }});
  const rgba = (colour) => {{
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  }};
  const over = (top, below, alpha) => below.map((c, i) => top[i] * alpha + c * (1 - alpha));
  const luminance = (colour) => {{
    const [r, g, b] = colour.map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }};
  const ground = (e) => {{
    if (!e) return [255, 255, 255];
    const [r, g, b, a] = rgba(getComputedStyle(e).backgroundColor);
    return a === 1 ? [r, g, b] : over([r, g, b], ground(up(e)), a);
  }};
  const opacity = (e) => (e ? Number(getComputedStyle(e).opacity) * opacity(up(e)) : 1);
  const faint = [];
  for (const e of all) {{
    const text = [...e.childNodes].filter((n) => n.nodeType === 3)
      .map((n) => n.textContent.trim()).join('');
    const box = e.getBoundingClientRect();
    const style = getComputedStyle(e);
    const unseen = !e.checkVisibility({{ opacityProperty: true, visibilityProperty: true }})
      || box.width <= 1 || style.fontFamily.includes('Material');
    if (!text || unseen || e.closest('[disabled], [aria-disabled="true"], .stSkipLink')) continue;
    const [r, g, b, a] = rgba(style.color);
    const below = ground(e);
    const drawn = over([r, g, b], below, a * opacity(e));
    const [high, low] = [luminance(drawn), luminance(below)].sort((x, y) => y - x);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < least) faint.push(`${{contrast.toFixed(2)}}: ${{text.slice(0, 60)}}`);
  }}
  return faint;
}}"""

_BACKGROUND = """() => {
  const [r, g, b] = getComputedStyle(document.querySelector('.stApp')).backgroundColor
    .match(/[0-9.]+/g).map(Number);
  return (r + g + b) / 3;
}"""

_FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return null;
  if (focused.tagName === 'MAIN') return ['the page', 0, 0, 0, 0];  // it scrolls, and does nothing
  const box = focused.getBoundingClientRect();
  const name = focused.getAttribute('aria-label') || focused.innerText?.trim().split('\\n').pop()
    || focused.value || focused.tagName;
  return [name, box.x, box.y, box.width, box.height];
}"""

_BLUR = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement;
  focused?.blur();
}"""

_AROUND_PX = 24
_SETTLED_MS = 3_000


@dataclass(frozen=True, slots=True)
class Focused:
    """What has the keyboard, and where it is, in CSS pixels."""

    name: str
    left: float
    top: float
    width: float
    height: float

    @property
    def perimeter(self) -> float:
        return 2 * (self.width + self.height)

    def picture(self, page: Page) -> Image.Image:
        """The place where it is, and a little around."""
        size = page.viewport_size
        assert size
        left, top = max(0, self.left - _AROUND_PX), max(0, self.top - _AROUND_PX)
        right = min(size["width"], self.left + self.width + _AROUND_PX)
        bottom = min(size["height"], self.top + self.height + _AROUND_PX)
        shot = page.screenshot(
            animations="disabled",
            caret="hide",
            clip={"x": left, "y": top, "width": right - left, "height": bottom - top},
        )
        return Image.open(io.BytesIO(shot)).convert("RGB")


def changed_pixels(before: Image.Image, after: Image.Image, *, least: float = 3) -> int:
    """How many pixels differ by at least this contrast (WCAG asks for 3 : 1)."""
    pairs = zip(before.get_flattened_data(), after.get_flattened_data(), strict=True)
    colours: Counter[tuple[Any, Any]] = Counter(pair for pair in pairs if pair[0] != pair[1])
    return sum(count for pair, count in colours.items() if _contrast(*pair) >= least)


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    parts = [
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def in_both_colours(page: Page) -> Iterator[str]:
    """Show the page in light, then in dark, as the device's settings say; it follows at once."""
    for colours in COLOURS:
        page.emulate_media(color_scheme=colours)
        is_light = colours == "light"
        page.wait_for_function(
            f"(isLight) => isLight ? ({_BACKGROUND})() > 200 : ({_BACKGROUND})() < 60", arg=is_light
        )
        yield colours


def all_looks(page: Page, *, widths: tuple[int, ...], height: int = 740) -> Iterator[str]:
    """Show the page in windows of these widths, in light and in dark."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": height})
        for colours in in_both_colours(page):
            yield f"{width} pixels, {colours}"


@contextmanager
def without_motion(page: Page) -> Iterator[None]:
    """As for somebody whose device asks for less motion."""
    page.emulate_media(reduced_motion="reduce")
    yield
    page.emulate_media(reduced_motion="no-preference")


def top(part: Locator) -> float:
    """How far below the window's edge a part begins, in CSS pixels."""
    box = part.bounding_box()
    assert box
    return box["y"]


def resting_top(part: Locator) -> float:
    """The same, once the page has its styles and moves no more."""
    for _ in range(40):
        before = top(part)
        part.page.wait_for_timeout(500)
        if top(part) == before:
            return before
    pytest.fail("it never rests")


def width(part: Locator) -> float:
    """How wide a part is, in CSS pixels."""
    box = part.bounding_box()
    assert box
    return box["width"]


def sticking_out(page: Page) -> list[str]:
    """What a person would have to scroll sideways for."""
    return _lasting(page, _STICKING_OUT)


def outline_problems(page: Page) -> list[str]:
    """What would lead somebody astray who does not see the page."""
    return _lasting(page, _OUTLINE_PROBLEMS)


def faint_texts(page: Page, *, least: float = 4.5) -> list[str]:
    """Texts whose contrast with what is behind them is under the WCAG ratio."""
    return _lasting(page, _FAINT, least)


def _lasting(page: Page, problems: str, argument: object = None) -> list[str]:
    """What is still wrong when styles, letters and colours have had their time to come."""
    try:
        page.wait_for_function(f"(argument) => ({problems})(argument).length === 0", arg=argument)
    except TimeoutError:
        return list(page.evaluate(problems, argument))
    return []


def focused(page: Page) -> Focused | None:
    """What has the keyboard; None where nothing has."""
    found = page.evaluate(_FOCUSED)
    return Focused(*found) if found else None


def blur(page: Page) -> None:
    """Take the keyboard away from what has it; Tab then goes on from there."""
    page.evaluate(_BLUR)


def stops_on_the_way(page: Page) -> tuple[list[str], list[str]]:
    """Go through the page by Tab.

    Returns:
        The names of what had the keyboard, in order; and of those that did not show it.
    """
    seen: list[str] = []
    unseen: list[str] = []
    while len(seen) < MOST_STOPS:
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop is None:
            break
        seen.append(stop.name)
        with_focus = stop.picture(page)
        blur(page)
        if changed_pixels(stop.picture(page), with_focus) < stop.perimeter:
            unseen.append(stop.name)
    return seen, unseen
