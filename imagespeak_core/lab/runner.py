"""Makes the pictures of experiments in the background of a process.

A cell is sent only when "running" stands in the store under this server's lease, so that no two
servers make it. All that waits is in the store too: a server that dies loses nothing but what it
was just making, and that is told as interrupted. A cell that waits for another server, for the
model or for the store holds no thread: it is looked at again every few seconds.
"""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import partial

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import ClaimLostError, ImageSpeakError
from imagespeak_core.lab.edits import (
    Edit,
    cancel,
    fail_cell,
    finish_cell,
    give_lease_back,
    make_anew,
    put_back,
    retry_cell,
    start_cell,
    take_lease,
)
from imagespeak_core.lab.experiment import CellFailure, CellResult, ExperimentState
from imagespeak_core.lab.experiments import change_experiment
from imagespeak_core.lab.journal import Journal
from imagespeak_core.lab.making import cell_errand
from imagespeak_core.later import Later, Scheduler
from imagespeak_core.pictures.made_once import MadeOnce, Waits
from imagespeak_core.services import Services
from imagespeak_core.spool.spool import LONGEST_END_S
from imagespeak_core.stores.claims import BEAT_S

logger = logging.getLogger(__name__)

_OWN_MISTAKE = CellFailure(
    code="internal_error",
    message="Something went wrong in the app. It is not your mistake. Try this picture again.",
)


@dataclass(slots=True)
class _Run:
    """An experiment that this process works on.

    Attributes:
        state: As it was written last.
        teacher: Who started it.
        journal: Writes it.
        busy: The cells that are sent, or wait for a thread, another server or the like.
        done: Ends when nothing more is to be done here.
    """

    state: ExperimentState
    teacher: Teacher
    journal: Journal
    busy: set[int] = field(default_factory=set)
    done: Future[None] = field(default_factory=Future)


@dataclass(slots=True, eq=False)
class _Sent:
    """A cell that stands as running in the store.

    Attributes:
        run: Of its experiment.
        number: Which.
        attempt: As in its `ExperimentCell`.
        errand: Gives its picture.
        waits: What its last step waited for.
    """

    run: _Run
    number: int
    attempt: int
    errand: MadeOnce[CellResult]
    waits: Waits | None = None

    @property
    def is_paid(self) -> bool:
        """Whether its picture is made, and only the store does not take it yet."""
        return self.waits is not None and self.waits.why == "the store"


