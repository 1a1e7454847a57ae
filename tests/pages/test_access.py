"""The teachers' pages are shut to everybody whom the server doesn't take for a teacher.

A visit without a browser has no address and no headers: it is never a teacher's.
"""

from __future__ import annotations

import ast

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.access.errors import NotTeacherError
from pages.components.shell import access, addresses
from pages.components.shell.wiring import wiring
from tests.pages.visits import ROUTER, Site, open_page


def registered_pages() -> list[str]:
    """The files that the router names, in its order."""
    return [
        str(ast.literal_eval(node.args[0]))
        for node in ast.walk(ast.parse(ROUTER.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "Page"
    ]


FOR_TEACHERS = [page for page in registered_pages() if page != "practice.py"]


def go_to(page: str, **query: str) -> AppTest:
    """Open a page by its own address."""
    visit = open_page("learner", **query)
    visit.switch_page(page)
    for name, value in query.items():
        visit.query_params[name] = value
    return visit.run()


def widgets(visit: AppTest) -> int:
    return sum(
        len(visit.get(kind)) for kind in ("button", "text_input", "image", "imgs", "file_uploader")
    )


def test_the_router_names_every_page() -> None:
    beside = {path.name for path in ROUTER.parent.glob("*.py")}
    assert set(registered_pages()) == beside - {"__init__.py", "router.py"}
    assert registered_pages()[0] == "practice.py"
    assert len(FOR_TEACHERS) >= 2


@pytest.mark.parametrize("page", FOR_TEACHERS)
@pytest.mark.parametrize(
    "query",
    [
        {},
        {addresses.CLASS_PARAMETER: "class-7b"},
        {addresses.OPEN_PARAMETER: "learner", addresses.PICTURE_PARAMETER: "20241031_143022_0"},
        {addresses.CLASS_PARAMETER: "class-7b", addresses.VIEW_PARAMETER: "present"},
    ],
    ids=str,
)
def test_every_page_but_practice_shows_the_door(
    site: Site, page: str, query: dict[str, str]
) -> None:
    site.add_picture("learner", "20241031_143022", "A red bus")
    visit = go_to(page, **query)
    assert not visit.exception
    assert [header.value for header in visit.header] == ["For teachers"]
    assert widgets(visit) == 0, "nothing of the page itself"
    assert "list_all" not in site.store.asked


def test_the_door_says_which_setting_opens_it(site: Site) -> None:
    (told,) = go_to(FOR_TEACHERS[0]).info
    for setting in ("IMAGESPEAK_TEACHER_PIN", "IMAGESPEAK_TEACHERS", "[auth]", "localhost"):
        assert setting in told.value


def test_without_a_teacher_the_capability_is_refused(site: Site) -> None:
    with pytest.raises(NotTeacherError):
        access.the_teacher()


def test_the_practice_page_has_the_door_in_its_footer_and_no_navigation(site: Site) -> None:
    visit = open_page("learner")
    labels = [link.proto.label for link in visit.get("page_link")]
    assert labels == ["For teachers"]


def test_nobody_looks_at_pins_where_there_is_none(site: Site) -> None:
    assert wiring().pin_check is None
    assert wiring().teacher_rules.sign_in == "this computer"
