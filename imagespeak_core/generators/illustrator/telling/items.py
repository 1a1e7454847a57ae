"""A scene's items in sentences: the subject first, then from near to far and left to right."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.mentions import Mentions, alike, is_or_are
from imagespeak_core.generators.illustrator.telling.naming_shown import counted, is_many, noun_of
from imagespeak_core.generators.illustrator.words import telling

_ZONES = {"left": "on the left", "right": "on the right", "middle": "in the middle"}
_BACK, _FRONT = "in the background", "in the foreground"
_MOST_WORDS = 18
"""A sentence is no longer than this if it can be helped."""
_LONGEST = 20
"""It is never longer than this: who does something is told without the side rather than bare."""
_TOGETHER = frozenset(
    {
        "talk",
        "hug",
        "embrace",
        "shake_hands",
        "hold_hands",
        "argue",
        "fight",
        "kick",
        "play",
        "throw",
        "dance",
        "picnic",
        "sing",
    }
)
"""What people do with each other, wherever in the picture each of them stands."""
_MANY_PEOPLE = 4
"""So many are told as people, where it would take too long to tell men from women."""
_REFERS = re.compile(r"\b(the|another|other)\b")
"""What is told after something else, to which it refers, stays after it."""
_CARRIES = frozenset({"cradle", "shoulder"})
"""Who is carried is told with who does it."""
_PASSING = frozenset({"walk", "talk"})


@dataclass(frozen=True, slots=True)
class _Group:
    """Items that one clause tells."""

    items: list[Shown]
    zone: str
    what: str
    """"doing", "placed", "there" or "passing"."""

    @property
    def asked_for(self) -> bool:
        """Whether the picture is about these, and they are not only there as well."""
        return self.what != "passing" and not all(_of_the_place(item) for item in self.items)

    @property
    def kind(self) -> int:
        """0 where people are among them, 1 for animals, 2 for things."""
        return min(("person", "animal", "thing").index(item.kind) for item in self.items)

    @property
    def weight(self) -> int:
        """How much it matters: people most, then animals, the prompt's things, the place's."""
        if not self.asked_for:
            return int(self.what == "passing")
        return 4 - self.kind


@dataclass(frozen=True, slots=True)
class Clause:
    """What is told of some items at once.

    Attributes:
        words: "two dogs are playing", without a capital letter or a full stop.
        zone: Where in the picture, such as "on the left"; empty where that is not told.
        items: Those whom it is about.
        named: The ids of all that come up in it.
    """

    words: str
    zone: str
    items: tuple[Shown, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words after the zone, where that makes them not too long."""
        most = _MOST_WORDS - 3 if self.zone == _FRONT else _LONGEST - 3
        long = len(self.words.split()) > most
        return f"{self.zone}, {self.words}" if self.zone and not long else self.words

    @property
    def again(self) -> str:
        """The same after another sentence about this side."""
        first, second, rest = f"{self.words}  ".split(" ", 2)
        if first == "there":
            return f"there {second} also {rest}".strip()
        return self.words if self.zone == _FRONT else self.text


def sentences_about(scene: Scene, most: int) -> tuple[list[str], bool]:
    """At most so many sentences about a scene's items, and whether they tell all of them.

    A full scene is told more briefly: without sides, two things in a sentence, and at last
    without what matters least.
    """
    for by_zone in (True, False):
        groups = _groups(scene, by_zone=by_zone)
        sentences = _sentences(scene, groups)
        if len(sentences) <= most:
            return sentences, True
    whole = True
    sentences = _sentences(scene, groups, briefly=True)
    while len(sentences) > most:
        groups.remove(min(reversed(groups), key=lambda group: group.weight))
        sentences = _sentences(scene, groups, briefly=True)
        whole = False
    return sentences, whole


def clauses_about(scene: Scene) -> list[Clause]:
    """All that can be told of a scene's items, each in a clause of its own; the subject first."""
    return _Teller(scene).clauses(_groups(scene, by_zone=True))


def _sentences(scene: Scene, groups: list[_Group], *, briefly: bool = False) -> list[str]:
    clauses = _Teller(scene).clauses(groups)
    texts = _joined(clauses, briefly=briefly)
    return [f"{text[0].upper()}{text[1:]}." for text in texts]


