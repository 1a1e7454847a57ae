"""What a part of the page may wait for, and the script by which all tabs wait together."""

from __future__ import annotations

from typing import Final

SCRIPT: Final = "news.js"
"""Stands behind the script of each part that waits."""

CLASS: Final = "class"
JOB: Final = "job"


def of_class(session_id: str, version: str) -> str:
    """Names what there is to hear when the class is no more as it was in this version."""
    return f"{CLASS}:{session_id}:{version}"


def of_job(job_id: str) -> str:
    """Names what there is to hear when the job has ended."""
    return f"{JOB}:{job_id}"
