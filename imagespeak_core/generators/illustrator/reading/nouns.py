"""Reads nouns: settings, people, clothes and things, in hands or on their own."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.activities import ALONE
from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.reading.clauses import (
    is_subject,
    place_follows,
    told_apart,
)
from imagespeak_core.generators.illustrator.reading.phrases import Pending, counted, person_phrase
from imagespeak_core.generators.illustrator.reading.wearing import MOST, Wearing
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import (
    actions,
    hints,
    parts,
    people,
    settings,
    things,
)

_SOME = 2
_OF_FAMILIES = ("woman", "man", "girl", "woman", "man", "boy")
"""Who is there where several families are."""
_LINES = frozenset({"queue", "group", "crowd", "team"})


class Nouns(Wearing):
    """What each sort of noun does to the sentence."""

    def _noun(self, chunk: Chunk) -> None:
        if chunk.said.count == -1:
            self._relation_to = self._awaits = None
            self._role = ""
            return
        handler = {
            "place": self._place, "time": self._setting, "weather": self._setting,
            "season": self._setting, "person": self._person, "group": self._group,
            "crowd": self._crowd, "thing": self._thing, "clothes": self._clothes,
            "activity": self._activity, "hair": self._hair,
        }[chunk.meaning]  # fmt: skip
        handler(chunk)

    def _stranger(self, chunk: Chunk) -> None:
        subject = self._relation_to is None and self._awaits is None
        if subject and is_subject(self._chunks, self._at, with_ing=True):
            self._subjects, self._lost = [], True
            self._has_verb = self._finite = False
        self._relation_to = self._awaits = None
        self._latest, self._role, self._joined = [], "", False

    def _place(self, chunk: Chunk) -> None:
        if chunk.text == "traffic" and not chunk.modifies:
            self.found.add([Wanted("thing", "car", 2, at_least=True)], Pending())
        if self._where and chunk.value in settings.INDOORS:
            # A shop on one side of the picture is a house that is seen from outside.
            self.found.note_place(chunk, "outside")
            self.found.not_known(chunk.text)
            self._where = ""
        elif self._is_on_the_way(chunk):
            self.found.note_place(chunk, "outside")
            self.found.not_known(chunk.text)
        else:
            self.found.note_place(chunk, self._relation_to)
        if not chunk.modifies:
            self._relation_to = self._awaits = None
            self._role, self._joined = "", False

    def _is_on_the_way(self, chunk: Chunk) -> bool:
        """Whether somebody only goes there ("running to school")."""
        legs = {self.found.wanted[index].posture for index in self._doers} | {self._action}
        goes = self._last_relation in {"to", "towards"} and legs & actions.ON_THE_WAY
        return bool(goes) and chunk.value in settings.INDOORS

    def _setting(self, chunk: Chunk) -> None:
        self.found.note_setting(chunk)
        if chunk.modifies:
            return
        free = self._relation_to is None and self._awaits is None
        if free and is_subject(self._chunks, self._at, with_ing=True):
            self._subjects, self._lost = [], True
        self._relation_to = self._awaits = None
        self._role, self._joined = "", False

    def _person(self, chunk: Chunk) -> None:
        if told_apart(self._chunks, self._at):
            return
        count, vague = counted(chunk.plural, chunk.said, MOST)
        self._take([person_phrase(chunk.said, chunk.value, count, vague)], chunk.said)

    def _group(self, chunk: Chunk) -> None:
        nouns = people.GROUPS[chunk.value]
        if any(item.noun == nouns[0] for item in self.found.wanted) and chunk.value == "wedding":
            self._relation_to = self._awaits = None
            return
        if chunk.value == "family" and chunk.plural:
            nouns = _OF_FAMILIES
        elif chunk.value == "family" and chunk.said.count is not None and chunk.said.count > 1:
            nouns = (*nouns, *("child",) * (MOST - len(nouns)))[: chunk.said.count]
        self._take([person_phrase(chunk.said, noun, 1, False) for noun in nouns], chunk.said)

    def _crowd(self, chunk: Chunk) -> None:
        if self._hands_number_on(chunk) or told_apart(self._chunks, self._at):
            return
        if chunk.value in _LINES and self._relation_to == "in" and self._subjects:
            self._relation_to = None
            return
        if chunk.value in people.EVENTS and self._does(chunk):
            self._hold_done(chunk)
            return
        if chunk.value in people.EVENTS and self._relation_to is not None:
            self.found.not_known(chunk.text)
            self._relation_to = self._awaits = None
            return
        said = chunk.said.count if chunk.said.count != 1 else None
        usual = people.CROWDS[chunk.value]
        if said and chunk.value != "people":
            said = max(said, usual)
        count = min(MOST, said or usual)
        vague = said != chunk.said.count or said is None or chunk.said.vague
        self._take([person_phrase(chunk.said, "person", count, vague)], chunk.said)
        if "birthday" in chunk.value:
            self.found.celebrate()

    def _hands_number_on(self, chunk: Chunk) -> bool:
        """Whether this only tells how many there are of the next ("a crowd of tourists")."""
        if self._at + 2 >= len(self._chunks) or self._chunks[self._at + 1].text != "of":
            return False
        following = self._chunks[self._at + 2]
        if following.meaning not in {"person", "crowd"}:
            return False
        if not following.said.count or following.said.count < _SOME:
            following.said.count, following.said.vague = people.CROWDS[chunk.value], True
        self._chunks[self._at + 1].text = "made of"
        return True

    def _activity(self, chunk: Chunk) -> None:
        if self._awaits is not None:
            self.found.note_done(chunk.value)
        if not self._does(chunk) and not self._is_alone(chunk):
            self.found.not_known(chunk.text)
        self._relation_to = self._awaits = None
        self._role, self._joined = "held", False

    def _is_alone(self, chunk: Chunk) -> bool:
        """Whether the noun tells by itself what people do: "boy football", "breakfast"."""
        text = chunk.token.text if chunk.token else ""
        known = text in ALONE and self._awaits is None and self._relation_to is None
        if not known or chunk.said.count or chunk.plural or chunk.said.colour:
            return False
        self.found.alone = text
        self.found.note_done(text)
        self._role, self._joined = "held", False
        return True

    def _does(self, chunk: Chunk) -> bool:
        """Whether verb and object together are an action ("play football")."""
        if self._awaits is None and not (self._joined and self._role == "held"):
            return False
        known = actions.DOING.get(self._awaits or "", {})
        doing = known.get(chunk.token.text if chunk.token else "") or known.get(chunk.value)
        if doing is None:
            return False
        action, held = doing
        self._action = action
        self.found.note_done(chunk.value)
        shown = {action} if action != "hold" else {action, *actions.LEGS}
        doers = [at for at in self._doers if self.found.wanted[at].action in shown]
        doers = self._doers if self._first else doers
        self.found.act(doers, action, chunk.text, held=held, first=self._first)
        if held and chunk.plural:
            self.found.give_each(doers)
        if chunk.said.colour and (held or action in actions.WITH_OWN_THING):
            self.found.colour_held(doers, chunk.said.colour)
        return True

    def _thing(self, chunk: Chunk) -> None:
        noun = chunk.value
        if self._is_part(chunk) or self._is_on_back(chunk) or self._is_alone(chunk):
            return
        if self._is_swum_in(chunk):
            return
        self.found.note_of_thing(chunk)
        if self._awaits is not None:
            self.found.note_done(noun)
        if self._does(chunk) and not self._is_free_object(noun):
            self._hold_done(chunk)
            return
        doers = self.found.people(self._subjects)
        if self._swallowed(chunk, doers) or self._held(chunk):
            self._hold_done(chunk)
            return
        if self._mentioned(chunk) or self._fills(chunk):
            return
        if noun not in THINGS:
            self.found.not_known(chunk.text)
            self._relation_to = self._awaits = None
            return
        cooks = self._awaits is not None and self._action == "cook"
        if cooks and THINGS[noun].kind not in {"food", "kitchen"}:
            self.found.act(self._doers, "kneel", chunk.text, first=True)
        self._take([self._thing_phrase(noun, chunk)], chunk.said)

    def _is_swum_in(self, chunk: Chunk) -> bool:
        """Whether it is where somebody swims ("a dog in the water"), and nothing to drink."""
        text = chunk.token.text if chunk.token else ""
        if text != "water" or self._last_relation != "in" or not self.found.alive(self._sources):
            return False
        self.found.weak_places.append(hints.CUE_PLACES["in the water"])
        self.found.act(self._sources, "swim", chunk.text, first=True, base="swim")
        self._relation_to = self._awaits = None
        return True

    def _is_free_object(self, noun: str) -> bool:
        """Whether what is done with it still shows it as a thing of its own."""
        shared = self._action == "eat" and noun in THINGS and THINGS[noun].kind == "food"
        return shared or self._action in actions.FREE_OBJECT

    def _is_part(self, chunk: Chunk) -> bool:
        """Whether it is a part of the thing before "with" ("a red car with dark windows")."""
        after_another = self._role == "part" and self._joined
        if not after_another and (self._relation_to, self._last_relation) != ("with", "with"):
            return False
        wholes = [self.found.wanted[index] for index in self._nearest]
        if chunk.value not in parts.PARTS or not wholes or wholes[-1].kind == "person":
            return False
        whole = wholes[-1].noun
        if not parts.PARTS[chunk.value] & {whole, THINGS[whole].kind}:
            self.found.not_known(chunk.text)
        self._relation_to = self._awaits = None
        self._role, self._joined = "part", False
        return True

    def _hold_done(self, chunk: Chunk) -> None:
        self._relation_to = self._awaits = None
        self._role, self._joined = "held", False

    def _swallowed(self, chunk: Chunk, doers: list[int]) -> bool:
        noun = chunk.value
        if noun == "wheelchair" and doers and self._relation_to in {"in", "with"}:
            self.found.act(self._owners(chunk), "wheelchair", noun, first=True)
            return True
        if self._awaits and self.found.is_food(self._doers, noun):
            return True
        doing = {self.found.wanted[index].action or "" for index in doers}
        if not any(noun in things.SWALLOWED.get(action, ()) for action in doing):
            return False
        if chunk.said.colour:
            self.found.colour_held(doers, chunk.said.colour)
        return True

    def _held(self, chunk: Chunk) -> bool:
        """Whether the noun goes into hands: "with umbrellas", "holding a book", "eating bread"."""
        in_hand = things.HOLDABLE.get(chunk.value) or things.HOLDABLE.get(chunk.text)
        holders = self.found.people(self._doers if self._awaits else self._subjects)
        if self._relation_to == "with":
            holders = self._owners(chunk) if self._latest else holders
        if chunk.value == "balloons" and sum(self.found.wanted[at].count for at in holders) > 1:
            in_hand = "balloon"
        if in_hand is None or not holders or not self._hands_take(chunk, in_hand):
            return False
        if any(self.found.wanted[index].holding for index in holders):
            return False
        colour = chunk.said.colour
        for index in holders:
            item = self.found.wanted[index]
            self.found.wanted[index] = replace(
                item, holding=in_hand, holding_colour=colour, each_holds=chunk.plural
            )
        return True

    def _hands_take(self, chunk: Chunk, in_hand: str) -> bool:
        if self._relation_to == "with":
            return not place_follows(self._chunks, self._at)
        if (in_hand, self._relation_to) in {("umbrella", "under"), ("walking stick", "on")}:
            return True
        if self._awaits in actions.MOVING:
            return False
        return self._awaits is not None and self._action not in actions.FREE_OBJECT

    def _fills(self, chunk: Chunk) -> bool:
        """Whether this is only what is in the glass or cup before it ("a glass of juice")."""
        if self._last_relation != "of" or not self._nearest:
            return False
        if self.found.wanted[self._nearest[-1]].noun != chunk.value:
            return False
        self.found.describe(self._nearest, chunk.said)
        self._relation_to = self._awaits = None
        return True

    def _mentioned(self, chunk: Chunk) -> bool:
        """Whether this is a thing of before ("on the table … under the table"), linked again."""
        before = [i for i, item in enumerate(self.found.wanted) if item.noun == chunk.value]
        if not (before and chunk.said.definite) or chunk.plural:
            return False
        self._link(before[-1:])
        return True
