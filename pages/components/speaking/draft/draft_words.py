"""A draft word by word: each can be changed, taken away, or followed by another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from imagespeak_core.recognisers.base import DraftWord
from pages.components.shell import assets
from pages.components.shell.kept import Kept
from pages.components.speaking.draft.told_draft import MOST_LETTERS, MOST_WORDS, read_words

_Words = tuple[DraftWord, ...]


def draw(
    words: Sequence[DraftWord],
    *,
    name: str,
    on_change: Callable[[_Words], None],
    on_use: Callable[[_Words], None],
    on_throw_away: Callable[[], None],
    key: str,
) -> None:
    """The words, with what can be done with them. Callbacks come before the next run.

    Args:
        words: As they stand; the browser takes them where it has none of this draft yet.
        name: Tells this draft from others.
        on_change: Called with all words after each change.
        on_use: Called with all words; they shall be the learner's.
        on_throw_away: Called at that press.
        key: Of the widget.
    """
    component = assets.component(__file__)
    event: Kept[Mapping[str, Any]] = Kept(key, MappingProxyType({}))

    def told(which: str, then: Callable[[_Words], None]) -> None:
        value = event.get().get(which)
        if not isinstance(value, Mapping) or value.get("draft") != name:
            return  # the browser may still show another draft
        found = read_words(value.get("words"))
        if found is not None:
            then(found)

    component(
        key=key,
        data={
            "draft": name,
            "words": [{"text": word.text, "sure": word.is_sure} for word in words],
            "most": MOST_WORDS,
            "most_letters": MOST_LETTERS,
        },
        on_changed_change=lambda: told("changed", on_change),
        on_used_change=lambda: told("used", on_use),
        on_thrown_change=lambda: told("thrown", lambda _: on_throw_away()),
    )
