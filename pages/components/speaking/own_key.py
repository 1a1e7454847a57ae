"""The learner's key: the browser keeps it in a cookie that no script can read."""

from __future__ import annotations

from typing import Final

from imagespeak_core.speaking.learner import key_hash, new_key
from pages.components.shell.addresses import on_this_server
from pages.components.shell.kept import Kept
from pages.components.shell.visitor import kept_key

LEARNER_PATH = "/learner"
"""The route by which a browser takes another key."""
TAKING_SCRIPT: Final = "own_key_taking.js"
"""Gives a part of the page `takeKey`, which asks that route."""

UNKEPT_PIECES: Final = "imagespeak-speaking"
"""The browser's database of what was recorded and not kept yet: it goes when the key changes."""

_OF_TAB = Kept("learner_key_of_tab", "")
"""Where the browser keeps no cookie: until the tab is closed or loaded again."""


def learner_key() -> str:
    """The key of whoever sits there; one of this tab alone where no cookie is kept."""
    key = kept_key()
    if key:
        return key
    if not _OF_TAB.get():
        _OF_TAB.set(new_key())
    return _OF_TAB.get()


def is_of_tab() -> bool:
    """Whether the browser keeps no cookie, and the key goes with a reload."""
    return not kept_key()


def learner() -> str:
    """What stands for that key wherever something is kept."""
    return key_hash(learner_key())


def address() -> str:
    """Where a browser asks for another key."""
    return on_this_server(LEARNER_PATH)
