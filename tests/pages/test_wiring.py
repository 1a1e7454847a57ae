"""What the process is wired with: its caches hear of each change, without any page."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

import pages
from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import change_class, create_class, delete_class
from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.gallery.deletion import delete_pictures
from imagespeak_core.generators.bedrock.generator import READ_TIMEOUT_S
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spool.spool import LONGEST_END_S
from pages.components.shell.wiring import wiring
from tests.pages.visits import LIMIT_S, Site
from tests.patience import until

ANA, CLASS, SESSION = Teacher("ana"), "class-7b-aaaaaaaa", "image-001"


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
    opened = create_class(wired.services, ANA, "7b", random_bytes=bytes)
    assert wired.classes.latest(CLASS) == opened
    changed = change_class(wired.services, ANA, opened, edits.lock)
    assert wired.classes.latest(CLASS) == changed
    delete_class(wired.services, ANA, CLASS)
    assert wired.classes.latest(CLASS) is None


def test_what_an_ended_server_has_made_is_stored_at_the_start(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.store.fail_next("put", StorageUnreachableError("No way."))
    before = wiring()
    job = before.queue.generate(ImageRequest(SESSION, "A cat", width_px=256, height_px=256))
    until(lambda: job.why == "the store")
    before.shutdown()
    wiring.cache_clear()

    wiring().start()
    found = wiring().queue.find(job.job_id)
    assert found
    ended = found.done.result(LIMIT_S)
    assert ended.error is None
    assert [image.key for image in ended.listed] == list(ended.keys)
    assert len(site.generator.requests) == 1


def test_the_end_is_waited_for_side_by_side_and_one_that_fails_ends_no_other(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    wired, together = wiring(), threading.Barrier(2)
    shut_down: list[str] = []

    class Part:
        def shutdown(self) -> None:
            together.wait(LIMIT_S)
            shut_down.append("a part")

    class Broken:
        def shutdown(self) -> None:
            raise ZeroDivisionError

    monkeypatch.setattr(type(wired), "background", property(lambda _: (Broken(), Part(), Part())))
    spool = wired.services.spool
    assert spool
    monkeypatch.setattr(spool, "shutdown", lambda _timeout_s: shut_down.append("the spool"))
    wired.shutdown()
    assert shut_down == ["a part", "a part", "the spool"]
    assert "Broken did not end well" in caplog.text


def test_what_hangs_holds_the_end_up_no_longer_than_a_server_may_take(
    site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store_answers, ended = threading.Event(), threading.Event()

    class Hanging:
        def shutdown(self) -> None:
            assert store_answers.wait(LIMIT_S)
            ended.set()

        close = shutdown

    wired = wiring()
    monkeypatch.setattr("pages.components.shell.wiring.LONGEST_END_S", 0.0)
    monkeypatch.setattr(type(wired), "background", property(lambda _: (Hanging(),)))
    budget = cast("Budget", Hanging())
    replace(wired, services=replace(wired.services, budget=budget)).shutdown()
    assert not ended.is_set()
    assert "Hanging did not end in time" in caplog.text
    assert "leased money was not given back in time" in caplog.text
    store_answers.set()


def test_a_server_waits_for_a_slow_model_and_then_for_the_store_until_it_is_killed() -> None:
    assert READ_TIMEOUT_S + 15 < LONGEST_END_S < 120 - 5


def test_no_page_tells_a_cache() -> None:
    telling = re.compile(r"\b(gallery\.(add|remove|heed)|classes\.heed|changes\.tell)\(")
    files = Path(pages.__path__[0]).rglob("*.py")
    told = [path.name for path in files if telling.search(path.read_text("utf-8"))]
    assert told == []
