"""Whatever became of a stored document, it is read as what it says, or told to be damaged."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.changes import Changes
from imagespeak_core.classroom.codes import give_code_back, session_behind, take_code
from imagespeak_core.classroom.errors import ClassDamagedError
from imagespeak_core.documents.shelf import Shelf
from imagespeak_core.errors import BudgetDamagedError, DocumentDamagedError
from imagespeak_core.spending.budget_document import Limits, SpentMonth, dollars
from imagespeak_core.stores.documents import Documents
from tests.core.document_sorts import NOON, SORTS
from tests.memory_blobs import MemoryBlobs
from tests.outside_input import damaged, other_json


def told(error: Exception, what: str) -> None:
    assert what in str(error)


@pytest.mark.parametrize("name", SORTS)
@pytest.mark.parametrize("how", [damaged, other_json])
def test_a_damaged_document_is_told_to_be_or_is_as_good_as_any(
    name: str, how: Callable[[bytes], st.SearchStrategy[bytes]]
) -> None:
    sort = SORTS[name]

    @given(content=how(sort.content))
    def is_read(content: bytes) -> None:
        try:
            state = sort.kind.read(sort.id, content)
        except sort.kind.damaged as error:
            told(error, sort.id)
            return
        if state is None:
            return
        again = sort.kind.read(sort.id, sort.kind.to_json(state))
        assert again == state
        sort.use(state)

    is_read()


@pytest.mark.parametrize("name", SORTS)
def test_no_damage_hides_what_lies_beside_it(name: str) -> None:
    sort = SORTS[name]
    other = {
        "class": "class-7b-tuesday",
        "experiment": "lab-" + "a" * 16,
    }.get(name, "abc_20261128_120000_1")

    @given(content=damaged(sort.content) | st.binary(max_size=40))
    def is_listed(content: bytes) -> None:
        blobs = MemoryBlobs()
        blobs.put(sort.kind.name(sort.id), sort.content, content_type="x")
        blobs.put(sort.kind.name(other), content, content_type="x")
        shelf = Shelf(Documents(blobs), sort.kind, tell=Changes().tell)
        listed = shelf.listed()
        assert [one.state for one in listed] == [sort.state]
        assert set(listed.damaged) <= {other}
        shelf.delete(other)
        if listed.damaged:
            assert sort.kind.name(other) not in blobs.kept

    is_listed()


@given(content=st.binary(max_size=80))
def test_any_bytes_at_all_are_damaged(content: bytes) -> None:
    for sort in SORTS.values():
        with pytest.raises(DocumentDamagedError):
            sort.kind.read(sort.id, content)


MONTH = SpentMonth(month="2026-11", days={"28": 1_120_000, "29": 0}, mark="5f")


@given(content=damaged(MONTH.to_json()) | other_json(MONTH.to_json()))
def test_a_damaged_budget_closes_or_says_a_sum(content: bytes) -> None:
    try:
        spent = SpentMonth.from_json(content, month="2026-11")
    except BudgetDamagedError as error:
        told(error, "budgets/2026-11.json")
        return
    assert spent.total >= spent.on(NOON.date()) >= 0
    assert dollars(spent.total) >= 0
    left = Limits(12_000_000, None).left(spent, NOON.date(), least=1)
    assert left.micro_usd == 12_000_000 - spent.on(NOON.date())
    assert SpentMonth.from_json(spent.to_json(), month="2026-11") == spent


@given(content=damaged(b'{"version":1,"session_id":"class-7b"}') | st.binary(max_size=60))
def test_a_damaged_code_leads_somewhere_or_is_told_to_be_damaged(content: bytes) -> None:
    blobs = MemoryBlobs()
    documents = Documents(blobs)
    code = take_code(documents, "class-7b", choose=lambda signs: signs[0])
    assert session_behind(documents, code) == "class-7b"
    blobs.put(f"classes/code-{code}.json", content, content_type="x")
    try:
        found = session_behind(documents, code)
    except ClassDamagedError:
        found = "class-7b"
    assert isinstance(found, str)
    give_code_back(documents, code, found)
    assert session_behind(documents, code) is None


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-1"])
def test_seconds_that_cannot_be_are_damage(number: str) -> None:
    for sort in (SORTS["attempt"], SORTS["recording"]):
        content = sort.content.replace(b'"length_s":', b'"length_s":' + number.encode() + b',"x":')
        content = content.replace(b',"x":61.5', b"").replace(b',"x":2.5', b"")
        with pytest.raises(sort.kind.damaged):
            sort.kind.read(sort.id, content)


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_time_that_is_none_in_another_zone_is_damage(moment: str) -> None:
    for sort in SORTS.values():
        content = json.loads(sort.content) | {"created_at": moment}
        with pytest.raises(sort.kind.damaged):
            sort.kind.read(sort.id, json.dumps(content).encode())
