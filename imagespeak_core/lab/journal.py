"""Many changes to an experiment in few writes, and its lease kept alive.

One thread writes. While a write is on its way, what comes in is gathered for the next one.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial

from imagespeak_core.documents.shelf import Shelf
from imagespeak_core.errors import ChangedMeanwhileError, ImageSpeakError, StorageError
from imagespeak_core.lab.edits import Edit, as_of, renew_lease
from imagespeak_core.lab.experiment import EXPERIMENTS, ExperimentState, OpenExperiment
from imagespeak_core.lab.experiments import gone
from imagespeak_core.services import Services
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, BEAT_S

logger = logging.getLogger(__name__)

MAX_FAILURES = 150
"""Writes that may fail in a row: the store may be away for ten minutes. The lease has ended long
before, and another server may go on."""

_SURE_FOR_S = ABANDONED_AFTER_S - BEAT_S
_TRIES = 20
_LAST_TRIES = 3


@dataclass(frozen=True, slots=True)
class _Entry:
    edit: Edit
    is_kept: bool
    done: Future[ExperimentState] = field(default_factory=Future)


class Journal:
    """The one writer of an experiment in this process.

    Args:
        services: What the use cases work with.
        opened: As it was read or written last.
        server: Who holds its lease.
        monotonic: Seconds that only go up, also while this process is stopped.
        beat_s: The longest silence between two writes.
    """

    def __init__(
        self,
        services: Services,
        opened: OpenExperiment,
        *,
        server: str,
        monotonic: Callable[[], float],
        beat_s: float = BEAT_S,
    ) -> None:
        as_seen = partial(as_of, server=server)
        self._shelf = Shelf(
            services.documents, EXPERIMENTS, tell=services.changes.tell, as_seen=as_seen
        )
        self._opened = opened
        self._written_s: float | None = None
        self._server = server
        self._monotonic = monotonic
        self._beat_s = beat_s
        self._entries: list[_Entry] = []
        self._wake = threading.Condition()
        self._closed = False

    def start(
        self,
        on_state: Callable[[ExperimentState], None],
        on_end: Callable[[BaseException | None], None],
    ) -> None:
        """Begin to write.

        Args:
            on_state: Told, in the writer's thread, of each state that was written.
            on_end: Told, in the writer's thread, why it ended; None where it was closed.
        """
        # A daemon: a store that hangs must not keep the process from ending.
        threading.Thread(
            target=self._write_on, args=(on_state, on_end), name="lab-journal", daemon=True
        ).start()

    def write(self, edit: Edit) -> Future[ExperimentState]:
        """Have an edit written; the future gives the state with it, once it is in the store.

        It fails with the store's error, or ExperimentGoneError; then nothing was written.
        """
        return self._add(_Entry(edit, is_kept=False))

    def keep(self, edit: Edit) -> Future[ExperimentState]:
        """Have an edit written that must not be lost: while the store fails, it is kept."""
        return self._add(_Entry(edit, is_kept=True))

    def sure_state(self) -> ExperimentState:
        """What is stored, if it was written so short ago that nobody can have taken the lease.

        Else it is written anew.

        Raises:
            ImageSpeakError: As `write`.
        """
        written_s, state = self._written_s, self._opened.state
        if written_s is not None and self._monotonic() - written_s <= _SURE_FOR_S:
            return state
        return self.write(lambda state: state).result()

    def close(self) -> None:
        """Write what is there, then end. What comes later is refused."""
        with self._wake:
            self._closed = True
            self._wake.notify()

    def _add(self, entry: _Entry) -> Future[ExperimentState]:
        with self._wake:
            if self._closed:
                if entry.is_kept:
                    logger.error("a change to an experiment came too late")
                entry.done.set_exception(gone(self._opened.state.id))
            else:
                self._entries.append(entry)
                self._wake.notify()
        return entry.done

    def _write_on(
        self,
        on_state: Callable[[ExperimentState], None],
        on_end: Callable[[BaseException | None], None],
    ) -> None:
        problem: BaseException | None = None
        try:
            problem = self._write_until_closed(on_state)
        except BaseException as exc:
            logger.exception("the journal of an experiment failed by our own mistake")
            problem = exc
        finally:
            with self._wake:
                self._closed = True
                left, self._entries = self._entries, []
            for entry in left:
                logger.error("a change to an experiment was lost")
                entry.done.set_exception(problem or gone(self._opened.state.id))
            on_end(problem)

    def _write_until_closed(
        self, on_state: Callable[[ExperimentState], None]
    ) -> ImageSpeakError | None:
        """Write batch by batch.

        Returns:
            Why it had to stop; None where it was closed and all is written.
        """
        failures = 0
        while True:
            batch, is_last = self._next_batch(at_once=failures == 0)
            try:
                on_state(self._write_batch(batch))
            except (StorageError, ChangedMeanwhileError) as error:
                logger.info("an experiment could not be written: %s", error.code)
                failures += 1
                is_left = self._put_back(batch, error)
                if failures >= (_LAST_TRIES if is_last else MAX_FAILURES):
                    return error
                if is_last and not is_left:
                    return None
            except ImageSpeakError as error:
                _fail(batch, error)
                return error
            else:
                failures = 0
                if is_last:
                    return None

    def _next_batch(self, *, at_once: bool) -> tuple[list[_Entry], bool]:
        with self._wake:
            if not self._closed and not (self._entries and at_once):
                self._wake.wait(self._beat_s)
            batch, self._entries = self._entries, []
            return batch, self._closed

    def _put_back(self, batch: list[_Entry], error: ImageSpeakError) -> bool:
        kept = [entry for entry in batch if entry.is_kept]
        _fail([entry for entry in batch if not entry.is_kept], error)
        with self._wake:
            self._entries = kept + self._entries
        return bool(kept)

    def _write_batch(self, batch: list[_Entry]) -> ExperimentState:
        state, problems = self._written(batch)
        for entry, problem in zip(batch, problems, strict=True):
            if problem:
                entry.done.set_exception(problem)
            else:
                entry.done.set_result(state)
        return state

    def _written(self, batch: list[_Entry]) -> tuple[ExperimentState, list[ImageSpeakError | None]]:
        """Write all edits at once, on what is stored now."""
        problems: list[ImageSpeakError | None] = []
        begun_s, nonce = self._monotonic(), secrets.token_hex(8)

        def all_edits(state: ExperimentState) -> ExperimentState:
            problems.clear()
            state = renew_lease(state, server=self._server, nonce=nonce)
            for entry in batch:
                state, problem = _edited(state, entry.edit)
                problems.append(problem)
            return state

        written = self._shelf.change(self._opened, all_edits, tries=_TRIES)
        if written is None:
            raise gone(self._opened.state.id)
        self._opened, self._written_s = written, begun_s
        return written.state, problems


def _edited(state: ExperimentState, edit: Edit) -> tuple[ExperimentState, ImageSpeakError | None]:
    try:
        return edit(state), None
    except ImageSpeakError as problem:
        return state, problem


def _fail(batch: list[_Entry], error: ImageSpeakError) -> None:
    for entry in batch:
        entry.done.set_exception(error)