def _joined(clauses: list[Clause], *, briefly: bool) -> list[str]:
    """The clauses as sentences; those about the same side become one, if it is not too long."""
    texts: list[str] = []
    rest = list(clauses)
    zone = ""
    while rest:
        clause = rest.pop(0)
        text = clause.again if clause.zone and clause.zone == zone else clause.text
        zone = clause.zone
        other = _that_goes_with(clause, text, rest, briefly=briefly)
        if other is not None:
            rest.remove(other)
            text = _both(clause, text, other)
        texts.append(text)
    return texts


def _that_goes_with(
    clause: Clause, text: str, rest: list[Clause], *, briefly: bool
) -> Clause | None:
    """The clause that can be told in the same sentence, if there is one."""
    if " and " in text:
        return None
    same = [other for other in rest if clause.zone and other.zone == clause.zone]
    near = [other for other in same if not _REFERS.search(other.words) or other is rest[0]]
    next_one = [other for other in rest[:1] if briefly and bool(other.zone) == bool(clause.zone)]
    for other in near + next_one:
        if len(_both(clause, text, other).split()) <= _MOST_WORDS:
            return other
    return None


def _both(clause: Clause, text: str, other: Clause) -> str:
    same = clause.zone and clause.zone == other.zone
    return f"{text}, and {other.words if same else other.text}"


def _of_the_place(item: Shown) -> bool:
    """Whether it came with the place, or as somebody's seat, table or dish: nobody asked."""
    return item.given is not None


def _is_a_taken_seat(item: Shown) -> bool:
    """Whether it came with who sits on it, and is told with them if at all."""
    return item.given is not None and item.given.use == "seat"


def _zone(item: Shown) -> str:
    return _BACK if item.depth == "background" else _ZONES[item.side]


def nearness(item: Shown) -> tuple[int, int]:
    """From near to far, and there from left to right."""
    depth = ("foreground", "middle", "background").index(item.depth)
    return depth, ("left", "middle", "right").index(item.side)


def _groups(scene: Scene, *, by_zone: bool) -> list[_Group]:
    """All that is to be told, in its order: doers, things, passers-by, and the background last."""
    arms = {item.id for item in scene.items if item.action in _CARRIES}
    carried = {link.target for link in scene.links if link.subject in arms}
    items = sorted((item for item in scene.items if item.id not in carried), key=nearness)
    doing = Doing(scene, Mentions())
    passing = _passers_by(scene)
    doers = [
        item
        for item in items
        if item not in passing and (item.kind == "person" or doing.is_told(item))
    ]
    doers.sort(key=lambda item: (item.depth == "background", item.kind != "person"))
    subject = _subject(items)
    rest = [item for item in items if item not in passing and item not in doers]
    rest.sort(key=lambda item: item not in subject)
    zone_of = {item.id: _told_zone(scene, item) if by_zone else "" for item in items}
    for group in alike(doers, doing.key):
        beside = doing.place(group[:1]) is not None
        if beside or not all(zone_of[item.id] for item in group):
            zone_of |= dict.fromkeys((item.id for item in group), "")

    def doing_key(item: Shown) -> Hashable:
        return doing.key(item), zone_of[item.id]

    def place_key(item: Shown) -> Hashable:
        place = doing.place([item])
        where: Hashable = ""
        if place:
            things = place[1]
            by_id = things[0].kind == "thing" or place[0] == "between"
            where = place[0], tuple(one.id if by_id else noun_of(one) for one in things)
        return where, _of_the_place(item)

    together = alike(doers, doing_key)
    groups = [_Group(group, _common_zone(scene, group), "doing") for group in together]
    placed = [item for item in rest if doing.place([item])]
    groups += [_Group(group, "", "placed") for group in alike(placed, place_key)]
    free = sorted(
        (item for item in rest if item not in placed and not _is_a_taken_seat(item)),
        key=lambda item: (_of_the_place(item), item.kind != "animal"),
    )
    groups += [
        _Group(group, _common_zone(scene, group), "there")
        for group in alike(free, lambda item: zone_of[item.id])
    ]
    groups += [_Group(some, "", "passing") for some in alike(passing, doing.action)]
    return _in_order(groups, subject)


def _subject(items: list[Shown]) -> list[Shown]:
    """Who or what the prompt names first of all that is shown."""
    found: dict[int, list[Shown]] = {}
    for item in items:
        if item.asked is not None and not _of_the_place(item):
            found.setdefault(item.asked, []).append(item)
    return found[min(found)] if found else []


