"""What is counted in a learner's words. Numbers and words, never a mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from imagespeak_core.speaking.counted_words import (
    ABBREVIATIONS,
    ABBREVIATIONS_AT_ENDS,
    CLAUSES_BEGIN,
    FILLERS,
    FUNCTION_WORDS,
    JOINING,
    JOINING_BEFORE_A_CLAUSE,
    NOT_FIRST,
    POSITIONS,
)
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.typed_text import with_plain_forms

_WORD = re.compile(
    r"[^\W\d_](?:\.[^\W\d_]\b)+|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?"
)
_END = re.compile(r"[.!?…。！？]+[\"'”’)]*(?=\s|$)|(?<=[a-z])[.!?]+(?=[A-Z])|[。！？]+|[\r\n]+")  # noqa: RUF001
_LAST_WORD = re.compile(r"[\w.]*\w$")

_OFTEN = 3
_MOST_REPEATED = 5
_LEAST_LETTERS = 3
_LEAST_SPOKEN_S = 3.0
_LONGEST_PHRASE = 6

_Sentence = list[str]

# The vocabulary is imported where words are counted: attempts are known without it.


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted. Fillers ("um") are no words; "don't" and "bus-stop" are one each.

    Attributes:
        words: How many.
        different_words: Whatever their capital letters.
        sentences: As their signs and lines part them; a text without any is one.
        longest_sentence_words: The words of the longest.
        repeated: Words used three times or more with how often, the most used first, at most
            five; "the", "is" and the like are none.
        joining: Words that join sentences and their parts, each once, in the order of the text.
        positions: Phrases that tell where something is, likewise.
        level_words: The words asked for that were used, as they were asked for.
        targets_used: A teacher's words that were used.
        targets_left: Those that were not.
    """

    words: int = 0
    different_words: int = 0
    sentences: int = 0
    longest_sentence_words: int = 0
    repeated: tuple[tuple[str, int], ...] = ()
    joining: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    level_words: tuple[str, ...] = ()
    targets_used: tuple[str, ...] = ()
    targets_left: tuple[str, ...] = ()


def count(
    words: str, *, level_words: Iterable[str] = (), target_words: Iterable[str] = ()
) -> Counts:
    """What is in a text as a learner typed it.

    Args:
        words: The text.
        level_words: Words or phrases of the learner's level; any form of them counts.
        target_words: Those that a teacher wants to hear.
    """
    sentences = _sentences(words)
    all_words = [word for sentence in sentences for word in sentence]
    bases = [[_bases(word) for word in sentence] for sentence in sentences]
    targets = tuple(dict.fromkeys(target_words))
    used = {target for target in targets if _is_used(target, bases)}
    return Counts(
        words=len(all_words),
        different_words=len(set(all_words)),
        sentences=len(sentences),
        longest_sentence_words=max(map(len, sentences), default=0),
        repeated=_repeated(all_words),
        joining=_found(sentences, _joining_at),
        positions=_found(sentences, _position_at),
        level_words=tuple(word for word in dict.fromkeys(level_words) if _is_used(word, bases)),
        targets_used=tuple(target for target in targets if target in used),
        targets_left=tuple(target for target in targets if target not in used),
    )


def words_per_minute(counts: Counts, speech: Speech) -> int | None:
    """Words in a minute of speaking, pauses left out; None under three seconds of it."""
    if not speech.heard or speech.speaking_s < _LEAST_SPOKEN_S:
        return None
    return round(counts.words * 60 / speech.speaking_s)


def _sentences(text: str) -> list[_Sentence]:
    pieces = (_words(piece) for piece in _pieces(text))
    return [words for words in pieces if words]


def _words(text: str) -> list[str]:
    plain = with_plain_forms(text)
    found = (word[0].casefold().replace("’", "'") for word in _WORD.finditer(plain))
    return [word for word in found if word not in FILLERS]


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        if not _is_within(text, start, end):
            yield text[start : end.end()]
            start = end.end()
    yield text[start:]


