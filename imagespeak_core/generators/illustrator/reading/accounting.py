"""Accounts for every content word of a prompt: it is in the wish, or it is told as not drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from imagespeak_core.generators.illustrator.reading.lexicon import (
    BEFORE_NOUNS,
    NOUNS,
    SETTINGS,
    Token,
    Word,
)
from imagespeak_core.generators.illustrator.scene import Wanted, Wish
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import (
    actions,
    animals,
    parts,
    people,
    settings,
    things,
    unseen,
)
from imagespeak_core.generators.illustrator.words.animal_actions import action_of_verb
from imagespeak_core.generators.illustrator.words.hair import worn_as
from imagespeak_core.typed_text import in_latin

_BETWEEN = frozenset({" the ", " a ", " an ", " his ", " her ", " their "})
_WORDS_OF_A_PHRASE = 4
_SAID_OF_NOUNS = BEFORE_NOUNS | {"unseen", "busy"}


def not_drawn(text: str, words: Sequence[Word], wish: Wish) -> tuple[str, ...]:
    """The words without a picture as they stand in the text, those side by side as one phrase.

    Args:
        text: The prompt.
        words: Its words, as the lexicon reads them.
        wish: What was understood; its `unknown` are the words that the reader gave up on.
    """
    lost = [*wish.unknown, *_Account(words, wish).lost()]
    return _as_written(in_latin(text).lower(), lost)


def _as_written(text: str, lost: Sequence[str]) -> tuple[str, ...]:
    """The lost words in the order of the text; neighbours make one phrase."""
    spans: list[tuple[int, int]] = []
    missing: list[str] = []
    for word in dict.fromkeys(lost):
        found = re.search(rf"(?<![\w'-]){re.escape(word)}(?![\w-])", text)
        if found:
            spans.append(found.span())
        else:
            missing.append(word)
    phrases: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if phrases and start < phrases[-1][1]:
            continue
        if phrases and _is_one(text, phrases[-1], (start, end)):
            phrases[-1] = (phrases[-1][0], end)
        else:
            phrases.append((start, end))
    return (*(text[start:end] for start, end in phrases), *missing)


def _is_one(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether both make one phrase, such as "washing" and "dishes" in "washing the dishes"."""
    between = text[one[1] : two[0]]
    noun = text[slice(*two)] not in unseen.UNSEEN
    close = between == " " or (noun and between in _BETWEEN)
    return close and len(text[slice(*one)].split()) < _WORDS_OF_A_PHRASE


