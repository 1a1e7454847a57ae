"""What a tab keeps of speaking: the words, what was heard and kept, and what is wanted of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pages.components.shell.kept import OF_SESSION, Kept

if TYPE_CHECKING:
    from imagespeak_core.speaking.speech import Speech

YOUR_WORDS: Final = "Your words"
"""The label of the text area, which other people's programs look for."""

WORDS = Kept(f"{OF_SESSION}spoken_words", "")
"""The text area itself."""

DRAWN_FOR = Kept(f"{OF_SESSION}spoken_about", "")
"""The key of the picture that the page was drawn for; empty: none was there."""

HEARD: Kept[Speech | None] = Kept(f"{OF_SESSION}spoken_heard", None)
"""What was counted in the recording that is looked at: by the browser, and after Keep by us."""

KEPT_RECORDING = Kept(f"{OF_SESSION}spoken_kept", "")
"""The stem of that recording; empty while it is in the browser alone."""

DELETED_RECORDINGS: Kept[tuple[str, ...]] = Kept(f"{OF_SESSION}spoken_deleted", ())
"""The stems of those that were deleted in this tab's list: the recorder has them no more."""

DRAW_WANTED = Kept(f"{OF_SESSION}draw_wanted", False)
"""The learner pressed to see their words drawn."""