def _is_within(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a full stop belongs to a word, or to the number of a line."""
    before = _LAST_WORD.search(text[start : end.start()])
    if end[0] != "." or before is None:
        return False
    word, rest = before[0].lower(), text[end.end() :].lstrip(" ")
    if word in ABBREVIATIONS_AT_ENDS:
        return rest[:1].islower() or rest[:1].isdigit()
    if word in ABBREVIATIONS:
        return bool(rest)
    return word.isdigit() and text[start : end.start()].strip() == word


def _repeated(words: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Their forms are counted together, and named by the one that came first."""
    named: dict[str, str] = {}
    times: Counter[str] = Counter()
    for word in words:
        if word in FUNCTION_WORDS or len(word) < _LEAST_LETTERS or word[0].isdigit():
            continue
        base = min(_bases(word), key=lambda one: (len(one), one))
        times[named.setdefault(base, word)] += 1
    return tuple(
        (word, often) for word, often in times.most_common(_MOST_REPEATED) if often >= _OFTEN
    )


_Match = Callable[[Sequence[str], int], int]
"""The words of a sentence and where in it → how many words match from there on; 0 for none."""


def _found(sentences: Iterable[_Sentence], match: _Match) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for sentence in sentences:
        at = 0
        while at < len(sentence):
            length = match(sentence, at)
            if length:
                found.setdefault(" ".join(sentence[at : at + length]))
            at += length or 1
    return tuple(found)


def _position_at(sentence: Sequence[str], at: int) -> int:
    return _longest(POSITIONS, sentence, at)


def _joining_at(sentence: Sequence[str], at: int) -> int:
    if _position_at(sentence, at):
        return 0
    word = sentence[at]
    if at == 0 and word in NOT_FIRST:
        return 0
    length = _longest(JOINING, sentence, at)
    if not length and word in JOINING_BEFORE_A_CLAUSE:
        return int(" ".join(sentence[at + 1 : at + 2]) in CLAUSES_BEGIN)
    return length


def _longest(phrases: frozenset[str], sentence: Sequence[str], at: int) -> int:
    lengths = range(min(_LONGEST_PHRASE, len(sentence) - at), 0, -1)
    return next((n for n in lengths if " ".join(sentence[at : at + n]) in phrases), 0)


def _is_used(phrase: str, sentences: Iterable[Sequence[frozenset[str]]]) -> bool:
    """Whether all words of a phrase stand side by side in some sentence, in any form."""
    wanted = [_bases(word) for word in _words(phrase)]
    return bool(wanted) and any(
        all(wish & said for wish, said in zip(wanted, sentence[at:], strict=False))
        for sentence in sentences
        for at in range(len(sentence) - len(wanted) + 1)
    )


@lru_cache(maxsize=4_096)
def _bases(word: str) -> frozenset[str]:
    """Of what a word can be a form, itself among them: "ran" of "run", "dogs" of "dog"."""
    from imagespeak_core.generators.illustrator.reading.lexicon import verbs

    if word in verbs():
        return frozenset({word, verbs()[word][0].value, *_singulars(word)})
    return frozenset({word, *_singulars(word), *_plain_verbs(word)})


def _singulars(word: str) -> Iterator[str]:
    from imagespeak_core.generators.illustrator.words.things import PLURALS

    if word in PLURALS:
        yield PLURALS[word]
    elif word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield from (word[:-2], word[:-1])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        yield word[:-1]


def _plain_verbs(word: str) -> Iterator[str]:
    ending = next((ending for ending in ("ing", "ied", "ed") if word.endswith(ending)), "")
    stem = word.removesuffix(ending)
    if not ending or len(stem) < _LEAST_LETTERS:
        return
    if ending == "ied":
        yield stem + "y"
        return
    yield stem + "e"
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    if not re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", stem):  # "car" would be "carring"
        yield stem
