"""Who wants a draft: one after the other, told its place; nothing stays longer than needed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.recognisers.base import Draft, DraftWord
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.speaking.drafts import queue
from imagespeak_core.speaking.drafts.jobs import Drafted
from imagespeak_core.speaking.drafts.queue import (
    KEPT_S,
    MOST,
    MOST_INCOMING_OF_ONE,
    SWEPT_EACH_S,
    UNASKED_S,
    DraftQueue,
)
from imagespeak_core.speaking.errors import (
    DraftReplacedError,
    NotSoundError,
    SoundUnreadyError,
    TooLargeSoundError,
)
from imagespeak_core.speaking.learner import key_hash
from imagespeak_core.speaking.sound import Heard
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import Ticket, new_ticket
from tests.patience import until
from tests.speaking_rig import LIMITS, PICTURE

SILENT = b"silent"
WAIT_S = 20


def ticket(learner: str = "") -> Ticket:
    """Of a learner of its own, where nobody is named."""
    made = new_ticket(
        session_id="s", learner=key_hash(learner), picture=PICTURE, now=datetime.now(UTC)
    )
    return made if learner else replace(made, learner=key_hash(made.upload))


@dataclass
class EchoingRecogniser:
    """Writes what the samples are; each call waits for the gate, which is open from the start."""

    max_parallel: int = 1
    calls: list[bytes] = field(default_factory=list)
    gate: threading.Semaphore | None = None
    called: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    error: Exception | None = None

    def recognise(self, samples: bytes) -> Draft:
        self.calls.append(samples)
        self.called.release()
        if self.gate:
            assert self.gate.acquire(timeout=WAIT_S)
        if self.error:
            raise self.error
        return Draft((DraftWord(samples.decode(), True),))


class Line:
    """A queue whose clock is set by hand, and whose timers run when they are told to."""

    def __init__(self, recogniser: EchoingRecogniser | None = None) -> None:
        self.now_s = 1_000.0
        self.timers: list[tuple[float, Callable[[], object]]] = []
        self.recogniser = recogniser or EchoingRecogniser()
        self.decoded: list[bytes] = []
        self.decoding: threading.Semaphore | None = None
        self.error: Exception | None = None
        self.queue = DraftQueue(
            self.recogniser,
            self.listen,
            limits=replace(LIMITS, recording_bytes=1_000),
            monotonic=lambda: self.now_s,
            later=lambda seconds, do: self.timers.append((seconds, do)),
        )

    def listen(self, content: bytes, *, max_s: float, max_bytes: int) -> Heard:
        assert (max_s, max_bytes) == (LIMITS.recording_s, 1_000)
        self.decoded.append(content)
        if self.decoding:
            assert self.decoding.acquire(timeout=WAIT_S)
        if self.error:
            raise self.error
        if content == SILENT:
            return Heard(b"", Speech(3.0))
        return Heard(content, Speech(3.0, heard=True, speaking_s=2.0))

    def hold(self) -> threading.Semaphore:
        """The recogniser goes on once for each release."""
        self.recogniser.gate = threading.Semaphore(0)
        return self.recogniser.gate

    def turn(self) -> None:
        """Wait until the recogniser has begun with the next one."""
        assert self.recogniser.called.acquire(timeout=WAIT_S)

    def ended(self, of: Ticket) -> Drafted | ImageSpeakError | None:
        """What comes of it in the end."""
        until(lambda: not isinstance(self.queue.state(of), int))
        state = self.queue.state(of)
        assert not isinstance(state, int)
        return state

    def run_timers(self) -> list[float]:
        """Runs those that are set; gives how long each was to wait."""
        timers, self.timers = self.timers, []
        for _, do in timers:
            do()
        return [seconds for seconds, _ in timers]


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    line.queue.shutdown()
    if line.recogniser.gate:
        line.recogniser.gate.release(MOST)


def said(text: str) -> Drafted:
    return Drafted(True, Draft((DraftWord(text, True),)))


def test_a_sound_becomes_a_draft(line: Line) -> None:
    mine = ticket()
    assert line.queue.state(mine) is None
    assert line.queue.add(mine, b"a dog") == 0
    assert line.ended(mine) == said("a dog")
    assert line.recogniser.calls == [b"a dog"]


def test_silence_is_not_heard_and_no_recogniser_is_asked(line: Line) -> None:
    mine = ticket()
    line.queue.add(mine, SILENT)
    assert line.ended(mine) == Drafted(heard=False)
    assert line.recogniser.calls == []


def test_each_is_told_its_place_and_comes_in_its_turn(line: Line) -> None:
    gate = line.hold()
    tickets = [ticket() for _ in range(5)]
    assert [line.queue.add(one, str(n).encode()) for n, one in enumerate(tickets)] == [
        0,
        1,
        2,
        3,
        4,
    ]
    for n in range(5):
        line.turn()
        assert [line.queue.state(one) for one in tickets[n:]] == [*range(5 - n)]
        gate.release()
        assert line.ended(tickets[n]) == said(str(n))
    assert line.recogniser.calls == [b"0", b"1", b"2", b"3", b"4"]


def test_two_at_once_where_that_makes_sense() -> None:
    line = Line(EchoingRecogniser(max_parallel=2))
    gate = line.hold()
    first, second, third = (ticket() for _ in range(3))
    for n, one in enumerate((first, second, third)):
        line.queue.add(one, str(n).encode())
    line.turn()
    line.turn()
    assert [line.queue.state(one) for one in (first, second, third)] == [0, 0, 2]
    gate.release(3)
    assert line.ended(third) == said("2")
    line.queue.shutdown()


def test_the_same_ticket_twice_is_the_same(line: Line) -> None:
    gate = line.hold()
    other, mine = ticket(), ticket()
    line.queue.add(other, b"other")
    assert line.queue.add(mine, b"mine") == 1
    assert line.queue.add(mine, b"mine again") == 1
    gate.release(2)
    assert line.ended(mine) == said("mine")
    assert line.queue.add(mine, b"mine again") == 0
    assert line.ended(mine) == said("mine")
    assert line.recogniser.calls == [b"other", b"mine"]


def test_a_newer_one_of_a_learner_takes_the_place_of_what_waits(line: Line) -> None:
    gate = line.hold()
    running, old, new, others = ticket("ana"), ticket("ana"), ticket("ana"), ticket("bo")
    line.queue.add(running, b"running")
    line.turn()
    line.queue.add(old, b"old")
    line.queue.add(others, b"others")
    assert line.queue.add(new, b"new") == 2
    assert isinstance(line.ended(old), DraftReplacedError)
    gate.release(3)
    assert line.ended(new) == said("new")
    assert line.ended(running) == said("running")
    assert line.ended(others) == said("others")
    assert b"old" not in line.recogniser.calls
    assert line.queue.add(old, b"old again") == 0, "pressed once more"
    gate.release()
    assert line.ended(old) == said("old again")


def test_who_does_not_want_it_any_more_is_not_waited_for(line: Line) -> None:
    gate = line.hold()
    running, mine, last = ticket(), ticket(), ticket()
    for n, one in enumerate((running, mine, last)):
        line.queue.add(one, str(n).encode())
    line.turn()
    line.queue.forget(mine)
    assert line.queue.state(mine) is None
    assert line.queue.state(last) == 1
    line.queue.forget(running)
    assert line.queue.state(last) == 0
    gate.release(2)
    assert line.ended(last) == said("2")
    assert line.recogniser.calls == [b"0", b"2"]
    line.queue.forget(ticket())


def test_whom_nobody_asks_for_is_let_go(line: Line) -> None:
    gate = line.hold()
    running, gone, asked = ticket(), ticket(), ticket()
    for n, one in enumerate((running, gone, asked)):
        line.queue.add(one, str(n).encode())
    line.turn()
    line.now_s += UNASKED_S - 1
    assert line.queue.state(asked) == 2
    assert line.queue.state(running) == 0
    line.now_s += 1
    gate.release(2)
    assert line.ended(asked) == said("2")
    assert line.queue.state(gone) is None
    assert line.recogniser.calls == [b"0", b"2"]


def test_a_draft_is_kept_for_two_minutes_at_most_without_anybody_asking(line: Line) -> None:
    mine = ticket()
    line.queue.add(mine, b"a dog")
    line.ended(mine)
    passed_s = 0.0
    while line.timers:
        line.now_s += line.timers[0][0]
        (waited_s,) = line.run_timers()
        assert waited_s == SWEPT_EACH_S
        passed_s += waited_s
    assert passed_s <= 120
    assert KEPT_S + SWEPT_EACH_S <= 120
    assert line.queue.state(mine) is None
    line.queue.add(ticket(), b"another")
    assert len(line.timers) == 1, "and again from then on"


def test_within_a_minute_it_can_be_asked_for_again(line: Line) -> None:
    mine = ticket()
    line.queue.add(mine, b"a dog")
    line.ended(mine)
    line.now_s += 60
    line.run_timers()
    assert line.queue.state(mine) == said("a dog")


def test_the_sound_is_let_go_as_soon_as_it_is_decoded(line: Line) -> None:
    line.decoding = threading.Semaphore(0)
    gate = line.hold()
    mine = ticket()
    line.queue.add(mine, b"a dog in a file")
    until(lambda: line.decoded)
    (job,) = line.queue._jobs.values()
    assert (job.content, job.samples) == (None, None)
    line.decoding.release()
    line.turn()
    assert (job.content, job.samples) == (None, b"a dog in a file")
    gate.release()
    line.ended(mine)
    assert (job.content, job.samples, job.size_bytes) == (None, None, 0)


def test_no_more_is_decoded_than_is_heard_soon(line: Line) -> None:
    gate = line.hold()
    tickets = [ticket() for _ in range(6)]
    for one in tickets:
        line.queue.add(one, b"a dog")
    line.turn()
    until(lambda: len(line.decoded) == 3)
    with line.queue._changed:
        assert len(line.decoded) == 3
    gate.release(6)
    assert line.ended(tickets[-1]) == said("a dog")


def test_more_than_may_wait_are_told_to_come_again(line: Line) -> None:
    gate = line.hold()
    tickets = [ticket() for _ in range(MOST)]
    for one in tickets[1:]:
        line.queue.add(one, b"a dog")
    with line.queue.incoming(tickets[0]), pytest.raises(RecogniserBusyError) as busy:
        line.queue.incoming(ticket())
    assert busy.value.retry_after_s
    with line.queue.incoming(tickets[0]) as incoming:
        incoming.write(b"a ")
        incoming.write(b"cat")
        assert incoming.add() == MOST - 1
    with pytest.raises(RecogniserBusyError):
        line.queue.incoming(ticket())
    gate.release(MOST)
    assert line.ended(tickets[0]) == said("a cat")


def test_one_learner_who_sends_slowly_keeps_nobody_else_out(line: Line) -> None:
    mine, newer = ticket("ana"), ticket("ana")
    with ExitStack() as sent:
        for one in (mine, newer)[:MOST_INCOMING_OF_ONE]:
            sent.enter_context(line.queue.incoming(one))
        for one in (mine, newer, ticket("ana")):
            with pytest.raises(RecogniserBusyError):
                line.queue.incoming(one)
        for _ in range(MOST - MOST_INCOMING_OF_ONE):
            sent.enter_context(line.queue.incoming(ticket()))
    with line.queue.incoming(mine) as incoming:
        incoming.write(b"a dog")
        incoming.add()
    assert line.ended(mine) == said("a dog")


def test_a_sound_that_is_too_large_is_not_taken(line: Line) -> None:
    with line.queue.incoming(ticket()) as incoming:
        incoming.write(b"x" * 1_000)
        with pytest.raises(TooLargeSoundError, match="1,000 bytes"):
            incoming.write(b"x")
        assert incoming.size_bytes == 1_000


def test_all_of_them_together_may_not_take_more_than_there_is(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "MOST_BYTES", 2_500)
    line.hold()
    line.queue.add(ticket(), b"1" * 1_000)
    line.turn()
    line.queue.add(ticket(), b"2" * 1_000)
    with line.queue.incoming(ticket()) as incoming:
        incoming.write(b"x" * 500)
        with pytest.raises(RecogniserBusyError):
            incoming.write(b"x")
    with line.queue.incoming(ticket()) as incoming:
        incoming.write(b"x" * 500)


FAILURES = [NotSoundError("no"), SoundUnreadyError("no"), RecogniserError("no")]


@pytest.mark.parametrize("error", FAILURES)
def test_what_can_not_be_read_is_told_and_may_be_sent_again(line: Line, error: Exception) -> None:
    mine = ticket()
    line.error = error
    line.queue.add(mine, b"a dog")
    assert line.ended(mine) is error
    line.error = None
    line.queue.add(mine, b"a dog")
    assert line.ended(mine) == said("a dog")


def test_what_the_owner_has_to_mend_is_in_the_log(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    line.recogniser.error = RecogniserUnreadyError("Install it: pip install")
    mine = ticket()
    line.queue.add(mine, b"words of a learner")
    assert isinstance(line.ended(mine), RecogniserUnreadyError)
    assert "Install it: pip install" in caplog.text
    assert "words of a learner" not in caplog.text


def test_our_own_mistake_ends_one_alone(line: Line, caplog: pytest.LogCaptureFixture) -> None:
    mine, other = ticket(), ticket()
    line.recogniser.error = ZeroDivisionError()
    line.queue.add(mine, b"a dog")
    assert isinstance(line.ended(mine), RecogniserError)
    assert "ZeroDivisionError" in caplog.text
    line.recogniser.error = None
    line.queue.add(other, b"a cat")
    assert line.ended(other) == said("a cat")


def test_when_the_server_ends_nothing_is_begun(line: Line) -> None:
    gate = line.hold()
    running, waiting = ticket(), ticket()
    line.queue.add(running, b"1")
    line.turn()
    line.queue.add(waiting, b"2")
    line.queue.shutdown()
    assert line.queue.state(waiting) is None
    with pytest.raises(RecogniserBusyError):
        line.queue.add(ticket(), b"3")
    with pytest.raises(RecogniserBusyError):
        line.queue.incoming(ticket())
    gate.release(3)
    until(lambda: not [one for one in threading.enumerate() if one.name == "drafts"])
    assert line.recogniser.calls == [b"1"]
