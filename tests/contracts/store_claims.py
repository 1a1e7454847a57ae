"""What every store must keep: how old a blob is, what is deleted, and whose a claim is."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest

from imagespeak_core.errors import ChangedMeanwhileError, ClaimLostError
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, CLAIM_PREFIX, Claims, running_s
from tests.contracts.store_backend import Backend, side_by_side

NAME = "claims/abc"
TYPE = "application/json"
MARK = b'{"owner": "a", "nonce": "b"}'
WRONG_BY_S = 60
SLACK_S = 30
"""Tests may be slow; no clock is wrong by less."""


class ClaimContract:
    """Ages, deletions of what was read, and claims."""

    @pytest.fixture
    def blobs(self, backend: Backend) -> Blobs:
        return backend.new_blobs()

    def test_what_was_just_written_is_new(self, backend: Backend, blobs: Blobs) -> None:
        blobs.create(NAME, b"1", content_type=TYPE)
        there = backend.new_blobs().read(NAME)
        assert there
        assert 0 <= there.age_s < SLACK_S

    def test_a_blob_is_as_old_as_its_last_write(self, backend: Backend, blobs: Blobs) -> None:
        backend.write(NAME, b"1")
        backend.make_older(NAME, 3_600)
        there = blobs.read(NAME)
        assert there
        assert 3_600 <= there.age_s < 3_600 + SLACK_S
        blobs.replace(NAME, b"2", content_type=TYPE, version=there.version)
        newer = blobs.read(NAME)
        assert newer
        assert newer.age_s < SLACK_S

    @pytest.mark.parametrize("wrong_by_s", [WRONG_BY_S, -WRONG_BY_S])
    def test_a_servers_clock_that_is_wrong_changes_no_age(
        self, backend: Backend, monkeypatch: pytest.MonkeyPatch, wrong_by_s: int
    ) -> None:
        if not backend.has_own_clock:
            pytest.skip("its clock is this process's")
        real_time = time.time
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda: real_time() + wrong_by_s)
            wrong = backend.new_blobs()
            wrong.create(NAME, b"1", content_type=TYPE)
            there = wrong.read(NAME)
            assert there
            assert 0 <= there.age_s < SLACK_S
            right_s = (wrong.now() - datetime.now(UTC)).total_seconds()
            assert abs(right_s) < SLACK_S

    def test_the_stores_time_is_the_same_for_all(self, backend: Backend, blobs: Blobs) -> None:
        blobs.create(NAME, b"1", content_type=TYPE)
        now, elsewhere = blobs.now(), backend.new_blobs().now()
        assert now.tzinfo
        assert abs(now - elsewhere) < timedelta(seconds=SLACK_S)
        written = blobs.look(NAME)
        assert written
        assert abs(now - written.last_modified) < timedelta(seconds=SLACK_S)

    def test_to_ask_for_the_time_leaves_nothing(self, backend: Backend, blobs: Blobs) -> None:
        assert abs(blobs.now() - datetime.now(UTC)) < timedelta(seconds=SLACK_S)
        assert backend.names() == set()

    def test_only_what_was_read_is_deleted(self, backend: Backend, blobs: Blobs) -> None:
        first = blobs.create(NAME, b"1", content_type=TYPE)
        second = blobs.replace(NAME, b"2", content_type=TYPE, version=first.version)
        with pytest.raises(ChangedMeanwhileError):
            blobs.delete_unchanged(NAME, first.version)
        assert backend.read(NAME) == b"2"
        backend.new_blobs().delete_unchanged(NAME, second.version)
        assert backend.names() == set()

    def test_what_is_gone_is_deleted(self, backend: Backend, blobs: Blobs) -> None:
        blobs.create("claims/other", b"1", content_type=TYPE)
        written = blobs.create(NAME, b"1", content_type=TYPE)
        for _ in range(2):
            blobs.delete_unchanged(NAME, written.version)
        assert backend.names() == {"claims/other"}

    def test_what_came_after_it_stays(self, backend: Backend, blobs: Blobs) -> None:
        written = blobs.create(NAME, b"1", content_type=TYPE)
        blobs.delete([NAME])
        backend.write(NAME, b"theirs")
        with pytest.raises(ChangedMeanwhileError):
            blobs.delete_unchanged(NAME, written.version)
        assert backend.read(NAME) == b"theirs"

    def test_of_a_deletion_and_a_change_one_wins(self, backend: Backend, blobs: Blobs) -> None:
        if not backend.is_one_step:
            pytest.skip("its conditions and its writes are several steps")
        for turn in range(5):
            name = f"{NAME}-{turn}"
            version = blobs.create(name, b"1", content_type=TYPE).version

            def win(number: int, name: str = name, version: str = version) -> bool:
                try:
                    if number:
                        blobs.replace(name, b"2", content_type=TYPE, version=version)
                    else:
                        blobs.delete_unchanged(name, version)
                except ChangedMeanwhileError:
                    return False
                return True

            deleted, *changed = side_by_side(win, 3)
            assert [deleted, *changed].count(True) == 1
            assert backend.read(name) == (None if deleted else b"2")

    def test_a_claim_is_kept_by_being_renewed(
        self, backend: Backend, claims: Claims, session_id: str
    ) -> None:
        held = claims.take(session_id)
        assert held
        backend.make_older(f"{CLAIM_PREFIX}{session_id}", ABANDONED_AFTER_S + SLACK_S)
        held.renew()
        held.check()
        elsewhere = backend.new_claims()
        assert not elsewhere.take(session_id)
        assert not elsewhere.take_over(session_id)
        held.release()
        assert backend.names() == set()

    def test_a_claim_says_whose_it_is_and_each_renewal_is_another(
        self, backend: Backend, claims: Claims, session_id: str
    ) -> None:
        held = claims.take(session_id)
        assert held
        seen = set()
        for _ in range(3):
            seen.add(backend.read(f"{CLAIM_PREFIX}{session_id}"))
            held.renew()
        assert len(seen) == 3
        assert all(mark and b'"owner"' in mark and b'"nonce"' in mark for mark in seen)

    @pytest.mark.parametrize("how", ["take", "take_over"])
    def test_only_an_abandoned_claim_is_taken_over(
        self, backend: Backend, claims: Claims, session_id: str, how: str
    ) -> None:
        name = f"{CLAIM_PREFIX}{session_id}"
        frozen, other = claims.take(session_id), backend.new_claims()
        assert frozen
        backend.make_older(name, ABANDONED_AFTER_S - 10)
        assert not getattr(other, how)(session_id)
        backend.make_older(name, 10)
        taken = getattr(other, how)(session_id)
        assert taken
        theirs = backend.read(name)
        for _ in range(2):
            with pytest.raises(ClaimLostError):
                frozen.renew()
        frozen.release()
        assert backend.read(name) == theirs
        taken.renew()
        taken.release()
        assert backend.names() == set()

    def test_of_racing_takers_of_an_abandoned_claim_one_wins(
        self, backend: Backend, claims: Claims, session_id: str
    ) -> None:
        assert claims.take(session_id)
        backend.make_older(f"{CLAIM_PREFIX}{session_id}", ABANDONED_AFTER_S)
        servers = [backend.new_claims() for _ in range(8)]
        taken = side_by_side(lambda number: servers[number].take(session_id))
        assert len([claim for claim in taken if claim]) == 1

    def test_a_claim_is_given_back_late_too(
        self, backend: Backend, claims: Claims, session_id: str
    ) -> None:
        held = claims.take(session_id)
        assert held
        backend.make_older(f"{CLAIM_PREFIX}{session_id}", ABANDONED_AFTER_S)
        later_s = running_s() + ABANDONED_AFTER_S
        claims.monotonic = lambda: later_s
        held.release()
        assert backend.names() == set()

    def test_what_crashes_have_left_is_swept_and_nothing_else(
        self, backend: Backend, blobs: Blobs
    ) -> None:
        old_mark = b"0123456789abcdef" * 4
        for name, content in (
            ("claims/left", MARK),
            ("claims/left_by_1.2", old_mark),
            ("claims/of_today", MARK),
            ("claims/foreign.txt", b"what is this"),
            ("classes/left", MARK),
        ):
            backend.write(name, content)
            backend.make_older(name, 3_000 if name == "claims/of_today" else 3_700)
        held = Claims(blobs).take("held")
        assert backend.new_claims().sweep() == 2
        assert backend.names() == {
            "claims/of_today",
            "claims/foreign.txt",
            "claims/held",
            "classes/left",
        }
        assert held
        held.check()

    def test_a_claim_renewed_while_it_is_swept_stays(
        self, backend: Backend, claims: Claims, session_id: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What the list said of it is no longer so."""
        held = claims.take(session_id)
        assert held
        backend.make_older(f"{CLAIM_PREFIX}{session_id}", 3_700)
        blobs = backend.new_blobs()
        pages = [list(page) for page in blobs.list(CLAIM_PREFIX)]
        held.renew()
        with monkeypatch.context() as patch:
            patch.setattr(blobs, "list", lambda _prefix: pages)
            assert Claims(blobs).sweep() == 0
        held.check()
        assert backend.names() == {f"{CLAIM_PREFIX}{session_id}"}
