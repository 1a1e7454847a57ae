"""Asks before a key of a private link is taken: somebody else's would show them what one keeps."""

from __future__ import annotations

from pages.components.shell import assets
from pages.components.speaking import own_key


def draw() -> None:
    """The question, where the page was opened by somebody's private link; else nothing is seen."""
    component = assets.component(__file__, own_key.TAKING_SCRIPT)
    component(key="offered_key", data={"key": own_key.learner_key(), "url": own_key.address()})
