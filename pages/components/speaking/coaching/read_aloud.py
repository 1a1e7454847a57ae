"""Sentences that are read aloud, by a voice of the browser or the server, and said after.

`read_aloud_voice.js` says them; `read_aloud.js` lists them. Both come when they are drawn first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pages.components.shell import assets
from pages.components.shell.kept import Kept
from pages.components.speaking.coaching.sentence_addresses import price_of, sentence_address


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence.

    Attributes:
        text: English, of ours.
        name: What the buttons call it for who does not see it, such as "sentence 2".
        has_place: Whether what it speaks of can be outlined in the picture.
    """

    text: str
    name: str
    has_place: bool = False


def draw(
    about: str,
    lines: Sequence[Line],
    *,
    key: str,
    ticked: frozenset[int] | None = None,
    on_tick: Callable[[frozenset[int]], None] | None = None,
    outlined: int | None = None,
    says: str = "",
    on_where: Callable[[int], None] | None = None,
) -> None:
    """The sentences, each with a button that reads it aloud; several with one that reads all.

    Args:
        about: Tells these sentences from others in the same place.
        lines: The sentences.
        key: Of the widget.
        ticked: The numbers, from 0, of those that the learner has said; None: none can be ticked.
        on_tick: Called before the next run with all numbers that are ticked then.
        outlined: The number of the sentence whose things are outlined; None: nothing is.
        says: Where these are, in words.
        on_where: Called before the next run with the number of the sentence whose things are to be
            outlined, or are no more.
    """
    component = assets.component(__file__, "read_aloud_voice.js")
    event: Kept[Mapping[str, Any]] = Kept(key, MappingProxyType({}))

    def was_ticked() -> None:
        numbers = read_numbers(event.get().get("ticked"), about, most=len(lines))
        if on_tick and numbers is not None:
            on_tick(numbers)

    def was_asked_where() -> None:
        numbers = read_numbers(event.get().get("where"), about, most=len(lines))
        if on_where and numbers is not None and len(numbers) == 1:
            on_where(*numbers)

    component(
        key=key,
        data={
            "about": about,
            "lines": [
                {
                    "text": line.text,
                    "name": line.name,
                    "has_place": line.has_place,
                    "address": sentence_address(line.text),
                    "price_usd": float(price_of([line.text])),
                }
                for line in lines
            ],
            "ticked": None if ticked is None else sorted(ticked),
            "outlined": outlined,
            "says": says,
        },
        on_ticked_change=was_ticked,
        on_where_change=was_asked_where,
    )


def read_numbers(value: object, about: str, *, most: int) -> frozenset[int] | None:
    """The numbers of sentences in what a browser tells; None where it tells of other ones.

    Args:
        value: As it came, from anybody.
        about: What tells these sentences from others.
        most: So many there are.
    """
    if not isinstance(value, Mapping) or value.get("about") != about:
        return None
    numbers = value.get("numbers")
    if not isinstance(numbers, list):
        return None
    return frozenset(at for at in range(most) if at in numbers)
