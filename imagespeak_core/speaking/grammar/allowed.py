"""Which of Harper's rules may speak to learners, and what must hold besides.

All others are silent: style, spelling, names, capital letters and signs are no grammar of what
somebody says, and many are sure only of what native speakers write. The names are Harper's own, of
harper-py 0.2.0 (November 2026).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from imagespeak_core.checkers.base import Spotted
from imagespeak_core.speaking.grammar.kinds import RULES, Kind
from imagespeak_core.speaking.grammar.note import GrammarNote
from imagespeak_core.speaking.grammar.word_forms import (
    IN_PAIRS,
    QUALITIES,
    SAME_IN_PAST,
    SINGULAR_OF,
    VERB_OF,
)

_NEAR = 100
"""So many characters before what was found are looked at: no more is looked through each time."""

_BEFORE = re.compile(r"(?:[^\W\d_]+(?:['’][^\W\d_]+)?)[^\S\n]+\Z")
_AFTER = re.compile(r"[^\S\n]+[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SUBJECT = re.compile(
    r"(?:\A|[.!?…;:,\n]|\b(?:and|but|because|so|while|when|then|think|maybe|also))[\"“]?\s*"
    r"(?:(?:um|uh|er|well|so|and|then|okay),?\s+)*\b(?:he|she|it|we|they|you|i)\s+\Z",
    re.IGNORECASE,
)
_PLURALS = frozenset("children women men feet teeth mice geese sheep knives wives wolves".split())
_FOLLOWS_A_PLURAL = re.compile(
    r"\s*(?:\Z|[.,;:!?…\n])|\s+(?:is|are|was|were|have|has|and|in|on|at|with|who|under|near)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\s+[a-z]+\s+(?:a|an|the|some|his|her|their|home|something|with)\b", re.I)
_NO_NOUN_PHRASE = frozenset(
    "a an and is are or in of on at if it as um umm uh uhm er erm eh hm hmm i".split()
)
"""What follows an "a" that is a letter, or somebody who looks for a word."""

_LIKE_YOU_OR_ONE = re.compile(r"(?:u[bcfkmnrst][aeiou]|eu|ew|one\b|once\b|ou[ij])", re.IGNORECASE)
"""Words with a vowel's letter first that may begin with another sound: "unary", "european"."""

_SEVERAL_FOLLOW = re.compile(
    rf"[^\S\n]+(?:[a-z]+[^\S\n]+)?(?:(?:{'|'.join(QUALITIES)})[^\S\n]+)?"
    rf"(?:{'|'.join(sorted(IN_PAIRS | SINGULAR_OF.keys()))})\b",
    re.IGNORECASE,
)
"""Before these stands neither "a" nor "an"."""

