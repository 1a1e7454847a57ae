"""What every store must keep: of many who want one name, one gets it."""

from __future__ import annotations

import pytest

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
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

    def test_a_claim_is_held_by_one(
        self, backend: Backend, store: PictureStore, claims: Claims, session_id: str
    ) -> None:
        assert claims.claim(session_id)
        assert not claims.claim(session_id)
        assert not backend.new_claims().claim(session_id)
        assert claims.claim(f"{session_id}.2")
        assert backend.names() == {f"claims/{session_id}", f"claims/{session_id}.2"}
        assert store.list_session(session_id) == []

    def test_a_released_claim_is_free(
        self, backend: Backend, claims: Claims, session_id: str
    ) -> None:
        claims.release(session_id)
        claims.claim(session_id)
        claims.release(session_id)
        assert backend.names() == set()
        assert backend.new_claims().claim(session_id)

    def test_of_racing_claims_one_wins(self, claims: Claims, session_id: str) -> None:
        names = [f"{session_id}-{turn}" for turn in range(5)]
        results = side_by_side(lambda _: [claims.claim(name) for name in names])
        for won in zip(*results, strict=True):
            assert won.count(True) == 1

    def test_hostile_claims_reach_nothing(self, backend: Backend, claims: Claims) -> None:
        for name in HOSTILE_CLAIMS:
            with pytest.raises(ValueError, match="can't be claimed"):
                claims.claim(name)
            with pytest.raises(ValueError, match="can't be claimed"):
                claims.release(name)
        assert backend.names() == set()
