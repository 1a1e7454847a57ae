"""What every store must keep: recordings once, attempts, and both for their own learner alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import pytest

from imagespeak_core.errors import InvalidSessionIdError, StorageFullError
from imagespeak_core.pictures.naming import format_timestamp
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.attempts import (
    change_attempt,
    create_attempt,
    delete_all,
    delete_attempt,
    list_attempts,
    open_attempt,
)
from imagespeak_core.speaking.deletion import Spoken, count_spoken, delete_spoken
from imagespeak_core.speaking.errors import SpokenGoneError
from imagespeak_core.speaking.recordings import (
    address,
    delete_all_recordings,
    delete_recording,
    find_upload,
    keep,
    list_recordings,
)
from imagespeak_core.speaking.rights import may_keep
from imagespeak_core.speaking.sweeping import Swept, sweep
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.recordings import RecordingStore
from tests.contracts.store_backend import HOSTILE_SESSION_IDS, Answer, Backend, side_by_side
from tests.fakes import HandClock
from tests.speaking_rig import (
    ANA,
    BO,
    LIMITS,
    MadeSound,
    clock_of_today,
    services_on,
    ticket_of,
    tried,
)

SOUND = MadeSound()


class FullAtSounds(RecordingStore):
    """Its disk is full when a sound comes, however small the document was."""

    def create(self, stem: str, ending: object, content: bytes) -> None:
        raise StorageFullError("No room is left.")


def full_at_sounds(services: Services, blobs: Blobs) -> Services:
    return replace(services, recordings=FullAtSounds(blobs))


class SpokenContract:
    """Recordings and attempts."""

    @pytest.fixture
    def clock(self) -> HandClock:
        return clock_of_today()

    @pytest.fixture
    def services(self, backend: Backend, clock: HandClock) -> Services:
        return services_on(backend.new_blobs(), clock)

    @pytest.fixture
    def elsewhere(self, backend: Backend, clock: HandClock) -> Services:
        """Another server."""
        return services_on(backend.new_blobs(), clock)

    def test_a_recording_is_kept_under_its_name_with_what_is_known_of_it(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        ticket = ticket_of(services, session_id)
        recording = keep(services, ticket, SOUND, limits=LIMITS, name="Ana")
        stem = f"{session_id}_{format_timestamp(services.now())}_0"
        assert recording.stem == stem
        assert backend.names() == {f"recordings/{stem}.webm", f"recordings/{stem}.json"}
        assert backend.read(f"recordings/{stem}.webm") == SOUND.content
        known = json.loads(backend.read(f"recordings/{stem}.json") or b"")
        until = services.now() + LIMITS.life
        assert known == {
            "version": 1,
            "stem": stem,
            "ending": "webm",
            "session_id": session_id,
            "picture": ticket.picture,
            "learner": ANA,
            "name": "Ana",
            "upload": ticket.upload,
            "speech": {
                "length_s": 61.5,
                "heard": True,
                "speaking_s": 40.0,
                "pauses": 3,
                "longest_pause_s": 2.5,
            },
            "size_bytes": len(SOUND.content),
            "created_at": f"{services.now():%Y-%m-%dT%H:%M:%SZ}",
            "until": f"{until:%Y-%m-%dT%H:%M:%SZ}",
        }

    def test_a_ticket_keeps_once_wherever_and_however_often_it_is_sent(
        self, backend: Backend, services: Services, elsewhere: Services, session_id: str
    ) -> None:
        ticket = ticket_of(services, session_id)
        assert find_upload(services, ticket) is None
        recording = keep(services, ticket, SOUND, limits=LIMITS)
        names = backend.names()
        for server in (services, elsewhere):
            assert keep(server, ticket, SOUND, limits=LIMITS) == recording
            assert find_upload(server, ticket) == recording
            assert list_recordings(server, session_id, ANA) == [recording]
        other = keep(elsewhere, ticket_of(services, session_id), SOUND, limits=LIMITS)
        assert other.stem == recording.stem[:-1] + "1"
        assert keep(elsewhere, ticket, SOUND, limits=LIMITS) == recording
        assert len(backend.names()) == len(names) + 2

    def test_the_index_is_unique_whatever_the_ending(
        self, services: Services, elsewhere: Services, session_id: str
    ) -> None:
        kept = [
            keep(server, ticket_of(server, session_id), sound, limits=LIMITS)
            for server, sound in (
                (services, SOUND),
                (elsewhere, MadeSound(b"RIFF", "wav")),
                (services, MadeSound(b"ftyp", "mp4")),
                (elsewhere, MadeSound(b"OggS", "ogg")),
            )
        ]
        assert [one.stem.rpartition("_")[2] for one in kept] == ["0", "1", "2", "3"]
        assert list_recordings(services, session_id, ANA) == kept[::-1]

    def test_racing_threads_with_one_ticket_keep_one_recording(
        self, backend: Backend, clock: HandClock, session_id: str
    ) -> None:
        servers = [services_on(backend.new_blobs(), clock) for _ in range(4)]
        ticket = ticket_of(servers[0], session_id)
        kept = side_by_side(lambda one: keep(servers[one], ticket, SOUND, limits=LIMITS), 4)
        assert len(set(kept)) == 1
        assert len(backend.names()) == 2
        assert list_recordings(servers[0], session_id, ANA) == [kept[0]]

    def test_racing_threads_with_tickets_of_their_own_keep_all(
        self, backend: Backend, clock: HandClock, session_id: str
    ) -> None:
        servers = [services_on(backend.new_blobs(), clock) for _ in range(4)]
        tickets = [ticket_of(servers[0], session_id) for _ in servers]
        kept = side_by_side(
            lambda one: keep(servers[one], tickets[one], MadeSound(b"%d" % one), limits=LIMITS), 4
        )
        assert {one.stem.rpartition("_")[2] for one in kept} == set("0123")
        for number, recording in enumerate(kept):
            assert backend.read(f"recordings/{recording.stem}.webm") == b"%d" % number

    def test_racing_processes_keep_each_ticket_once(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        outcomes = backend.race_keeping(session_id)
        assert len(outcomes) > 1
        assert len({outcome.shared for outcome in outcomes}) == 1
        own = [stem for outcome in outcomes for stem in outcome.own]
        assert len({*own, outcomes[0].shared}) == len(own) + 1
        listed = list_recordings(services, session_id, ANA)
        assert {one.stem for one in listed} == {*own, outcomes[0].shared}
        assert len(backend.names()) == 2 * len(listed)

    def test_where_the_disk_fills_up_in_between_nothing_half_is_listed_and_a_retry_completes(
        self, backend: Backend, services: Services, elsewhere: Services, session_id: str
    ) -> None:
        ticket = ticket_of(services, session_id)
        full = full_at_sounds(services, backend.new_blobs())
        for _ in range(2):
            with pytest.raises(StorageFullError):
                keep(full, ticket, SOUND, limits=LIMITS)
        [name] = backend.names()
        assert name.endswith("_0.json")
        assert list_recordings(services, session_id, ANA) == []
        backend.write(stray := name.replace(".json", ".ogg"), b"of another try")
        assert list_recordings(services, session_id, ANA) == []
        assert find_upload(services, ticket) is None
        recording = keep(elsewhere, ticket, SOUND, limits=LIMITS)
        assert list_recordings(services, session_id, ANA) == [recording]
        assert backend.names() == {name, stray, name.replace(".json", ".webm")}

    def test_what_was_looked_at_otherwise_at_the_retry_is_what_is_kept(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        ticket = ticket_of(services, session_id)
        with pytest.raises(StorageFullError):
            keep(full_at_sounds(services, backend.new_blobs()), ticket, SOUND, limits=LIMITS)
        recording = keep(services, ticket, MadeSound(b"longer", "wav"), limits=LIMITS)
        assert (recording.ending, recording.size_bytes) == ("wav", 6)
        assert list_recordings(services, session_id, ANA) == [recording]
        assert backend.read(f"recordings/{recording.stem}.wav") == b"longer"

    def test_only_exactly_this_session_and_learner_is_listed(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        mine = keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS)
        keep(services, ticket_of(services, session_id, BO), SOUND, limits=LIMITS)
        for other in ("-2", "_2", "d", ".2"):
            keep(services, ticket_of(services, session_id + other), SOUND, limits=LIMITS)
            create_attempt(
                services, tried(), session_id=session_id + other, learner=ANA, limits=LIMITS
            )
        copy = backend.read(f"recordings/{mine.stem}.json") or b""
        for foreign in (
            f"recordings/{mine.stem} (1).json",
            f"recordings/{mine.stem}.mp3",
            f"recordings/{mine.stem[:-1]}07.json",
            f"recordings/{session_id}_20241399_000000_0.json",
            f"recordings/{session_id}.json",
            f"recordings/{mine.stem[:-1]}7.webm",
            f"recordings/{mine.stem[:-1]}8.json",
            f"recordings/{mine.stem[:-1]}8.webm",
            f"attempts/{mine.stem}.json",
            f"attempts/{mine.stem}.webm",
        ):
            backend.write(foreign, copy)
        assert list_recordings(services, session_id, ANA) == [mine]
        assert list_attempts(services, session_id, ANA) == []
        assert open_attempt(services, mine.stem[:-1] + "9") is None

    def test_a_recording_is_heard_at_its_address_which_nothing_keeps(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        recording = keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS)
        heard = backend.fetch(address(services, recording, services.now()))
        assert heard == Answer(HTTPStatus.OK, SOUND.content, "audio/webm", "no-store")
        delete_recording(services, session_id, recording.stem, ANA)
        gone = backend.fetch(address(services, recording, services.now()))
        assert SOUND.content not in gone.body
        assert not backend.checks_signatures or gone.status == HTTPStatus.NOT_FOUND

    def test_an_address_ends_after_15_minutes_and_not_after_its_recording(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        if not backend.checks_signatures:
            pytest.skip("this server checks no signatures")
        recording = keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS)
        now = services.now()
        for ago, status in ((840, HTTPStatus.OK), (901, HTTPStatus.FORBIDDEN)):
            given = address(services, recording, now - timedelta(seconds=ago))
            assert backend.fetch(given).status == status
        ending = recording.model_copy(update={"until": now - timedelta(seconds=1)})
        given = address(services, ending, now - timedelta(seconds=60))
        assert backend.fetch(given).status == HTTPStatus.FORBIDDEN
        for until in (now, now - timedelta(days=1)):
            with pytest.raises(SpokenGoneError):
                address(services, recording.model_copy(update={"until": until}), now)

    def test_an_address_is_of_this_one_sound_alone(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        if not backend.checks_signatures:
            pytest.skip("this server checks no signatures")
        recording = keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS)
        keep(services, ticket_of(services, session_id, BO), SOUND, limits=LIMITS)
        given = address(services, recording, services.now())
        path, _, query = given.partition("?")
        for changed in (
            f"{path.replace('_0.webm', '_1.webm')}?{query}",
            f"{path.replace('.webm', '.json')}?{query}",
            f"{path.replace('recordings', 'generated-images')}?{query}",
            f"{path.replace('/recordings/', '/pictures/')}?{query}",
            given[:-1] + ("A" if given[-1] != "A" else "B"),
        ):
            if changed == given:
                continue
            answer = backend.fetch(changed)
            assert answer.status == HTTPStatus.FORBIDDEN
            assert SOUND.content not in answer.body

    def test_what_has_ended_is_not_listed_nor_found_and_swept_alone(
        self, backend: Backend, services: Services, clock: HandClock, session_id: str
    ) -> None:
        ticket = ticket_of(services, session_id)
        keep(services, ticket, SOUND, limits=LIMITS)
        create_attempt(services, tried(), session_id=session_id, learner=ANA, limits=LIMITS)
        clock.advance(days=20)
        later = keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS)
        attempt = create_attempt(
            services, tried(), session_id=session_id, learner=ANA, limits=LIMITS
        )
        assert sweep(services) == Swept()
        clock.advance(days=10)
        assert list_recordings(services, session_id, ANA) == [later]
        assert list_attempts(services, session_id, ANA) == [attempt]
        assert find_upload(services, ticket) is None
        assert sweep(services) == Swept(deleted=2)
        assert backend.names() == {
            f"recordings/{later.stem}.json",
            f"recordings/{later.stem}.webm",
            f"attempts/{attempt.attempt_id}.json",
        }

    def test_the_document_alone_says_when_something_ends(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        kept = keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS)
        ended = kept.model_copy(update={"until": kept.created_at})
        name = f"recordings/{kept.stem}.json"
        backend.write(name, ended.model_dump_json().encode())
        assert list_recordings(services, session_id, ANA) == []
        assert sweep(services) == Swept(deleted=1)
        assert backend.names() == set()

    def test_halves_are_swept_when_nobody_can_complete_them_any_more(
        self, backend: Backend, services: Services, clock: HandClock, session_id: str
    ) -> None:
        full = full_at_sounds(services, backend.new_blobs())
        with pytest.raises(StorageFullError):
            keep(full, ticket_of(services, session_id), SOUND, limits=LIMITS)
        lonely = f"recordings/{session_id}_{format_timestamp(clock())}_5.wav"
        foreign = f"recordings/{session_id}_20241031_143022_0.mp3"
        copied = f"recordings/{session_id}_20241031_143022_0.wav"
        for name in (lonely, copied, foreign, "attempts/notes.json"):
            backend.write(name, b"x")
        clock.advance(hours=23)
        assert sweep(services) == Swept()
        clock.advance(hours=2)
        assert sweep(services) == Swept(deleted=3)
        assert backend.names() == {foreign, "attempts/notes.json"}

    def test_among_thousands_all_are_found_and_swept(
        self, backend: Backend, services: Services, clock: HandClock, session_id: str
    ) -> None:
        old = [f"{session_id}-old_20200101_000000_{index}" for index in range(505)]
        backend.write_many(f"recordings/{stem}.webm" for stem in old)
        backend.write_many(f"recordings/{stem}.json" for stem in old)
        mine = keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS)
        assert list_recordings(services, session_id, ANA) == [mine]
        assert count_spoken(services, f"{session_id}-old") == Spoken(recordings=505)
        clock.advance(days=1)
        assert sweep(services) == Swept(), "what can't be read is kept as long as anything may be"
        clock.advance(days=366)
        assert sweep(services).deleted == 506
        assert backend.names() == set()

    def test_hostile_sessions_and_stems_reach_nothing(
        self, backend: Backend, services: Services
    ) -> None:
        for session_id in HOSTILE_SESSION_IDS:
            ticket = ticket_of(services, session_id)
            for reach in (
                lambda: keep(services, ticket, SOUND, limits=LIMITS),  # noqa: B023
                lambda: find_upload(services, ticket),  # noqa: B023
                lambda: list_recordings(services, session_id, ANA),  # noqa: B023
                lambda: list_attempts(services, session_id, ANA),  # noqa: B023
                lambda: may_keep(services, session_id),  # noqa: B023
                lambda: count_spoken(services, session_id),  # noqa: B023
                lambda: delete_spoken(services, session_id),  # noqa: B023
                lambda: delete_all(services, session_id, ANA),  # noqa: B023
                lambda: create_attempt(
                    services,
                    tried(),
                    session_id=session_id,  # noqa: B023
                    learner=ANA,
                    limits=LIMITS,
                ),
            ):
                with pytest.raises(InvalidSessionIdError):
                    reach()
            stem = f"{session_id}_20241031_143022_0"
            assert open_attempt(services, stem) is None
            delete_attempt(services, stem, ANA)
            delete_recording(services, session_id, stem, ANA)
        assert backend.names() == set()

    def test_a_learner_deletes_what_is_their_own_alone(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        mine, mine_too = (
            keep(services, ticket_of(services, session_id), SOUND, limits=LIMITS) for _ in range(2)
        )
        theirs = keep(services, ticket_of(services, session_id, BO), SOUND, limits=LIMITS)
        with pytest.raises(SpokenGoneError):
            delete_recording(services, session_id, theirs.stem, ANA)
        with pytest.raises(SpokenGoneError):
            delete_recording(services, f"{session_id}-2", mine.stem, ANA)
        delete_recording(services, session_id, mine.stem, ANA)
        delete_recording(services, session_id, mine.stem, ANA)
        assert list_recordings(services, session_id, ANA) == [mine_too]
        assert delete_all_recordings(services, session_id, ANA) == 1
        assert backend.names() == {
            f"recordings/{theirs.stem}.webm",
            f"recordings/{theirs.stem}.json",
        }

    def test_attempts_are_kept_listed_changed_and_deleted(
        self, backend: Backend, services: Services, elsewhere: Services, session_id: str
    ) -> None:
        first, second, third = (
            create_attempt(server, tried(words), session_id=session_id, learner=ANA, limits=LIMITS)
            for server, words in ((services, "One."), (elsewhere, "Two ä."), (services, "Three."))
        )
        theirs = create_attempt(services, tried(), session_id=session_id, learner=BO, limits=LIMITS)
        stem = f"{session_id}_{format_timestamp(services.now())}"
        assert third.attempt_id == f"{stem}_2"
        assert backend.names() == {f"attempts/{stem}_{index}.json" for index in range(4)}
        assert list_attempts(elsewhere, session_id, ANA) == [third, second, first]
        assert open_attempt(elsewhere, second.attempt_id) == second

        disputed = (Disputed("not_so", 0),)
        changed = change_attempt(
            elsewhere,
            second.attempt_id,
            ANA,
            lambda attempt: attempt.model_copy(update={"disputed": disputed}),
        )
        assert (changed.disputed, changed.words) == (disputed, "Two ä.")
        assert list_attempts(services, session_id, ANA) == [third, changed, first]
        with pytest.raises(SpokenGoneError):
            change_attempt(services, theirs.attempt_id, ANA, lambda attempt: attempt)
        with pytest.raises(SpokenGoneError):
            delete_attempt(services, theirs.attempt_id, ANA)

        delete_attempt(services, third.attempt_id, ANA)
        delete_attempt(services, third.attempt_id, ANA)
        assert list_attempts(services, session_id, ANA) == [changed, first]
        assert delete_all(services, session_id, ANA) == 2
        assert backend.names() == {f"attempts/{theirs.attempt_id}.json"}

    def test_attempts_that_are_kept_at_once_have_ids_of_their_own(
        self, backend: Backend, clock: HandClock, session_id: str
    ) -> None:
        servers = [services_on(backend.new_blobs(), clock) for _ in range(4)]
        kept = side_by_side(
            lambda one: create_attempt(
                servers[one], tried(), session_id=session_id, learner=ANA, limits=LIMITS
            ),
            4,
        )
        assert len({one.attempt_id for one in kept}) == 4
        assert {one.attempt_id for one in list_attempts(servers[0], session_id, ANA)} == {
            one.attempt_id for one in kept
        }

    def test_changes_of_two_servers_to_an_attempt_both_stay(
        self, services: Services, elsewhere: Services, session_id: str
    ) -> None:
        attempt = create_attempt(
            services, tried(), session_id=session_id, learner=ANA, limits=LIMITS
        )

        def change(one: int) -> None:
            judged = (Disputed("not_so", 0), Disputed("not_found", 0))[one]
            change_attempt(
                (services, elsewhere)[one],
                attempt.attempt_id,
                ANA,
                lambda now: now.model_copy(update={"disputed": (*now.disputed, judged)}),
            )

        side_by_side(change, 2)
        changed = open_attempt(services, attempt.attempt_id)
        assert changed
        assert len(changed.disputed) == 2

    def test_all_that_was_spoken_in_a_session_is_counted_and_deleted(
        self, backend: Backend, services: Services, session_id: str
    ) -> None:
        assert count_spoken(services, session_id) == Spoken()
        assert delete_spoken(services, session_id).deleted == Spoken()
        for learner in (ANA, BO):
            keep(services, ticket_of(services, session_id, learner), SOUND, limits=LIMITS)
            create_attempt(services, tried(), session_id=session_id, learner=learner, limits=LIMITS)
        with pytest.raises(StorageFullError):
            keep(
                full_at_sounds(services, backend.new_blobs()),
                ticket_of(services, session_id),
                SOUND,
                limits=LIMITS,
            )
        other = create_attempt(
            services, tried(), session_id=f"{session_id}-2", learner=ANA, limits=LIMITS
        )
        assert count_spoken(services, session_id) == Spoken(recordings=2, attempts=2)
        done = delete_spoken(services, session_id)
        assert (done.deleted, done.warnings, done.is_left) == (Spoken(2, 2), (), False)
        assert backend.names() == {f"attempts/{other.attempt_id}.json"}
