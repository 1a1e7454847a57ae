"""Words in order → chunks: noun phrases with what is said of them, verbs, and small words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, ChunkKind
from imagespeak_core.generators.illustrator.reading.denying import Denials
from imagespeak_core.generators.illustrator.reading.lexicon import (
    BEFORE_NOUNS,
    HEADS,
    NOUNS,
    SETTINGS,
    Token,
    Word,
    read_words,
)
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.reading.verb_spotting import (
    is_participle_of_noun,
    is_verb,
    looks_like_verb,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import people, things, unseen


@dataclass(frozen=True, slots=True)
class Cut:
    """A prompt in chunks.

    `unknown` are the words that name nothing to draw, in order; `deserted` tells that the prompt
    says that nobody is there.
    """

    words: Sequence[Word]
    chunks: Sequence[Chunk]
    unknown: tuple[str, ...]
    deserted: bool


def cut(prompt: str) -> Cut:
    """Cuts a prompt into chunks, once from left to right."""
    return _Chunker(Scan(read_words(prompt))).cut()


class _Chunker:
    """Takes one word after the other, and adds the chunks that they make."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._denials = Denials(scan)
        self._prefix = ""
        self._unknown: list[str] = []
        self._deserted = False

    def cut(self) -> Cut:
        scan = self._scan
        for word in scan:
            if self._denials.take(word):
                continue
            if is_verb(scan, word):
                self._verb(word)
            elif word.token is None:
                self._stranger(word.text)
            else:
                self._known(word, word.token)
        self._flush()
        deserted = self._deserted or self._denials.deserted
        return Cut(scan.words, scan.chunks, tuple(self._unknown), deserted)

    def _verb(self, word: Word) -> None:
        if word.verb is None:
            return
        if is_participle_of_noun(self._scan, word):
            self._scan.said.action = word.verb.value
            self._scan.said.action_text = word.text
            self._scan.is_open = True
            return
        following = self._scan.ahead()
        if word.verb.value == "have" and following.verb and following.form == "past":
            self._scan.add(Chunk("auxiliary", word.text))
            return
        self._scan.add(Chunk("verb", word.text, word.verb, base=word.verb.value, form=word.form))

    def _stranger(self, text: str) -> None:
        if text == ",":
            self._flush()
            self._scan.add(Chunk("comma", text))
        elif text in {".", ";", "!", "?", ":"}:
            self._flush()
            self._scan.add(Chunk("stop", text))
        elif len(text) < 3 or text.isdigit():
            return
        elif text.endswith("ly"):
            self._give_up(text)
        elif looks_like_verb(self._scan, text):
            self._give_up(text)
            self._scan.add(Chunk("verb", text, form="ing" if text.endswith("ing") else "base"))
        elif self._more_follows():
            self._give_up(text)
            self._scan.is_open = True
        else:
            text, self._prefix = self._prefix + text, ""
            if self._scan.said.count == -1:
                self._flush()
                return
            self._give_up(text)
            self._scan.add(Chunk("stranger", text, plural=text.endswith("s"), said=self._scan.said))

    def _give_up(self, text: str) -> None:
        if text not in self._unknown:
            self._unknown.append(text)

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
        is_verb = self._scan.previous.kind == "auxiliary" or self._is_painted()
        if told.feeling or (is_verb and (told.colour or told.size or told.age or told.hair)):
            self._scan.add(Chunk("said", "", said=told))
        self._scan.forget()

    def _is_painted(self) -> bool:
        """Whether the colour is what something gets: "painting a fence blue"."""
        painted = self._scan.previous.meaning == "thing"
        return painted and self._scan.before_previous.base == "paint"

    def _known(self, word: Word, token: Token) -> None:
        orange = token.meaning == "colour" and token.value == "orange"
        if orange and not self._scan.ahead_means(*HEADS, "colour"):
            token = Token("orange", "thing", "orange")
        if self._is_whose_body(token):
            token = Token(word.text, "person", token.text.removesuffix("'s"))
        feels = token.meaning == "manner" or (token.meaning == "feeling" and self._is_felt())
        if token.meaning == "silent" or (token.meaning == "number" and self._counts_family(token)):
            return
        if token.meaning == "pronoun":
            self._pronoun(word)
        elif feels:
            self._scan.add(Chunk("feeling", word.text, token))
        elif token.meaning == "unseen" or not self._is_weather_here(token):
            self._unseen(word.text)
        elif token.meaning in BEFORE_NOUNS:
            self._scan.said.note(token)
            self._scan.is_open = True
        elif token.meaning == "hair":
            self._scan.add(Chunk("noun", word.text, token, said=self._scan.said))
        elif token.meaning in NOUNS:
            self._noun(word, token)
        else:
            self._small(word, token)

    def _is_whose_body(self, token: Token) -> bool:
        """Whether a person is named by what cannot be without one: "a woman's long hair"."""
        if token.text.removesuffix("'s") not in people.PEOPLE or not token.text.endswith("'s"):
            return False
        for word in self._scan.rest():
            if word.token is None or word.token.meaning not in BEFORE_NOUNS | {"unseen"}:
                hair = word.token is not None and word.token.meaning == "hair"
                return hair or word.text in unseen.OF_A_BODY
        return False

    def _unseen(self, text: str) -> None:
        if text in people.STATURES and self._is_of_a_person():
            self._scan.said.stature = people.STATURES[text]
            self._scan.is_open = True
        elif text == "empty" and self._scan.ahead_means("place"):
            self._deserted = True
        elif not self._goes_without_saying(text):
            self._give_up(text)

    def _is_of_a_person(self) -> bool:
        """Whether it is said of people who are named next, with nothing but adjectives between."""
        for word in self._scan.rest():
            if word.token is None or word.token.meaning not in BEFORE_NOUNS:
                return word.token is not None and word.token.meaning in {"person", "crowd"}
        return False

    def _goes_without_saying(self, text: str) -> bool:
        following = self._scan.ahead().token
        return following is not None and following.value in unseen.TRUE_OF.get(text, ())

    def _is_weather_here(self, token: Token) -> bool:
        """Whether a word such as "wet" is said of a day or a place, and not of a dog."""
        if token.meaning != "weather" or token.text not in unseen.ONLY_OF_SETTINGS:
            return True
        if self._scan.ahead_means(*SETTINGS):
            return True
        told_of = self._scan.before_previous
        is_told = self._scan.previous.kind == "auxiliary"
        return is_told and (told_of.text == "it" or told_of.meaning in SETTINGS)

    def _is_felt(self) -> bool:
        """Whether a feeling is told by the verb: "the girl is happy", "looks sad"."""
        previous = self._scan.previous
        tells = previous.kind in {"auxiliary", "feeling"}
        tells = tells or previous.base in {"look", "feel", "seem"}
        return tells and not self._scan.is_open and not self._scan.ahead_means(*HEADS)

    def _counts_family(self, token: Token) -> bool:
        """Whether the number tells how many a family are: "a family of five"."""
        if self._scan.previous.text != "of":
            return False
        family = self._scan.before_previous
        if family.meaning != "group" or things.NUMBERS[token.value] < 2:
            return False
        family.said.count = things.NUMBERS[token.value]
        self._scan.chunks.pop()
        return True

    def _noun_comes(self) -> bool:
        """Whether "and" joins two words that are said of one noun ("a black and white cat")."""
        rest = [word.token.meaning for word in self._scan.rest()[:2] if word.token]
        return bool(rest) and rest[0] in BEFORE_NOUNS and rest[-1] in NOUNS

    def _small(self, word: Word, token: Token) -> None:
        if token.meaning == "relation" and word.text in {"to", "of"} and not self._scan.chunks:
            return
        kinds: dict[str, ChunkKind] = {
            "relation": "relation", "position": "position", "auxiliary": "auxiliary",
            "who": "who", "wearing": "wearing", "and": "and", "while": "while", "busy": "busy",
        }  # fmt: skip
        said, was_open = self._scan.said, self._scan.is_open
        if not (token.meaning == "and" and self._noun_comes()):
            self._flush()
        self._scan.add(Chunk(kinds[token.meaning], word.text, token))
        if token.meaning == "busy" or (token.meaning == "and" and was_open):
            self._scan.said, self._scan.is_open = said, was_open

    def _acts(self) -> bool:
        """Whether a verb follows that shows something: "I play", "we are reading"."""
        first, second = self._scan.ahead(), self._scan.ahead(2)
        if self._scan.ahead_means("auxiliary"):
            feels = self._scan.ahead_means("feeling", steps=2)
            return feels or (second.verb is not None and second.form == "ing")
        return first.verb is not None and first.form == "base"

    def _pronoun(self, word: Word) -> None:
        if word.text in {"i", "we"} and not self._acts():
            return
        if word.text == "her" and self._scan.ahead_means(*NOUNS, *BEFORE_NOUNS, "silent"):
            self._scan.said.note(Token("her", "number", "her"))
            self._scan.is_open = True
            return
        self._scan.add(Chunk("pronoun", word.text, word.token))

    def _noun(self, word: Word, token: Token) -> None:
        said = self._scan.said
        if not self._modifies(word, token):
            self._scan.add(Chunk("noun", word.text, token, word.plural, said))
            return
        if token.meaning in SETTINGS:
            self._scan.add(Chunk("noun", word.text, token, modifies=True))
            self._scan.said = said
        self._scan.is_open = True

    def _is_in_front(self) -> bool:
        """Whether a place comes before who does something there: "in the kitchen mother cooks"."""
        does = self._scan.ahead(2)
        person = self._scan.ahead_means("person", "group", "crowd")
        acts = does.verb is not None and does.form == "third"
        return self._scan.previous.kind == "relation" and person and acts

    def _is_done_by(self, token: Token) -> bool:
        """Whether the next word tells what an animal does: "a seal slides into the sea"."""
        animal = token.value in THINGS and THINGS[token.value].kind == "animal"
        return animal and self._scan.relation_follows(2)

    def _modifies(self, word: Word, token: Token) -> bool:
        """Whether another noun follows that this one only describes ("taxi driver")."""
        following = self._scan.ahead()
        if following.token is None:
            if not self._scan.is_open or not _may_be_noun(following):
                return False
            if token.meaning in {"thing", "activity"} and not word.plural:
                self._prefix = word.text + " "
                return True
            return token.meaning in SETTINGS
        if following.token.meaning not in NOUNS:
            return False
        third = following.verb is not None and following.form == "third"
        if third and (not following.plural or self._is_done_by(token)):
            return False
        if token.meaning == "place" and self._is_in_front():
            return False
        if token.meaning in SETTINGS:
            moves = token.meaning == "weather" and following.form == "third"
            return not (moves and self._scan.relation_follows(2))
        if token.meaning == "person" and self._scan.is_open and not word.plural:
            acts = following.verb is not None and following.form == "third"
            return following.token.meaning == "person" and not acts
        if word.plural or token.meaning not in {"thing", "clothes", "activity"}:
            return False
        return self._scan.is_open or following.plural


def _may_be_noun(word: Word) -> bool:
    known_end = word.text.endswith(("ing", "ed", "ly", "s"))
    return word.verb is None and len(word.text) > 2 and word.text.isalpha() and not known_end
