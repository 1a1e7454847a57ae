"""What is known of a picture beyond its key; read only when somebody asks for it."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.pictures.facts import Glance, PictureFacts, picture_facts, picture_glance
from imagespeak_core.pictures.naming import ImageKey
from pages.components.picture import picture_memory
from pages.components.shell import messages
from pages.components.shell.wiring import wiring


def known(key: ImageKey) -> PictureFacts | None:
    """What was read before."""
    return picture_memory.FACTS.get().get(key)


def read(key: ImageKey) -> PictureFacts | None:
    """What the store knows; an alert and None where it can't tell now."""
    facts = known(key)
    if facts is None:
        try:
            facts = look_up(key)
        except ImageSpeakError as error:
            messages.show(error)
            return None
        st.rerun()  # the picture's alternative text, above, says more now
    return facts


def look_up(key: ImageKey) -> PictureFacts:
    """What is known, else what the store knows.

    Raises:
        ImageNotFoundError: There is no such picture.
        StorageError: The store failed, by subclass.
    """
    facts = known(key) or picture_facts(wiring().services, key)
    picture_memory.FACTS.set({**picture_memory.FACTS.get(), key: facts})
    return facts


def remarks(key: ImageKey) -> tuple[str, ...]:
    """Sentences for beside the picture; none where the store can't tell now.

    Its panels, once opened, tell of the trouble.
    """
    seen = _seen(key)
    if seen is None:
        try:
            seen = picture_glance(wiring().services, key)
        except ImageSpeakError:
            return ()
        picture_memory.GLANCES.set({**picture_memory.GLANCES.get(), key: seen})
    return seen.remarks


def may_tell(key: ImageKey) -> bool:
    """Whether the picture tells what it shows; one that could not be looked at may. Asks nobody."""
    seen = _seen(key)
    return seen is None or seen.tells


def _seen(key: ImageKey) -> Glance | None:
    """What looks have told so far."""
    facts = known(key)
    if facts is None:
        return picture_memory.GLANCES.get().get(key)
    return Glance(True, facts.shows.remarks) if facts.shows else Glance(False)
