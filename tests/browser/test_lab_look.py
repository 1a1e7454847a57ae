"""The pictures of an experiment in the browser: the grid, one in full, two compared, stars."""

from __future__ import annotations

import io
from functools import partial

import pytest
from PIL import Image, ImageStat
from playwright.sync_api import Locator, WebSocketRoute, expect

from imagespeak_core.lab.plan import PromptAxis, StyleAxis
from tests.browser.app_server import AppServer
from tests.browser.lab_bench import REASON, REFUSED, Bench, LabTab, make_bench
from tests.browser.looks import faint_texts, in_both_colours, sticking_out, width
from tests.browser.tabs import NewContext, NewTab
from tests.patience import until

_LOADED = """() => {
  const host = [...document.querySelectorAll('*')].find((one) =>
    one.shadowRoot?.querySelector('dialog[open]'));
  const picture = host?.shadowRoot.querySelector('.first');
  return picture?.complete && picture.naturalWidth > 0;
}"""

_EMPTY_PX = "(box) => box.clientWidth - box.querySelector('table').offsetWidth"

_NO_LIMIT = """(note) => {
  note.removeAttribute('maxlength');
  Object.defineProperty(note, 'maxLength', { set() {} });
}"""

_LABELS_STAY = """() => {
  const host = [...document.querySelectorAll('*')].find((one) =>
    one.shadowRoot?.querySelector('.scroll'));
  const box = host?.shadowRoot.querySelector('.scroll');
  if (!box) return false;
  box.scrollTo(150, 200);
  const [all, column, row] = [box, box.querySelectorAll('thead th')[3],
    box.querySelectorAll('tbody th')[1]].map((one) => one.getBoundingClientRect());
  return Math.min(box.scrollLeft, box.scrollTop) > 100
    && Math.max(Math.abs(column.top - all.top), Math.abs(row.left - all.left)) <= 2;
}"""


def is_in(part: Locator, colours: str) -> bool:
    picture = Image.open(io.BytesIO(part.screenshot())).convert("L")
    return (ImageStat.Stat(picture).mean[0] > 128) == (colours == "light")


def is_short(label: Locator) -> bool:
    return int(label.evaluate("(label) => label.offsetHeight")) < 150


@pytest.fixture
def bench(offline_server: AppServer) -> Bench:
    return make_bench(offline_server)


@pytest.fixture
def teacher(new_tab: NewTab, offline_server: AppServer) -> LabTab:
    return LabTab(new_tab(), offline_server.url)


def test_the_grid_its_frame_sheets_and_charts_and_the_list_on_a_phone(
    teacher: LabTab, bench: Bench
) -> None:
    teacher.open(bench)
    box = teacher.page.get_by_role("region", name="All pictures")
    until(lambda: abs(box.evaluate(_EMPTY_PX)) <= 1)  # the frame ends where the pictures end
    until(lambda: width(box) > 1000)  # three columns use the room that there is

    expect(teacher.page.get_by_role("heading", name="animal")).to_contain_text("www")
    expect(teacher.page.get_by_text("Made by ana@")).to_be_visible()
    links = teacher.page.locator("a[href*=school], a[href*=example]")
    expect(links).to_have_count(0)  # a name is none

    until(lambda: teacher.order == [1, 2, 3, 4, 5, 6])
    sheets = teacher.page.get_by_role("group", name="Repeat")
    sheets.get_by_role("button", name="2").click()
    until(lambda: teacher.order == [7, 8, 9, 10, 11, 12])
    sheets.get_by_role("button", name="1").click()

    page = teacher.page
    charts = page.locator(".lab-charts figure")
    expect(charts).to_have_count(2)
    expect(charts.first).to_contain_text("Model time by prompt")
    expect(charts.first).to_contain_text("0.01 s (measured)")
    for colours in in_both_colours(page):
        assert faint_texts(page) == [], colours
        for number in range(2):
            until(partial(is_in, charts.nth(number), colours))

    page.set_viewport_size({"width": 360, "height": 740})
    expect(box).to_have_count(0)
    expect(teacher.cells).to_have_count(12)
    expect(teacher.cells.nth(1)).to_contain_text("Prompt: cat")
    for colours in in_both_colours(page):
        assert sticking_out(page) == [], colours
        assert faint_texts(page) == [], colours
    teacher.look(2)
    for colours in in_both_colours(page):
        assert sticking_out(page) == [], colours
    teacher.close()
    page.set_viewport_size({"width": 700, "height": 420})
    expect(box.get_by_role("columnheader", name="dog")).to_be_visible()
    expect(box.get_by_role("rowheader", name="premium")).to_be_attached()
    page.wait_for_function(_LABELS_STAY)


