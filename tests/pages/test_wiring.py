"""What the process is wired with: its caches hear of each change, without any page."""

from __future__ import annotations

import re
from pathlib import Path

import pages
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import change_class, create_class, delete_class
from imagespeak_core.gallery.deletion import delete_pictures
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images
from pages.components.shell.wiring import wiring
from tests.pages.visits import LIMIT_S, Site

ANA, CLASS, SESSION = Teacher("ana"), "class-7b", "image-001"


def listed() -> dict[str, int]:
    """What the gallery shows now; it lists the store once, and not again within a minute."""
    listing = wiring().gallery.snapshot(wait_s=LIMIT_S)
    return {one.session_id: one.picture_count for one in listing.sessions}


def test_the_gallery_hears_of_pictures_that_are_stored_and_deleted(site: Site) -> None:
    services = wiring().services
    assert listed() == {}
    request = ImageRequest(SESSION, "A cat", width_px=256, height_px=256, image_count=2)
    first, _ = generate_images(services, request).images
    assert listed() == {SESSION: 2}
    delete_pictures(services, ANA, [first.stored.key])
    assert listed() == {SESSION: 1}
    assert site.store.asked.count("list_all") == 1


def test_learners_hear_of_a_class_that_is_made_changed_and_deleted(site: Site) -> None:
    wired = wiring()
    assert wired.classes.latest(CLASS) is None
    opened = create_class(wired.services, ANA, "7b")
    assert wired.classes.latest(CLASS) == opened
    changed = change_class(wired.services, ANA, opened, edits.lock)
    assert wired.classes.latest(CLASS) == changed
    delete_class(wired.services, ANA, CLASS)
    assert wired.classes.latest(CLASS) is None


def test_no_page_tells_a_cache() -> None:
    telling = re.compile(r"\b(gallery\.(add|remove|heed)|classes\.heed|changes\.tell)\(")
    files = Path(pages.__path__[0]).rglob("*.py")
    told = [path.name for path in files if telling.search(path.read_text("utf-8"))]
    assert told == []
