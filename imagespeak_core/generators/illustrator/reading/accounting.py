"""Accounts for every content word of a prompt: it is in the wish, or it is told as not drawn.

Each word is looked for in the very noun phrase, verb or setting that it was read into.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.chunker import Cut
from imagespeak_core.generators.illustrator.reading.facts import Fact
from imagespeak_core.generators.illustrator.reading.findings import Findings
from imagespeak_core.generators.illustrator.reading.lexicon import (
    BEFORE_NOUNS,
    NOUNS,
    SETTINGS,
    Token,
    Word,
)
from imagespeak_core.generators.illustrator.reading.lost_words import (
    end_of_contents,
    end_of_look,
    end_of_piece,
    end_of_way,
    has_so_many,
    is_lost_alone,
    part_of_phrase,
    shortened,
    style_alone,
)
from imagespeak_core.generators.illustrator.reading.qualities_kept import (
    colours,
    holds_two,
    is_felt_or_aged,
    is_one_of_a_pair,
    is_owned,
    is_sized,
    pieces_worn,
)
from imagespeak_core.generators.illustrator.reading.said_before import is_of_gender, is_shown_with
from imagespeak_core.generators.illustrator.reading.settings_kept import (
    has_queue,
    is_of_sky,
    is_of_weather,
    is_setting,
)
from imagespeak_core.generators.illustrator.reading.verbs_shown import (
    OWNING,
    is_done,
    is_done_with,
    is_in_the_air,
    is_seated,
)
from imagespeak_core.generators.illustrator.scene import Wish
from imagespeak_core.generators.illustrator.words import (
    actions,
    parts,
    people,
    settings,
    things,
    unseen,
)
from imagespeak_core.generators.illustrator.words.hair import worn_as
from imagespeak_core.generators.illustrator.words.numbers import OF_EACH, PAIRS, number_of
from imagespeak_core.generators.illustrator.words.styles import STYLES

_BETWEEN = frozenset({" the ", " a ", " an ", " his ", " her ", " their "})
_ADJECTIVES = unseen.UNSEEN | things.SIZES.keys() | people.AGE_WORDS.keys() | things.COLOURS.keys()
_WORDS_OF_A_PHRASE = 4
_TWO = 2
_NAMED = frozenset({"noun", "stranger"})
Span = tuple[int, int]
"""Where a phrase begins and ends in the text."""


def not_drawn(text: str, cut: Cut, found: Findings, wish: Wish) -> tuple[str, ...]:
    """The words without a picture as they stand in the text, those side by side as one phrase.

    Args:
        text: The prompt as it was read.
        cut: Its words and chunks.
        found: What each of them was read into.
        wish: What was understood.
    """
    begins = {cut.words[chunk.at].start for chunk in cut.chunks if chunk.form == "third"}
    phrases = _joined(text, sorted(_Account(cut, found, wish).lost()), begins)
    return tuple(dict.fromkeys(shortened(text[start:end]) for start, end in phrases))


def _joined(text: str, lost: Iterable[Span], begins: Collection[int]) -> list[Span]:
    """The lost words in the order of the text; neighbours make one phrase.

    `begins` is where verbs stand of what is named before: "a red nose | juggles balls".
    """
    phrases: list[Span] = []
    for start, end in lost:
        if phrases and start < phrases[-1][1]:
            phrases[-1] = (phrases[-1][0], max(end, phrases[-1][1]))
        elif phrases and start not in begins and _is_one(text, phrases[-1], (start, end)):
            phrases[-1] = (phrases[-1][0], end)
        else:
            phrases.append((start, end))
    return phrases


def _is_one(text: str, one: Span, two: Span) -> bool:
    """Whether both make one phrase, such as "washing" and "dishes" in "washing the dishes"."""
    between = text[one[1] : two[0]]
    if text[slice(*two)].split()[0] in unseen.LOOSE_RELATIONS:
        return between == " " and text[slice(*one)].endswith("ing")
    noun = text[slice(*two)] not in _ADJECTIVES
    close = between == " " or (noun and between in _BETWEEN)
    return close and len(text[slice(*one)].split()) < _WORDS_OF_A_PHRASE


class _Account:
    """Goes through the words once, and looks where each of them went."""

    def __init__(self, cut: Cut, found: Findings, wish: Wish) -> None:
        self._words: Sequence[Word] = cut.words
        self._found = found
        self._wish = wish
        self._chunks = {chunk.at: chunk for chunk in cut.chunks if chunk.kind != "said"}
        self._told_of = {
            at: chunk for chunk in cut.chunks for at, _ in chunk.said.noted if not chunk.modifies
        }
        self._lost = (cut.lost - cut.denied) | found.lost
        self._denied = cut.denied - found.lost

    def lost(self) -> list[Span]:
        """Where the words stand of which the wish has nothing."""
        found = []
        for at, word in enumerate(self._words):
            if at in self._denied:
                continue
            if word.token is not None and word.token.value in STYLES:
                found.append(style_alone(word))
            elif at not in self._lost and word.token and word.token.meaning == "position":
                found += self._height_lost(at, word)
            elif at in self._lost or not self._is_kept(at, word):
                found.append((word.start, self._words[self._last_of(at)].end))
            elif (part := part_of_phrase(word)) is not None:
                found.append(part)
            elif (end := self._end_of_phrase(at)) is not None:
                found.append((word.start, self._words[end].end))
            elif word.text in unseen.LOOSE_RELATIONS:
                target = self._target_of(at, word.text)
                if target is not None:
                    found.append((word.start, self._words[target].end))
        return found

    def _end_of_phrase(self, at: int) -> int | None:
        """The last word of a phrase that nothing shows but its noun: "up the stairs"."""
        if self._words[at].text not in {"up", "down"}:
            looks = {link.subject for link in self._wish.links if link.relation == "looking at"}
            aimed = not looks.isdisjoint(self._found.doers.get(at, ()))
            ends = (
                end_of_look(self._words, at, aimed=aimed),
                end_of_piece(self._words, at),
                self._end_of_contents(at),
            )
            return next((end for end in ends if end is not None), None)
        goes = any(item.action in {"climb", "climb_up", "slide"} for item in self._wish.wanted)
        return None if goes else end_of_way(self._words, at, self._chunks)

    def _end_of_contents(self, at: int) -> int | None:
        """The last word for what is in the thing that somebody holds: "a basket of eggs"."""
        related = self._found.related.get(at + 1, ())
        held = any(fact.name == "holding" for fact in self._facts(at))
        return end_of_contents(self._words, at, self._chunks, related) if held else None

    def _height_lost(self, at: int, word: Word) -> list[Span]:
        """Where it stands that something is at the top that is not in the air."""
        height = next((high for high in things.AT_TOP if f" {high} " in f" {word.text} "), None)
        items = [self._wish.wanted[fact.item] for fact in self._facts(at)]
        if height is None or any(is_in_the_air(item) for item in items):
            return []
        start = word.start + word.text.index(height)
        return [(start, start + len(word.text[start - word.start :].partition(" of ")[0]))]

    def _target_of(self, at: int, relation: str) -> int | None:
        """The index of the noun to which a relation leads that is drawn as another one."""
        others = [other for other in self._found.related.get(at, ()) if other.at > at]
        surrounded = relation == "around" and sum(other.count for other in others) > _TWO
        if not others or surrounded or others[0].relation not in {"next to", "with"}:
            return None
        return others[0].at

    def _last_of(self, at: int) -> int:
        """The index of the last word of the phrase by which a lost word is told.

        A part, a number and a noun before a noun are told together with it: "red roof".
        """
        chunk, token = self._told_of.get(at), self._words[at].token
        if [word.text for word in self._words[at : at + 2]] == ["made", "of"]:
            return min(at + 2, len(self._words) - 1)
        verb = self._words[at].verb
        particles = actions.UNSEEN_PARTICLES.get(verb.value, ()) if verb else ()
        if at + 1 < len(self._words) and self._words[at + 1].text in particles:
            return at + 1
        if self._words[at].text in {"but", *unseen.OF_A_WHOLE}:
            nouns = [known for known, told in self._chunks.items() if told.kind in _NAMED]
            return min((known for known in nouns if known > at), default=at)
        if chunk is None and at + 1 < len(self._words):
            return at + 1 if self._words[at + 1].text in unseen.OF_EVERYTHING else at
        if chunk is None or token is None or chunk.kind != "noun" or chunk.at < at:
            return at
        part = chunk.at == at + 1 and chunk.value in parts.PARTS
        many = token.meaning in {"number", "vague"} and not token.text.endswith("'s")
        material = token.text in unseen.UNSEEN
        names = token.meaning in NOUNS and chunk.meaning == "thing" and not material
        return chunk.at if part or many or names else at

    def _is_kept(self, at: int, word: Word) -> bool:
        token, chunk = word.token, self._chunks.get(at)
        if word.text == "blue" and is_of_sky(self._words, at):
            return self._wish.weather == "clear" and self._wish.time in {"morning", "day"}
        if at in self._told_of:
            noted = next(known for index, known in self._told_of[at].said.noted if index == at)
            return self._is_said(self._told_of[at], noted, at)
        if chunk is None or word.text == "but":
            return self._goes_without_chunk(at, word, token)
        if chunk.kind == "noun":
            return self._is_noun_kept(chunk)
        if chunk.kind == "verb":
            return self._is_done(at, chunk.base)
        if chunk.kind == "feeling":
            return bool(self._facts(at)) and chunk.text not in people.NEAR_FEELINGS
        return True

    def _goes_without_chunk(self, at: int, word: Word, token: Token | None) -> bool:
        """Whether a word that nothing was made of asks for nothing."""
        if token is None:
            return not word.text[0].isalnum()
        if token.meaning == "number" and not token.text.endswith("'s"):
            return token.text == "both" or number_of(token.value) < _TWO
        if token.meaning in {"number", "vague"}:
            return True
        if token.text in unseen.INSIDE_ONLY:
            return self._wish.place in settings.INDOORS
        return token.meaning not in BEFORE_NOUNS | NOUNS and not is_lost_alone(self._words, at)

    def _facts(self, at: int) -> list[Fact]:
        """What the word at `at` tells of noun phrases, as far as it is still so in the end."""
        return [fact for fact in self._found.facts.get(at, ()) if self._is_so(fact)]

    def _is_so(self, fact: Fact) -> bool:
        item = self._wish.wanted[fact.item]
        if fact.name == "action":
            on_floor = fact.value == "sit_ground" and item.posture == "floor"
            return not fact.value or on_floor or fact.value in {item.action, item.posture}
        if fact.name == "wearing" and isinstance(fact.value, tuple):
            return set(fact.value) <= set(item.wearing)
        return fact.name == "count" or getattr(item, fact.name) == fact.value

    def _is_noun_kept(self, chunk: Chunk) -> bool:
        if chunk.said.count == -1:
            return True
        if chunk.token is not None and chunk.meaning in SETTINGS:
            return is_setting(chunk.token, self._wish)
        if chunk.entry in unseen.BORROWED and chunk.at not in self._found.told:
            return False
        if chunk.value == "queue" and chunk.at in self._found.told:
            return has_queue(self._wish)
        if is_one_of_a_pair(chunk) and any(map(pieces_worn, self._facts(chunk.at))):
            return False
        if self._is_counting(chunk) and chunk.value in people.MEMBERS_DO:
            members = min((at for at in self._chunks if at > chunk.at + 1), default=chunk.at)
            return self._act_as(chunk.value, members)
        held = [fact for fact in self._found.facts.get(chunk.at, ()) if fact.name == "holding"]
        if held and not any(map(self._is_so, held)):
            # Somebody was to have it who has something else to do in the end.
            return False
        return chunk.at in self._found.told or bool(self._facts(chunk.at))

    def _is_counting(self, chunk: Chunk) -> bool:
        """Whether a word for several only tells how many there are: "a choir *of children*"."""
        of = any(word.text == "of" for word in self._words[chunk.at + 1 : chunk.at + 2])
        return of and chunk.meaning in {"crowd", "group"}

    def _act_as(self, crowd: str, at: int) -> bool:
        """Whether those whom the noun at `at` names do what makes them a choir or a band."""
        done = {self._wish.wanted[fact.item].action for fact in self._found.facts.get(at, ())}
        return not people.MEMBERS_DO[crowd].isdisjoint(done)

    def _is_said(self, chunk: Chunk, token: Token, at: int) -> bool:
        """Whether what was noted of a noun phrase is in it."""
        if chunk.said.count == -1:
            return True
        thing_of_weather = token.text in settings.NOT_WEATHER_BEFORE_NOUNS
        if token.meaning in SETTINGS and (chunk.meaning in SETTINGS or not thing_of_weather):
            return is_setting(token, self._wish)
        lost = chunk.at in self._lost and not self._facts(chunk.at)
        gone = chunk.kind == "stranger" or (chunk.kind == "noun" and lost)
        if token.meaning in {"number", "vague"}:
            if gone and token.text.endswith("'s"):
                return is_owned(token, self._wish.wanted)
            return gone or self._is_counted(chunk, token)
        if gone:
            weak = chunk.meaning == "place" and chunk.text in settings.WEAK_PLACES
            return token.meaning == "size" and weak
        return self._is_in(chunk, token, at)

    def _is_in(self, chunk: Chunk, token: Token, at: int) -> bool:
        """Whether the noun phrase has it in the end."""
        facts = self._facts(chunk.at)
        if token.meaning == "verb":
            return self._is_done(at, token.value)
        if token.meaning == "colour":
            natural = settings.NATURAL_COLOURS.get(token.value, frozenset())
            if chunk.entry in unseen.OF_ANOTHER_COLOUR:
                return (token.value, chunk.entry) in unseen.COLOURS_OF_DRINKS
            return chunk.value in natural or token.value in colours(facts)
        if token.text in unseen.MANY_COLOURED:
            return any(self._wish.wanted[fact.item].looks for fact in facts)
        if token.meaning in {"size", "unseen"}:
            return is_sized(chunk, token, facts)
        if token.meaning == "haired":
            return any(worn_as(token.value) in pieces_worn(fact) for fact in facts)
        if token.meaning in {"age", "feeling"}:
            return is_felt_or_aged(chunk, token, facts)
        items = [self._wish.wanted[index] for index in {fact.item for fact in facts}]
        return is_shown_with(token, items) or is_of_gender(token, items)

    def _is_counted(self, chunk: Chunk, token: Token) -> bool:
        """Whether there are so many; a number that is left open is not to be counted."""
        if token.meaning == "vague" and token.text.endswith("queue of"):
            return has_queue(self._wish)
        if token.meaning == "vague":
            return self._are_so_called(chunk, token)
        if token.text.endswith("'s") or token.text in OF_EACH:
            return is_owned(token, self._wish.wanted) or self._has_each(chunk)
        number = number_of(token.value)
        if is_one_of_a_pair(chunk) and token.text == "one":
            return self._is_noun_kept(chunk)
        if number >= _TWO and self._is_counting(chunk):
            return any(known is token and at > chunk.at for at, known in chunk.said.noted)
        if chunk.value in parts.PARTS and chunk.at in self._found.told:
            return has_so_many(chunk.value, token, number)
        apart = chunk.at in self._found.told and not self._found.facts.get(chunk.at)
        teams = chunk.value in {"team", "group"} and number == _TWO
        if number < _TWO or chunk.kind == "said" or apart or teams:
            return number < _TWO or chunk.meaning not in SETTINGS
        counts = self._counts(chunk)
        asked = [
            number_of(known.value)
            for _, known in chunk.said.noted
            if known.meaning == "number" and not known.text.endswith("'s")
        ]
        several = {*counts, sum(counts)}
        worn = chunk.meaning == "clothes" and any(map(pieces_worn, self._facts(chunk.at)))
        if token.text in PAIRS and (worn or 1 in counts):
            return True
        return number in several or (len(asked) > 1 and max(asked) in several)

    def _has_each(self, chunk: Chunk) -> bool:
        """Whether several are shown, and not each with what is only said to be for them."""
        first = min([chunk.at, *(at for at, _ in chunk.said.noted)])
        is_for = first > 0 and self._words[first - 1].text in {"for", "per"}
        return chunk.said.each and chunk.meaning != "place" and not is_for

    def _are_so_called(self, chunk: Chunk, token: Token) -> bool:
        """Whether a word that leaves the number open says nothing more, or what is so."""
        crowd = token.text.removeprefix("a ").removesuffix(" of")
        if crowd in people.MEMBERS_DO:
            return self._act_as(crowd, chunk.at)
        one_pile = chunk.value in unseen.PILED and (chunk.said.count or 1) == 1
        piled = token.text not in unseen.PILES or one_pile
        return token.text not in unseen.TOO_MANY and piled

    def _counts(self, chunk: Chunk) -> list[int]:
        """How many the noun brings in: noun phrases of its own, or what somebody holds."""
        facts = self._found.facts.get(chunk.at, ())
        counts = {fact.item: int(str(fact.value)) for fact in facts if fact.name == "count"}
        if counts or chunk.meaning == "crowd":
            return list(counts.values())
        held = [self._wish.wanted[fact.item] for fact in facts if fact.name == "holding"]
        many = _TWO if any(map(holds_two, held)) else 0
        return [many, sum(item.count for item in held if item.each_holds)]

    def _is_done(self, at: int, base: str) -> bool:
        """Whether they who are to do it do it, or it is a verb of which nothing can be seen."""
        if base in actions.OF_WEATHER and is_of_weather(self._words, at):
            return True
        indices = self._found.doers.get(at, ())
        doers = [self._wish.wanted[index] for index in indices]
        later = [
            known for known in self._chunks if known > at and self._words[known].text not in OWNING
        ]
        after = min(later, default=at)
        words = [word.text.split()[-1] for word in self._words[at + 1 : at + 3]]
        if not is_done_with(base, doers, self._chunks.get(after), words):
            return False
        return is_seated(base, indices, self._wish) or is_done(base, doers, self._wish)
