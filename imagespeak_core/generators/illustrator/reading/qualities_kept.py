"""Tells whether what was said of a noun phrase is among its facts: size, age, colour, clothes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.facts import Fact
from imagespeak_core.generators.illustrator.reading.lexicon import SETTINGS, Token
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.things.catalog import HELD
from imagespeak_core.generators.illustrator.words import people, settings, things


def is_sized(chunk: Chunk, token: Token, facts: Sequence[Fact]) -> bool:
    """Whether it is of such a size, pattern or gender."""
    if token.text in people.GENDERS:
        gender = people.GENDERS[token.text]
        return any(fact.name == "gender" and fact.value == gender for fact in facts)
    if token.text in people.PATTERNS:
        return token.text in colours(facts)
    size = people.STATURES.get(token.text) if token.meaning == "unseen" else token.value
    young = token.text == "little" and any(
        fact.name == "age" and fact.value == "child" for fact in facts
    )
    weak = chunk.meaning == "place" and chunk.text in settings.WEAK_PLACES
    return young or weak or any(fact.name == "size" and fact.value == size for fact in facts)


def is_owned(token: Token, wanted: Iterable[Wanted]) -> bool:
    """Whether the owner is there of whom it tells ("the girl's dog")."""
    owner = token.text.removesuffix("'s")
    known = any(owner in {item.noun, item.said} for item in wanted)
    return known or owner in things.PLURALS or owner == "today"


def is_felt_or_aged(chunk: Chunk, token: Token, facts: Iterable[Fact]) -> bool:
    """Whether somebody feels so, or is so old."""
    values = {fact.value for fact in facts if fact.name == token.meaning}
    if token.meaning == "feeling" and token.text in people.NEAR_FEELINGS and values:
        return False
    if token.meaning == "feeling" and chunk.meaning in SETTINGS:
        return token.value == "calm" or token.text in {"happy", "lonely"}
    young = token.text == "young" and bool(values - {None}) and "old" not in values
    return young or token.value in values


def colours(facts: Iterable[Fact]) -> set[object]:
    """The colours that are told of a thing, of what is held, and of what was put on last."""
    found = {fact.value for fact in facts if fact.name in {"colour", "holding_colour"}}
    worn = [pieces_worn(fact)[-1][1] for fact in facts if pieces_worn(fact)]
    return found.union(*({said, *said.split()} for said in worn if said))


def pieces_worn(fact: Fact) -> tuple[tuple[str, str | None], ...]:
    """What somebody has on; nothing for a fact of another kind."""
    return fact.value if fact.name == "wearing" and isinstance(fact.value, tuple) else ()


def is_one_of_a_pair(chunk: Chunk) -> bool:
    """Whether it is one of what people have two of on: "one shoe"."""
    both = people.CLOTHES.get(chunk.text, "") if chunk.meaning == "clothes" else ""
    return both.endswith("s") and not chunk.text.endswith("s")


def holds_two(item: Wanted) -> bool:
    """Whether somebody has one in each hand."""
    held = HELD.get(item.holding or "")
    return item.each_holds and item.count == 1 and bool(held and held.in_both_hands)
