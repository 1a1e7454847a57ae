"""What a tab keeps of the learner's progress: how one looks at it."""

from __future__ import annotations

from typing import Final, Literal

from pages.components.shell.kept import OF_SESSION, Kept

View = Literal["This picture", "Each picture", "Each week"]
VIEWS: Final[tuple[View, ...]] = ("This picture", "Each picture", "Each week")

OPEN = Kept("progress_open", False)

VIEW: Kept[View] = Kept(f"{OF_SESSION}progress_view", "This picture")
"""What the numbers are about."""

NUMBERS = Kept(f"{OF_SESSION}progress_numbers", False)
"""Whether the table is shown."""

FEW: Final = 5
"""So many pictures are listed at first, and so many more at each press."""

LISTED = Kept(f"{OF_SESSION}progress_listed", FEW)
"""So many pictures are listed."""

DELETED: Kept[str] = Kept(f"{OF_SESSION}progress_deleted", "")
"""What became of everything when it was to be deleted."""

LEFT: Kept[bool] = Kept(f"{OF_SESSION}progress_left", False)
"""Whether something of it could not be deleted."""
