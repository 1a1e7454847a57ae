"""The gallery in a browser, over the folder and over a bucket."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from imagespeak_core.pictures.details import from_png
from imagespeak_core.pictures.naming import ImageKey
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.gallery import Gallery, Place
from tests.browser.tabs import NewTab
from tests.browser.visitor import PICTURE
from tests.pages.stand_ins import plain_png

SECOND = "01 Jan 2025, 10:01:00 · green boat"
"""What the second of some pictures is called."""

FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement;
  return focused?.textContent ?? '';
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


def test_the_search_finds_while_one_types(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    for name in (session_id, f"other-{session_id}", f"else-{session_id[5:]}"):
        folder_place.fill(name, 1)
    gallery = Gallery(new_tab(), folder_place.server.url).open()
    gallery.button("Look again").click()
    gallery.search.press_sequentially(session_id, delay=20)
    expect(gallery.button(f"other-{session_id}")).to_be_visible()
    told = gallery.page.get_by_role("status")
    expect(told.filter(has_text="Found: 2 sessions.")).to_have_count(1)
    gallery.page.keyboard.press("Home")
    gallery.page.keyboard.type("other-")
    expect(told.filter(has_text="Found: 1 session.")).to_have_count(1)
    expect(gallery.search).to_have_value(f"other-{session_id}")
    expect(gallery.search).to_be_focused()
    gallery.search.fill("")
    expect(told.filter(has_text="Found:")).to_have_count(0)


def test_from_all_sessions_to_one_picture_without_any_other_original(
    new_tab: NewTab, place: Place, session_id: str
) -> None:
    keys = place.fill(session_id, 12)
    gallery = Gallery(new_tab(), place.server.url)
    asked = pictures_asked_for(gallery.page)
    gallery.open().find(session_id).click()
    expect(gallery.small(keys[0])).to_be_visible()
    assert max(gallery.wait_for_small_ones()) == 480
    assert len(place.previews(session_id)) == 12
    assert not any(path.endswith(".png") for path in asked)

    gallery.small(keys[-1]).click()
    assert gallery.wait_for_picture() == 768
    expect(gallery.shown).to_be_in_viewport(ratio=0.9)
    originals = [path for path in asked if path.endswith(".png")]
    assert len(originals) == 1
    assert originals[0].endswith(str(keys[-1]).rpartition("/")[2])
    expect(gallery.page.get_by_text("768 × 512 pixels")).to_be_visible()

    gallery.small(keys[3]).click()
    expect(gallery.page.locator(PICTURE)).to_have_attribute("alt", "Practice picture: A brown dog")
    assert {count for path, count in asked.items() if path.endswith(".webp")} == {1}


def test_the_picture_in_full_gets_the_keyboard_and_gives_it_back(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    keys = folder_place.fill(session_id, 20)
    gallery = Gallery(new_tab(), folder_place.server.url).open(session_id)
    gallery.small(keys[-1]).click()
    gallery.page.wait_for_function(f"({FOCUSED})().includes('10:00:00')")
    gallery.button("Close").click()
    gallery.page.wait_for_function(f"({FOCUSED})().includes('10:00')")
    expect(gallery.small(keys[-1])).to_be_focused()
    expect(gallery.small(keys[-1])).to_be_in_viewport()


def test_reload_back_and_forward(new_tab: NewTab, folder_place: Place, session_id: str) -> None:
    keys = folder_place.fill(session_id, 2)
    gallery = Gallery(new_tab(), folder_place.server.url)
    page = gallery.page
    gallery.open().find(session_id).click()
    gallery.small(keys[1]).click()
    gallery.wait_for_picture()
    page.reload()
    gallery.wait_for_picture()
    expect(page.get_by_text("A red bus", exact=True)).to_be_visible()
    page.go_back()
    expect(gallery.shown).to_have_count(0)
    expect(gallery.small(keys[1])).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Gallery")).to_be_visible()
    page.go_forward()
    expect(gallery.small(keys[1])).to_be_visible()


def test_one_picture_and_all_as_a_zip_can_be_downloaded(
    new_tab: NewTab, place: Place, session_id: str, tmp_path: Path
) -> None:
    keys = place.fill(session_id, 3)
    gallery = Gallery(new_tab(), place.server.url)
    page = gallery.open(session_id, f"{keys[0].timestamp}_0").page
    png = download(page, "Download picture", tmp_path)
    assert png.name.endswith(str(keys[0]).rpartition("/")[2])
    details = from_png(keys[0], png.read_bytes())
    assert details
    assert details.prompt == "A brown dog"

    packed = download(page, "Download all (ZIP)", tmp_path)
    assert packed.name == f"{session_id}.zip"
    with zipfile.ZipFile(packed) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == [*(str(key).rpartition("/")[2] for key in keys), "settings.csv"]
        assert archive.read(names[0]) == png.read_bytes()
        rows = list(csv.DictReader(io.StringIO(archive.read("settings.csv").decode("utf-8-sig"))))
    assert [row["prompt"] for row in rows] == ["A brown dog", "A green boat", "A red bus"]
    assert {row["quality"] for row in rows} == {"premium"}


def download(page: Page, name: str, folder: Path) -> Path:
    """Press the link, as a person would; gives the file."""
    with page.expect_download() as waited:
        page.get_by_role("link", name=name).click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def test_what_is_deleted_is_gone_with_its_preview_in_every_tab(
    new_tab: NewTab, place: Place, session_id: str
) -> None:
    keys = place.fill(session_id, 3)
    gallery = Gallery(new_tab(), place.server.url).open(session_id)
    other = Gallery(new_tab(), place.server.url).open(session_id)
    gallery.wait_for_small_ones()

    gallery.small(keys[1]).click()
    gallery.button("Delete this picture").click()
    dialog = gallery.page.get_by_role("dialog")
    expect(dialog).to_contain_text(SECOND)
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    assert len(place.originals(session_id)) == 3
    gallery.delete("Delete this picture")
    expect(gallery.page.get_by_text("Deleted: 1 picture.")).to_be_visible()
    expect(gallery.small(keys[1])).to_have_count(0)
    assert len(place.originals(session_id)) == len(place.previews(session_id)) == 2

    other.small(keys[1]).click()
    expect(other.page.get_by_text("This picture is not here any more")).to_be_visible()
    expect(other.small(keys[1])).to_have_count(0)
    other.delete("Delete the session")
    expect(other.page.get_by_text("This session has no pictures.")).to_be_visible()
    assert place.originals(session_id) == place.previews(session_id) == []


def test_what_could_not_be_deleted_is_told_and_kept(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    keys = folder_place.fill(session_id, 3)
    stuck = str(keys[1]).replace("generated-images/", "previews/").replace(".png", ".webp")
    (folder_place.server.pictures / stuck).mkdir(parents=True)
    gallery = Gallery(new_tab(), folder_place.server.url).open(session_id)
    gallery.delete("Delete the session")
    alert = gallery.page.get_by_role("alert").filter(has_text="could not be deleted")
    expect(alert).to_contain_text(SECOND)
    expect(gallery.small(keys[1])).to_be_visible()
    expect(gallery.small(keys[0])).to_have_count(0)
    assert folder_place.originals(session_id) == [str(keys[1])]


def test_a_broken_file_keeps_its_name_and_can_be_deleted(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    broken = ImageKey(session_id, "20250101_120000", 0, "blue_car")
    folder_place.put(str(broken), b"\x89PNG\r\n\x1a\nbroken")
    gallery = Gallery(new_tab(), folder_place.server.url).open(session_id)
    small = gallery.page.locator(".st-key-small_pictures img")
    gallery.page.wait_for_function(
        "() => document.querySelector('.st-key-small_pictures img')?.complete"
    )
    assert small.evaluate("picture => picture.naturalWidth") == 0
    assert "blue car" in str(small.get_attribute("alt"))
    gallery.small(broken).click()
    gallery.delete("Delete this picture")
    expect(gallery.page.get_by_text("This session has no pictures.")).to_be_visible()


def test_a_preview_that_was_lost_is_made_again(
    new_tab: NewTab, place: Place, session_id: str
) -> None:
    place.fill(session_id, 1)
    Gallery(new_tab(), place.server.url).open(session_id).wait_for_small_ones()
    (name,) = place.previews(session_id)
    place.put(name, b"")
    again = Gallery(new_tab(), place.server.url).open(session_id)
    assert again.wait_for_small_ones() == [480]


def test_a_dropped_file_leads_to_its_form_and_on_into_a_class(
    new_tab: NewTab,
    folder_place: Place,
    session_id: str,
    model: BedrockStandIn,
    tmp_path: Path,
) -> None:
    key = folder_place.add(session_id, 0, prompt="A dog and a cat")
    page = new_tab()
    Gallery(page, folder_place.server.url).open()
    page.get_by_text("Settings from a picture file").click()
    uploader = page.locator("input[type=file]")
    foreign = tmp_path / "foreign.png"
    foreign.write_bytes(plain_png(7, 64, 64))
    uploader.set_input_files(foreign)
    expect(page.get_by_role("alert")).to_contain_text("does not say how it was made")
    page.get_by_role("button", name="Remove").click()
    uploader.set_input_files(folder_place.server.pictures / str(key))
    expect(page.get_by_text("A dog and a cat", exact=True)).to_be_visible()
    page.get_by_role("button", name="Use these settings").click()
    expect(page.get_by_role("textbox", name="Your words")).to_have_value("A dog and a cat")
    page.get_by_role("button", name="Generate New").click()
    expect(page.locator(PICTURE)).to_be_visible()
    (call,) = model.calls
    assert (call.body["prompt"], call.body["seed"]) == ("A dog and a cat", 7)

    page.get_by_role("link", name="Classroom").click()
    page.get_by_role("textbox", name="Name").fill(session_id)
    page.get_by_role("button", name="Make class").click()
    expect(page.get_by_role("textbox", name="Your words")).to_have_value("A dog and a cat")


@pytest.mark.parametrize("name", ["large.png", "text.txt"])
def test_a_file_that_can_not_be_one_is_refused(
    new_tab: NewTab, folder_place: Place, tmp_path: Path, name: str
) -> None:
    page = new_tab()
    Gallery(page, folder_place.server.url).open()
    page.get_by_text("Settings from a picture file").click()
    file = tmp_path / name
    file.write_bytes(bytes(13 * 1024 * 1024 if name == "large.png" else 10))
    page.locator("input[type=file]").set_input_files(file)
    words = "12.0MB" if name == "large.png" else "not allowed"
    expect(page.locator(".stFileUploader")).to_contain_text(words)
    expect(page.get_by_role("button", name="Use these settings")).to_have_count(0)
