"""Links as they are pasted: what was meant is offered in one press, and nothing else is told."""

from __future__ import annotations

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.lab.experiments import create_experiment
from imagespeak_core.lab.plan import Plan
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring
from tests.pages.lab_visits import open_lab
from tests.pages.lessons import (
    CLASS,
    TITLE,
    click,
    damage,
    documents,
    keys,
    make_class,
    open_classes,
    tell,
    texts,
)
from tests.pages.visits import (
    GET,
    NEW,
    Site,
    alerts,
    open_gallery,
    open_page,
    picture_url,
    press,
    session_of,
)

OPEN = "open_meant"
PASTED_CLASSES = [
    f"{CLASS}.", CLASS.upper(), CLASS.title(), f"{CLASS},", f"({CLASS})", f"\u201c{CLASS}\u201d",
    f"{CLASS}\u200b", f"<{CLASS}>", f" {CLASS}", f"{CLASS}%2E", f"{CLASS}...",
    CLASS.replace("-", " "), CLASS.replace("-", "_"),
    f"https://school.org/?session={CLASS}", f"{CLASS} is our class",
]  # fmt: skip


@pytest.mark.parametrize("pasted", PASTED_CLASSES)
def test_the_class_that_was_meant_is_one_press_away(site: Site, pasted: str) -> None:
    make_class()
    visit = open_page(pasted)
    assert not visit.exception
    assert f"Did you mean the class **{CLASS}**?" in texts(visit)
    assert session_of(visit) == pasted, "the address is not touched"
    assert not {GET, NEW} & set(keys(visit))
    click(visit, OPEN)
    visit.run()
    assert session_of(visit) == CLASS
    assert [header.value for header in visit.header] == [TITLE]
    assert site.generator.requests == []


@pytest.mark.parametrize(
    "cut", [CLASS[:-1], CLASS[:8], "class-", "class", f"{CLASS[:-2]}.", "CLASS-7"]
)
def test_a_link_that_was_cut_short_tells_nothing_of_the_whole_one(site: Site, cut: str) -> None:
    make_class()
    visit = open_page(cut)
    labels = " ".join(button.label.replace("\\", "") for button in visit.button)
    assert CLASS not in f"{texts(visit)} {labels}"
    assert OPEN not in keys(visit)


def test_a_class_that_cant_be_read_is_meant_too(site: Site) -> None:
    make_class()
    damage()
    assert OPEN in keys(open_page(f"{CLASS}."))


@pytest.mark.parametrize(
    "pasted",
    ["image-abc.", "image-abc,", "IMAGE-ABC", "Image-abc", "image-abc)", "image-abc\ufeff"],
)
def test_a_session_of_ones_own_is_offered_where_it_has_pictures(site: Site, pasted: str) -> None:
    assert OPEN not in keys(open_page(pasted))
    site.add_picture("image-abc", "20250101_100000", "A red bus")
    visit = open_page(pasted)
    assert "Did you mean the session **image-abc**?" in texts(visit)
    assert session_of(visit) == pasted
    click(visit, OPEN)
    assert session_of(visit) == "image-abc"
    assert "image-abc_20250101_100000" in picture_url(visit)
    assert alerts(visit) == []


def test_a_session_with_a_full_stop_and_pictures_simply_shows(site: Site) -> None:
    site.add_picture("image-abc", "20250101_100000", "A red bus")
    site.add_picture("image-abc.", "20250101_100001", "A green boat")
    visit = open_page("image-abc.")
    assert "green_boat" in picture_url(visit)
    assert OPEN not in keys(visit)
    assert GET in keys(visit)


def test_one_without_may_be_filled_all_the_same(site: Site) -> None:
    site.add_picture("image-abc", "20250101_100000", "A red bus")
    visit = press(open_page("image-abc."), GET)
    assert "image-abc._" in picture_url(visit)


def test_a_good_link_costs_no_look_at_others(site: Site) -> None:
    open_page("image-7k2mabcd")
    assert site.store.asked == ["list_session"]


@pytest.mark.usefixtures("as_teacher")
class TestTeachers:
    @pytest.mark.parametrize("pasted", [f"{CLASS}.", CLASS.upper(), f"{CLASS},", f"{CLASS})"])
    def test_a_class(self, site: Site, pasted: str) -> None:
        visit = open_classes(pasted)
        assert "There is no such class" in texts(visit)
        assert OPEN not in keys(visit)
        make_class()
        tell()
        visit = open_classes(pasted)
        assert alerts(visit) == []
        click(visit, OPEN)
        assert visit.query_params[addresses.CLASS_PARAMETER] == CLASS
        assert TITLE in texts(visit)

    def test_a_copy_of_a_class_is_not_called_damaged(self, site: Site) -> None:
        make_class()
        content = documents().read(f"classes/{CLASS}.json")
        assert content
        documents().write("classes/class-copy.json", content.content, replacing=None)
        visit = open_classes("class-copy")
        assert "There is no such class" in texts(visit)
        assert [key for key in keys(visit) if "delete" in key.lower()] == []
        visit = open_classes()
        assert alerts(visit) == []
        assert [key for key in keys(visit) if key.startswith("open_")] == [f"open_{CLASS}"]

    def test_an_experiment(self, site: Site) -> None:
        made = create_experiment(wiring().services, Teacher("a test"), Plan(prompt="A red bus"))
        for pasted in (f"{made.state.id}.", made.state.id.upper()):
            visit = open_lab(pasted)
            assert "This experiment is not there any more" in alerts(visit)[0]
            click(visit, OPEN)
            assert visit.query_params[addresses.EXPERIMENT_PARAMETER] == made.state.id
            assert "A red bus" in texts(visit)
        assert OPEN not in keys(open_lab(made.state.id[:-1]))

    @pytest.mark.parametrize("pasted", ["image-abc.", "image-abc,", "IMAGE-ABC"])
    def test_a_session_in_the_gallery(self, site: Site, pasted: str) -> None:
        site.add_picture("image-abc", "20250101_100000", "A red bus")
        visit = click(open_gallery(pasted), OPEN)
        assert visit.query_params[addresses.OPEN_PARAMETER] == "image-abc"
        assert "1 picture" in texts(visit)
