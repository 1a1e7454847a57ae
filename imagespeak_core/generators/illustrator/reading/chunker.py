"""Words in order → chunks: noun phrases with what is said of them, verbs, and small words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, ChunkKind, Modifiers
from imagespeak_core.generators.illustrator.reading.denying import Denials
from imagespeak_core.generators.illustrator.reading.lexicon import (
    BEFORE_NOUNS,
    HEADS,
    NOUNS,
    SETTINGS,
    Form,
    Token,
    Word,
    read_words,
)
from imagespeak_core.generators.illustrator.reading.noun_spotting import modifies
from imagespeak_core.generators.illustrator.reading.phrase_spotting import (
    acts,
    goes_on_denying,
    goes_without_saying,
    hangs,
    is_alone_after_noun,
    is_felt,
    is_likeness,
    is_material,
    is_of_a_person,
    is_of_a_place,
    is_of_each,
    is_of_noun_before,
    is_painted,
    is_put_on,
    is_seen_of_noun,
    is_told_apart,
    is_weather_here,
    is_whose_body,
    is_without_noun,
    may_hang,
    noun_comes,
)
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.reading.verb_spotting import (
    is_participle_of_noun,
    is_verb,
    looks_like_verb,
)
from imagespeak_core.generators.illustrator.words import actions, people, settings, things, unseen
from imagespeak_core.generators.illustrator.words.compounds import COMPOUNDS, KINDS
from imagespeak_core.generators.illustrator.words.numbers import BORN_TOGETHER, number_in, number_of

_SIDES = frozenset({"left", "right"})


@dataclass(frozen=True, slots=True)
class Cut:
    """A prompt in chunks.

    `lost` are the indices of the words that name nothing to draw, `denied` those of the words
    that tell what is not there or not so, or only ask for the picture; `deserted` tells that
    the prompt says that nobody is there.
    """

    words: Sequence[Word]
    chunks: Sequence[Chunk]
    lost: frozenset[int]
    denied: frozenset[int]
    deserted: bool


def cut(prompt: str) -> Cut:
    """Cuts a prompt into chunks, once from left to right."""
    return _Chunker(Scan(read_words(prompt))).cut()


class _Chunker:
    """Takes one word after the other, and adds the chunks that they make."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._denials = Denials(scan)
        self._lost: set[int] = set()
        self._denied: set[int] = set()
        self._deserted = False

    def cut(self) -> Cut:
        scan = self._scan
        for word in scan:
            if self._denials.take(word):
                self._denied.add(scan.at)
                continue
            if self._is_order(word):
                self._denied.add(scan.at)
                continue
            if is_verb(scan, word):
                self._verb(word)
            elif word.token is None:
                self._stranger(word.text)
            else:
                self._known(word, word.token)
        self._flush()
        deserted = self._deserted or self._denials.deserted
        lost, denied = frozenset(self._lost), frozenset(self._denied)
        return Cut(scan.words, scan.chunks, lost, denied, deserted)

    def _is_order(self, word: Word) -> bool:
        """Whether the word asks for the picture: "draw a cat", "show me a street"."""
        ordered = self._scan.ahead_means("number", "vague", "silent", *BEFORE_NOUNS, *NOUNS)
        return word.text in actions.ORDERS and not self._scan.chunks and ordered

    def _add(
        self, kind: ChunkKind, text: str, token: Token | None = None, said: Modifiers | None = None
    ) -> None:
        self._scan.add(Chunk(kind, text, token, said=said or Modifiers(), at=self._scan.at))

    def _verb(self, word: Word) -> None:
        if word.verb is None:
            return
        if is_participle_of_noun(self._scan, word):
            self._scan.said.action = word.verb.value
            self._scan.said.action_at = self._scan.at
            self._scan.said.noted.append((self._scan.at, word.verb))
            self._scan.is_open = True
            return
        following = self._scan.ahead()
        unknown = following.token is None and following.verb is None and following.text.isalpha()
        if self._scan.is_open and unknown and word.form in {"ing", "past"}:
            self._give_up()
            return
        if word.verb.value == "have" and following.verb and following.form == "past":
            self._add("auxiliary", word.text)
            return
        base, at = word.verb.value, self._scan.at
        self._scan.add(Chunk("verb", word.text, word.verb, base=base, form=word.form, at=at))

    def _stranger(self, text: str) -> None:
        if text == ",":
            self._flush()
            self._add("comma", text)
        elif text in {".", ";", "!", "?", ":"}:
            self._flush()
            self._add("stop", text)
        elif len(text) < 3 or text.endswith("ly"):
            self._give_up()
        elif text not in COMPOUNDS and looks_like_verb(self._scan, text):
            self._give_up()
            form: Form = "ing" if text.endswith("ing") else "base"
            self._scan.add(Chunk("verb", text, form=form, at=self._scan.at))
        elif " " not in text and self._more_follows():
            self._give_up()
            self._scan.is_open = True
        elif self._scan.said.count == -1 and self._has_owner():
            # What belongs to it may be drawn with it, though there is no word for it alone.
            at = self._scan.at
            self._lost |= {at - 1, at, *(noted for noted, _ in self._scan.said.noted)}
            self._flush()
        elif self._scan.said.count == -1:
            # What has no picture is not there in any case, but what every place has.
            words = {self._scan.at, *(at for at, _ in self._scan.said.noted)}
            if text in unseen.THERE_ANYWAY:
                self._lost |= words
                self._denied -= words
            else:
                self._denied |= words
            self._flush()
        else:
            self._give_up()
            said, at = self._scan.said, self._scan.at
            self._scan.add(Chunk("stranger", text, plural=text.endswith("s"), said=said, at=at))

    def _give_up(self) -> None:
        """Notes that the word at the scan has no picture."""
        self._lost.add(self._scan.at)

    def _has_owner(self) -> bool:
        """Whether it is said whose it is: "its peel"."""
        at = self._scan.at
        return at > 0 and self._scan.words[at - 1].text in {"its", "their", "his", "her"}

    def _more_follows(self) -> bool:
        """Whether the noun of this phrase is still to come."""
        following = self._scan.ahead()
        token = following.token
        if following.form == "third" and self._scan.relation_follows(2):
            return False
        if token is None:
            return (
                following.verb is None
                and following.text.isalpha()
                and len(following.text) > 2
                and self._scan.is_open
            )
        return token.meaning in NOUNS | {"colour"} and (
            self._scan.is_open or token.meaning in HEADS
        )

    def _flush(self) -> None:
        """A phrase that ended without its noun tells of the subject: "the car is red"."""
        told = self._scan.said
        is_verb = self._scan.previous.kind == "auxiliary" or is_painted(self._scan)
        some = [known for _, known in told.noted if known.text in people.SOME_OF_SEVERAL]
        if some and (told.colour or told.size):
            token = some[0]
            self._scan.add(Chunk("pronoun", token.text, replace(token, meaning="pronoun")))
            is_verb = True
        smiles = any(known.text == "smile" for _, known in told.noted)
        feels = told.feeling and (smiles or self._scan.previous.kind != "relation")
        if feels or (is_verb and (told.colour or told.size or told.age or told.hair)):
            first = told.noted[0][0] if told.noted else -1
            self._scan.add(Chunk("said", "", said=told, at=first))
        self._scan.forget()

    def _known(self, word: Word, token: Token) -> None:
        token = self._as_noun(word, token)
        feels = token.meaning == "manner" or (token.meaning == "feeling" and is_felt(self._scan))
        if self._small_number(word, token):
            return
        if token.meaning == "silent":
            self._pass(word, token)
            return
        if token.meaning == "pronoun":
            self._pronoun(word)
        elif feels:
            self._add("feeling", word.text, token)
        elif token.meaning in {"unseen", "looks"} or not is_weather_here(self._scan, token):
            self._unseen(word.text, token)
        elif token.meaning == "colour" and is_of_noun_before(self._scan):
            self._scan.previous.said.note(self._scan.at, token)
        elif token.meaning in BEFORE_NOUNS:
            self._scan.said.note(self._scan.at, token)
            self._scan.is_open = True
        elif token.meaning == "hair":
            self._add("noun", word.text, token, self._scan.said)
        elif token.meaning in NOUNS:
            self._noun(word, token)
        else:
            self._small(word, token)

    def _as_noun(self, word: Word, token: Token) -> Token:
        """The fruit where "orange" is no colour, and whose body it is that is told of."""
        fruit = token.meaning == "colour" and token.value == "orange"
        dyed = self._scan.ahead().text in unseen.COLOURED | unseen.OF_EVERYTHING
        bare = self._scan.previous.text == "in" and not self._scan.is_open
        dyed = dyed or bare or self._scan.previous.kind == "auxiliary"
        if fruit and not (dyed or self._scan.ahead_means(*NOUNS, "colour")):
            return Token("orange", "thing", "orange")
        if is_material(self._scan, token):
            return Token(token.text, "unseen", token.text)
        if is_whose_body(self._scan, token):
            owner = token.text.removesuffix("'s")
            return Token(word.text, "person" if owner in people.PEOPLE else "thing", owner)
        return token

    def _small_number(self, word: Word, token: Token) -> bool:
        """Takes a number that counts a family, or stands for its noun ("one is red")."""
        if is_of_each(self._scan, word):
            self._scan.tell_of_each(word.text)
            return True
        if token.meaning == "number" and self._counts_family(token):
            return True
        counts = word.text in people.SOME_OF_SEVERAL
        if word.text in {"one", "ones"} and self._scan.is_open and is_told_apart(self._scan):
            said = self._scan.said
            self._scan.said = Modifiers()
            self._add("pronoun", word.text, Token("one", "pronoun", "red one"), said)
            return True
        many = token.meaning == "number" and word.text != "both"
        counts = counts or (many and number_of(token.value) > 1)
        if not counts or token.meaning == "pronoun" or not is_without_noun(self._scan, word):
            return False
        self._add("pronoun", word.text, Token(word.text, "pronoun", word.text))
        return True

    def _pass(self, word: Word, token: Token) -> None:
        """Passes over what is there anyway; nothing is drawn beside it."""
        if self._scan.said.count == -1 and token.text in unseen.OF_A_BODY:
            self._lost |= {self._scan.said.denied_at, self._scan.at}
        elif token.text in things.PICTURES_OF and hangs(self._scan):
            self._give_up()
        elif token.text in things.IN_HAND:
            self._scan.previous.said.in_hand = True
        elif word.text in _SIDES and is_alone_after_noun(self._scan):
            self._add("position", f"on the {word.text}", token)
        elif token.text in unseen.OF_EVERYTHING and self._scan.previous.kind == "relation":
            self._scan.chunks.pop()
            if token.text == "sky":
                self._fly()
            elif token.text in unseen.INSIDE_ONLY and not may_hang(self._scan):
                self._give_up()
            if token.text in unseen.INSIDE_ONLY and self._scan.ahead_means("and"):
                self._add("while", word.text)

    def _fly(self) -> None:
        """Notes that who is in the sky flies there."""
        before = self._scan.previous
        if before.kind == "noun" and before.said.action is None:
            before.said.action, before.said.action_at = "fly", self._scan.at

    def _unseen(self, text: str, token: Token) -> None:
        of_person = is_of_a_person(self._scan)
        if text in people.STATURES and of_person:
            self._scan.said.stature = people.STATURES[text]
        elif text in people.GENDERS and of_person:
            self._scan.said.gender = people.GENDERS[text]
        elif not is_seen_of_noun(self._scan, text):
            self._not_seen(text)
            return
        self._scan.said.noted.append((self._scan.at, token))
        self._scan.is_open = True

    def _not_seen(self, text: str) -> None:
        if text.startswith("on ") and is_put_on(self._scan):
            return
        if text == "empty" and is_of_a_place(self._scan):
            self._deserted = True
        elif not goes_without_saying(self._scan, text):
            self._give_up()

    def _counts_family(self, token: Token) -> bool:
        """Whether the number tells how many a family are: "a family of five"."""
        if self._scan.previous.text != "of":
            return False
        family = self._scan.before_previous
        if (
            family.meaning != "group"
            or number_of(token.value) < 2
            or self._scan.ahead_means(*HEADS)
        ):
            return False
        family.said.count = number_of(token.value)
        family.said.noted.append((self._scan.at, token))
        self._scan.chunks.pop()
        return True

    def _small(self, word: Word, token: Token) -> None:
        if token.meaning == "relation" and word.text in {"to", "of"} and not self._scan.chunks:
            return
        if word.text == "can" and self._scan.is_open:
            self._stranger(word.text)
            return
        kinds: dict[str, ChunkKind] = {
            "relation": "relation", "position": "position", "auxiliary": "auxiliary",
            "who": "who", "wearing": "wearing", "and": "and", "while": "while", "busy": "busy",
        }  # fmt: skip
        said, was_open = self._scan.said, self._scan.is_open
        goes_on = token.meaning == "and" and noun_comes(self._scan)
        if not goes_on:
            self._flush()
        self._add(kinds[token.meaning], word.text, token)
        if token.meaning == "busy" or (goes_on and was_open):
            self._scan.said, self._scan.is_open = said, was_open

    def _pronoun(self, word: Word) -> None:
        if word.text in {"i", "we"} and not acts(self._scan):
            return
        if word.text == "her" and self._scan.ahead_means(*NOUNS, *BEFORE_NOUNS, "silent"):
            self._scan.said.note(self._scan.at, Token("her", "number", "her"))
            self._scan.is_open = True
            return
        if word.text in people.SOME_OF_SEVERAL and not is_without_noun(self._scan, word):
            # "the other boy"
            self._scan.said.note(self._scan.at, Token(word.text, "number", number_in(word.text)))
            self._scan.is_open = True
            return
        self._add("pronoun", word.text, word.token)

    def _noun(self, word: Word, token: Token) -> None:
        if is_likeness(self._scan):
            self._give_up()
            self._scan.forget()
            return
        said, at = self._scan.said, self._scan.at
        if goes_on_denying(self._scan):
            said.deny(self._scan.previous.said.denied_at)
        if token.text in KINDS:
            self._give_up()
        if not modifies(self._scan, word, token):
            self._scan.add(Chunk("noun", word.text, token, word.plural or said.each, said, at=at))
            self._denials.begin_after_noun()
            return
        if token.text in BORN_TOGETHER:
            said.note(at, Token(token.text, "number", str(said.count or BORN_TOGETHER[token.text])))
            self._scan.is_open = True
            return
        said.noted.append((at, token))
        if token.value in people.PEOPLE and people.PEOPLE[token.value].role is None:
            said.gender = people.PEOPLE[token.value].gender
        of_weather = word.text in settings.NOT_WEATHER_BEFORE_NOUNS
        of_weather = of_weather and not self._scan.ahead_means(*SETTINGS)
        if token.meaning in SETTINGS and said.count != -1 and not of_weather:
            self._scan.add(Chunk("noun", word.text, token, modifies=True, at=at))
            self._scan.said = said
        self._scan.is_open = True
