"""Words held against the prompt that a picture was made from, where nobody tells what it shows.

A model may have drawn another thing than it was asked for: nothing is ever told as not so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.naming_shown import counted, plural_of
from imagespeak_core.generators.illustrator.words import people, telling
from imagespeak_core.speaking.comparing.claims import Claims
from imagespeak_core.speaking.comparing.naming import meant_by
from imagespeak_core.speaking.comparing.phrases import Phrase
from imagespeak_core.speaking.comparing.surroundings import settings_named
from imagespeak_core.speaking.findings import Findings, Kind, NotFound, Said

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
_ORDER: tuple[Kind, ...] = ("person", "animal", "thing", "place", "time", "weather")


def hold_against_prompt(words: str, prompt: str) -> Findings:
    """What of a prompt some words have, and what they don't.

    It tells of nouns, place, time and weather alone: not how many there are, how they look or
    what they do, as nobody knows whether the model drew them so.

    Args:
        words: What somebody said or wrote; it is read as English.
        prompt: What the picture was made from.
    """
    asked, told = Claims(prompt), Claims(words)
    said: list[Said] = []
    found: set[str] = set()
    for phrase in (*told.phrases.values(), *told.wide, *_held(told)):
        for noun in () if phrase.denied else _meant(phrase, asked):
            found.add(noun)
            said.append(Said(words[slice(*phrase.span)], phrase.span[0], noun))
    for start, text, kind, value in _settings(told, words):
        if any(
            kind == other and value == wanted for _, _, other, wanted in _settings(asked, prompt)
        ):
            found.add(value)
            said.append(Said(text, start, value))
    said.sort(key=lambda one: one.start)
    return Findings(
        held_against="prompt",
        said=tuple(dict.fromkeys(said)),
        not_found=tuple(_left(asked, prompt, found)),
    )


def _nouns(asked: Claims) -> Iterator[tuple[Kind, str, Phrase]]:
    """The prompt's nouns of which something is asked for, each once."""
    known: set[str] = set()
    phrases = [*asked.phrases.values(), *_held(asked)]
    for phrase in sorted(phrases, key=lambda one: one.at):
        if not phrase.denied and phrase.noun not in known:
            known.add(phrase.noun)
            yield phrase.kind, phrase.noun, phrase


def _held(claims: Claims) -> Iterator[Phrase]:
    """What people are said to have in their hands, each as a noun of its own."""
    for phrase in claims.phrases.values():
        for claim in phrase.claims:
            if claim.told == "holding" and not phrase.denied:
                yield Phrase(
                    -1, "thing", claim.value, claim.value, claim.at, claim.span, claim.span
                )


def _meant(phrase: Phrase, asked: Claims) -> Iterator[str]:
    """The prompt's nouns that a phrase may mean, by the same names as those of a scene."""
    others = [other for _, _, other in _nouns(asked)]
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


def _settings(claims: Claims, text: str) -> Iterator[tuple[int, str, Kind, str]]:
    """Place, time and weather as a text names them."""
    for kind, value, at in settings_named(claims):
        if claims.heard.words[at].text != _ANY_TIME:
            start, end = claims.heard.between(at, at)
            yield start, text[start:end], kind, value


def _left(asked: Claims, prompt: str, found: set[str]) -> Iterator[NotFound]:
    left: dict[str, NotFound] = {}
    for kind, noun, phrase in _nouns(asked):
        if noun not in found:
            what = counted("", telling.NAMES.get(noun, noun), 1)
            if phrase.several:
                what = f"some {plural_of(telling.NAMES.get(noun, noun))}"
            again = any(one.kind == kind for one in left.values())
            hint = _AGAIN.get(kind, _HINTS[kind]) if again else _HINTS[kind]
            left.setdefault(noun, NotFound(kind, noun, hint, f"There may be {what}."))
    for _, text, kind, value in _settings(asked, prompt):
        if value not in found:
            sentence = f"The prompt says: {text}."
            left.setdefault(value, NotFound(kind, text.lower(), _HINTS[kind], sentence))
    yield from sorted(left.values(), key=lambda one: _ORDER.index(one.kind))