def test_one_in_full_two_compared_and_the_way_to_a_form(teacher: LabTab, bench: Bench) -> None:
    teacher.open(bench)
    teacher.cells.nth(1).focus()
    teacher.page.keyboard.press("Enter")
    teacher.shows(2)
    teacher.page.wait_for_function(_LOADED)
    seed = str(bench.cell(1).request.seed)
    for text in ("A cat in a park", "fake.cheap-v1", seed, "256 × 256", "$0.04"):
        expect(teacher.dialog.get_by_text(text, exact=True).first).to_be_visible()
    teacher.page.keyboard.press("Escape")
    expect(teacher.dialog).to_have_count(0)
    expect(teacher.cells.nth(1)).to_be_focused()

    teacher.look(1)  # the arrow keys blink between cells
    for key, number in (
        ("ArrowRight", 2),
        ("ArrowRight", 3),
        ("ArrowRight", 1),
        ("ArrowDown", 4),
        ("PageDown", 10),
        ("ArrowUp", 7),
    ):
        teacher.page.keyboard.press(key)
        teacher.shows(number)
    teacher.close()
    expect(teacher.cells.first).to_be_focused()
    assert teacher.order[0] == 7
    teacher.page.get_by_role("group", name="Repeat").get_by_role("button", name="1").click()

    teacher.look(1)
    teacher.page.get_by_label("Compare with").select_option(index=1)
    second = teacher.dialog.locator("img.second")
    expect(second).to_be_hidden()
    teacher.button("Flip").click()
    expect(second).to_be_visible()
    expect(teacher.dialog.locator("img.first")).to_be_hidden()
    expect(teacher.dialog.get_by_text("You see Picture 2.")).to_be_visible()
    teacher.page.keyboard.press("f")
    expect(second).to_be_hidden()
    teacher.button("Slider").click()
    expect(teacher.dialog.get_by_text("Left: Picture 1.")).to_be_visible()
    slider = teacher.page.get_by_role("slider")
    slider.focus()
    before = second.evaluate("(picture) => picture.style.clipPath")
    teacher.page.keyboard.press("ArrowRight")
    assert second.evaluate("(picture) => picture.style.clipPath") != before
    teacher.shows(1)
    teacher.close()

    refused = teacher.cells.nth(REFUSED)
    expect(refused).to_contain_text(f"No picture: {REASON}")
    assert bench.cell(REFUSED).status == "failed"
    assert all(bench.cell(number).status == "done" for number in (3, 5))
    teacher.look(REFUSED + 1)
    expect(teacher.dialog.get_by_text(REASON)).to_be_visible()
    expect(teacher.dialog.locator("img.first")).to_be_hidden()
    teacher.close()

    page = teacher.page
    words = page.get_by_role("textbox", name="What should the picture show?")
    teacher.look(2)
    teacher.button("Use these settings in practice").click()
    expect(teacher.button("Generate New")).to_be_visible()
    expect(words).to_have_value("A cat in a park")
    expect(page.get_by_text("made with the model fake.cheap-v1")).to_be_visible()
    page.get_by_role("link", name="Prompt Lab").click()
    page.locator(f".st-key-lab_open_{bench.experiment_id}").get_by_role("button").click()
    teacher.look(2)
    teacher.button("Use these settings in a class").click()
    page.wait_for_url("**/classroom*")
    teacher.button("Make class").click()
    page.get_by_role("radio", name="Make pictures").click()
    expect(words).to_have_value("A cat in a park")
    expect(page.get_by_text("made with the model fake.cheap-v1")).to_be_visible()


def test_a_long_label_leaves_room_for_the_pictures(
    teacher: LabTab, offline_server: AppServer
) -> None:
    long = PromptAxis(values=("A dog " + "and a very small cat " * 30, "A cat"))
    styles = StyleAxis(values=("ink " * 100, "oil"))
    bench = make_bench(offline_server, long, styles)
    box = teacher.open(bench).page.get_by_role("region", name="All pictures")
    for label in (
        box.get_by_role("columnheader", name="A dog"),
        box.get_by_role("rowheader").first,
    ):
        text = label.locator("span")
        until(partial(is_short, text))
        assert text.get_attribute("title") == text.text_content()