_LIST = re.compile(r"[^.!?…\n]*(?:,|\band\b)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Words that a rule has found, and those around them."""

    before: str
    words: str
    after: str
    instead: str

    @property
    def last(self) -> str:
        """The word before, in small letters."""
        return self.before.split()[-1].lower() if self.before.strip() else ""

    @property
    def next(self) -> str:
        """The word after, as it is written."""
        found = _AFTER.match(self.after)
        return found[0].strip() if found else ""


_Holds = Callable[[_Place], bool]


@dataclass(frozen=True, slots=True)
class Allowed:
    """A rule that may speak.

    Attributes:
        kind: What it is about; or how that is told.
        holds: What must be so, too.
        before: How many words before what it found are marked with it.
        after: How many after it.
    """

    kind: Callable[[_Place], Kind]
    holds: _Holds
    before: int = 0
    after: int = 0


def _always(kind: Kind) -> Callable[[_Place], Kind]:
    return lambda place: kind


def _is_article(place: _Place) -> bool:
    """Before one thing, and not "a an apple", which somebody says who corrects himself."""
    word = place.next
    is_word = len(word) > 1 and word[1:].islower() and word.lower() not in _NO_NOUN_PHRASE
    sounds_otherwise = place.instead.lower() == "an" and bool(_LIKE_YOU_OR_ONE.match(word))
    is_one = not _SEVERAL_FOLLOW.match(place.after)
    return is_word and is_one and not sounds_otherwise and place.last not in ("a", "an")


def _is_agreement(place: _Place) -> bool:
    verb = place.words.lower()
    has_subject = _SUBJECT.search(place.before, max(0, len(place.before) - _NEAR))
    return bool(has_subject) and verb not in SAME_IN_PAST | {"like"}


def _agreement(place: _Place) -> Kind:
    return "he_she_it" if place.last in ("he", "she", "it") else "they"


def _is_plural(place: _Place) -> bool:
    """Of verbs it says sometimes one past and sometimes the other: "stole", "stolen"."""
    return place.instead.lower() in _PLURALS and bool(_FOLLOWS_A_PLURAL.match(place.after))


def _wants(place: _Place) -> bool:
    is_want = place.words.lower() in ("want", "wants", "wanted")
    verb = VERB_OF.get(place.next.lower())
    is_base = verb is not None and verb.base == place.next.lower()
    return is_want and is_base and bool(_OBJECT.match(place.after))


def _is_several(place: _Place) -> bool:
    """Of "There is flowers"; in a list, "there is" is said of its first thing."""
    plain = not place.after.startswith(("'", "’"))
    return (
        plain and place.words.lower().startswith(("is ", "was ")) and not _LIST.match(place.after)
    )


def _is_perfect(place: _Place) -> bool:
    is_said_by_some = place.words.lower() in ("forgot", "got", "bit", "beat", "hid", "spun")
    return place.last in ("have", "has", "had") and not is_said_by_some


def _arrives(place: _Place) -> bool:
    return place.last.startswith("arriv") and place.next.lower() in (
        "the",
        "a",
        "their",
        "his",
        "her",
    )


ALLOWED: dict[str, Allowed] = {
    "AnA": Allowed(_always("a_or_an"), _is_article, after=1),
    "RegularIrregulars": Allowed(_always("plural_form"), _is_plural),
    "PronounVerbAgreement": Allowed(_agreement, _is_agreement, before=1),
    "PronounInflectionBe": Allowed(_agreement, _is_agreement, before=1),
    "SimplePastToPastParticiple": Allowed(_always("have_done"), _is_perfect, before=1),
    "ThereIsAgreement": Allowed(_always("there_is"), _is_several, before=1),
    "ArriveTo": Allowed(_always("verb_word"), _arrives, before=1, after=1),
    "MissingTo": Allowed(_always("to_do"), _wants, after=1),
}
"""By Harper's name of it."""


def allowed(words: str, spotted: Iterable[Spotted]) -> Iterator[GrammarNote]:
    """What may be said of all that Harper has found in these words."""
    for one in spotted:
        rule = ALLOWED.get(one.rule)
        if rule is None or not one.instead or not one.instead[0]:
            continue
        place = _Place(
            words[: one.start], words[one.start : one.end], words[one.end :], one.instead[0]
        )
        if rule.holds(place):
            yield _note(words, one, rule, place)


def _note(words: str, one: Spotted, rule: Allowed, place: _Place) -> GrammarNote:
    start, end = one.start, one.end
    for _ in range(rule.before):
        found = _BEFORE.search(words, max(0, start - _NEAR), start)
        start = found.start() if found else start
    for _ in range(rule.after):
        after = _AFTER.match(words[end:])
        end += after.end() if after else 0
    say = words[start : one.start] + _written_as(place) + words[one.end : end]
    kind = rule.kind(place)
    return GrammarNote(start, end, words[start:end], kind, RULES[kind], say)


def _written_as(place: _Place) -> str:
    """With a capital letter where the learner wrote one, and no more: Harper makes "AN" of "A"."""
    small = place.instead.lower()
    return small[:1].upper() + small[1:] if place.words[:1].isupper() else small
