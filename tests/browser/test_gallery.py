"""The gallery in a browser, over the folder and over a bucket."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, expect

from imagespeak_core.pictures.details import from_png
from imagespeak_core.pictures.naming import ImageKey
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.gallery import Gallery, Place
from tests.browser.tabs import NewTab
from tests.browser.visitor import PICTURE, Visitor
from tests.pages.stand_ins import plain_png

SECOND = "01 Jan 2025, 10:01:00 · green boat"
"""What the second of some pictures is called."""

FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement;
  return focused?.textContent ?? '';
}"""

_STRIP = """() => {
  const shown = [];
  const walk = (root) => root.querySelectorAll('*').forEach((element) => {
    if (element.matches('.strip img')) shown.push(element);
    if (element.shadowRoot) walk(element.shadowRoot);
  });
  walk(document);
  return shown.length && shown.every((picture) => picture.complete && picture.naturalWidth > 0)
    ? shown.map((picture) => new URL(picture.src).pathname) : null;
}"""


def pictures_asked_for(page: Page) -> Counter[str]:
    """How often each picture is asked for from now on, by path."""
    asked: Counter[str] = Counter()

    def note(request: Request) -> None:
        path = urlsplit(request.url).path
        if "/previews/" in path or "/pictures/" in path or "/generated-images/" in path:
            asked[path] += 1

    page.on("request", note)
    return asked


def test_all_that_a_store_keeps_from_its_first_look_to_its_deletion(
    new_tab: NewTab, place: Place, session_id: str, tmp_path: Path
) -> None:
    keys = place.fill(session_id, 12)
    place.put(str(keys[2]).replace("generated-images/", "previews/")[:-4] + ".webp", b"")  # lost
    page = new_tab()
    asked = pictures_asked_for(page)

    visitor = Visitor(page, place.server.url).open(session_id)
    newest = visitor.picture()
    strip = page.wait_for_function(_STRIP).json_value()
    assert all(path.startswith("/previews/") for path in strip)
    visitor.strip.get_by_role("button").last.click()
    visitor.picture(other_than=newest)
    visitor.unfold("Show the prompt")
    expect(page.get_by_text("A red bus", exact=True)).to_be_visible()
    assert len(originals(asked)) == 2
    assert all(asked[path] == 1 for path in strip), "none is loaded twice"

    asked.clear()
    gallery = Gallery(page, place.server.url)
    page.get_by_role("link", name="Gallery").click()
    gallery.find(session_id).click()
    expect(gallery.small(keys[0])).to_be_visible()
    assert gallery.wait_for_small_ones(12) == [480] * 12
    assert len(place.previews(session_id)) == 12
    assert originals(asked) == []
    gallery.small(keys[-2]).click()
    assert gallery.wait_for_picture() == 768
    expect(gallery.shown).to_be_in_viewport(ratio=0.9)
    assert [path.rpartition("/")[2] for path in originals(asked)] == [file_name(keys[-2])]
    expect(page.get_by_text("768 × 512 pixels")).to_be_visible()
    gallery.small(keys[3]).click()
    expect(gallery.shown).to_have_attribute("alt", "Practice picture: A brown dog")
    assert {count for path, count in asked.items() if path.endswith(".webp")} <= {1}

    link = page.get_by_role("link", name="Download picture")
    expect(link).to_have_attribute("href", re.compile(re.escape(file_name(keys[3]))))
    png = download(page, "Download picture", tmp_path)
    assert png.name.endswith(file_name(keys[3]))
    details = from_png(keys[3], png.read_bytes())
    assert details
    assert details.prompt == "A brown dog"
    packed = download(page, "Download all (ZIP)", tmp_path)
    assert packed.name == f"{session_id}.zip"
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == [*map(file_name, keys), "settings.csv"]
        assert archive.read(names[3]) == png.read_bytes()
        rows = list(csv.DictReader(io.StringIO(archive.read("settings.csv").decode("utf-8-sig"))))
    assert [row["prompt"] for row in rows] == ["A brown dog", "A green boat", "A red bus"] * 4
    assert {row["quality"] for row in rows} == {"premium"}

    gallery.small(keys[-2]).click()
    expect(gallery.shown).to_have_attribute("alt", "Practice picture: A green boat")
    gallery.button("Delete this picture").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(SECOND)
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    assert len(place.originals(session_id)) == 12
    gallery.delete("Delete this picture")
    expect(page.get_by_text("Deleted: 1 picture.")).to_be_visible()
    expect(gallery.small(keys[-2])).to_have_count(0)
    assert len(place.originals(session_id)) == len(place.previews(session_id)) == 11
    gallery.delete("Delete the session")
    expect(page.get_by_text("This session has no pictures.")).to_be_visible()
    assert place.originals(session_id) == place.previews(session_id) == []