def test_stars_and_notes_are_all_kept_and_told(teacher: LabTab, bench: Bench) -> None:
    teacher.open(bench)
    best = teacher.page.get_by_label("Only the best")
    best.check()
    expect(teacher.page.get_by_text("Give stars first.")).to_be_visible()
    teacher.look(3)
    teacher.page.keyboard.press("5")
    teacher.expect_saved()  # after it nothing is drawn anew under a press
    teacher.close()
    expect(teacher.cells).to_have_count(1)
    until(lambda: teacher.order == [3])
    best.uncheck()
    teacher.page.get_by_label("Order").select_option(label="Most stars first")
    until(lambda: teacher.order == [3, 1, 2, *range(4, 13)])
    teacher.page.get_by_label("Order").select_option(label="Fastest first")
    until(lambda: teacher.order[-1] == REFUSED + 1)
    teacher.page.get_by_label("Order").select_option(label="Smallest file first")
    results = [bench.cell(number).result for number in range(12)]
    sizes = [one.size_bytes if one else 10**9 for one in results]
    smallest_first = [n + 1 for n in sorted(range(12), key=lambda n: (sizes[n], n))]
    until(lambda: teacher.order == smallest_first)
    teacher.page.get_by_label("Order").select_option(label="As planned")

    teacher.look(2)
    teacher.button("4 stars").click()
    teacher.expect_saved()
    teacher.page.get_by_label("Your note").fill("For class 7 <b>r</b>")
    teacher.page.keyboard.press("Tab")
    teacher.expect_saved()
    assert (bench.cell(1).stars, bench.cell(1).note) == (4, "For class 7 <b>r</b>")
    teacher.open(bench)
    until(lambda: "4 of 5 stars, with a note" in teacher.names[1])
    teacher.look(2).page.keyboard.press("0")
    teacher.expect_saved()
    assert bench.cell(1).stars == 0
    teacher.close()

    note = teacher.page.get_by_label("Your note")
    teacher.look(1)
    note.press_sequentially("rc 5")
    teacher.button("Next").click()
    teacher.shows(2)
    note.fill("second")
    teacher.page.keyboard.press("Escape")
    expect(teacher.dialog).to_have_count(0)
    expect(teacher.page.get_by_role("button", name="with a note")).to_have_count(2)
    teacher.cells.nth(1).press("Enter")  # what is saved meanwhile draws the pictures anew
    teacher.shows(2)
    expect(teacher.dialog.get_by_text("Saving…")).to_have_count(0)
    notes = ["rc 5", "second"]
    until(lambda: [bench.cell(number).note for number in (0, 1)] == notes)
    teacher.page.wait_for_timeout(500)
    assert [bench.cell(number).note for number in (0, 1)] == notes, "and so it stays"
    assert bench.cell(0).stars == 0
    teacher.close()

    teacher.look(4)
    note.evaluate(_NO_LIMIT)
    note.fill("a" * 501)
    teacher.page.keyboard.press("Tab")
    expect(teacher.dialog.get_by_text("Not saved. One thing needs a change.")).to_be_visible()
    note.fill("shorter")
    teacher.page.keyboard.press("Tab")
    teacher.expect_saved()
    assert bench.cell(3).note == "shorter"
    teacher.close()

    teacher.look(1)
    for key in ("3", "ArrowRight", "5", "ArrowRight", "2", "4"):
        teacher.page.keyboard.press(key)
    teacher.expect_saved()
    assert [bench.cell(number).stars for number in range(3)] == [3, 5, 4]
    teacher.page.keyboard.press("4")  # once more
    teacher.expect_saved()
    assert bench.cell(2).stars == 4


def test_saved_is_said_when_all_of_it_is_stored(
    new_context: NewContext, offline_server: AppServer, bench: Bench
) -> None:
    page = new_context().new_page()
    sent: list[str | bytes] = []
    lines: list[WebSocketRoute] = []

    def connect(tab: WebSocketRoute) -> None:
        server = tab.connect_to_server()
        lines.append(server)

        def pass_on(message: str | bytes) -> None:
            if isinstance(message, bytes) and b"rated" in message:
                sent.append(message)  # it arrives when the test says so
            else:
                server.send(message)

        tab.on_message(pass_on)

    page.route_web_socket("**/_stcore/stream", connect)
    tab = LabTab(page, offline_server.url).open(bench).look(1)

    def are_sent(count: int) -> bool:
        page.wait_for_timeout(20)  # they pass only while the browser is asked for something
        return len(sent) == count

    page.keyboard.press("3")
    until(lambda: are_sent(1))  # else both may go in one message
    for key in ("ArrowRight", "5", "ArrowRight"):
        page.keyboard.press(key)
    until(lambda: are_sent(2))
    tab.cells.first.evaluate("(cell) => { cell.dataset.old = ''; }")
    lines[-1].send(sent[0])
    expect(page.locator("button.cell[data-old]")).to_have_count(0)  # the answer has come
    assert bench.cell(0).stars == 3
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    expect(tab.dialog.get_by_text("Saving…")).to_be_visible()
    expect(tab.saved).to_have_count(0)
    assert bench.cell(1).stars == 0
    lines[-1].send(sent[-1])
    tab.expect_saved()
    assert [bench.cell(number).stars for number in range(3)] == [3, 5, 0]
