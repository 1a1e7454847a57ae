"""A learner's own attempts as a table to take away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import UTC

from imagespeak_core.gallery.archive import safe_cell, spreadsheet_bytes
from imagespeak_core.speaking.attempt import Attempt
from imagespeak_core.speaking.findings import HeldAgainst
from imagespeak_core.speaking.progress import Point, points_of

CSV_NAME = "imagespeak-attempts.csv"

COLUMNS = (
    "time (UTC)",
    "picture",
    "level",
    "compared with",
    "words",
    "different words",
    "sentences",
    "longest sentence (words)",
    "things found",
    "things there",
    "look again",
    "seconds recorded",
    "seconds spoken",
    "pauses over a second",
    "words a minute of speaking",
    "your words",
)
"""A cell is empty where nothing was measured."""

_COMPARED_WITH: dict[HeldAgainst, str] = {
    "scene": "the picture",
    "prompt": "the words that it was made from",
    "view": "what a model sees in it",
    "nothing": "nothing",
}


def to_csv(attempts: Iterable[Attempt]) -> bytes:
    """One row an attempt, the oldest first; no spreadsheet takes a text of it for a formula.

    UTF-8 with a byte order mark, without which Excel shows no letters beyond ASCII.

    Args:
        attempts: In any order.
    """
    ordered = sorted(attempts, key=lambda one: (one.created_at, one.attempt_id))
    table = io.StringIO()
    rows = csv.writer(table, quoting=csv.QUOTE_NONNUMERIC)
    rows.writerow(COLUMNS)
    rows.writerows(_row(*pair) for pair in zip(ordered, points_of(ordered), strict=True))
    return spreadsheet_bytes(table.getvalue())


def _row(one: Attempt, point: Point) -> list[str | int | None]:
    figures = point.figures
    speech = one.speech if one.speech and one.speech.heard else None
    return [
        f"{one.created_at.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
        safe_cell(one.picture),
        safe_cell(one.level),
        _COMPARED_WITH[one.held_against],
        one.counts.words,
        one.counts.different_words,
        one.counts.sentences,
        one.counts.longest_sentence_words,
        figures.found,
        figures.there,
        figures.look_again,
        round(one.speech.length_s) if one.speech else None,
        round(speech.speaking_s) if speech else None,
        speech.pauses if speech else None,
        figures.words_per_minute,
        safe_cell(one.words),
    ]
