"""Generations in the background of the app, at most one a session at a time.

A page's own thread may be abandoned at any click; a picture that is paid for must not be. So the
page only hands the request in, here, and looks in again. Whoever asks for what is already being
made for the session joins it. The registry belongs to the process and is bounded in size and age.

A job that has to wait, for another server or for the store, is put back by a timer, and holds no
thread. What an ended server has made and not stored becomes a job again.
"""

from __future__ import annotations

import itertools
import logging
import queue
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import wait
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import (
    GenerationInProgressError,
    ImageSpeakError,
    ModelBusyError,
    StorageUnreachableError,
)
from imagespeak_core.later import Later, Scheduler
from imagespeak_core.models import ImageRequest
from imagespeak_core.operations.kinds import told
from imagespeak_core.pictures.jobs import Ended, Job
from imagespeak_core.pictures.made_once import Waits
from imagespeak_core.pictures.making import Making
from imagespeak_core.pictures.shares import VisitorShares
from imagespeak_core.pictures.spooled import KIND, Errand, errand_of
from imagespeak_core.pictures.storing import store_spooled
from imagespeak_core.pictures.use_cases import practice_errand
from imagespeak_core.services import Services
from imagespeak_core.spool.spool import LONGEST_END_S, SpoolItem

logger = logging.getLogger(__name__)

DOUBLE_CLICK_S = 5.0
KEEP_FINISHED_S = 600.0
MAX_UNFINISHED = 500
MAX_JOBS = 2_000


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """What is done for a job, a step at a time.

    Attributes:
        job: The job.
        number: Who came first is served first, also after having waited.
        making: Makes its pictures.
        step: Goes on as far as it goes now.
        give_up: Called where it is not gone on with.
    """

    job: Job
    number: int
    making: Making
    step: Callable[[], Ended | Waits]
    give_up: Callable[[], None] = lambda: None

    @property
    def is_paid(self) -> bool:
        """Whether pictures are made that would be lost with this process."""
        return self.job.why == "the store" and not self.making.is_safe


