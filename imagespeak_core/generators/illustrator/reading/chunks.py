"""Words in order → chunks: noun phrases with what is said of them, verbs, and small words."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Kind
from imagespeak_core.generators.illustrator.reading.denying import Denials
from imagespeak_core.generators.illustrator.reading.lexicon import Read, Token, read_words
from imagespeak_core.generators.illustrator.reading.phrases import Pending
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import people, things, unseen

_NOUNS = frozenset("person group crowd thing clothes activity place time weather season".split())
_HEADS = frozenset("person group crowd thing clothes activity".split())
_BEFORE_NOUNS = frozenset("number vague colour size age feeling haired".split())
_SETTINGS = frozenset("place time weather season".split())


class Chunker(Denials):
    """Cuts a prompt into chunks, once from left to right."""

    def __init__(self, prompt: str) -> None:
        super().__init__(read_words(prompt))
        self._prefix = ""
        self.unknown: list[str] = []

    def cut(self) -> list[Chunk]:
        """All chunks in order; unknown words that name nothing to draw are in `unknown`."""
        for at, read in enumerate(self.reads):
            if self._is_denied(at, read) or self._is_done_by_neither(at, read):
                continue
            if self._is_verb(at):
                self._verb(at, read)
            elif read.token is None:
                self._stranger(at, read.text)
            else:
                self._known(at, read, read.token)
        self._flush()
        return self.chunks

    def _add(self, chunk: Chunk) -> None:
        self.chunks.append(chunk)
        self._said, self._open = Pending(), False

    def _verb(self, at: int, read: Read) -> None:
        if read.verb is None:
            return
        if self._participle_before_noun(at, read):
            self._said.action = read.verb.value
            self._said.action_text = read.text
            self._open = True
            return
        if read.verb.value == "have" and self._next(at).form == "past" and self._next(at).verb:
            self._add(Chunk("auxiliary", read.text))
            return
        self._add(Chunk("verb", read.text, read.verb, base=read.verb.value, form=read.form))

    def _stranger(self, at: int, text: str) -> None:
        if text == ",":
            self._flush()
            self._add(Chunk("comma", text))
        elif text in {".", ";", "!", "?", ":"}:
            self._flush()
            self._add(Chunk("stop", text))
        elif len(text) < 3 or text.isdigit():
            return
        elif text.endswith("ly"):
            self._unknown(text)
        elif self._looks_like_verb(text):
            self._unknown(text)
            self._add(Chunk("verb", text, form="ing" if text.endswith("ing") else "base"))
        elif self._more_follows(at):
            self._unknown(text)
            self._open = True
        else:
            text, self._prefix = self._prefix + text, ""
            if self._said.count == -1:
                self._flush()
                return
            self._unknown(text)
            self._add(Chunk("stranger", text, plural=text.endswith("s"), said=self._said))

    def _unknown(self, text: str) -> None:
        if text not in self.unknown:
            self.unknown.append(text)

    def _more_follows(self, at: int) -> bool:
        """Whether the noun of this phrase is still to come."""
        following = self._next(at)
        token = following.token
        if following.form == "third" and self._next_is_relation(at + 1):
            return False
        if token is None:
            return (
                following.verb is None
                and following.text.isalpha()
                and len(following.text) > 2
                and self._open
            )
        return token.meaning in _NOUNS | {"colour"} and (self._open or token.meaning in _HEADS)

    def _flush(self) -> None:
        """A phrase that ended without its noun tells of the subject: "the car is red"."""
        told = self._said
        is_verb = self._previous().kind == "auxiliary" or self._is_painted()
        if told.feeling or (is_verb and (told.colour or told.size or told.age or told.hair)):
            self._add(Chunk("said", "", said=told))
        self._said, self._open = Pending(), False

    def _is_painted(self) -> bool:
        """Whether the colour is what something gets: "painting a fence blue"."""
        if self._previous().meaning != "thing" or len(self.chunks) < 2:
            return False
        return self.chunks[-2].base == "paint"

    def _known(self, at: int, read: Read, token: Token) -> None:
        if token.meaning == "colour" and token.value == "orange" and self._ends_phrase(at):
            token = Token("orange", "thing", "orange")
        if self._is_whose_body(at, token):
            token = Token(read.text, "person", token.text.removesuffix("'s"))
        feels = token.meaning == "manner" or (token.meaning == "feeling" and self._is_felt(at))
        if token.meaning == "silent" or (token.meaning == "number" and self._counts_family(token)):
            return
        if token.meaning == "pronoun":
            self._pronoun(at, read)
        elif feels:
            self._add(Chunk("feeling", read.text, token))
        elif token.meaning == "unseen" or not self._is_weather_here(at, token):
            self._unseen(at, read.text)
        elif token.meaning in _BEFORE_NOUNS:
            self._said.note(token)
            self._open = True
        elif token.meaning == "hair":
            self._add(Chunk("noun", read.text, token, said=self._said))
        elif token.meaning in _NOUNS:
            self._noun(at, read, token)
        else:
            self._small(at, read, token)

    def _is_whose_body(self, at: int, token: Token) -> bool:
        """Whether a person is named by what cannot be without one: "a woman's long hair"."""
        if token.text.removesuffix("'s") not in people.PEOPLE or not token.text.endswith("'s"):
            return False
        for read in self.reads[at + 1 :]:
            if read.token is None or read.token.meaning not in _BEFORE_NOUNS | {"unseen"}:
                hair = read.token is not None and read.token.meaning == "hair"
                return hair or read.text in unseen.OF_A_BODY
        return False

    def _unseen(self, at: int, text: str) -> None:
        if text in people.STATURES and self._is_of_a_person(at):
            self._said.stature = people.STATURES[text]
            self._open = True
        elif text == "empty" and self._is_of_place(at):
            self.deserted = True
        elif not self._goes_without_saying(at, text):
            self._unknown(text)

    def _is_of_a_person(self, at: int) -> bool:
        """Whether it is said of people who are named next, with nothing but adjectives between."""
        for read in self.reads[at + 1 :]:
            if read.token is None or read.token.meaning not in _BEFORE_NOUNS:
                return read.token is not None and read.token.meaning in {"person", "crowd"}
        return False

    def _is_of_place(self, at: int) -> bool:
        following = self._next(at).token
        return following is not None and following.meaning == "place"

    def _goes_without_saying(self, at: int, text: str) -> bool:
        following = self._next(at).token
        return following is not None and following.value in unseen.TRUE_OF.get(text, ())

    def _is_weather_here(self, at: int, token: Token) -> bool:
        """Whether a word such as "wet" is said of a day or a place, and not of a dog."""
        if token.meaning != "weather" or token.text not in unseen.ONLY_OF_SETTINGS:
            return True
        following = self._next(at).token
        if following is not None and following.meaning in _SETTINGS:
            return True
        if self._previous().kind != "auxiliary" or len(self.chunks) < 2:
            return False
        return self.chunks[-2].text == "it" or self.chunks[-2].meaning in _SETTINGS

    def _is_felt(self, at: int) -> bool:
        """Whether a feeling is told by the verb: "the girl is happy", "looks sad"."""
        previous = self._previous()
        tells = previous.kind in {"auxiliary", "feeling"} or previous.base in {
            "look",
            "feel",
            "seem",
        }
        token = self._next(at).token
        return tells and not self._open and (token is None or token.meaning not in _HEADS)

    def _counts_family(self, token: Token) -> bool:
        """Whether the number tells how many a family are: "a family of five"."""
        if len(self.chunks) < 2 or self.chunks[-1].text != "of":
            return False
        family = self.chunks[-2]
        if family.meaning != "group" or things.NUMBERS[token.value] < 2:
            return False
        family.said.count = things.NUMBERS[token.value]
        self.chunks.pop()
        return True

    def _noun_comes(self, at: int) -> bool:
        """Whether "and" joins two words that are said of one noun ("a black and white cat")."""
        rest = [read.token.meaning for read in self.reads[at + 1 : at + 3] if read.token]
        return bool(rest) and rest[0] in _BEFORE_NOUNS and rest[-1] in _NOUNS

    def _small(self, at: int, read: Read, token: Token) -> None:
        if token.meaning == "relation" and read.text in {"to", "of"} and not self.chunks:
            return
        kinds: dict[str, Kind] = {
            "relation": "relation", "position": "position", "auxiliary": "auxiliary",
            "who": "who", "wearing": "wearing", "and": "and", "while": "while", "busy": "busy",
        }  # fmt: skip
        said, was_open = self._said, self._open
        if not (token.meaning == "and" and self._noun_comes(at)):
            self._flush()
        self._add(Chunk(kinds[token.meaning], read.text, token))
        if token.meaning == "busy" or (token.meaning == "and" and was_open):
            self._said, self._open = said, was_open

    def _acts(self, at: int) -> bool:
        """Whether a verb follows that shows something: "I play", "we are reading"."""
        first, second = self._next(at), self._next(at + 1)
        if first.token is not None and first.token.meaning == "auxiliary":
            feels = second.token is not None and second.token.meaning == "feeling"
            return feels or (second.verb is not None and second.form == "ing")
        return first.verb is not None and first.form == "base"

    def _pronoun(self, at: int, read: Read) -> None:
        if read.text in {"i", "we"} and not self._acts(at):
            return
        following = self._next(at).token
        determines = read.text == "her" and following is not None
        if determines and following and following.meaning in _NOUNS | _BEFORE_NOUNS | {"silent"}:
            self._said.note(Token("her", "number", "her"))
            self._open = True
            return
        self._add(Chunk("pronoun", read.text, read.token))

    def _ends_phrase(self, at: int) -> bool:
        token = self._next(at).token
        return token is None or token.meaning not in _HEADS | {"colour"}

    def _noun(self, at: int, read: Read, token: Token) -> None:
        if self._modifies(at, read, token):
            if token.meaning in _SETTINGS:
                said = self._said
                self._add(Chunk("noun", read.text, token, modifies=True))
                self._said = said
            self._open = True
            return
        said = self._said
        self._add(Chunk("noun", read.text, token, read.plural, said))

    def _is_in_front(self, at: int) -> bool:
        """Whether a place comes before who does something there: "in the kitchen mother cooks"."""
        who, does = self._next(at).token, self._next(at + 1)
        person = who is not None and who.meaning in {"person", "group", "crowd"}
        acts = does.verb is not None and does.form == "third"
        return self._previous().kind == "relation" and person and acts

    def _is_done_by(self, at: int, token: Token) -> bool:
        """Whether the next word tells what an animal does: "a seal slides into the sea"."""
        animal = token.value in THINGS and THINGS[token.value].kind == "animal"
        return animal and self._next_is_relation(at + 1)

    def _modifies(self, at: int, read: Read, token: Token) -> bool:
        """Whether another noun follows that this one only describes ("taxi driver")."""
        following = self._next(at)
        if following.token is None:
            thing = token.meaning in {"thing", "activity"} and self._open and not read.plural
            if thing and _may_be_noun(following):
                self._prefix = read.text + " "
                return True
            return token.meaning in _SETTINGS and self._open and _may_be_noun(following)
        if following.token.meaning not in _NOUNS:
            return False
        third = following.verb is not None and following.form == "third"
        if third and (not following.plural or self._is_done_by(at, token)):
            return False
        if token.meaning == "place" and self._is_in_front(at):
            return False
        if token.meaning in _SETTINGS:
            moves = token.meaning == "weather" and following.form == "third"
            return not (moves and self._next_is_relation(at + 1))
        if token.meaning == "person" and self._open and not read.plural:
            acts = following.verb is not None and following.form == "third"
            return following.token.meaning == "person" and not acts
        if read.plural or token.meaning not in {"thing", "clothes", "activity"}:
            return False
        return self._open or following.plural


def _may_be_noun(read: Read) -> bool:
    known_end = read.text.endswith(("ing", "ed", "ly", "s"))
    return read.verb is None and len(read.text) > 2 and read.text.isalpha() and not known_end
