"""What the pages of a class keep: what is typed, what is open, and what the last press led to."""

from __future__ import annotations

from pages.components.shell.kept import Kept

ERROR: Kept[Exception | None] = Kept("class_error", None)
"""What the last change to the class led to."""

WRITTEN = Kept("class_written", "")
"""`OpenClass.version` that this page's last change has led to."""

SEEN_JOB = Kept("class_seen_job", "")
"""Id of the last finished job that a class's page showed."""

TITLE = Kept("class_title", "")
PART = Kept("class_part", "")
IMAGE_COUNT = Kept("image_count", 1)

NOTES_SAVED: Kept[tuple[str, str] | None] = Kept("notes_saved", None)
"""Of each picture: words and notes as last filled in."""

WORDS = Kept("words", "")
NOTES = Kept("notes", "")
"""Of each picture, as they are typed."""

SWITCH = Kept("switch", False)
"""Each of the class's switches."""

JOIN_CODE = Kept("join_code", "")

JOIN_ERROR: Kept[Exception | None] = Kept("join_error", None)
"""Why a class could not be looked for."""

JOIN_MISSED = Kept("join_missed", False)
"""No class has the code that was typed."""