def originals(asked: Counter[str]) -> list[str]:
    return [path for path in asked if path.endswith(".png")]


def file_name(key: ImageKey) -> str:
    return str(key).rpartition("/")[2]


def download(page: Page, name: str, folder: Path) -> Path:
    """Press the link, as a person would; gives the file."""
    with page.expect_download() as waited:
        page.get_by_role("link", name=name).click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def test_a_search_while_one_types_then_reload_back_forward_and_the_keyboard(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    for name in (f"other-{session_id}", f"else-{session_id[5:]}"):
        folder_place.fill(name, 1)
    keys = folder_place.fill(session_id, 20)
    gallery = Gallery(new_tab(), folder_place.server.url).open()
    page = gallery.page
    gallery.button("Look again").click()
    gallery.search.press_sequentially(session_id, delay=20)
    expect(gallery.button(f"other-{session_id}")).to_be_visible()
    told = page.get_by_role("status")
    expect(told.filter(has_text="Found: 2 sessions.")).to_have_count(1)
    page.keyboard.press("Home")
    page.keyboard.type("other-")
    expect(told.filter(has_text="Found: 1 session.")).to_have_count(1)
    expect(gallery.search).to_have_value(f"other-{session_id}")
    expect(gallery.search).to_be_focused()
    gallery.search.fill("")
    expect(told.filter(has_text="Found:")).to_have_count(0)

    gallery.find(session_id).click()
    gallery.wait_for_small_ones(20)
    gallery.small(keys[-1]).click()
    gallery.wait_for_picture()
    gallery.rest()
    page.reload()
    gallery.wait_for_picture()
    expect(page.get_by_text("A red bus", exact=True)).to_be_visible()
    gallery.rest()
    page.go_back()
    expect(gallery.shown).to_have_count(0)
    expect(gallery.small(keys[-1])).to_be_visible()
    gallery.rest()
    page.go_back()
    expect(page.get_by_role("heading", name="Gallery")).to_be_visible()
    expect(gallery.small(keys[-1])).to_have_count(0)
    gallery.rest()
    page.go_forward()
    expect(gallery.small(keys[-1])).to_be_visible()
    gallery.wait_for_small_ones(20)

    gallery.small(keys[-1]).click()
    page.wait_for_function(f"() => ({FOCUSED})().includes('10:00:00')")
    gallery.wait_for_picture()
    gallery.button("Close").click()
    page.wait_for_function(f"() => ({FOCUSED})().includes('10:00')")
    expect(gallery.small(keys[-1])).to_be_focused()
    expect(gallery.small(keys[-1])).to_be_in_viewport()


def test_what_another_tab_deleted_what_could_not_be_deleted_and_a_broken_file(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    keys = folder_place.fill(session_id, 3)
    gallery = Gallery(new_tab(), folder_place.server.url).open(session_id)
    page = gallery.page
    other = Gallery(new_tab(), folder_place.server.url).open(session_id)
    gallery.wait_for_small_ones(3)
    other.wait_for_small_ones(3)
    gallery.small(keys[1]).click()
    gallery.wait_for_picture()
    gallery.delete("Delete this picture")
    expect(page.get_by_text("Deleted: 1 picture.")).to_be_visible()
    other.small(keys[1]).click()
    expect(other.page.get_by_text("This picture is not here any more")).to_be_visible()
    expect(other.small(keys[1])).to_have_count(0)

    stuck_in = f"{session_id}-stuck"
    stuck = folder_place.fill(stuck_in, 3)
    preview = str(stuck[1]).replace("generated-images/", "previews/").replace(".png", ".webp")
    (folder_place.server.pictures / preview).mkdir(parents=True)
    gallery.button("All sessions").click()
    gallery.find(stuck_in).click()
    gallery.delete("Delete the session")
    alert = page.get_by_role("alert").filter(has_text="could not be deleted")
    expect(alert).to_contain_text(SECOND)
    expect(gallery.small(stuck[1])).to_be_visible()
    expect(gallery.small(stuck[0])).to_have_count(0)
    assert folder_place.originals(stuck_in) == [str(stuck[1])]

    broken = ImageKey(f"{session_id}-broken", "20250101_120000", 0, "blue_car")
    folder_place.put(str(broken), b"\x89PNG\r\n\x1a\nbroken")
    gallery.button("All sessions").click()
    gallery.find(broken.session_id).click()
    expect(gallery.small(broken)).to_be_visible()
    small = page.locator(".st-key-small_pictures img")
    expect(small).to_have_count(1)
    expect(small).to_have_attribute("alt", re.compile("blue car"))
    page.wait_for_function("() => document.querySelector('.st-key-small_pictures img')?.complete")
    assert small.evaluate("picture => picture.naturalWidth") == 0
    gallery.small(broken).click()
    gallery.delete("Delete this picture")
    expect(page.get_by_text("This session has no pictures.")).to_be_visible()


def test_dropped_files_are_refused_or_lead_to_their_form_and_on_into_a_class(
    new_tab: NewTab,
    folder_place: Place,
    session_id: str,
    model: BedrockStandIn,
    tmp_path: Path,
) -> None:
    key = folder_place.add(session_id, 0, prompt="A dog and a cat")
    page = new_tab()
    gallery = Gallery(page, folder_place.server.url).open()
    page.get_by_text("Settings from a picture file").click()
    uploader = page.locator("input[type=file]")
    use = page.get_by_role("button", name="Use these settings")
    box = page.locator(".stFileUploader")
    for name, content, said, where in (
        ("text.txt", bytes(10), "not allowed", box),
        ("large.png", bytes(13 * 1024 * 1024), "12.0MB", box),
        ("foreign.png", plain_png(7, 64, 64), "not say how it was made", page.get_by_role("alert")),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        uploader.set_input_files(file)
        expect(where).to_contain_text(said)
        expect(use).to_have_count(0)
        page.get_by_role("button", name="Remove").click()
        expect(box).not_to_contain_text(name)
        expect(page.get_by_role("alert")).to_have_count(0)  # the server has heard of it
        gallery.rest()
    uploader.set_input_files(folder_place.server.pictures / str(key))
    expect(page.get_by_text("A dog and a cat", exact=True)).to_be_visible()
    use.click()
    words = page.get_by_role("textbox", name="What should the picture show?")
    expect(words).to_have_value("A dog and a cat")
    page.get_by_role("button", name="Generate New").click()
    expect(page.locator(PICTURE)).to_be_visible()
    (call,) = model.calls
    assert (call.body["prompt"], call.body["seed"]) == ("A dog and a cat", 7)

    page.get_by_role("link", name="Classroom").click()
    expect(words).to_have_count(0)
    page.get_by_role("textbox", name="Name").fill(session_id)
    page.get_by_role("button", name="Make class").click()
    expect(words).to_have_value("A dog and a cat")
