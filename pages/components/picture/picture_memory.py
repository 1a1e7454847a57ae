"""What the pages keep of a session's pictures: which there are, which one is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from pages.components.shell.kept import OF_SESSION, Kept

if TYPE_CHECKING:
    from imagespeak_core.models import StoredImage
    from imagespeak_core.pictures.facts import Glance, PictureFacts
    from imagespeak_core.pictures.naming import ImageKey

STRIP_STEP = 20

IMAGES: Kept[list[StoredImage] | None] = Kept(f"{OF_SESSION}images", None)
"""As last listed, newest first; None before that."""

CHOSEN_KEY: Kept[ImageKey | None] = Kept(f"{OF_SESSION}chosen_key", None)
"""An older picture that the learner chose to see."""

STRIP_LENGTH = Kept(f"{OF_SESSION}strip_length", STRIP_STEP)
"""How many of the session's pictures the strip offers."""

FACTS: Kept[Mapping[ImageKey, PictureFacts]] = Kept(f"{OF_SESSION}facts", MappingProxyType({}))
"""Those that were asked for."""

GLANCES: Kept[Mapping[ImageKey, Glance]] = Kept(f"{OF_SESSION}glances", MappingProxyType({}))
"""What is shown at once beside the pictures that were looked at."""

SEEN_JOB = Kept(f"{OF_SESSION}seen_job", "")
"""Id of the last finished job whose end was shown."""

ERROR: Kept[Exception | None] = Kept(f"{OF_SESSION}error", None)
"""What the last press led to."""

ASKED_BELOW: Kept[object | None] = Kept(f"{OF_SESSION}asked_below", None)
"""The last press of a button that stands far below the picture which it leads to."""

OPENED_FOR = Kept("opened_for", "")
"""The key of the picture whose answers may be open."""

PROMPT_OPEN = Kept("prompt_open", False)
WORDS_OPEN = Kept("words_open", False)
DETAILS_OPEN = Kept("details_open", False)
