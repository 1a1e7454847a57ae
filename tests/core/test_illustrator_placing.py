"""How much of each other people and things would hide."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.layout.placing import Placed, collision


def _one_behind_many() -> tuple[Placed, list[Placed]]:
    """Somebody, and five who stand right in front."""
    layout = compose("a man in a park", seed=1, width_px=400, height_px=400).layout
    (man,) = (item for item in layout.placed if item.actor.person)
    return man, [replace(man, ground_px=man.ground_px + step) for step in range(1, 6)]


def test_who_is_behind_many_is_hidden_by_each() -> None:
    man, others = _one_behind_many()
    each = [collision((man,), [other]) for other in others]
    assert min(each) > 1
    assert collision((man,), others) == sum(each)


def test_once_enough_is_hidden_the_rest_is_not_looked_at() -> None:
    man, others = _one_behind_many()
    first = collision((man,), others[:1])
    assert collision((man,), others, enough=first) == first
    assert collision((man,), others, enough=first + 0.01) == collision((man,), others[:2])
    assert collision((man,), others, enough=1000) == collision((man,), others)