class GenerationQueue:
    """The process's registry of jobs and the threads that work on them.

    Args:
        services: What the use cases work with.
        workers: Jobs that may run at once.
        monotonic: A clock in seconds that never goes back.
        later: Wakes the jobs that wait; left out, a thread of its own.
    """

    def __init__(
        self,
        services: Services,
        *,
        workers: int,
        monotonic: Callable[[], float],
        later: Later | None = None,
    ) -> None:
        self._services = services
        self._workers = workers
        self._monotonic = monotonic
        self._later = later or Scheduler(monotonic=monotonic)
        self._shares = VisitorShares(monotonic)
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}  # by session id: the latest job of each, oldest first
        self._work: queue.PriorityQueue[tuple[int, _Task]] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._put_off = set[_Task]()
        self._threads: list[threading.Thread] = []
        self._closed = False
        if services.spool:
            store = partial(store_spooled, services)
            services.spool.register(KIND, store, adopted=self._take_up)

    def get(self, request: ImageRequest, *, visitor: str = "", was_looked: bool = False) -> Job:
        """Have the session's picture looked for, and made if there is none.

        Joins whatever is being made for the session.

        Args:
            request: The form.
            visitor: As for `generate`.
            was_looked: The session had no picture a moment ago.

        Raises:
            VisitorShareError: The visitor has started very many jobs in a short time.
            ModelBusyError: Too many are waiting, or the server is shutting down.
        """
        with self._lock:
            start = partial(self._finding, was_looked=was_looked)
            return self._unfinished(request.session_id) or self._start(request, start, visitor)

    def generate(
        self,
        request: ImageRequest,
        *,
        visitor: str = "",
        shown_job_id: str = "",
        teacher: Teacher | None = None,
    ) -> Job:
        """Have a fresh picture made.

        The same form joins what is being made from it. So does the second press of a double
        click where the first picture is already there, but was not shown yet.

        Args:
            request: The form.
            visitor: The browser that asks, whose share a new job takes from; joining one takes
                nothing. Empty for whoever has no share and no limit, as a teacher in a class.
            shown_job_id: The last job whose end the person has seen.
            teacher: Who asks, where it is a teacher. A teacher joins only what a teacher
                started: what others start for a class ends with a refusal.

        Raises:
            GenerationInProgressError: A picture from another form is being made.
            VisitorShareError: The visitor has started very many jobs in a short time.
            ModelBusyError: Too many are waiting, or the server is shutting down.
        """
        with self._lock:
            latest = self._jobs.get(request.session_id)
            if latest and self._is_joinable(latest, request, shown_job_id, teacher):
                return latest
            if self._unfinished(request.session_id):
                raise GenerationInProgressError(
                    "Another picture is being made. Please wait for it, then press again. "
                    "Your text stays here."
                )
            return self._start(request, self._making, visitor, teacher)

    def latest(self, session_id: str) -> Job | None:
        """The session's last job, running or ended in the last ten minutes; None without one."""
        with self._lock:
            return self._jobs.get(session_id)

    def find(self, job_id: str) -> Job | None:
        """The job with this id; None when it ended long ago or never was."""
        with self._lock:
            return next((job for job in self._jobs.values() if job.job_id == job_id), None)

    def elapsed_s(self, job: Job) -> float:
        """Seconds since the job was handed in."""
        return self._monotonic() - job.asked_at_s

    def ended_ago_s(self, ended: Ended) -> float:
        """Seconds since a job ended."""
        return self._monotonic() - ended.at_s

    def standing(self) -> Counter[str]:
        """How many jobs run, and how many wait for what."""
        with self._lock:
            return Counter(
                job.why or "running" for job in self._jobs.values() if not job.done.done()
            )

    def shutdown(self, timeout_s: float = LONGEST_END_S) -> bool:
        """Take nothing more in and let end what may be paid for; all else ends at once.

        A picture that waits safely in the spool is not waited for.

        Returns:
            Whether everything ended in time.
        """
        with self._lock:
            self._closed = True
            unfinished = [job.done for job in self._jobs.values() if not job.done.done()]
            leaving = [task for task in self._put_off if not task.is_paid]
            self._put_off.difference_update(leaving)
        leaving += self._waiting()
        for task in leaving:
            self._end_early(task)
        # In a thread: where the store is away, it takes long to give claims back.
        giving_up = threading.Thread(target=self._give_up, args=leaving, daemon=True)
        giving_up.start()
        ends_s = self._monotonic() + timeout_s
        late = wait(unfinished, timeout=timeout_s).not_done
        giving_up.join(max(0.0, ends_s - self._monotonic()))
        return not late

    def _unfinished(self, session_id: str) -> Job | None:
        job = self._jobs.get(session_id)
        return job if job and job.is_going_on else None

    def _is_joinable(
        self, job: Job, request: ImageRequest, shown_job_id: str, teacher: Teacher | None
    ) -> bool:
        if job.request != request or (teacher and not job.teacher):
            return False
        if not job.done.done():
            return True
        return job.job_id != shown_job_id and self.elapsed_s(job) < DOUBLE_CLICK_S

    def _finding(self, job: Job, was_looked: bool) -> _Task:
        making = self._new_making(job)
        errand = practice_errand(self._services, job.request, was_looked=was_looked, making=making)

        def step() -> Ended | Waits:
            found = errand.step()
            if isinstance(found, Waits):
                return found
            return Ended(keys=(found[0].key,), listed=tuple(found))

        return _Task(job, next(self._numbers), making, step, errand.give_up)

    def _making(self, job: Job, spooled: Sequence[SpoolItem] = ()) -> _Task:
        making = self._new_making(job)
        making.go_on_with(spooled)

        def step() -> Ended | Waits:
            made = making.step()
            if isinstance(made, Waits):
                return made
            return Ended(warnings=made.warnings, keys=job.stored_keys, listed=made.listed)

        return _Task(job, next(self._numbers), making, step)

    def _new_making(self, job: Job) -> Making:
        return Making(
            self._services,
            job.request,
            teacher=job.teacher,
            on_begun=partial(job.is_put_off, None),
            on_stored=job.note,
            job_id=job.job_id,
        )

    def _start(
        self,
        request: ImageRequest,
        task: Callable[[Job], _Task],
        visitor: str,
        teacher: Teacher | None = None,
    ) -> Job:
        self._forget_old_jobs()
        unfinished = sum(job.is_going_on for job in self._jobs.values())
        if self._closed or unfinished >= MAX_UNFINISHED:
            if not self._closed:
                self._services.troubles.tell("queue full", "Start more servers.")
            raise ModelBusyError(
                "Very many pictures are being made right now. Please try again in a minute.",
                retry_after_s=60,
            )
        with told(self._services.troubles):
            self._shares.take(visitor, request.image_count)
        job = Job(secrets.token_urlsafe(16), request, self._monotonic(), teacher)
        job.done.add_done_callback(
            lambda done: self._shares.settle(visitor, request.image_count, done.result().error)
        )
        self._enter(task(job))
        return job

    def _enter(self, task: _Task) -> None:
        job = task.job
        unfinished = sum(not job.done.done() for job in self._jobs.values())
        if len(self._threads) < min(self._workers, unfinished + 1):
            # Daemon threads: a call that hangs must not keep the process from ending.
            thread = threading.Thread(target=self._run_tasks, name="generation", daemon=True)
            thread.start()  # before there is a job: without a thread, nobody may wait for one
            self._threads.append(thread)
        job.done.set_running_or_notify_cancel()  # who stops waiting must not cancel it for others
        self._jobs.pop(job.request.session_id, None)
        self._jobs[job.request.session_id] = job
        self._work.put((task.number, task))

    def _take_up(self, items: Sequence[SpoolItem]) -> None:
        """Go on with the jobs of an ended server: their pictures are made, and will be stored."""
        of_jobs: dict[str, tuple[Errand, list[SpoolItem]]] = {}
        for item in items:
            errand = errand_of(item)
            if errand and errand.job_id:
                of_jobs.setdefault(errand.job_id, (errand, []))[1].append(item)
        with self._lock:
            for errand, spooled in of_jobs.values():
                if self._closed or self._unfinished(errand.asked.session_id):
                    continue
                job = Job(errand.job_id, errand.asked, self._monotonic(), errand.teacher)
                job.is_put_off("the store")
                self._enter(self._making(job, spooled))

    def _forget_old_jobs(self) -> None:
        old = self._monotonic() - KEEP_FINISHED_S
        surplus = len(self._jobs) - MAX_JOBS + 1
        for session_id, job in list(self._jobs.items()):
            if job.done.done() and (job.asked_at_s < old or surplus > 0):
                del self._jobs[session_id]
                surplus -= 1

    def _run_tasks(self) -> None:
        while True:
            _, task = self._work.get()
            self._run(task)

    def _run(self, task: _Task) -> None:
        job = task.job
        if self._closed and not task.is_paid:
            self._turn_away(task)
            return
        if job.why == "its turn":
            job.is_put_off(None)
        try:
            ended = task.step()
        except ImageSpeakError as error:
            logger.debug("a generation ended with %s", error.code)
            ended = Ended(error, keys=job.stored_keys)
        except BaseException as error:
            # A panic in a library written in Rust is no Exception; the job must end all the
            # same, and the thread go on.
            logger.exception("a generation failed by our own mistake")
            bug = error if isinstance(error, Exception) else RuntimeError(repr(error))
            ended = Ended(bug, keys=job.stored_keys)
        if isinstance(ended, Waits):
            self._wait(task, ended)
        else:
            job.done.set_result(replace(ended, at_s=self._monotonic()))
            task.give_up()  # last, so that nobody waits for a slow store to see the picture

    def _wait(self, task: _Task, waits: Waits) -> None:
        task.job.is_put_off(waits.why)
        with self._lock:
            may_wait = not self._closed or task.is_paid
            if may_wait:
                self._put_off.add(task)
        if may_wait:
            self._later(waits.again_s, partial(self._put_back, task))
        else:
            self._turn_away(task)

    def _put_back(self, task: _Task) -> None:
        with self._lock:
            if task not in self._put_off:
                return  # it was turned away
            self._put_off.remove(task)
            self._work.put((task.number, task))

    def _waiting(self) -> list[_Task]:
        """What has no thread yet and is not paid for; nobody takes it up any more."""
        taken: list[_Task] = []
        with suppress(queue.Empty):
            while True:
                taken.append(self._work.get_nowait()[1])
        for task in taken:
            if task.is_paid:
                self._work.put((task.number, task))
        return [task for task in taken if not task.is_paid]

    def _turn_away(self, task: _Task) -> None:
        self._end_early(task)
        self._give_up(task)

    def _end_early(self, task: _Task) -> None:
        error: ImageSpeakError
        if task.job.why == "the store":
            error = StorageUnreachableError(
                "The server is restarting. Your picture is made, and comes by itself."
            )
            error.picture_kept = True
        else:
            error = ModelBusyError("The server is restarting. Please try again in a minute.")
        task.job.done.set_result(Ended(error, keys=task.job.stored_keys, at_s=self._monotonic()))

    def _give_up(self, *tasks: _Task) -> None:
        for task in tasks:
            if task.job.why != "the store":  # else its claim keeps others from paying meanwhile
                task.give_up()