class _Account:
    """Goes through the words once, and takes from the wish what each of them asked for."""

    def __init__(self, words: Sequence[Word], wish: Wish) -> None:
        self._words = words
        self._wish = wish
        self._items = wish.wanted
        self._done = {item.action for item in self._items} | {item.posture for item in self._items}
        self._colours = Counter(_colours(self._items))
        self._sizes = Counter(str(item.size) for item in self._items if item.size)
        self._nouns = {item.noun for item in self._items}
        self._held = {item.holding for item in self._items if item.holding}
        self._things = self._nouns | self._done | self._held
        self._things |= {what for item in self._items for what, _ in item.wearing}
        self._worn = {worn for item in self._items for worn in item.wearing}
        self._objects = self._objects_of_verbs(
            word.verb.value for word in words if word.verb is not None
        )
        self._objects |= {
            noun
            for item in self._items
            for noun in animals.FOOD.get(item.action or "", ())
            if item.kind == "animal"
        }
        self._things |= {
            noun for done, own in things.SWALLOWED.items() if done in self._done for noun in own
        }

    def _objects_of_verbs(self, verbs: Iterable[str]) -> set[str]:
        """What the verbs are done with, and what is not drawn apart from them."""
        return {
            noun
            for verb in verbs
            for noun, (action, _) in actions.DOING.get(verb, {}).items()
            if action in self._done and self._is_shown_as(verb, action)
        }

    @staticmethod
    def _is_shown_as(verb: str, action: str) -> bool:
        """Whether the action is what the verb says, and not only near to it."""
        return verb not in actions.LOOSE or action != actions.VERBS.get(verb)

    def lost(self) -> list[str]:
        """The words of which the wish has nothing."""
        found, denied, neither = [], False, False
        for at, word in enumerate(self._words):
            token = word.token
            denied = denied or self._denies(at, word)
            neither = neither or (word.text in {"neither", "nor"} and not denied)
            helps = token is not None and token.meaning == "auxiliary"
            helps = helps or (token is None and word.verb is not None)
            denied, neither = denied or (neither and helps), neither and not helps
            if not denied and not self._is_kept(at, word):
                found.append(self._with_part(at, word.text))
            if denied and (word.text in ".,;!?" or (token and token.meaning in NOUNS)):
                denied = False
        return found

    def _denies(self, at: int, word: Word) -> bool:
        """Whether what comes next is said not to be so, or not to be there."""
        if word.text in {"neither", "nor"}:
            following = self._words[at + 1].token if at + 1 < len(self._words) else None
            of_them = following is not None and following.text.startswith("of")
            told = following is not None and following.meaning in {"number", "pronoun"}
            return not (told or of_them)
        if word.text in unseen.NOT:
            return True
        return word.token is not None and things.NUMBERS.get(word.token.value) == -1

    def _with_part(self, at: int, text: str) -> str:
        """The word together with the part that it is said of ("red roof")."""
        following = self._words[at + 1] if at + 1 < len(self._words) else Word("")
        part = following.token is not None and following.token.value in parts.PARTS
        return f"{text} {following.text}" if part else text

    def _is_kept(self, at: int, word: Word) -> bool:
        token = word.token
        if token is None or token.meaning == "silent":
            return word.verb is None or self._is_done(at, word.verb.value)
        if word.verb is not None and self._is_done(at, word.verb.value):
            return True
        handlers = {
            "colour": self._is_coloured, "size": self._is_sized, "age": self._is_of_age,
            "feeling": self._is_felt, "place": self._is_place, "time": self._is_time,
            "season": self._is_time, "number": self._is_owned, "thing": self._is_there,
            "hair": self._is_worn, "haired": self._is_worn,
        }  # fmt: skip
        handler = handlers.get(token.meaning)
        return handler is None or handler(at, token)

    def _is_coloured(self, at: int, token: Token) -> bool:
        if token.value in self._nouns and self._head(at) is None:
            return True
        return self._takes(self._colours, token.value) or self._is_natural(at, token)

    def _is_worn(self, at: int, token: Token) -> bool:
        """Whether somebody has such hair."""
        return not token.value or worn_as(token.value) in self._worn

    def _is_sized(self, at: int, token: Token) -> bool:
        head = self._head(at)
        if head is not None and head.text in settings.WEAK_PLACES:
            return True
        young = token.text == "little" and any(item.age == "child" for item in self._items)
        return self._takes(self._sizes, token.value) or young

    def _is_there(self, at: int, token: Token) -> bool:
        """Whether the thing stands there, is in a hand, or goes with what somebody does."""
        names = {token.value, token.value.removesuffix("s"), token.text}
        names |= {things.HOLDABLE.get(name, "") for name in (token.text, token.value)}
        names.add(people.CLOTHES.get(token.text, token.value))
        if token.value == "grass" and self._wish.place in settings.GRASSY:
            return True
        return bool(names & (self._things | self._objects)) or token.value in parts.PARTS

    def _is_owned(self, at: int, token: Token) -> bool:
        """Whether the owner is there of whom it tells ("the girl's dog")."""
        if not token.text.endswith("'s"):
            return True
        owner = token.text.removesuffix("'s")
        return owner in self._nouns or owner not in people.PEOPLE

    def _takes(self, counter: Counter[str], value: str) -> bool:
        """Whether there is one left of it, which is then used up."""
        if counter[value] < 1:
            return False
        counter[value] -= 1
        return True

    def _head(self, at: int) -> Token | None:
        """The noun of which the word at `at` is said."""
        for word in self._words[at + 1 :]:
            unknown = word.token is None and word.verb is None and word.text.isalpha()
            if unknown or (word.token is not None and word.token.meaning in _SAID_OF_NOUNS):
                continue
            if word.token is None:
                return None
            return word.token if word.token.meaning in NOUNS else None
        return None

    def _is_natural(self, at: int, token: Token) -> bool:
        head = self._head(at)
        return head is not None and head.value in settings.NATURAL_COLOURS.get(token.value, ())

    def _is_of_age(self, at: int, token: Token) -> bool:
        head = self._head(at)
        if head is not None and head.meaning not in {"person", "group", "crowd"}:
            return False
        ages = {item.age for item in self._items if item.kind == "person"}
        return token.value in ages or (token.text == "young" and ages != {"old"})

    def _is_felt(self, at: int, token: Token) -> bool:
        head = self._head(at)
        if head is not None and head.meaning in SETTINGS:
            return token.value == "calm" or token.text in {"happy", "lonely"}
        if head is not None and head.meaning in {"thing", "activity"}:
            return False
        return any(item.feeling == token.value for item in self._items)

    def _is_time(self, at: int, token: Token) -> bool:
        return self._names_another(at) or token.value in {"day", self._wish.time, self._wish.season}

    def _is_place(self, at: int, token: Token) -> bool:
        place = self._wish.place or ""
        shown = settings.SHOWN_WITH.get(place, frozenset()) | {place} | settings.WEAK_PLACES
        return self._names_another(at) or bool({token.value, token.text} & shown)

    def _names_another(self, at: int) -> bool:
        """Whether the word only stands before another noun: "kitchen table", "summer day"."""
        following = self._words[at + 1].token if at + 1 < len(self._words) else None
        return following is not None and following.meaning in NOUNS

    def _is_of_weather(self, at: int) -> bool:
        """Whether it is the sun or the rain that does what the verb at `at` says."""
        for word in reversed(self._words[:at]):
            if word.token is None or word.token.meaning not in {"silent", "auxiliary"}:
                return word.token is not None and word.token.meaning in {"weather", "time"}
        return False

    def _is_done(self, at: int, base: str) -> bool:
        """Whether somebody does it, or it is a verb of which nothing can be seen."""
        if base in actions.EMPTY or base in actions.OF_THINGS:
            return True
        if base in actions.OF_WEATHER and self._is_of_weather(at):
            return True
        if self._animal_does(base):
            return True
        done = (action for action, _ in actions.DOING.get(base, {}).values())
        if any(action in self._done and self._is_shown_as(base, action) for action in done):
            return True
        if base in actions.LOOSE:
            return False
        action, _ = actions.PHRASES.get(base) or (actions.VERBS.get(base, ""), None)
        if action == "stand" or {action, base} & self._done:
            return True
        if base == "fly" and self._is_in_the_air():
            return True
        return self._is_shown_by(base, action)

    def _animal_does(self, base: str) -> bool:
        """Whether an animal is drawn in the pose for the verb, or in one that passes for it."""
        of_people, _ = actions.PHRASES.get(base) or (actions.VERBS.get(base, ""), None)
        action = action_of_verb(base, of_people)
        poses = {action, *animals.INSTEAD.get(action, ())} - {""}
        return any(item.action in poses for item in self._items if item.kind == "animal")

    def _is_in_the_air(self) -> bool:
        return any(THINGS[noun].stands_on == "air" for noun in self._nouns & THINGS.keys())

    def _is_shown_by(self, base: str, action: str) -> bool:
        """Whether a face, clothes, a look or something in a hand shows it."""
        doing = actions.DOING.get(base, {}).values()
        if any(known in self._done or (held or "") in self._things for known, held in doing):
            return True
        if base in {"laugh", "smile"}:
            return any(item.feeling == "happy" for item in self._items)
        if base in actions.DRESSING:
            return any(item.wearing for item in self._items)
        if base == "make":
            return "kneel" in self._done
        if action == "look":
            return any(link.relation == "looking at" for link in self._wish.links)
        return action in {"hold", "carry"} and bool(self._held | self._done & {"hold_hands"})


def _colours(items: Iterable[Wanted]) -> list[str]:
    found = [item.colour for item in items] + [item.holding_colour for item in items]
    found += [colour for item in items for _, colour in item.wearing]
    return [colour for colour in found if colour]
