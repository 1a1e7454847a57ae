"""What a part of the page may wait for, and the script by which all tabs wait together."""

from __future__ import annotations

from typing import Final

SCRIPT: Final = "news.js"
"""Stands behind the script of each part that waits."""

CLASS: Final = "class"
JOB: Final = "job"
TURN: Final = "turn"
PAGE: Final = "page"


def of_class(session_id: str, version: str) -> str:
    """Names what there is to hear when the class is no more as it was in this version."""
    return f"{CLASS}:{session_id}:{version}"


def of_job(job_id: str) -> str:
    """Names what there is to hear when the job has ended."""
    return f"{JOB}:{job_id}"


def of_page(job_id: str) -> str:
    """Names what there is to hear when the page of a job that has ended may be drawn."""
    return f"{PAGE}:{job_id}"


def of_turn(job_id: str, why: str | None) -> str:
    """Names what there is to hear when the job waits for something else, or for nothing more.

    Args:
        job_id: The job.
        why: `Job.why`.
    """
    return f"{TURN}:{job_id}:{why or ''}"
