"""Whether what must be true of somebody or something is what a scene tells of them."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.checking.expectations import (
    ExpectedAbsence,
    ExpectedLink,
    ExpectedSetting,
    Named,
)
from imagespeak_core.generators.illustrator.checking.same_words import (
    SETTING_WORDS,
    bases,
    names_for,
    same_colour,
    told_words,
    verbs_of,
)
from imagespeak_core.generators.illustrator.checking.sights import (
    AGES,
    Sight,
    colours_of,
    has_colour,
    is_a,
    is_named,
    sights_of,
)
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words.animal_actions import poses_for
from imagespeak_core.generators.illustrator.words.people import FEELINGS, NEAR_FEELINGS, STATURES
from imagespeak_core.generators.illustrator.words.unseen import TRUE_OF

_NOT_STANDING = frozenset(
    """
    sit sit_ground lie sleep doze kneel crawl ride drive swim wheelchair picnic walk run jump fly
    climb climb_up walk_pet embrace_seated
    """.split()
)
_WITH_A_RACKET = frozenset({"tennis", "badminton", "table tennis"})
_MOUNTED = frozenset({"on", "in"})
_DONE_TO = _MOUNTED | {"looking at", "with"}
_CARRYING = frozenset({"cradle", "cuddle", "shoulder"})
_SAT_IN = having("sat in")
"""Who sits in one of these is on it for the scene."""
_INVERSE = {"left of": "right of", "right of": "left of", "above": "below", "below": "above",
            "in front of": "behind", "behind": "in front of", "next to": "next to"}  # fmt: skip
_AS_GOOD = {"below": {"below", "under"}, "under": {"under", "below"}, "with": {"with", "next to"}}


def does(sight: Sight, action: str, scene: Scene) -> bool:
    """Whether it does what the verb says, to what the words after it name."""
    item = sight.item
    return item is not None and any(_does(item, one, scene) for one in action.split("/"))


def _does(item: Shown, action: str, scene: Scene) -> bool:
    verb, _, rest = action.partition(" ")
    usual = THINGS[item.noun].usual if item.noun in THINGS else "stand"
    done = item.action or usual
    words = [word for word in rest.split() if word not in {"a", "an", "the"}]
    if words and verb == "play" and item.kind == "animal":
        # Animals are drawn at play, but not at an instrument or a game.
        return False
    if words and all(not bases(word).isdisjoint(told_words(done)) for word in (verb, *words)):
        return True
    if verb == "play" and rest in _WITH_A_RACKET and item.holding == "racket":
        return True
    by = _MOUNTED if verb in {"ride", "drive"} else _DONE_TO
    return _verb_fits(item, done, verb) and (
        not words or _done_to(item, " ".join(words), by, scene)
    )


def _verb_fits(item: Shown, done: str, verb: str) -> bool:
    if verb == "stand":
        return item.posture is None and done not in _NOT_STANDING
    if verb == "smile":
        return item.feeling == "happy"
    verbs = set(verbs_of(done))
    verbs |= verbs_of(
        {"floor": "sit", "wheelchair": "sit"}.get(item.posture or "", item.posture or "")
    )
    if done == "sleep":
        verbs.add("lie")
    if item.kind == "animal" and done in poses_for(item.noun, "sit"):
        verbs.add("sit")
    if item.holding:
        verbs |= {"hold"}
    return verb in verbs or verb in told_words(done)


def _done_to(item: Shown, noun: str, by: frozenset[str], scene: Scene) -> bool:
    """Whether something by this name is held, comes with the action, or is who it is done to."""
    own = [sight for sight in sights_of(scene) if sight.bearer == item]
    linked = {
        link.target
        for link in scene.links
        if link.subject == item.id and link.relation in by and not link.by_chance
    }
    own += [sight for sight in sights_of(scene) if sight.item and sight.item.id in linked]
    return any(is_a(sight, noun) for sight in own)


def holds(sight: Sight, named: Named, scene: Scene) -> bool:
    """Whether it holds or carries such a thing."""
    item = sight.item
    if item is None:
        return False
    worn = {what for what, _ in item.wearing}
    for other in sights_of(scene):
        if not is_named(other, named):
            continue
        if other.bearer == item and (other.names.isdisjoint(worn) or "backpack" in other.names):
            return True
        if other.item and item.action in _CARRYING and _linked(item, "with", other.item, scene):
            return True
    return False


def wears(sight: Sight, named: Named) -> bool:
    """Whether somebody wears it, or has such hair, in all of its colours."""
    names = names_for(named.noun) | {named.noun}
    worn = sight.item.wearing if sight.item else ()
    return any(
        what in names
        and all(any(same_colour(one, word) for word in colours_of(colour)) for one in named.colours)
        for what, colour in worn
    )


def feels(sight: Sight, feeling: str) -> bool:
    """Whether somebody's face shows the feeling itself, and not only one that is near."""
    if feeling in NEAR_FEELINGS or sight.item is None:
        return False
    return sight.item.feeling == FEELINGS.get(feeling, feeling)


