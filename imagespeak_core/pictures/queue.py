"""Generations in the background of the app, at most one a session at a time.

A page's own thread may be abandoned at any click; a picture that is paid for must not be. So the
page only hands the request in, here, and looks in again. Whoever asks for what is already being
made for the session joins it. The registry belongs to the process and is bounded in size and age.
"""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import (
    GenerationInProgressError,
    ImageSpeakError,
    ModelBusyError,
)
from imagespeak_core.models import ImageRequest, MadeImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image
from imagespeak_core.services import Services

logger = logging.getLogger(__name__)

DOUBLE_CLICK_S = 5.0
KEEP_FINISHED_S = 600.0
MAX_UNFINISHED = 500
MAX_JOBS = 2_000


@dataclass(frozen=True, slots=True)
class Ended:
    """How a job ended.

    Attributes:
        error: What went wrong; None when the pictures are in the store.
        warnings: What could not be honoured, and which of several pictures failed and why.
        keys: The pictures that are in the store because of the job, in their order; also those
            that were stored before an error.
    """

    error: Exception | None = None
    warnings: tuple[str, ...] = ()
    keys: tuple[ImageKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A generation that runs, waits to run, or has ended.

    Attributes:
        job_id: Can't be guessed; who knows it may wait for the job's end.
        request: The form as it was handed in; a seed left open is 0 here.
        asked_at_s: When, on the queue's monotonic clock.
        teacher: Who asked, where it was a teacher.
        done: Gives how it ended.
    """

    job_id: str
    request: ImageRequest
    asked_at_s: float
    teacher: Teacher | None = None
    done: Future[Ended] = field(default_factory=Future)
    _stored: list[ImageKey] = field(default_factory=list, repr=False)

    @property
    def made(self) -> int:
        """Pictures that were made and stored so far; it grows while the job runs."""
        return len(self._stored)

    def note(self, image: MadeImage) -> None:
        """Count a picture that was just stored."""
        self._stored.append(image.stored.key)

    @property
    def stored_keys(self) -> tuple[ImageKey, ...]:
        """The pictures that were made and stored so far, in their order."""
        return tuple(sorted(self._stored, key=lambda key: key.order))


_Work = Callable[[Job], Ended]


class GenerationQueue:
    """The process's registry of jobs and the threads that work on them.

    Args:
        services: What the use cases work with.
        workers: Jobs that may run at once.
        monotonic: A clock in seconds that never goes back.
    """

    def __init__(self, services: Services, *, workers: int, monotonic: Callable[[], float]) -> None:
        self._services = services
        self._workers = workers
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}  # by session id: the latest job of each, oldest first
        self._work: queue.SimpleQueue[tuple[Job, _Work]] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._closed = False

    def get(self, request: ImageRequest) -> Job:
        """Have the session's picture looked for, and made if there is none.

        Joins whatever is being made for the session.

        Raises:
            ModelBusyError: Too many are waiting, or the server is shutting down.
        """
        with self._lock:
            running = self._unfinished(request.session_id)
            if running:
                return running
            return self._start(request, self._find_or_make)

    def generate(
        self, request: ImageRequest, *, shown_job_id: str = "", teacher: Teacher | None = None
    ) -> Job:
        """Have a fresh picture made.

        The same form joins what is being made from it. So does the second press of a double
        click where the first picture is already there, but was not shown yet.

        Args:
            request: The form.
            shown_job_id: The last job whose end the person has seen.
            teacher: Who asks, where it is a teacher. A teacher joins only what a teacher
                started: what others start for a class ends with a refusal.

        Raises:
            GenerationInProgressError: A picture from another form is being made.
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
            return self._start(request, self._make, teacher)

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

    def shutdown(self, timeout_s: float = 30.0) -> bool:
        """Take nothing more in and let what runs end; what still waits ends as busy.

        Returns:
            Whether everything ended in time.
        """
        with self._lock:
            self._closed = True
            unfinished = [job.done for job in self._jobs.values() if not job.done.done()]
        self._turn_away_waiting()
        return not wait(unfinished, timeout=timeout_s).not_done

    def _unfinished(self, session_id: str) -> Job | None:
        job = self._jobs.get(session_id)
        return job if job and not job.done.done() else None

    def _is_joinable(
        self, job: Job, request: ImageRequest, shown_job_id: str, teacher: Teacher | None
    ) -> bool:
        if job.request != request or (teacher and not job.teacher):
            return False
        if not job.done.done():
            return True
        return job.job_id != shown_job_id and self.elapsed_s(job) < DOUBLE_CLICK_S

    def _find_or_make(self, job: Job) -> Ended:
        image = get_practice_image(self._services, job.request)
        return Ended(keys=(image.key,))

    def _make(self, job: Job) -> Ended:
        result = generate_images(
            self._services, job.request, teacher=job.teacher, on_stored=job.note
        )
        return Ended(warnings=result.warnings, keys=job.stored_keys)

    def _start(self, request: ImageRequest, work: _Work, teacher: Teacher | None = None) -> Job:
        self._forget_old_jobs()
        unfinished = sum(not job.done.done() for job in self._jobs.values())
        if self._closed or unfinished >= MAX_UNFINISHED:
            raise ModelBusyError(
                "Very many pictures are being made right now. Please try again in a minute.",
                retry_after_s=60,
            )
        if len(self._threads) < min(self._workers, unfinished + 1):
            # Daemon threads: a call that hangs must not keep the process from ending.
            thread = threading.Thread(target=self._run_jobs, name="generation", daemon=True)
            thread.start()  # before there is a job: without a thread, nobody may wait for one
            self._threads.append(thread)
        job = Job(secrets.token_urlsafe(16), request, self._monotonic(), teacher)
        job.done.set_running_or_notify_cancel()  # who stops waiting must not cancel it for others
        self._jobs.pop(request.session_id, None)
        self._jobs[request.session_id] = job
        self._work.put((job, work))
        return job

    def _forget_old_jobs(self) -> None:
        old = self._monotonic() - KEEP_FINISHED_S
        surplus = len(self._jobs) - MAX_JOBS + 1
        for session_id, job in list(self._jobs.items()):
            if job.done.done() and (job.asked_at_s < old or surplus > 0):
                del self._jobs[session_id]
                surplus -= 1

    def _run_jobs(self) -> None:
        while True:
            job, work = self._work.get()
            try:
                ended = work(job)
            except ImageSpeakError as error:
                logger.info("a generation ended with %s", error.code)
                job.done.set_result(Ended(error, keys=job.stored_keys))
            except BaseException as error:
                # A panic in a library written in Rust is no Exception; the job must end all the
                # same, and the thread go on.
                logger.exception("a generation failed by our own mistake")
                bug = error if isinstance(error, Exception) else RuntimeError(repr(error))
                job.done.set_result(Ended(bug, keys=job.stored_keys))
            else:
                job.done.set_result(ended)

    def _turn_away_waiting(self) -> None:
        while True:
            try:
                job, _ = self._work.get_nowait()
            except queue.Empty:
                return
            busy = ModelBusyError("The server is restarting. Please try again in a minute.")
            job.done.set_result(Ended(busy))
