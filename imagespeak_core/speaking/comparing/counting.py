"""Whether there are as many as a number says."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.naming_shown import is_many
from imagespeak_core.speaking.comparing import naming
from imagespeak_core.speaking.comparing.judging import Judged
from imagespeak_core.speaking.comparing.painted import is_painted, shows_portraits
from imagespeak_core.speaking.comparing.phrases import Claim
from imagespeak_core.speaking.comparing.shades import colour_is

_MANY_PEOPLE = 7
"""Of so many people nobody is blamed for one more or less."""


def wrong_number(
    judged: Judged, scene: Scene, others: Sequence[Judged] = ()
) -> tuple[Claim, int] | None:
    """The claim that tells a wrong number, and how many there are; None where none does.

    More than are shown are always wrong, fewer only where the sentence counts all. Nothing is
    decided of what the place shows behind as well, nor of what is called so by some only, nor
    where others of them are told of apart: "one dog and one other dog".

    Args:
        judged: The phrase that the number belongs to.
        scene: What is shown.
        others: All phrases of the text.
    """
    phrase, meant = judged.phrase, judged.meant
    claim = next((one for one in phrase.claims if one.told == "count" and one.sure), None)
    if claim is None or phrase.loose:
        return None
    said = int(claim.value)
    if shows_portraits(scene) if phrase.kind == "person" else _is_uncertain(judged, scene):
        return None
    own = {item.given.to for item in meant.all if item.given is not None}
    held = [
        item
        for item in (naming.holders_of(phrase.noun, scene.items) if phrase.kind != "person" else ())
        if item.id not in own  # what was given to them is an item, and counted as that
    ]
    coloured = [
        one for one in phrase.claims
        if one.told == "colour" and phrase.span[0] <= one.span[0] < phrase.span[1]
    ]  # fmt: skip
    possible = meant.with_either().all
    able = [
        item
        for item in possible
        if all(colour_is(one.value, item.colour) != "not so" for one in coloured)
    ]
    most = len(able or possible) + len(held)
    called_so = meant.fit or meant.all
    least = sum(not naming.may_be_called_otherwise(item, phrase.noun) for item in called_so)
    slack = 1 if most >= _MANY_PEOPLE and phrase.kind == "person" else 0
    if said > most + slack:
        return claim, len(called_so)
    given = any(item.given is not None for item in meant.all)
    more = any(_tells_of_more(other, judged) for other in others)
    fewer = phrase.counts_all and said < least - slack
    if fewer and not (held or given or more):
        return claim, least
    return None


def _tells_of_more(other: Judged, judged: Judged) -> bool:
    """Whether another phrase names some of the same as well."""
    if other.phrase.index == judged.phrase.index:
        return False
    ids = {item.id for item in judged.meant.all}
    return not ids.isdisjoint(item.id for item in other.meant.with_either().all)


def _is_uncertain(judged: Judged, scene: Scene) -> bool:
    """Whether more of it may be seen, or some of it counts as several."""
    noun = judged.phrase.noun
    if is_painted(noun, scene) or noun in naming.WIDE.keys() - {"animal"}:
        return True
    several = any(is_many(item.noun, 1) for item in judged.meant.all)
    return several or naming.is_part(noun, scene)
