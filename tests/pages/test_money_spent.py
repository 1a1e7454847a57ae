"""How much of the budget is spent, where teachers see prices; and what learners read at its end."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.budget_document import month_of, name_of
from pages.components.classroom import class_memory, class_page
from pages.components.lab import lab_memory
from pages.components.shell.wiring import wiring
from tests.fakes import A_CALL
from tests.pages import lab_visits
from tests.pages.lessons import CLASS, make_class, open_classes, texts
from tests.pages.visits import (
    GET,
    Site,
    alerts,
    choose,
    open_gallery,
    open_page,
    press,
    write,
)

AWAY = StorageUnreachableError("The folder is away.")


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_DAY", "0.20")


@pytest.fixture
def budgeted(limits: None, site: Site) -> Site:
    """A site that may spend 20 cents a day, five pictures."""
    return site


def spend(pictures: int) -> None:
    for _ in range(pictures):
        with wiring().services.picture_calls.one(Decimal("0.04"), A_CALL):
            pass


def damage(site: Site) -> None:
    """The document of another version."""
    name = name_of(month_of(datetime.now(UTC).date()))
    (site.folder / name).parent.mkdir(parents=True, exist_ok=True)
    (site.folder / name).write_text('{"version":2}')


def class_form(count: int = 1) -> AppTest:
    make_class()
    visit = write(open_classes(CLASS, part=class_page.PREPARE), "A yellow tram")
    return choose(visit, class_memory.IMAGE_COUNT.name, count)  # type: ignore[arg-type]


@pytest.mark.usefixtures("as_teacher")
class TestTeachers:
    def test_the_classroom_says_it_beside_the_price(self, budgeted: Site) -> None:
        spend(2)
        visit = class_form(3)
        assert "Spent: $0.08 of $0.20 today." in texts(visit)
        assert not alerts(visit), "three pictures are exactly what is left"

    def test_what_was_just_spent_is_there_at_the_next_look(self, budgeted: Site) -> None:
        visit = class_form()
        assert "Spent: $0.00 of $0.20 today." in texts(visit)
        spend(2)
        assert "Spent: $0.08 of $0.20 today." in texts(visit.run())

    def test_too_little_is_said_before_the_press(self, budgeted: Site) -> None:
        spend(3)
        visit = class_form(3)
        [said] = alerts(visit)
        assert said.replace("\\", "").startswith("**Only $0.08 is left.** This costs more. Make")
        assert "new money after midnight UTC" in said
        assert "IMAGESPEAK_BUDGET_USD_PER_DAY" in said
        choose(visit, class_memory.IMAGE_COUNT.name, 2)  # type: ignore[arg-type]
        assert not alerts(visit)

    def test_fewer_pictures_are_advised_only_where_one_could_be_made(self, budgeted: Site) -> None:
        with wiring().services.picture_calls.one(Decimal("0.19"), A_CALL):
            pass
        for visit in (
            class_form(3),
            lab_visits.write(lab_visits.open_lab(), lab_memory.PROMPT.name, "A red bus"),
        ):
            [said] = alerts(visit)
            assert "**Only $0.01 is left.** This costs more. Wait:" in said.replace("\\", "")

    def test_part_of_a_cent_is_spent_and_never_left(self, budgeted: Site) -> None:
        with wiring().services.picture_calls.one(Decimal("0.1249"), A_CALL):
            pass
        visit = class_form(2)
        assert "Spent: $0.13 of $0.20 today." in texts(visit)
        [said] = alerts(visit)
        assert said.replace("\\", "").startswith("**Only $0.07 is left.**")
        with wiring().services.picture_calls.one(Decimal("0.0701"), A_CALL):
            pass
        [said] = alerts(visit.run())
        assert said.startswith("**The money is spent.** This costs more. Wait: there")

    def test_where_both_are_short_the_month_is_named(
        self, monkeypatch: pytest.MonkeyPatch, limits: None, request: pytest.FixtureRequest
    ) -> None:
        monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_MONTH", "0.22")
        request.getfixturevalue("site")
        spend(5)
        [said] = alerts(class_form())
        assert "on the first day of next month" in said
        assert "IMAGESPEAK_BUDGET_USD_PER_MONTH" in said

    def test_what_costs_more_than_a_day_may_does_not_wait_for_the_next(
        self, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
    ) -> None:
        monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_DAY", "0.07")
        request.getfixturevalue("site")
        [said] = alerts(class_form(2))
        assert said.startswith("**This costs more than may be spent in a day.** Choose fewer")
        assert "midnight" not in said
        assert "IMAGESPEAK_BUDGET_USD_PER_DAY" in said

    def test_nothing_left_is_said_so(self, budgeted: Site) -> None:
        spend(5)
        [said] = alerts(class_form())
        assert said.startswith("**The money is spent.** This costs more. Wait: there")

    def test_the_month_is_named_where_it_is_set(
        self, monkeypatch: pytest.MonkeyPatch, limits: None, request: pytest.FixtureRequest
    ) -> None:
        monkeypatch.setenv("IMAGESPEAK_BUDGET_USD_PER_MONTH", "0.16")
        request.getfixturevalue("site")
        spend(3)
        visit = class_form(2)
        assert "Spent: $0.12 of $0.20 today, $0.12 of $0.16 this month." in texts(visit)
        [said] = alerts(visit)
        assert "on the first day of next month" in said
        assert "IMAGESPEAK_BUDGET_USD_PER_MONTH" in said

    def test_the_lab_says_it_beside_the_price(self, budgeted: Site) -> None:
        spend(4)
        visit = lab_visits.compare(
            lab_visits.write(lab_visits.open_lab(), lab_memory.PROMPT.name, "A red bus"), "quality"
        )
        assert "Spent: $0.16 of $0.20 today." in lab_visits.texts(visit)
        [said] = alerts(visit)
        assert said.replace("\\", "").startswith("**Only $0.04 is left.**")

    def test_the_gallery_says_it(self, budgeted: Site) -> None:
        assert "Spent: $0.00 of $0.20 today." in texts(open_gallery())

    def test_where_the_store_is_away_the_page_goes_on(
        self, budgeted: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def away(_: Budget) -> None:
            raise AWAY

        assert wiring().money
        monkeypatch.setattr(wiring().money, "_ask", lambda: away(wiring().services.budget))  # type: ignore[arg-type]
        visit = class_form()
        assert "What is spent today can't be read right now." in texts(visit)
        assert not alerts(visit)
        assert not visit.button(key="make_pictures").disabled

    def test_a_damaged_budget_is_told_with_what_the_owner_must_mend(self, budgeted: Site) -> None:
        damage(budgeted)
        [said] = alerts(class_form())
        assert said.startswith("**Nothing that costs money can be made now.**")
        assert "budgets/" in said.replace("\\", "")

    def test_without_a_budget_nothing_is_said_and_nothing_written(self, site: Site) -> None:
        visit = class_form()
        assert "Spent" not in texts(visit)
        spend(1)
        assert not (site.folder / "budgets").exists()


class TestLearners:
    def test_they_read_that_there_is_no_money_and_when_there_is(self, budgeted: Site) -> None:
        spend(5)
        visit = press(open_page("image-abc"), GET)
        [said] = alerts(visit)
        assert "Today's money for new pictures is used up" in said.replace("\\", "")
        assert "midnight UTC" in said
        assert "BUDGET" not in said
        assert "0.20" not in said
        assert not budgeted.generator.requests

    def test_a_damaged_budget_is_nothing_that_they_could_delete(self, budgeted: Site) -> None:
        damage(budgeted)
        [said] = alerts(press(open_page("image-abc"), GET))
        assert said.startswith("**Nothing new can be made just now.**")
        assert "Please tell your teacher" in said
        assert "delete" not in said.lower()
        assert "budget" not in said
        assert not budgeted.generator.requests

    def test_they_see_no_sums(self, budgeted: Site) -> None:
        spend(1)
        visit = press(open_page("image-abc"), GET)
        assert "Spent" not in texts(visit)
        assert len(budgeted.generator.requests) == 1
