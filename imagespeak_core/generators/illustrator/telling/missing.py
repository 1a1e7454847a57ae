"""What a prompt asks for and the picture does not show, in words for a person to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from imagespeak_core.generators.illustrator.scene import Scene, Wish
from imagespeak_core.generators.illustrator.telling.naming_shown import plural_of
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    Asked,
    held_against,
    seen_nouns,
)
from imagespeak_core.generators.illustrator.telling.unshown.compared import seen_compared
from imagespeak_core.generators.illustrator.telling.unshown.counts import (
    of_all_such,
    of_number,
    of_one_held,
)
from imagespeak_core.generators.illustrator.telling.unshown.deeds import (
    has_in_arms,
    not_flung,
    seen_of_all,
    undone,
    words_of_deed,
)
from imagespeak_core.generators.illustrator.telling.unshown.qualities import unlike
from imagespeak_core.generators.illustrator.telling.unshown.relations import unrelated
from imagespeak_core.generators.illustrator.telling.unshown.settings import there_after_all, unset
from imagespeak_core.generators.illustrator.telling.unshown.wording import number
from imagespeak_core.generators.illustrator.words import people
from imagespeak_core.generators.illustrator.words.numbers import MOST_OF_A_NOUN


def not_drawn(
    wish: Wish, scene: Scene, shown_for: Mapping[str, int], prompt: str = ""
) -> tuple[str, ...]:
    """Every part of a wish that the scene does not show, each once, as short phrases.

    Where something else is shown instead, the phrase says what: "three buses: two are shown",
    "red vase: a blue vase is shown". They stand in the order of the prompt.

    Args:
        wish: What was asked for, as it was read.
        scene: Who and what can be seen.
        shown_for: The id of each item that is shown for a noun phrase → its index in the wish.
        prompt: The prompt itself, for the order and for its own words.
    """
    text = " ".join(re.findall(r"[\w'-]+", prompt.lower()))
    seen = seen_nouns(scene)
    parts = dict.fromkeys(_parts(wish, scene, shown_for, text))
    found = [phrase for phrase in parts if phrase not in seen]
    phrases = [phrase for phrase in found if not _is_said(phrase, found)]
    phrases = [phrase for phrase in phrases if not _is_told_with_more(phrase, phrases, text)]
    return tuple(sorted(phrases, key=lambda phrase: _place_in(text, phrase)))


def _parts(wish: Wish, scene: Scene, shown_for: Mapping[str, int], text: str) -> Iterator[str]:
    asked = held_against(wish, scene, shown_for)
    related = list(unrelated(wish.links, asked, scene))
    having = {link.subject for link in wish.links if link.relation == "with"}
    for index, one in enumerate(asked):
        missing = of_all_such(one, asked) or of_number(one, words_of_deed(one.wanted))
        if missing and not _is_of_too_many(one, text):
            yield missing
        if one.is_shown:
            yield from (words for words in (of_one_held(one, text),) if words)
            yield from (_in_own_words(words, one, text) for words in unlike(one, asked, scene))
            yield from undone(one, scene.links, has_another=index in having)
            flung = [
                link.target
                for link in wish.links
                if (link.subject, link.relation) == (index, "with")
            ]
            yield from not_flung(one, [wish.wanted[target] for target in flung])
            yield from (words for subject, words in related if subject == index)
    done = seen_of_all(asked) | seen_compared(wish.compared, asked)
    in_arms = has_in_arms(scene)
    around = {"indoors", "inside"} if scene.indoors else {"outdoors", "outside"}
    if sum(item.kind != "thing" for item in scene.items) == 1:
        around |= {"alone", "all alone"}
    unseen = [word for word in wish.unknown if not (in_arms and f" {word}".endswith(" arms"))]
    yield from (word for word in unseen if word not in done and word not in around)
    yield from there_after_all(wish, scene, asked, shown_for)
    yield from unset(wish, scene, text)


def _is_of_too_many(asked: Asked, text: str) -> bool:
    """Whether the prompt's number is above what is ever drawn; it is told as a word of its own."""
    count, words = asked.wanted.count, set(text.split())
    capped = asked.is_shown and count >= MOST_OF_A_NOUN and bool(text)
    return capped and words.isdisjoint({number(count), str(count)})


def _in_own_words(phrase: str, asked: Asked, text: str) -> str:
    """The phrase with the prompt's own word for how somebody feels: "bored", not "tired"."""
    feeling, words = asked.wanted.feeling, text.split()
    if not feeling or feeling in words:
        return phrase
    own = (word for word in words if people.FEELINGS.get(word) == feeling)
    return re.sub(rf"^{feeling}\b", next(own, feeling), phrase)


def _is_told_with_more(phrase: str, phrases: Sequence[str], text: str) -> bool:
    """Whether a longer phrase begins with it, and the prompt says it of nothing else.

    "blue" is in "blue uniform", also where the prompt goes on: "the uniform is blue".
    """
    longer = (other.partition(":")[0] for other in phrases if other.startswith(f"{phrase} "))
    nouns = [words.removeprefix(f"{phrase} ") for words in longer]
    if not nouns:
        return False
    noun = "|".join(re.escape(word) for one in nouns for word in (one, plural_of(one)))
    said = re.escape(phrase)
    of_them = rf"\b(?:{said} (?:{noun})|(?:{noun}) (?:is|are|was|were) {said})\b"
    return f" {text} ".count(f" {phrase} ") < max(2, len(re.findall(of_them, text)) + 1)


def _is_said(phrase: str, others: Iterable[str]) -> bool:
    """Whether another phrase says it too, and more.

    "riding" is in "riding a horse", "past a tower" in "bus past the tower", and "blue uniform"
    in "blue uniforms".
    """
    ends = (f" {phrase}", f" {plural_of(phrase)}")
    if any(other != phrase and f" {other}".endswith(ends) for other in others):
        return True
    end = re.sub(r" an? ", " the ", f" {phrase}")
    if end.endswith("ing"):
        return any(f"{end} " in f" {other}" for other in others)
    inside = end != f" {phrase}"
    return any(
        other.startswith(f"{phrase}:") or (inside and other.endswith(end)) for other in others
    )


def _place_in(text: str, phrase: str) -> int:
    """Where in the prompt a phrase begins, by the longest part of it that stands there."""
    words = phrase.partition(":")[0].lower().split()
    padded = f" {text} "
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            at = padded.find(f" {' '.join(words[start : start + size])} ")
            if at >= 0:
                return at
    return len(padded)
