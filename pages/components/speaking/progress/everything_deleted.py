"""All of the learner's attempts and recordings of the session go at once, after one question."""

from __future__ import annotations

from functools import partial

from pages.components.shell import readable
from pages.components.speaking import (
    asked_first,
    checked_words,
    own_attempts,
    own_recordings,
    results_memory,
)
from pages.components.speaking.progress import progress_memory

_EVERYTHING = "everything"
_NO_STORE = (own_attempts.NO_STORE, own_recordings.NO_STORE)


def draw(session_id: str, *, attempts: int, recordings: int) -> None:
    """The button, which names in its question what goes; none where there is nothing.

    Args:
        session_id: Whose attempts and recordings.
        attempts: How many are known.
        recordings: Likewise.
    """
    are_known = results_memory.NOT_KEPT.get() not in _NO_STORE
    if are_known and not attempts and not recordings:
        return
    what = _named(attempts, recordings) if are_known else "attempts and recordings"
    asked_first.draw(
        _EVERYTHING,
        label="Delete everything of mine here",
        question=f"Delete all your {what} of this session? They can't be brought back."
        if not are_known or attempts + recordings > 1
        else f"Delete your {what} of this session? It can't be brought back.",
        on_yes=partial(_delete, session_id),
    )


def _named(attempts: int, recordings: int) -> str:
    named = [
        readable.number_of(number, noun)
        for number, noun in ((attempts, "attempt"), (recordings, "recording"))
        if number
    ]
    return " and ".join(named)


def _delete(session_id: str) -> None:
    """Callback: the one is deleted though the other can't be."""
    asked_first.answered("progress")
    shown = results_memory.CHECKED.get()
    attempts_gone = own_attempts.delete_all(session_id)
    if attempts_gone and shown:
        checked_words.forget(shown.attempt_id)
    recordings_gone = own_recordings.delete_all(session_id)
    progress_memory.LEFT.set(not (attempts_gone and recordings_gone))
    progress_memory.DELETED.set(_told(attempts_gone=attempts_gone, recordings_gone=recordings_gone))


def _told(*, attempts_gone: bool, recordings_gone: bool) -> str:
    if attempts_gone and recordings_gone:
        return "Deleted: you keep nothing in this session any more."
    again = "Press the button again in some minutes."
    if attempts_gone:
        return f"Your attempts are deleted. Not all of your recordings could be deleted. {again}"
    if recordings_gone:
        return f"Your recordings are deleted. Not all of your attempts could be deleted. {again}"
    return f"Not everything could be deleted. {again}"
