"""What is said while a picture is being made: what it waits for, and that nobody need press."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from imagespeak_core.pictures.jobs import Job, WhyNot

_OF_ONE: Mapping[WhyNot | None, str] = MappingProxyType(
    {
        None: "Your picture is being made.",
        "its turn": "Other pictures come first. Your picture's turn comes.",
        "another server": "Another server is making this picture. It comes by itself.",
        "the store": "Your picture is made. It can't be stored just now; we try again by "
        "ourselves. It is not lost.",
        "the model": "The picture model is slow just now. Your picture's turn comes.",
    }
)
_OF_SEVERAL: Mapping[WhyNot | None, str] = MappingProxyType(
    {
        None: "Your pictures are being made.",
        "its turn": "Other pictures come first. Your turn comes.",
        "another server": "Another server is making these pictures. They come by themselves.",
        "the store": "Your pictures are made. They can't be stored just now; we try again by "
        "ourselves. They are not lost.",
        "the model": "The picture model is slow just now. Your turn comes.",
    }
)


def line(job: Job) -> str:
    """One line about a job that has not ended, as plain text."""
    return (_OF_SEVERAL if job.request.image_count > 1 else _OF_ONE)[job.why]
