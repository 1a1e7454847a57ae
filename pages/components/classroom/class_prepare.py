"""Making pictures for a class: the form, its price, and how far the work is."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.state import OpenClass
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.gallery.dropped import request_from
from imagespeak_core.models import MAX_IMAGE_COUNT, ImageRequest
from imagespeak_core.pictures.jobs import Ended, Job
from imagespeak_core.pictures.naming import ImageKey
from pages.components.classroom import class_candidates, class_changes, class_memory
from pages.components.picture import picture_facts, prompt_form, why_waiting
from pages.components.shell import access, messages, model_notice, readable, redraw
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import choice, money_spent, spoken

_LOOK_S = 1.0
_PROGRESS_PX = 37
"""The height of what says how far the work is."""


def draw(opened: OpenClass) -> None:
    """The form beside the new pictures."""
    model_notice.draw()
    form, new = st.columns([2, 3], gap="large")
    with form:
        _draw_form(opened)
    with new:
        _draw_new_pictures(opened)


def remake(key: ImageKey) -> None:
    """Callback: a new picture from the same settings with another seed; the old one stays."""
    class_changes.forget_error()
    redraw.request()
    try:
        details = wiring().services.store.details(key)
        _start(request_from(details, key.session_id, new_seed=True))
    except ImageSpeakError as error:
        class_memory.ERROR.set(error)


def is_busy(session_id: str) -> bool:
    """Whether pictures are being made for the class."""
    job = wiring().queue.latest(session_id)
    return bool(job and not job.done.done())


def _draw_form(opened: OpenClass) -> None:
    prompt_form.draw()
    count = choice.draw("How many", range(1, MAX_IMAGE_COUNT + 1), class_memory.IMAGE_COUNT)
    st.markdown(f"**{prompt_form.cost_sentence(count)}**")
    money_spent.draw(prompt_form.cost_usd(count), least_usd=prompt_form.cost_usd(1))
    st.button(
        "Make picture" if count == 1 else f"Make {count} pictures",
        type="primary",
        icon=":material/image:",
        key="make_pictures",
        on_click=_make,
        args=(opened.state.session_id,),
    )


def _draw_new_pictures(opened: OpenClass) -> None:
    session_id = opened.state.session_id
    busy = is_busy(session_id)

    @st.fragment(run_every=_LOOK_S if busy else None)
    def new_pictures() -> None:
        if redraw.take_request() or busy != is_busy(session_id):
            st.rerun()
        st.header("New pictures", anchor=False)
        number = len(opened.state.pictures)
        kept = f"In the lesson: {readable.count(number) if number else 'no pictures yet'}."
        with st.container(horizontal=True):
            st.caption(kept)
            spoken.draw(kept, key="in_the_lesson")
            job = wiring().queue.latest(session_id)
            spoken.draw(_why(job) if job else "", key="why_waiting")
        if job:
            _draw_job(job)
        class_candidates.draw(opened, busy=busy, on_remake=remake)

    new_pictures()


def _draw_job(job: Job) -> None:
    wanted = job.request.image_count
    if not job.done.done():
        seconds = wiring().queue.elapsed_s(job)
        ready = f"{job.made} of {wanted} ready, {seconds:.0f} s"
        st.progress(min(job.made / wanted, 1.0), f"{ready}. {_why(job)}" if job.why else ready)
        return
    class_memory.SEEN_JOB.set(job.job_id)
    ended = job.done.result()
    if ended.error:
        messages.show(ended.error)
    made = len(ended.keys)
    if made < wanted and (made or not ended.error):
        number = "1 picture is" if made == 1 else f"{made} pictures are"
        st.warning(f"{made} of {wanted} were made. The {number} here.", icon=":material/info:")
    warnings = _not_beside_a_picture(ended)
    if warnings:
        st.warning("  \n".join(plain(warning) for warning in warnings))
    elif made == wanted:
        st.space(_PROGRESS_PX)  # a press on a picture must not miss it because the work ends


def _why(job: Job) -> str:
    return "" if job.done.done() or job.why is None else why_waiting.line(job)


def _not_beside_a_picture(ended: Ended) -> list[str]:
    """The warnings but those that stand beside the picture which they are about."""
    beside = tuple(remark for key in ended.keys for remark in picture_facts.remarks(key))
    return [warning for warning in ended.warnings if not warning.endswith(beside)]


def _make(session_id: str) -> None:
    class_changes.forget_error()
    try:
        count = choice.chosen(class_memory.IMAGE_COUNT)
        _start(prompt_form.read(session_id, image_count=count))
    except ImageSpeakError as error:
        class_memory.ERROR.set(error)


def _start(request: ImageRequest) -> None:
    seen = class_memory.SEEN_JOB.get()
    wiring().queue.generate(request, shown_job_id=seen, teacher=access.the_teacher())
