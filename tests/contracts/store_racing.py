"""What every store must keep: of many who want one name, one gets it."""

from __future__ import annotations

import pytest

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.making_racers import FIRSTS, OWN_PER_RACER, first_session
from tests.contracts.racers import COUNTS_PER_RACER, RACERS, put_or_lose, raced_keys
from tests.contracts.store_backend import (
    HOSTILE_CLAIMS,
    Backend,
    picture,
    side_by_side,
)


class RacingContract:
    """Racing writers, and claims."""

    def test_of_racing_threads_one_wins(
        self, backend: Backend, store: PictureStore, key: ImageKey
    ) -> None:
        contents = [picture(colour) for colour in ("red", "blue", "tan", "pink")]
        won = side_by_side(lambda number: put_or_lose(store, key, contents[number]), len(contents))
        assert won.count(True) == 1
        assert backend.read(str(key)) == contents[won.index(True)]

    def test_of_racing_processes_one_wins_and_no_change_is_lost(
        self, backend: Backend, documents: Documents, session_id: str
    ) -> None:
        name = "classes/class-7b.json"
        outcomes = backend.race(session_id, name)
        for index, key in enumerate(raced_keys(session_id)):
            [winner] = [outcome for outcome in outcomes if outcome.won[index]]
            assert backend.read(str(key)) == winner.content.encode()
        numbers = sorted(number for outcome in outcomes for number in outcome.counted)
        assert numbers == list(range(1, RACERS * COUNTS_PER_RACER + 1))
        there = documents.read(name)
        assert there
        assert int(there.content) == numbers[-1]

    def test_racing_processes_make_one_first_picture_and_share_no_index(
        self, backend: Backend, store: PictureStore, session_id: str
    ) -> None:
        outcomes = backend.race_making(session_id)
        assert sum(outcome.calls for outcome in outcomes) == FIRSTS
        for number, keys in enumerate(zip(*(one.firsts for one in outcomes), strict=True)):
            there = store.list_session(first_session(session_id, number))
            assert {str(image.key) for image in there} == {*keys}
            assert len({*keys}) == 1
        own = sorted(key for outcome in outcomes for key in outcome.own)
        listed = store.list_session(session_id)
        assert sorted(str(image.key) for image in listed) == own
        assert len({image.key.order for image in listed}) == len(outcomes) * OWN_PER_RACER
        orders = [image.key.order for image in listed]
        assert orders == sorted(orders, reverse=True)
        assert {name.partition("/")[0] for name in backend.names()} == {"generated-images"}

    def test_a_claim_is_held_by_one(
        self, backend: Backend, store: PictureStore, claims: Claims, session_id: str
    ) -> None:
        assert claims.take(session_id)
        assert not claims.take(session_id)
        assert not backend.new_claims().take(session_id)
        assert claims.take(f"{session_id}.2")
        assert backend.names() == {f"claims/{session_id}", f"claims/{session_id}.2"}
        assert store.list_session(session_id) == []

    def test_a_released_claim_is_free(
        self, backend: Backend, claims: Claims, session_id: str
    ) -> None:
        held = claims.take(session_id)
        assert held
        for _ in range(2):
            held.release()
            assert backend.names() == set()
        assert backend.new_claims().take(session_id)

    def test_of_racing_claims_one_wins(self, claims: Claims, session_id: str) -> None:
        names = [f"{session_id}-{turn}" for turn in range(5)]
        results = side_by_side(lambda _: [claims.take(name) for name in names])
        for taken in zip(*results, strict=True):
            assert len([claim for claim in taken if claim]) == 1

    def test_hostile_claims_reach_nothing(self, backend: Backend, claims: Claims) -> None:
        for name in HOSTILE_CLAIMS:
            with pytest.raises(ValueError, match="can't be claimed"):
                claims.take(name)
            with pytest.raises(ValueError, match="can't be claimed"):
                claims.take_over(name)
        assert backend.names() == set()
