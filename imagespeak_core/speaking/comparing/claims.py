"""What a text claims: who and what is named in it, and each fact that is told of them.

The illustrator's reader finds them. Facts that it only guesses, such as what people do who are
named in a word for their work, are no claims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.lexicon import Token
from imagespeak_core.generators.illustrator.words import actions, people
from imagespeak_core.speaking.comparing.hearing import ARTICLES, Heard
from imagespeak_core.speaking.comparing.naming import wide_word
from imagespeak_core.speaking.comparing.numbers_said import counts_all, number_said
from imagespeak_core.speaking.comparing.phrases import Claim, Phrase, Relates, Span


def _owned(chunk: Chunk) -> bool:
    """Whether it is somebody's own: "his mother"."""
    return any(
        token.text in {"his", "her", "their"} or token.text.endswith("'s")
        for _, token in chunk.said.noted
    )


def _noted(chunk: Chunk) -> list[tuple[int, Token]]:
    """What is taken for a word, but a colour before its article: "… is brown the cat"."""
    article = max((n for n, token in chunk.said.noted if token.text in ARTICLES), default=-1)
    return [
        (n, token)
        for n, token in chunk.said.noted
        if token.meaning != "colour" or not n < article < chunk.at
    ]


def _is_people(chunk: Chunk) -> bool:
    return chunk.value == "people"


_SPEAKERS = frozenset({"i", "we", "me", "us", "you"})
"""Who speaks is not in the picture."""
_DONE_TO_NOBODY = frozenset("stand sit lie sleep run come kneel wait".split())
_DRESSED = frozenset({"in", "with", "who", "wearing"})
"""Words after somebody's name that tell what they have on."""
_MORE_THAN_NOUNS = frozenset({"group", "crowd"})