class LabRunner:
    """The process's experiments, and the threads that make their pictures.

    Args:
        services: What the use cases work with.
        parallel: Cells at once, of all experiments together; never more than the generator
            can use.
        monotonic: A clock in seconds that never goes back.
        later: Wakes the cells that wait for another server; left out, a thread of its own.
        on_state: Told of each state that was written; from several threads.
        beat_s: The longest silence between two writes of an experiment that runs.
    """

    def __init__(
        self,
        services: Services,
        *,
        parallel: int,
        monotonic: Callable[[], float],
        later: Later | None = None,
        on_state: Callable[[ExperimentState], None] | None = None,
        beat_s: float = BEAT_S,
    ) -> None:
        self._services = services
        self._parallel = max(1, min(parallel, services.generator.max_parallel))
        self._monotonic = monotonic
        self._later = later or Scheduler()
        self._on_state = on_state
        self._beat_s = beat_s
        self._server = secrets.token_hex(8)
        self._starting, self._lock = threading.Lock(), threading.Lock()
        self._runs: dict[str, _Run] = {}
        self._work: queue.SimpleQueue[tuple[_Run, int] | _Sent] = queue.SimpleQueue()
        self._asleep: set[_Sent] = set()
        self._threads: list[threading.Thread] = []
        self._closed = False

    @property
    def parallel(self) -> int:
        """How many cells are made at once."""
        return self._parallel

    def start(self, teacher: Teacher, experiment_id: str) -> Future[None] | None:
        """Make all cells that wait. Where that is going on here, join it.

        Returns:
            Ends when nothing more is to be done here, with an error where the store failed for
            good or the experiment was deleted. None where nothing waits, another server works
            on it, or this one is shutting down.

        Raises:
            ExperimentGoneError, ExperimentDamagedError, StorageError: As `change_experiment`.
        """
        with self._starting:
            with self._lock:
                running = self._runs.get(experiment_id)
                if running or self._closed:
                    return running.done if running else None
            opened = change_experiment(self._services, teacher, experiment_id, self._take)
            if not opened.state.waiting or not self._holds(opened.state):
                return None
            journal = Journal(
                self._services,
                opened,
                server=self._server,
                monotonic=self._monotonic,
                beat_s=self._beat_s,
            )
            run = _Run(opened.state, teacher, journal)
            with self._lock:
                self._runs[experiment_id] = run
            journal.start(partial(self._written, run), partial(self._ended, run))
            self._go_on(run, opened.state)
            return run.done

    def retry(
        self, teacher: Teacher, experiment_id: str, number: int | None = None
    ) -> Future[None] | None:
        """Send a cell that failed, was cancelled or interrupted once more; as `start`.

        Without a number, all that were cancelled or interrupted.
        """

        def again(state: ExperimentState) -> ExperimentState:
            for one in state.left_out if number is None else (number,):
                state = retry_cell(state, one)
            return state

        self.change(teacher, experiment_id, again)
        return self.start(teacher, experiment_id)

    def make_anew(self, teacher: Teacher, experiment_id: str, number: int) -> Future[None] | None:
        """Make a cell, and pay for it, even if it was made before; as `start`."""
        self.change(teacher, experiment_id, partial(make_anew, number=number))
        return self.start(teacher, experiment_id)

    def cancel(self, teacher: Teacher, experiment_id: str) -> ExperimentState:
        """Send nothing more, whichever server works on it; what is on its way is kept."""
        return self.change(teacher, experiment_id, cancel)

    def change(self, teacher: Teacher, experiment_id: str, edit: Edit) -> ExperimentState:
        """Write an edit; together with the others where the experiment runs here.

        Raises:
            ImageSpeakError: As `change_experiment`.
        """
        with self._lock:
            run = self._runs.get(experiment_id)
            written = run.journal.write(edit) if run else None
        if written:
            return written.result()
        return change_experiment(self._services, teacher, experiment_id, edit).state

    def shutdown(self, timeout_s: float = LONGEST_END_S) -> bool:
        """Send nothing more and let what was sent end; what waits stays waiting in the store.

        So does what waits for another server or the model: it has cost nothing.

        Returns:
            Whether everything ended in time.
        """
        with self._lock:
            self._closed = True
            runs = list(self._runs.values())
            asleep, self._asleep = self._asleep, set()
        # In a thread: where the store is away, it takes long to give claims back.
        threading.Thread(target=self._take_all_back, args=(asleep,), daemon=True).start()
        for run in runs:
            self._go_on(run, run.state)
        return not wait([run.done for run in runs], timeout=timeout_s).not_done

    def _take(self, state: ExperimentState) -> ExperimentState:
        if not state.waiting:
            return state
        return take_lease(state, server=self._server, nonce=secrets.token_hex(8))

    def _holds(self, state: ExperimentState) -> bool:
        return state.lease is not None and state.lease.server == self._server

    def _written(self, run: _Run, state: ExperimentState) -> None:
        if self._on_state:
            self._on_state(state)
        self._go_on(run, state)

    def _ended(self, run: _Run, problem: BaseException | None) -> None:
        with self._lock:
            self._forget(run)
        if problem:
            run.done.set_exception(problem)
        else:
            run.done.set_result(None)

    def _forget(self, run: _Run) -> None:
        if self._runs.get(run.state.id) is run:
            del self._runs[run.state.id]

    def _go_on(self, run: _Run, state: ExperimentState) -> None:
        """Hand out what waits; where nothing is left, give the lease back, then close."""
        with self._lock:
            run.state = state
            if self._holds(state) and not self._closed:
                self._hand_out(run)
            if run.busy:
                return
            if self._holds(state):
                give_back = partial(
                    give_lease_back, server=self._server, even_if_waiting=self._closed
                )
                run.journal.keep(give_back)
            else:
                self._forget(run)
                run.journal.close()

    def _hand_out(self, run: _Run) -> None:
        # The same request twice is made by the first cell; the other one finds it in the store.
        cells = run.state.cells
        shas = {cells[number].sha for number in run.busy}
        for number in run.state.waiting:
            if number in run.busy or cells[number].sha in shas:
                continue
            if len(self._threads) < self._parallel:
                # Daemon threads: a call that hangs must not keep the process from ending.
                thread = threading.Thread(target=self._work_on, name="lab", daemon=True)
                thread.start()  # before the cell is busy: without a thread, nobody would make it
                self._threads.append(thread)
            shas.add(cells[number].sha)
            run.busy.add(number)
            self._work.put((run, number))

    def _work_on(self) -> None:
        while True:
            work = self._work.get()
            run, number = (work.run, work.number) if isinstance(work, _Sent) else work
            try:
                sent = work if isinstance(work, _Sent) else self._sent(run, number)
                if sent:
                    self._go_on_with(sent)
            except BaseException:
                # A panic in a library written in Rust is no Exception; the thread must go on.
                logger.exception("a cell of an experiment failed by our own mistake")
                with self._lock:
                    run.busy.discard(number)

    def _sent(self, run: _Run, number: int) -> _Sent | None:
        """A cell that waited, now that the store knows that it runs; None where it may not."""
        state = run.state
        if not self._closed:
            try:
                state = run.journal.write(partial(self._start, number=number)).result()
            except ImageSpeakError:
                # It still waits. When the store can be written again, it is handed out again.
                with self._lock:
                    run.busy.discard(number)
                return None
        if state.cells[number].status != "running" or not self._holds(state):
            with self._lock:
                run.busy.discard(number)
            self._go_on(run, state)
            return None
        attempt = state.cells[number].attempt
        errand = cell_errand(
            self._services,
            run.teacher,
            state,
            number,
            before_call=partial(self._check, run, number, attempt),
            monotonic=self._monotonic,
        )
        return _Sent(run, number, attempt, errand)

    def _start(self, state: ExperimentState, number: int) -> ExperimentState:
        return start_cell(state, number, server=self._server, now=self._services.now())

    def _check(self, run: _Run, number: int, attempt: int) -> None:
        """Return if the cell is surely still ours to pay for.

        Raises:
            ClaimLostError: Another server has taken the lease, or sent the cell once more.
            ImageSpeakError: The store failed: nobody knows.
        """
        state = run.journal.sure_state()
        cell = state.cells[number]
        if not self._holds(state) or (cell.status, cell.attempt) != ("running", attempt):
            raise ClaimLostError(state.id)

    def _go_on_with(self, sent: _Sent) -> None:
        if self._closed:
            self._take_back(sent)
            return
        number, attempt = sent.number, sent.attempt
        try:
            made = sent.errand.step()
        except ClaimLostError:
            self._take_back(sent)
            return
        except ImageSpeakError as error:
            logger.info("a cell of an experiment ended with %s", error.code)
            failure = CellFailure(code=error.code, message=str(error))
        except BaseException:
            logger.exception("a cell of an experiment failed by our own mistake")
            failure = _OWN_MISTAKE
        else:
            if isinstance(made, Waits):
                sent.waits = made
                self._sleep(sent, made.again_s)
            else:
                self._end(sent, partial(finish_cell, number=number, attempt=attempt, result=made))
                sent.errand.give_up()
            return
        self._end(sent, partial(fail_cell, number=number, attempt=attempt, failure=failure))

    def _sleep(self, sent: _Sent, seconds: float) -> None:
        """Come back to a cell, unless it is another server's to pay for, or this one ends."""
        with self._lock:
            if not self._closed and (sent.is_paid or self._holds(sent.run.state)):
                self._asleep.add(sent)
                self._later(seconds, partial(self._wake, sent))
                return
        self._take_back(sent)

    def _wake(self, sent: _Sent) -> None:
        with self._lock:
            if sent in self._asleep:
                self._asleep.discard(sent)
                self._work.put(sent)

    def _take_all_back(self, asleep: set[_Sent]) -> None:
        for sent in sorted(asleep, key=lambda one: not one.is_paid):
            self._take_back(sent)

    def _take_back(self, sent: _Sent) -> None:
        """Where nothing was paid for it, it waits as before; else it is told as interrupted."""
        if not sent.is_paid:  # else its claim keeps others from paying meanwhile
            sent.errand.give_up()
        back = partial(put_back, number=sent.number, attempt=sent.attempt)
        self._end(sent, (lambda state: state) if sent.is_paid else back)

    def _end(self, sent: _Sent, edit: Edit) -> None:
        with self._lock:  # whoever sees the cell as not busy finds its end in the journal
            sent.run.busy.discard(sent.number)
            sent.run.journal.keep(edit)
