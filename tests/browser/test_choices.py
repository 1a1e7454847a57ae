"""Choices of one of several in a narrow window: all options are in sight, each in a frame."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app_server import AppServer
from tests.browser.gallery import Gallery, Place
from tests.browser.lesson import ClassTab, make_lesson
from tests.browser.tabs import NewTab
from tests.browser.visitor import Visitor

TABLET, PHONE = 660, 360

_WRONG = """() => [...document.querySelectorAll('[role=radiogroup] > button')].flatMap((option) => {
  const box = option.getBoundingClientRect();
  const place = option.closest('.stButtonGroup').getBoundingClientRect();
  const edge = getComputedStyle(option).borderRightColor;
  return [
    ...(box.left < place.left - 1 || box.right > place.right + 2 ? ['cut off'] : []),
    ...(edge === 'rgba(0, 0, 0, 0)' ? ['open'] : []),
  ].map((fault) => `${option.innerText}: ${fault}`);
})"""
_CUT_LABELS = """() => [
  ...document.querySelectorAll('.stCheckbox [data-testid=stMarkdownContainer]')
].filter((label) => label.scrollWidth > label.clientWidth).map((label) => label.innerText)"""
_LINES = """() => new Set([...document.querySelectorAll('.st-key-shape [role=radio]')]
  .map((option) => option.getBoundingClientRect().top)).size"""


def expect_all_in_sight(page: Page, group: str) -> None:
    """Wait until styles and letters have come."""
    expect(page.get_by_role("radiogroup", name=group)).to_be_visible()
    page.wait_for_function(f"() => ({_WRONG})().length === 0")
    page.wait_for_function(f"() => ({_CUT_LABELS})().length === 0")


@pytest.mark.parametrize("width", [TABLET, PHONE])
def test_the_shape_of_a_restored_picture_is_one_of_those_to_choose_from(
    new_tab: NewTab, folder_place: Place, session_id: str, width: int
) -> None:
    key = folder_place.add(session_id, 0)
    page = new_tab(viewport={"width": width, "height": 740})
    gallery = Gallery(page, folder_place.server.url)
    gallery.open(session_id, f"{key.timestamp}_0").wait_for_picture()
    gallery.button("Use these settings").click()
    visitor = Visitor(page, folder_place.server.url).ready()
    visitor.unfold("Picture settings")
    expect(page.get_by_role("radio", name="768 × 512")).to_be_checked()
    expect(page.get_by_role("radio", name="My own words")).to_be_checked()
    expect_all_in_sight(page, "Shape")
    expect_all_in_sight(page, "Take an idea or write your own")
    if width == PHONE:
        page.wait_for_function(f"() => ({_LINES})() === 1")


def test_a_narrow_column_hides_no_option(new_tab: NewTab, offline_server: AppServer) -> None:
    page = new_tab(viewport={"width": TABLET, "height": 740})
    tab = ClassTab(page, offline_server.url).teach(make_lesson(offline_server), "Make pictures")
    expect_all_in_sight(page, "How many")
    tab.go("prompt_lab")
    expect(page.get_by_text("A new seed for each picture")).to_be_visible()
    expect_all_in_sight(page, "Shape")