class Claims:
    """All that a text claims, read once.

    Args:
        text: The text as it was typed; all spans are of this.

    Attributes:
        heard: The text as it was read.
        phrases: Who and what is named, by the reader's index; later ones are nouns it lacks.
        again: Where phrases are named a second time.
        relations: How they are related.
        wide: Nouns for many kinds at once, which the reader has no picture for: "animals".
    """

    def __init__(self, text: str) -> None:
        self.heard = heard = Heard(text)
        self._chunks = heard.chunks
        self._order = sorted(self._chunks)
        self.phrases: dict[int, Phrase] = {}
        self.again: list[tuple[int, Phrase]] = []
        for index, at in heard.found.named.items():
            if index < len(heard.found.wanted) and at in self._chunks:
                self.phrases[index] = self._phrase(index, at)
        self._find_again()
        for at, facts in heard.found.facts.items():
            for fact in facts:
                if fact.item in self.phrases and 0 <= at < len(heard.words):
                    self._take(fact.item, fact.name, fact.value, at)
        self._note_shared()
        self.relations = list(self._relations())
        self.wide = [
            self._widely_named(chunk, wide)
            for chunk in self._chunks.values()
            if chunk.kind == "stranger" and (wide := wide_word(chunk.text))
        ]

    def _phrase(self, index: int, at: int) -> Phrase:
        wanted, chunk = self.heard.found.wanted[index], self._chunks[at]
        noted = sorted(
            other
            for other, token in _noted(chunk)
            if other < at and token.text not in ARTICLES and not token.text.endswith("'s")
        )
        start = noted[0] if noted else at
        number = number_said(chunk, self.heard)
        said = self.heard.typed(at)
        wide = wide_word(said)
        pronoun = chunk.kind != "noun"
        before = self.heard.words[at - 1] if at else None
        unknown = before is not None and before.token is None and before.verb is None
        may_be_verb = self.heard.words[at].verb is not None and (unknown or not chunk.said.noted)
        crowd = chunk.meaning in _MORE_THAN_NOUNS
        return Phrase(
            index=index,
            kind=wanted.kind,
            noun=wide or (chunk.value if chunk.value in people.PEOPLE else wanted.noun),
            said=said,
            at=at,
            span=self.heard.between(start, at),
            noun_span=self.heard.between(at, at),
            several=chunk.plural or wanted.count > 1 or crowd,
            number=number,
            counts_all=number is not None and counts_all(chunk, start, self.heard),
            loose=chunk.meaning == "group",
            age=wanted.age,
            young=any(token.text == "young" for _, token in _noted(chunk)),
            sure=self.heard.is_sure(at)
            and not pronoun
            and not may_be_verb
            and not (wanted.kind == "person" and _owned(chunk)),
            denied=self.heard.denies(chunk) or said in _SPEAKERS,
        )

    def _widely_named(self, chunk: Chunk, wide: str) -> Phrase:
        span = self.heard.between(chunk.at, chunk.at)
        return Phrase(
            index=-1, kind="thing", noun=wide, said=chunk.text, at=chunk.at, span=span,
            noun_span=span, several=chunk.plural, loose=True, sure=False,
            denied=self.heard.denies(chunk),
        )  # fmt: skip

    def _find_again(self) -> None:
        """Notes where a noun names again what came before."""
        for at, chunk in self._chunks.items():
            if chunk.kind != "noun" or chunk.said.count == -1:
                continue
            items = {
                fact.item for fact in self.heard.found.facts.get(at, ()) if fact.name == "count"
            }
            for index in items:
                known = self.phrases.get(index)
                if known is not None and known.at != at:
                    self.again.append((index, self._phrase(index, at)))

    def _note_shared(self) -> None:
        """Notes which claims are read as told of several phrases."""
        told = Counter(
            (one.told, one.at) for phrase in self.phrases.values() for one in phrase.claims
        )
        for phrase in self.phrases.values():
            phrase.claims = [
                replace(one, shared=told[one.told, one.at] > 1) for one in phrase.claims
            ]

    def _take(self, index: int, name: str, value: object, at: int) -> None:
        phrase, chunk = self.phrases[index], self._chunks.get(at)
        claim: Claim | None = None
        sure = self.heard.is_sure(at) and at not in self.heard.denied and self._is_of(phrase, at)
        sure = sure and not (name == "wearing" and self._is_of_unknown(phrase.at, at))
        if name == "count" and chunk is not None and chunk.kind == "noun":
            number = number_said(chunk, self.heard)
            if number is not None and (chunk.meaning not in _MORE_THAN_NOUNS or _is_people(chunk)):
                told = [n for n, token in chunk.said.noted if token.text not in ARTICLES]
                span = self.heard.between(min(told, default=at), at)
                claim = Claim("count", str(number), at, span, sure=sure)
        elif name == "colour" and chunk is not None and phrase.kind != "person":
            claim = self._coloured(chunk, at, sure)
        elif name == "action" and chunk is not None:
            claim = self._action(phrase, chunk, at, sure)
        elif name in {"side", "depth"} and isinstance(value, str):
            claim = Claim("side", value, at, self._position(at), sure=sure)
        elif name == "holding" and isinstance(value, str):
            colours = self._colours(chunk) if chunk else ()
            claim = Claim(
                "holding", value, at, self._span(at), " ".join(colours) or None, sure,
                self._piece(chunk),
            )  # fmt: skip
        elif name == "wearing" and isinstance(value, tuple) and value and chunk is not None:
            what, said = value[-1]
            if chunk.kind == "noun" and chunk.meaning == "clothes":
                colours = self._colours(chunk)
                claim = Claim(
                    "wearing", what, at, self._span(at), " ".join(colours) or said, sure,
                    self._piece(chunk),
                )  # fmt: skip
        if claim is not None and claim not in phrase.claims:
            phrase.claims.append(claim)

    def _is_of(self, phrase: Phrase, at: int) -> bool:
        """Whether a fact is surely told of the phrase, and of none else that a pronoun may mean."""
        if self._chunks[phrase.at].text in people.SOME_OF_SEVERAL:
            return False
        named = [phrase.at, *(n for index, again in self.again if index == phrase.index
                              for n in (again.at,))]  # fmt: skip
        since = max((n for n in named if n <= at), default=-1)
        pronouns = [
            self._chunks[n].text
            for n in self._order
            if since < n <= at and self._chunks[n].kind == "pronoun"
        ]
        if not pronouns:
            return True
        gender = people.PRONOUNS.get(pronouns[-1])
        if gender not in {"man", "woman", "it"}:
            return False
        return not any(
            other.at < at and index != phrase.index and self._may_be(other, gender)
            for index, other in self.phrases.items()
        )

    def _is_of_unknown(self, since: int, at: int) -> bool:
        """Whether somebody by a name that is not known comes between: "the hairdreser in blue"."""
        words = self.heard.words
        return any(
            words[n].token is None
            and words[n].verb is None
            and words[n - 1].text in ARTICLES
            and words[n + 1].text in _DRESSED
            for n in range(since + 2, at - 1)
        )

    @staticmethod
    def _may_be(phrase: Phrase, gender: str) -> bool:
        """Whether a pronoun may stand for the phrase."""
        if gender == "it" or phrase.kind != "person":
            return (gender == "it" and phrase.kind != "person") or phrase.kind == "animal"
        word = people.PEOPLE.get(phrase.noun)
        return word is None or word.gender in {None, gender}

    def _coloured(self, chunk: Chunk, at: int, sure: bool) -> Claim | None:
        colours = self._colours(chunk)
        if not colours:
            return None
        return Claim("colour", " ".join(colours), at, self._span(at), sure=sure)

    @staticmethod
    def _colours(chunk: Chunk) -> tuple[str, ...]:
        return tuple(token.value for _, token in _noted(chunk) if token.meaning == "colour")

    def _piece(self, chunk: Chunk | None) -> Span | None:
        if chunk is None:
            return None
        noted = [other for other, token in _noted(chunk) if token.meaning == "colour"]
        return self.heard.between(min(noted), max(chunk.at, *noted)) if noted else None

    def _action(self, phrase: Phrase, chunk: Chunk, at: int, sure: bool) -> Claim | None:
        """What somebody is said to do: the verb itself, and what it is done to."""
        if chunk.kind == "verb" and chunk.base:
            last, base = at, chunk.base
            following = self.heard.words[at + 1 : at + 4]
            for steps, word in enumerate(following, start=1):
                if word.token is None or word.token.meaning in {"thing", "activity", "clothes"}:
                    if word.token is not None:
                        last, base = at + steps, f"{chunk.base} {word.token.value}"
                    break
                if word.token.meaning not in {"number", "colour", "vague", "size", "silent"}:
                    break
            past = chunk.form == "past" and chunk.base not in actions.SAME_IN_PAST
            sure = sure and not past and not self._opens(at) and self._does_it(phrase, at)
            sure = sure and not self._has_its_doer_after(chunk)
            return Claim("action", base, at, self.heard.between(at, last), sure=sure)
        return None

    def _does_it(self, phrase: Phrase, at: int) -> bool:
        """Whether nobody else is named right before the verb, nor anything that is not known."""
        before, _ = self.heard.chunks_around(at)
        for chunk in before:
            if chunk.kind in {"auxiliary", "who", "position", "feeling"}:
                continue
            if chunk.kind == "stranger":
                return False
            if chunk.kind != "noun":
                return True
            named = {
                fact.item
                for fact in self.heard.found.facts.get(chunk.at, ())
                if fact.name == "count" and fact.item in self.phrases
            }
            alive = {index for index in named if self.phrases[index].kind != "thing"}
            return not alive or phrase.index in alive
        return True

    def _has_its_doer_after(self, verb: Chunk) -> bool:
        """Whether whoever does it comes next, as nothing is done to them: "behind him stands a"."""
        _, after = self.heard.chunks_around(verb.at)
        alive = {phrase.at for phrase in self.phrases.values() if phrase.kind != "thing"}
        return verb.base in _DONE_TO_NOBODY and bool(after) and after[0].at in alive

    def _is_inverted(self, at: int) -> bool:
        """Whether the sentence begins with a verb, and who does it comes last."""
        before, _ = self.heard.chunks_around(at)
        first = min((one.at for one in before if one.at >= 0), default=at)
        return self._chunks[first].kind == "verb" and self._opens(first)

    def _opens(self, at: int) -> bool:
        """Whether a sentence begins with the verb, so that its doer is still to come."""
        before = self.heard.words[at - 1].text if at else "."
        return before in {".", "!", "?", ";", ":"} and self._chunks[at].form == "ing"

    def _span(self, at: int) -> Span:
        """Where a word stands, with what was taken for it before."""
        chunk = self._chunks.get(at)
        noted = [other for other, token in _noted(chunk) if self._tells(token)] if chunk else []
        return self.heard.between(min([at, *noted]), max([at, *noted]))

    def _position(self, at: int) -> Span:
        """Where the words for a side stand, of a noun that comes after them as well."""
        chunk = self._chunks.get(at)
        if chunk is None or chunk.kind != "noun":
            return self._span(at)
        before, _ = self.heard.chunks_around(at)
        place = next((one.at for one in before if one.kind == "position" and one.at >= 0), at)
        return self._span(place)

    @staticmethod
    def _tells(token: Token) -> bool:
        return token.text not in ARTICLES and not token.text.endswith("'s")

    def _is_of_stranger(self, at: int) -> bool:
        """Whether a word that is not known stands right before, which it may be said of."""
        before, _ = self.heard.chunks_around(at)
        return bool(before) and before[0].kind == "stranger"

    def _named_after(self, at: int, index: int) -> int:
        """Where a phrase is first named after the word at `at`; that word where it is not."""
        named = [self.phrases[index].at]
        named += [again.at for other, again in self.again if other == index]
        return min((n for n in named if n > at), default=at)

    def _relations(self) -> Iterator[Relates]:
        for at, related in self.heard.found.related.items():
            if not 0 <= at < len(self.heard.words):
                continue
            for one in related:
                if {one.subject, one.target} <= set(self.phrases):
                    first, last = at, self._named_after(at, one.target)
                    yield Relates(
                        one.subject, one.relation, one.target, self.heard.words[at].text,
                        self.heard.between(first, last),
                        self.heard.is_sure(at) and at not in self.heard.denied
                        and not self._is_inverted(at) and not self._is_of_stranger(at),
                        shared=len({other.subject for other in related}) > 1,
                    )  # fmt: skip
