"""The nouns, places, times and weather that a text names, and which of them words may mean.

For texts that tell what a picture may show, where nobody knows what it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.words import people
from imagespeak_core.speaking.comparing.claims import Claims
from imagespeak_core.speaking.comparing.naming import meant_by
from imagespeak_core.speaking.comparing.phrases import Phrase
from imagespeak_core.speaking.comparing.surroundings import settings_named
from imagespeak_core.speaking.findings import Kind, NotFound

_HINTS: dict[Kind, str] = {
    "person": "Can you see somebody?",
    "animal": "Can you see an animal?",
    "thing": "What other things can you see?",
    "place": "What place is this?",
    "time": "What time of day is it?",
    "weather": "What is the weather like?",
}
_AGAIN: dict[Kind, str] = {
    "person": "Can you see somebody else?",
    "animal": "Can you see another animal?",
}
"""Of one more; more of them have no more that is known."""
_ANY_TIME = "day"
"""It is said of the weather, or of any picture."""
ORDER: tuple[Kind, ...] = ("person", "animal", "thing", "place", "time", "weather")


def hint_for(kind: Kind, before: Iterable[NotFound]) -> str:
    """What leads to something that was not found, and is asked otherwise of one more of its kind.

    Args:
        kind: Of what was not found.
        before: What else was not found.
    """
    again = any(other.kind == kind for other in before)
    return _AGAIN.get(kind, _HINTS[kind]) if again else _HINTS[kind]


def named_nouns(asked: Claims) -> Iterator[tuple[Kind, str, Phrase]]:
    """The nouns of a text of which something is told, each once."""
    known: set[str] = set()
    phrases = [*asked.phrases.values(), *held_things(asked)]
    for phrase in sorted(phrases, key=lambda one: one.at):
        if not phrase.denied and phrase.noun not in known:
            known.add(phrase.noun)
            yield phrase.kind, phrase.noun, phrase


def held_things(claims: Claims) -> Iterator[Phrase]:
    """What people are said to have in their hands, each as a noun of its own."""
    for phrase in claims.phrases.values():
        for claim in phrase.claims:
            if claim.told == "holding" and not phrase.denied:
                yield Phrase(
                    -1, "thing", claim.value, claim.value, claim.at, claim.span, claim.span
                )


def may_mean(phrase: Phrase, others: Sequence[Phrase]) -> Iterator[str]:
    """The nouns among others that a phrase may mean, by the same names as those of a scene."""
    meant = meant_by(phrase.noun, phrase.kind, _as_shown(others), said=phrase.said)
    # Grown women are called girls, but whoever may be a man is not.
    loose = [
        item for item in meant.loose if item.gender or (phrase.age, item.age) != ("child", "adult")
    ]
    if meant.fit or loose:
        yield from (item.id for item in meant.fit or loose)
        return
    told = _as_shown([phrase])
    for other in others:
        # Words may tell more than a prompt does: a pine tree for its tree.
        if other.noun == phrase.noun or meant_by(other.noun, other.kind, told, said=other.said).fit:
            yield other.noun


def _as_shown(phrases: Iterable[Phrase]) -> Scene:
    """What phrases name, as a scene that shows it and nothing else; its ids are their nouns."""
    items: list[Shown] = []
    for one in phrases:
        word = people.PEOPLE.get(one.noun, people.PersonWord())
        items.append(
            Shown(
                one.noun, one.kind, one.noun, "middle", "middle",
                age=one.age, gender=word.gender, role=word.role,
            )
        )  # fmt: skip
    return Scene("", "day", "clear", "summer", indoors=False, items=tuple(items))


def named_settings(claims: Claims, text: str) -> Iterator[tuple[int, str, Kind, str]]:
    """Place, time and weather as a text names them."""
    for kind, value, at in settings_named(claims):
        if claims.heard.words[at].text != _ANY_TIME:
            start, end = claims.heard.between(at, at)
            yield start, text[start:end], kind, value
