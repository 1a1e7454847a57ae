"""What a prompt asks for and the picture does not show, in words for a person to read."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.scene import Shown, Wish
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of
from imagespeak_core.generators.illustrator.words import telling

_TOGETHER = frozenset({"shake_hands", "hold_hands", "argue", "fight", "cry"})


def not_drawn(
    wish: Wish, layout: Layout, shown: tuple[Shown, ...], backdrop: tuple[str, ...]
) -> tuple[str, ...]:
    """Words of the prompt without a picture, each once; then nouns that found no room.

    What the place shows anyway, such as a window, is drawn.
    """
    seen = {item.noun for item in shown} | {noun_of(item) for item in shown} | set(backdrop)
    lost = _undone(wish, shown)
    words = (*wish.unknown, *lost, *without_room(layout), *_hidden(wish, layout, shown))
    return tuple(word for word in dict.fromkeys(words) if word not in seen)


def without_room(layout: Layout) -> tuple[str, ...]:
    """The nouns of which not even one found room."""
    there = {item.actor.wanted.noun for item in layout.placed}
    return tuple(sorted({actor.wanted.noun for actor in layout.left_out} - there))


def _undone(wish: Wish, shown: tuple[Shown, ...]) -> tuple[str, ...]:
    """What people were to do with each other, where nobody found anybody for it."""
    done = {item.action or "" for item in shown}
    asked = {item.action or "" for item in wish.wanted if item.count and item.kind == "person"}
    return tuple(telling.DOING[action] for action in sorted((asked & _TOGETHER) - done))


def _hidden(wish: Wish, layout: Layout, shown: tuple[Shown, ...]) -> tuple[str, ...]:
    """Nouns of the prompt that are there, but of which not even one can be seen."""
    asked = {item.noun for item in wish.wanted}
    there = {item.actor.wanted.noun for item in layout.placed} & asked
    return tuple(sorted(there - {item.noun for item in shown}))
