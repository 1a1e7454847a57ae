"""How sentences refer to who and what came up: "the man" and "he", or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.scene import Gender, Scene, Shown
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    is_many,
    noun_of,
    plural_of,
)
from imagespeak_core.generators.illustrator.words import people, telling
from imagespeak_core.speaking.comparing import hold_against, naming
from imagespeak_core.speaking.comparing.painted import is_painted, shows_portraits

_PRONOUNS: dict[Gender, str] = {"woman": "she", "man": "he"}
_OWN = {"she": "her", "he": "his", "it": "its", "they": "their"}
_OBJECTS = {"she": "her", "he": "him", "it": "it", "they": "them"}
_TOO_MANY = "twenty"
_LOOKS_TELL: dict[str, Gender] = {
    "teenage girl": "woman", "teenage boy": "man", "old woman": "woman", "old man": "man",
}  # fmt: skip
"""Words of the telling's own that say whether somebody is a woman or a man."""


@dataclass(frozen=True, slots=True)
class Referred:
    """Somebody or something that a sentence can be about, and mean no other.

    Attributes:
        items: Who or what it is.
        the: "the man", "the two dogs".
        they: The pronoun; where nobody can know it, `the` once more.
        many: Whether the verb is in the plural.
    """

    items: tuple[Shown, ...]
    the: str
    they: str
    many: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of them."""
        return tuple(item.id for item in self.items)

    @property
    def forms(self) -> dict[str, str]:
        """What a pattern of a sentence has at its open places, with their verbs."""
        many = self.many
        return {
            "who": self.the, "they": self.they,
            "their": _OWN.get(self.they, f"{self.the}'{'' if self.the.endswith('s') else 's'}"),
            "them": _OBJECTS.get(self.they, self.the),
            "is": "are" if many else "is", "has": "have" if many else "has",
            "does": "do" if many else "does", "s": "" if many else "s",
        }  # fmt: skip


def refer(items: Sequence[Shown], scene: Scene) -> Referred | None:
    """How to speak of these as of those who are known; None where others might be meant."""
    nouns = {noun_of(item) for item in items}
    first = items[0]
    if len(nouns) > 1:
        return _everybody(items, scene)
    noun = noun_of(first)
    if {item.id for item in _called(noun, first, scene)} != {item.id for item in items}:
        return _everybody(items, scene)
    if len(items) == 1 and not is_many(noun, 1):
        return Referred(tuple(items), f"the {noun}", _pronoun(first, f"the {noun}"), many=False)
    several = noun if is_many(noun, 1) else plural_of(noun)
    return Referred(tuple(items), f"the {several}", "they", many=True)


def _everybody(items: Sequence[Shown], scene: Scene) -> Referred | None:
    """All people of a picture, of whatever kinds they are."""
    shown = {item.id for item in scene.items if item.kind == "person"}
    if len(items) < 2 or {item.id for item in items} != shown:
        return None
    young = all(item.age == "child" for item in items)
    return Referred(tuple(items), "the children" if young else "the people", "they", many=True)


def _called(noun: str, first: Shown, scene: Scene) -> tuple[Shown, ...]:
    """All in a picture whom somebody might mean by the noun."""
    if first.kind != "person":
        meant = naming.meant_by(noun, first.kind, scene)
        unsure = meant.elsewhere or is_painted(noun, scene) or noun in scene.backdrop
        return () if unsure else meant.with_either().all
    if noun in people.PEOPLE:
        return naming.meant_by(noun, "person", scene).with_either().all
    same = [item for item in scene.items if item.kind == "person" and _may_be(item, first)]
    return tuple(same)


def _may_be(item: Shown, first: Shown) -> bool:
    """Whether somebody may be called by another's noun, where that is a word of the telling."""
    if noun_of(item) == noun_of(first):
        return True
    return first.role is None and (item.age, item.gender) == (first.age, first.gender)


def _pronoun(item: Shown, otherwise: str) -> str:
    """He, she or it, where the noun or the looks tell which; otherwise the noun again."""
    if item.kind != "person":
        return "it"
    noun = noun_of(item)
    word = people.PEOPLE.get(noun)
    gender = word.gender if word is not None else _LOOKS_TELL.get(noun)
    if gender is None and not naming.may_be_called_otherwise(item, "woman"):
        gender = item.gender
    return _PRONOUNS[gender] if gender is not None else otherwise


def countable(items: Sequence[Shown], scene: Scene) -> bool:
    """Whether it is sure that these are all of their kind, so that one may ask how many."""
    noun = noun_of(items[0])
    if scene.version == 1 or noun in telling.PLURAL_WORDS | telling.MASS_WORDS:
        return False
    if not 2 <= len(items) < len(telling.NUMBERS):
        return False
    if items[0].kind == "person" and shows_portraits(scene):
        return False
    called = _called(noun, items[0], scene)
    if {item.id for item in called} != {item.id for item in items}:
        return False
    # A number is right or wrong only where too large a one would be found to be wrong.
    too_many = f"There are {_TOO_MANY} {plural_of(noun)}."
    return [fact.about for fact in hold_against(too_many, scene).not_so] == ["count"]


def there(items: Sequence[Shown]) -> str:
    """Items of one noun as they are named at first, without a word about them."""
    return counted("", noun_of(items[0]), len(items))


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return f"{text[0].upper()}{text[1:]}"
