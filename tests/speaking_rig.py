"""Learners who speak: their tickets, sounds and attempts, and what works with these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import Tried
from imagespeak_core.speaking.counts import Counts
from imagespeak_core.speaking.findings import NotFound, NotSo, Said
from imagespeak_core.speaking.keys import Ending
from imagespeak_core.speaking.learner import key_hash
from imagespeak_core.speaking.limits import Limits
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import Ticket, new_ticket
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.recordings import RecordingStore
from tests.fakes import FakeGenerator, HandClock, make_services

ANA, BO = key_hash("ana"), key_hash("bo")
PICTURE = "generated-images/abc_20241031_143022_0_sunset_mountains.png"
LIMITS = Limits(recording_s=180, recording_bytes=20_000_000, recordings=50, life=timedelta(days=30))
SPEECH = Speech(length_s=61.5, heard=True, speaking_s=40.0, pauses=3, longest_pause_s=2.5)


@dataclass(frozen=True)
class MadeSound:
    """What examining a sound would give."""

    content: bytes = b"sound"
    ending: Ending = "webm"
    speech: Speech = SPEECH


def services_on(blobs: Blobs, clock: HandClock | None = None) -> Services:
    """The services of one server whose store these are; its clock stands at this minute."""
    return make_services(
        PictureStore(blobs, url_life_s=60),
        FakeGenerator(),
        documents=Documents(blobs),
        claims=Claims(blobs),
        recordings=RecordingStore(blobs),
        clock=clock or clock_of_today(),
    )


def clock_of_today() -> HandClock:
    """A clock that stands still now: stores tell times of their own."""
    return HandClock(datetime.now(UTC).replace(microsecond=0))


def ticket_of(services: Services, session_id: str, learner: str = ANA) -> Ticket:
    """A ticket that was issued just now."""
    return new_ticket(session_id=session_id, learner=learner, picture=PICTURE, now=services.now())


def tried(words: str = "I see a dog. Three cats sleep.") -> Tried:
    """What an attempt may say."""
    return Tried(
        picture=PICTURE,
        level="A2",
        words=words,
        held_against="scene",
        said=(Said("a dog", 6, "dog", ("dog-1",)),),
        not_found=(NotFound("person", "nurse", "Who helps?", "A nurse helps.", ("nurse-1",)),),
        not_so=(NotSo("Three cats", 13, "count", "two cats", "How many cats are there?", ()),),
        counts=Counts(7, 7, 2, 4, repeated=(("a", 2),), joining=("and",)),
    )
