"""What the gallery keeps: what is searched for, how much is shown, what a deletion came to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from imagespeak_core.gallery.sessions import Order
from pages.components.shell.kept import Kept

STEP = 24

LENGTH = Kept("gallery_length", STEP)
"""How many sessions are shown."""

PICTURES_LENGTH = Kept("gallery_pictures_length", STEP)
"""How many pictures of an opened session are shown."""

DELETION_WARNINGS: Kept[tuple[str, ...]] = Kept("deletion_warnings", ())
"""Classes that still name what is gone."""

SEARCH = Kept("gallery_search", "")
DAYS: Kept[Sequence[date]] = Kept("gallery_days", ())
SPOKEN_ALONE = Kept("gallery_spoken_alone", False)
"""The panel with the sessions that have no pictures any more is open."""

ORDER: Kept[Order] = Kept("gallery_order", "newest")
