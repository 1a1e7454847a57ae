"""Words in order → chunks: noun phrases with what is said of them, verbs, and small words."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.chunk import Chunk, Kind
from imagespeak_core.generators.illustrator.lexicon import Read, Token, read_words
from imagespeak_core.generators.illustrator.phrases import Pending
from imagespeak_core.generators.illustrator.words import actions, things

_NOUNS = frozenset("person group crowd thing clothes activity place time weather season".split())
_HEADS = frozenset("person group crowd thing clothes activity".split())
_BEFORE_NOUNS = frozenset("number vague colour size age feeling".split())
_SETTINGS = frozenset("place time weather season".split())


class Chunker:
    """Cuts a prompt into chunks, once from left to right."""

    def __init__(self, prompt: str) -> None:
        self._reads = read_words(prompt)
        self._said = Pending()
        self._open = False
        self._prefix = ""
        self.chunks: list[Chunk] = []
        self.unknown: list[str] = []

    def cut(self) -> list[Chunk]:
        """All chunks in order; unknown words that name nothing to draw are in `unknown`."""
        for at, read in enumerate(self._reads):
            if self._is_verb(at):
                self._verb(at, read)
            elif read.token is None:
                self._stranger(at, read.text)
            else:
                self._known(at, read, read.token)
        return self.chunks

    def _next(self, at: int) -> Read:
        return self._reads[at + 1] if at + 1 < len(self._reads) else Read(".")

    def _previous(self) -> Chunk:
        return self.chunks[-1] if self.chunks else Chunk("stop", "")

    def _add(self, chunk: Chunk) -> None:
        self.chunks.append(chunk)
        self._said, self._open = Pending(), False

    def _is_verb(self, at: int) -> bool:
        """Whether the word is a verb here; many are nouns or adjectives elsewhere."""
        read = self._reads[at]
        if read.verb is None:
            return False
        if read.token is None or read.token.meaning == "silent":
            return True
        if read.token.meaning == "relation" or self._open:
            return False
        if read.text == "cross" or read.token.meaning == "feeling":
            return read.form in {"ing", "third"} and self._next_is_relation(at)
        return self._agrees(at, read)

    def _next_is_relation(self, at: int) -> bool:
        token = self._next(at).token
        return token is not None and token.meaning in {"relation", "and"}

    def _agrees(self, at: int, read: Read) -> bool:
        """Whether a word that is also a noun stands where a verb does, in a verb's form."""
        previous = self._previous()
        if at and self._reads[at - 1].text == "to":
            return read.form == "base"
        if previous.kind in {"auxiliary", "who"}:
            return read.form != "third" or previous.kind == "who"
        if previous.kind == "pronoun":
            return True
        if previous.kind == "verb":
            return read.form == "ing" and previous.base in actions.EMPTY
        if read.form == "ing":
            return True
        if previous.kind == "and":
            last = next((c for c in reversed(self.chunks) if c.kind == "verb"), None)
            return last is not None and last.form == read.form and not self._noun_follows_and(at)
        if previous.kind not in {"noun", "stranger"} or previous.meaning in _SETTINGS:
            return False
        many = previous.plural or previous.meaning == "crowd"
        return (read.form == "base" and many) or (read.form == "third" and not many)

    def _noun_follows_and(self, at: int) -> bool:
        following = self._next(at)
        return following.verb is not None and following.token is None

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

    def _participle_before_noun(self, at: int, read: Read) -> bool:
        """Whether it is said of a noun: "the sleeping cat", "two parked cars"."""
        if read.form not in {"ing", "past"}:
            return False
        following = self._next(at).token
        if following is None or following.meaning not in _NOUNS | {"colour", "age", "size"}:
            return False
        previous = self._previous().kind
        calm = read.verb is not None and read.verb.value in _CALM
        return self._open or (calm and previous in {"stop", "comma", "and", "relation"})

    def _stranger(self, at: int, text: str) -> None:
        if text == ",":
            self._flush()
            self._add(Chunk("comma", text))
        elif text in {".", ";", "!", "?", ":"}:
            self._flush()
            self._add(Chunk("stop", text))
        elif len(text) < 3 or text.isdigit() or text.endswith("ly"):
            return
        elif self._looks_like_verb(text):
            self._unknown(text)
            self._add(Chunk("verb", text, form="ing" if text.endswith("ing") else "base"))
        elif self._more_follows(at):
            self._unknown(text)
            self._open = True
        else:
            text, self._prefix = self._prefix + text, ""
            self._unknown(text)
            self._add(Chunk("stranger", text, plural=text.endswith("s"), said=self._said))

    def _unknown(self, text: str) -> None:
        if text not in self.unknown:
            self.unknown.append(text)

    def _looks_like_verb(self, text: str) -> bool:
        if self._open:
            return False
        previous = self._previous()
        if previous.kind in {"auxiliary", "who"}:
            return text.endswith(("ing", "ed"))
        if previous.kind not in {"noun", "stranger", "pronoun"} or previous.meaning in _SETTINGS:
            return False
        third = text.endswith("s") and not text.endswith("ss") and not previous.plural
        return third or text.endswith(("ing", "ed"))

    def _more_follows(self, at: int) -> bool:
        """Whether the noun of this phrase is still to come."""
        following = self._next(at)
        token = following.token
        if token is None:
            return (
                following.verb is None
                and following.text.isalpha()
                and len(following.text) > 2
                and self._open
            )
        return token.meaning in _NOUNS | {"colour"} and (self._open or token.meaning in _HEADS)

    def _flush(self) -> None:
        """A phrase that ended without its noun is forgotten."""
        self._said, self._open = Pending(), False

    def _known(self, at: int, read: Read, token: Token) -> None:
        if token.meaning == "colour" and token.value == "orange" and self._ends_phrase(at):
            token = Token("orange", "thing", "orange")
        if token.meaning == "pronoun":
            self._pronoun(at, read)
        elif token.meaning == "feeling" and self._is_felt(at):
            self._add(Chunk("feeling", read.text, token))
        elif token.meaning == "number" and self._counts_family(token):
            return
        elif token.meaning in _BEFORE_NOUNS:
            self._said.note(token)
            self._open = True
        elif token.meaning in _NOUNS:
            self._noun(at, read, token)
        elif token.meaning == "silent":
            return
        else:
            self._small(read, token)

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

    def _small(self, read: Read, token: Token) -> None:
        if token.meaning == "relation" and read.text in {"to", "of"} and not self.chunks:
            return
        kinds: dict[str, Kind] = {
            "relation": "relation", "position": "position", "auxiliary": "auxiliary",
            "who": "who", "wearing": "wearing", "and": "and", "while": "while", "busy": "busy",
        }  # fmt: skip
        said, was_open = self._said, self._open
        self._add(Chunk(kinds[token.meaning], read.text, token))
        if token.meaning == "busy" or (token.meaning == "and" and was_open):
            self._said, self._open = said, was_open

    def _pronoun(self, at: int, read: Read) -> None:
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
        if following.verb is not None and following.form == "third" and not following.plural:
            return False
        if token.meaning in _SETTINGS:
            return following.token.meaning in _NOUNS
        if token.meaning == "person" and self._open and not read.plural:
            return following.token.meaning == "person"
        if read.plural or token.meaning not in {"thing", "clothes", "activity"}:
            return False
        return self._open or following.plural


def _may_be_noun(read: Read) -> bool:
    known_end = read.text.endswith(("ing", "ed", "ly", "s"))
    return read.verb is None and len(read.text) > 2 and read.text.isalpha() and not known_end


_CALM = frozenset(
    "sleep run play dance smile laugh sit stand walk swim cry jump talk sing fly".split()
)
