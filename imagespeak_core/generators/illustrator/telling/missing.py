"""What a prompt asks for and the picture does not show, in words for a person to read."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Shown, Wish
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of
from imagespeak_core.generators.illustrator.words import telling

_TOGETHER = frozenset({"shake_hands", "hold_hands", "argue", "fight", "cry"})


def not_drawn(
    wish: Wish,
    shown: tuple[Shown, ...],
    backdrop: tuple[str, ...],
    *,
    there: frozenset[str] = frozenset(),
    without_room: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Words of the prompt without a picture, each once; then nouns that found no room.

    What the place shows anyway, such as a window, is drawn.

    Args:
        wish: What was asked for.
        shown: Who and what can be seen.
        backdrop: What can be seen of the place itself.
        there: The nouns that are in the picture, seen or not.
        without_room: The nouns that are not.
    """
    seen = {item.noun for item in shown} | {noun_of(item) for item in shown} | set(backdrop)
    hidden = sorted((there & {item.noun for item in wish.wanted}) - {item.noun for item in shown})
    words = (*wish.unknown, *_undone(wish, shown), *without_room, *hidden)
    return tuple(word for word in dict.fromkeys(words) if word not in seen)


def _undone(wish: Wish, shown: tuple[Shown, ...]) -> tuple[str, ...]:
    """What people were to do with each other, where nobody found anybody for it."""
    done = {item.action or "" for item in shown}
    asked = {item.action or "" for item in wish.wanted if item.count and item.kind == "person"}
    return tuple(telling.DOING[action] for action in sorted((asked & _TOGETHER) - done))
