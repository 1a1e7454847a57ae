"""A running generation: how it starts, how one waits for it, and what happens when it ends."""

from __future__ import annotations

from concurrent.futures import wait

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.pictures.jobs import Ended, Job
from imagespeak_core.pictures.use_cases import retrieve_images
from pages.components.picture import picture_memory, practice_image, prompt_form, why_waiting
from pages.components.shell import redraw, session
from pages.components.shell.visitor import visitor
from pages.components.shell.wiring import wiring
from pages.components.widgets import news, waiting

QUICK_S = 0.6
"""A picture that is ready within this time is shown in the same run, without a waiting part."""

FRESH_S = 5.0
"""So long after its end a job's own listing is shown; later the session is listed anew."""

STALE_S = 60.0
"""The failure of a job older than this is not told to whoever opens the page."""


def get_practice_image() -> None:
    """The press of *Get Practice Image*: the session's newest picture, else a new one."""
    session_id = session.current_session_id()
    picture_memory.ERROR.set(None)
    try:
        images = retrieve_images(wiring().services, session_id)
        if not images:
            form = prompt_form.read(session_id)
            wiring().queue.get(form, visitor=visitor(), was_looked=True)
        else:
            wiring().services.tally.hit()
        practice_image.show(images)
    except ImageSpeakError as error:
        picture_memory.ERROR.set(error)


def generate_new() -> None:
    """The press of *Generate New*: always a fresh picture."""
    picture_memory.ERROR.set(None)
    session_id = session.current_session_id()
    seen_job_id = picture_memory.SEEN_JOB.get()
    job = wiring().queue.latest(session_id)
    if job is None or job.job_id == seen_job_id:  # else a double click, and the form must stay
        prompt_form.leave_used_idea(practice_image.chosen())
    try:
        wiring().queue.generate(
            prompt_form.read(session_id), visitor=visitor(), shown_job_id=seen_job_id
        )
    except ImageSpeakError as error:
        picture_memory.ERROR.set(error)


def make_from_form() -> None:
    """The press of *Make this picture*: the same; what it leads to stands above, and is shown."""
    generate_new()
    picture_memory.ASKED_BELOW.set(object())
    redraw.request()


def take_up(session_id: str) -> Job | None:
    """Bring the page up to date: list the pictures if need be, and show what a job has led to.

    Returns:
        The job that still runs, if one does.
    """
    job = wiring().queue.latest(session_id)
    first_run = picture_memory.IMAGES.get() is None
    if job and not first_run:
        wait([job.done], timeout=max(0.0, QUICK_S - wiring().queue.elapsed_s(job)))
    ended = bool(job and job.done.done() and picture_memory.SEEN_JOB.get() != job.job_id)
    if ended:
        picture_memory.ERROR.set(None)  # "wait for it" is over
    if job and ended and not first_run and _is_fresh(job.done.result()):
        practice_image.show([*job.done.result().listed])
    elif first_run or ended:
        _list_pictures(session_id)
    if job and ended:
        picture_memory.SEEN_JOB.set(job.job_id)
        if not (first_run and wiring().queue.elapsed_s(job) > STALE_S):
            picture_memory.ERROR.set(job.done.result().error or picture_memory.ERROR.get())
    return job if job and not job.done.done() else None


def draw_waiting(job: Job) -> None:
    """Progress with elapsed time; the page runs again when the job has ended, or waits anew."""
    queue = wiring().queue
    turn = news.of_turn(job.job_id, job.why)  # first: what changes from here on is told
    waiting.draw(
        why_waiting.line(job),
        is_stopped=job.why is not None,
        of=news.of_job(job.job_id),
        turn=turn,
        page=news.of_page(job.job_id),
        elapsed_s=queue.elapsed_s(job),
        usual_s=wiring().services.generator.offer(job.request.quality).usual_s,
    )


def _is_fresh(ended: Ended) -> bool:
    return bool(ended.listed) and wiring().queue.ended_ago_s(ended) < FRESH_S


def _list_pictures(session_id: str) -> None:
    try:
        practice_image.show(retrieve_images(wiring().services, session_id))
    except ImageSpeakError as error:
        picture_memory.IMAGES.start_with([])
        picture_memory.ERROR.set(error)