def _in_order(groups: list[_Group], subject: list[Shown]) -> list[_Group]:
    """What the picture is about, then whatever else is there.

    The subject comes first. People come before animals, these before things, and the background
    last; but those whom it is about most come before it, though they are all in the background.
    """
    about = [group for group in groups if group.asked_for]
    most = min((group.kind for group in about), default=0)
    chief = [group for group in about if group.kind == most]
    far = all(group.zone == _BACK for group in chief)

    def order(group: _Group) -> tuple[bool, bool, bool, int, bool]:
        behind = group.zone == _BACK and not (far and group in chief)
        later = not group.asked_for or all(item not in subject for item in group.items)
        return not group.asked_for, later, behind, group.kind, group.what == "passing"

    return sorted(groups, key=order)


def _passers_by(scene: Scene) -> list[Shown]:
    """People who only make a place busy, where the picture is about somebody or something else."""
    if not scene.busy:
        return []
    passing = [item for item in scene.items if item.noun == "person" and item.action in _PASSING]
    others = [item for item in scene.items if item not in passing and not _of_the_place(item)]
    return passing if others else []


def _told_zone(scene: Scene, item: Shown) -> str:
    """Where it is, unless its kind is here and there or acts together."""
    if item.kind == "person" and item.action in _TOGETHER:
        same = [other for other in scene.items if other.action == item.action]
    else:
        seen = noun_of(item), item.action
        same = [other for other in scene.items if (noun_of(other), other.action) == seen]
    zones = {_zone(other) for other in same}
    return zones.pop() if len(zones) == 1 else ""


def _common_zone(scene: Scene, group: list[Shown]) -> str:
    """The side on which they all are, or that they are all nearer than others."""
    zones = {_zone(item) for item in group}
    if len(zones) == 1:
        return zones.pop()
    in_front = all(item.depth == "foreground" for item in group)
    return _FRONT if in_front and any(item.depth != "foreground" for item in scene.items) else ""


class _Teller:
    """Puts one group after the other into words."""

    def __init__(self, scene: Scene) -> None:
        self._mentions = Mentions()
        self._doing = Doing(scene, self._mentions)

    def clauses(self, groups: list[_Group]) -> list[Clause]:
        """A clause for each group of which not all is told yet."""
        told = []
        for group in groups:
            for items in self._untold(group):
                before = self._mentions.named()
                words = self._words(group.what, items)
                more = [id_ for id_ in self._mentions.named() if id_ not in before]
                named = dict.fromkeys([*(item.id for item in items), *more])
                told.append(Clause(words, group.zone, tuple(items), tuple(named)))
        return told

    def _untold(self, group: _Group) -> list[list[Shown]]:
        """Those of the group who did not come up; and each who did, and does more than stand."""
        mentions = self._mentions
        rest = [item for item in group.items if not mentions.is_told(item)]
        fresh = [item for item in rest if not mentions.is_named(item)]
        known = [
            [item]
            for item in rest
            if item not in fresh and mentions.is_clear(item) and self._doing.action(item) != "stand"
        ]
        return [fresh, *known] if fresh else known

    def _words(self, what: str, items: list[Shown]) -> str:
        mentions = self._mentions
        if what == "passing":
            again = mentions.knows_people()
            mentions.tell(items, dressed=False)
            return self._others(items, again=again)
        if what == "doing":
            return self._who_does(items)
        place = self._doing.place(items) if what == "placed" else None
        start = f"there {is_or_are(items)} {mentions.subject(items)}"
        mentions.tell(items)
        return start + self._doing.where(place)

    def _who_does(self, items: list[Shown]) -> str:
        mentions = self._mentions
        many = len(items) > 1 or is_many(noun_of(items[0]), 1)
        dressed, plain = mentions.subject(items), mentions.subject(items, dressed=False)
        others = "other " if mentions.knows_people() else ""
        mentions.tell(items)
        does = f"{'are' if many else 'is'} {self._doing.words(items)}"
        if len(f"{dressed} {does}".split()) <= (_LONGEST if len(items) == 1 else _MOST_WORDS):
            return f"{dressed} {does}"
        mentions.tell(items, dressed=False)
        if len(f"{plain} {does}".split()) < _MOST_WORDS or len(items) < _MANY_PEOPLE:
            return f"{plain} {does}"
        return f"{counted(others, 'person', len(items))} {does}"

    def _others(self, items: list[Shown], *, again: bool) -> str:
        action = self._doing.action(items[0])
        what = telling.DOING.get(action, action)
        if again and len(items) == 1:
            return f"another person is {what}"
        who = counted("other " if again else "", "person", len(items))
        return f"{who} {'is' if len(items) == 1 else 'are'} {what}"
