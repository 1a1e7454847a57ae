"""A learner's words, in which parts light up; each of these can be a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from imagespeak_core.speaking.findings import Said
from pages.components.shell import assets
from pages.components.shell.kept import Kept


def draw(
    words: str,
    marks: Sequence[tuple[str, Said]],
    *,
    pressed: str | None,
    on_press: Callable[[str], None],
    key: str,
) -> None:
    """The words; a press calls back with the mark's name before the next run.

    Args:
        words: All of them; they are shown as plain text.
        marks: The parts that light up, each with a name of its own.
        pressed: The name of the one that was pressed last; empty: none. None: they light up, and
            can't be pressed.
        on_press: Called with a name.
        key: Of the widget.
    """
    component = assets.component(__file__)
    told: Kept[Mapping[str, Any]] = Kept(key, MappingProxyType({}))

    def was_pressed() -> None:
        name = told.get().get("pressed")
        if name in [mark for mark, _ in marks]:  # the browser may still show other words
            on_press(name)

    component(
        key=key,
        data={"parts": _parts(words, marks), "pressed": pressed},
        on_pressed_change=was_pressed,
    )


def _parts(words: str, marks: Sequence[tuple[str, Said]]) -> list[dict[str, str | None]]:
    """The words in pieces; a mark that is not in them, or inside another one, is left out."""
    parts: list[dict[str, str | None]] = []
    at = 0
    for name, said in sorted(marks, key=lambda mark: (mark[1].start, -len(mark[1].words))):
        end = said.start + len(said.words)
        if said.start < at or not said.words or words[said.start : end] != said.words:
            continue
        if said.start > at:
            parts.append({"text": words[at : said.start], "mark": None})
        parts.append({"text": said.words, "mark": name})
        at = end
    if at < len(words):
        parts.append({"text": words[at:], "mark": None})
    return parts