def is_old(sight: Sight, age: str) -> bool:
    """Whether somebody is of the age."""
    return sight.item is not None and sight.item.age in AGES[age] - (
        {"old"} if age == "adult" else set()
    )


def looks(sight: Sight, look: str) -> bool:
    """Whether the look is told of it, or goes without saying of such a thing."""
    if has_colour(sight, look):
        return True
    item = sight.item
    if item and item.kind == "person":
        return bool(item.size) and item.size == STATURES.get(look)
    return any(
        look in name.split() or name in TRUE_OF.get(look, frozenset()) for name in sight.names
    )


def is_where(sight: Sight, where: str) -> bool:
    """Whether it is on that side of the picture, or so far away."""
    item = sight.item or sight.bearer
    return item is not None and where in (
        {item.side} if where in {"left", "right"} else {item.side, item.depth}
    )


def is_so(setting: ExpectedSetting, scene: Scene) -> bool:
    """Whether it is the scene's place, time, weather or season."""
    words = set(setting.word.split("/"))
    if setting.kind in SETTING_WORDS:
        told = {"time": scene.time, "weather": scene.weather, "season": scene.season}
        return not words.isdisjoint(SETTING_WORDS[setting.kind][told[setting.kind]])
    shown = [PLACES[name] for name in (scene.place, *PLACES[scene.place].behind)]
    return any(
        not words.isdisjoint({place.name, place.noun, *place.words, *place.weak_words})
        for place in shown
    ) or any(is_a(sight, setting.word) for sight in sights_of(scene))


def is_linked(link: ExpectedLink, scene: Scene) -> bool:
    """Whether so many of those shown have the relation, in either direction that means the same.

    An animal or thing is with another where both are there, and all are in front of what only the
    place shows.
    """
    there = [sight for sight in sights_of(scene) if sight.item]
    subjects = _best(there, link.subject)
    targets = [_best(there, named) for named in link.targets]
    linked = [
        subject
        for subject in subjects
        if all(
            _has_one(subject, link.relation, group, scene)
            or (link.relation == "with" and _has_with_them(subject, named, scene))
            for named, group in zip(link.targets, targets, strict=True)
        )
    ]
    if link.relation == "in front of" and not any(targets):
        behind = [_is_behind(named.noun, scene) for named in link.targets]
        linked = subjects if all(behind) else []
    # How many there are at all is told for itself; several are next to something as a group.
    least = 1 if link.relation == "next to" else min(link.count, len(subjects))
    return len(linked) >= max(1, least)


def _has_with_them(subject: Shown, named: Named, scene: Scene) -> bool:
    """Whether it is in somebody's hands, or on them."""
    own = (sight for sight in sights_of(scene) if sight.bearer == subject)
    return any(is_a(sight, named.noun) for sight in own)


def _is_behind(noun: str, scene: Scene) -> bool:
    if any(is_a(Sight(frozenset({name})), noun) for name in scene.backdrop):
        return True
    places = [PLACES[name] for name in PLACES[scene.place].behind]
    return any(noun in {place.name, *place.words} for place in places)


def _has_one(subject: Shown, relation: str, targets: list[Shown], scene: Scene) -> bool:
    if relation == "with" and subject.kind != "person":
        return bool(targets)
    return any(
        subject != target and _linked(subject, relation, target, scene) for target in targets
    )


def _best(sights: list[Sight], named: Named) -> list[Shown]:
    """All of the noun in the colours; all of the noun where none has the colours."""
    nouns = [sight for sight in sights if is_a(sight, named.noun)]
    exact = [sight for sight in nouns if is_named(sight, named)]
    return [sight.item for sight in exact or nouns if sight.item]


def _linked(subject: Shown, relation: str, target: Shown, scene: Scene) -> bool:
    told = {(link.subject, link.relation, link.target) for link in scene.links}
    as_good = _AS_GOOD.get(relation, {relation})
    in_bed = target.noun == "bed" and subject.action in {"sleep", "lie"}
    if relation == "in" and (in_bed or target.noun in _SAT_IN):
        as_good = {"in", "on"}
    inverse = {_INVERSE[one] for one in as_good if one in _INVERSE}
    return any((subject.id, one, target.id) in told for one in as_good) or any(
        (target.id, one, subject.id) in told for one in inverse
    )


def is_absent(absence: ExpectedAbsence, scene: Scene) -> bool:
    """Whether nothing of it is in the scene, or nothing of it on those it is said of."""
    there = sights_of(scene)
    if absence.of is None:
        return not any(_is_or_does(sight, absence.what, scene) for sight in there)
    those = _best([sight for sight in there if sight.item], absence.of)
    own = [sight for sight in there if sight.item in those or sight.bearer in those]
    return bool(those) and not any(_is_or_does(sight, absence.what, scene) for sight in own)


def _is_or_does(sight: Sight, what: str, scene: Scene) -> bool:
    return is_a(sight, what) or has_colour(sight, what) or does(sight, what, scene)
