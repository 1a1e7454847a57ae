"""Guesses about a picture, each marked as one and with its reason, which the picture shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.items import Clause, clauses_about
from imagespeak_core.generators.illustrator.telling.light import seen_weather
from imagespeak_core.generators.illustrator.telling.mentions import Mentions, alike
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of
from imagespeak_core.speaking.coaching import guess_words, looks
from imagespeak_core.speaking.coaching.guess import Guess, there_is_or_are
from imagespeak_core.speaking.coaching.guesses_around import CROWD, YOUNG, guesses_around
from imagespeak_core.speaking.coaching.referring import Referred, refer, there
from imagespeak_core.speaking.comparing.painted import shows_portraits

_GROWN = frozenset({"adult", "old"})
_IDLE = frozenset({"stand", "lean", "sit", "sit_ground", "walk"})
_MOST_WORDS = 26


def guesses(scene: Scene) -> list[Guess]:
    """What may be guessed, the best first, and not two for the same reason."""
    found: dict[str, Guess] = {}
    for one in (*_of_deeds(scene), *guesses_around(scene)):
        if len(f"{one.guess} because {one.reason}".split()) <= _MOST_WORDS:
            found.setdefault(one.guess, one)
    kept: dict[str, Guess] = {}
    for one in found.values():
        kept.setdefault(one.reason, one)
    return list(kept.values())


def _of_deeds(scene: Scene) -> Iterator[Guess]:
    """From what people and animals do, and how they look; who only stands comes last."""
    idle: list[Guess] = []
    for clause in clauses_about(scene):
        who = refer(clause.items, scene)
        if who is None or clause.items[0].kind == "thing":
            continue
        deed = _of_deed(clause, who, scene)
        if deed is not None:
            busy = clause.items[0].action not in _IDLE
            if busy:
                yield deed
            else:
                idle.append(deed)
    yield from _of_rain(scene)
    yield from _of_family(scene)
    yield from _of_roles(scene)
    yield from idle
    yield from _of_faces(scene)


def _of_deed(clause: Clause, who: Referred, scene: Scene) -> Guess | None:
    items = list(clause.items)
    if len({(item.kind, item.action) for item in items}) > 1:
        return None
    doing = Doing(scene, Mentions())
    first = items[0]
    if first.kind == "animal" and not doing.is_told(first):
        return None
    table = guess_words.ACTIONS if first.kind == "person" else guess_words.ANIMALS
    target = _named_again(clause, scene)
    pattern = _pattern(items, doing.action(first), table, clause, scene)
    if not pattern or _is_without_sense(doing.action(first), clause, scene):
        return None
    if "{target}" in pattern and not target:
        return None
    what = _words(clause, scene)
    they = who.they if "{who}" in pattern else who.the
    return Guess("deed", pattern.format(**who.forms, target=target),
                 f"{they} {who.forms['is']} {what}", clause.named)  # fmt: skip


def _pattern(
    items: list[Shown],
    action: str,
    table: Mapping[str, tuple[str, str]],
    clause: Clause,
    scene: Scene,
) -> str:
    """The guess for what they do; who does little may hold something, or have a pet."""
    one, many = table.get(action, ("", ""))
    idle = action in _IDLE | {"hold", "carry", "read"}
    held = {item.holding or "" for item in items}
    if items[0].kind == "person" and idle:
        pattern = guess_words.HOLDING.get(held.pop()) if len(held) == 1 else None
        if pattern:
            return pattern
        if _is_with_pet(clause, scene):
            return "{target} might belong to {who}"
    return many if len(items) > 1 else one


def _is_without_sense(action: str, clause: Clause, scene: Scene) -> bool:
    """Whether what they have, or what is beside them, speaks against a guess."""
    own = {item.id for item in clause.items}
    beside = {item.noun for item in scene.items if item.id in clause.named and item.id not in own}
    held = {item.holding for item in clause.items if item.holding}
    if action == "read":
        return not held <= guess_words.READ
    if action == "push":
        return not beside.isdisjoint(guess_words.LIGHT_TO_PUSH)
    if action in {"sit", "sit_ground"} and not beside.isdisjoint(guess_words.WORKED_AT):
        return True
    if action not in _IDLE | {"hold", "carry"}:
        return False
    if any(item.role for item in clause.items) and held & guess_words.WORKED_WITH:
        return True
    return seen_weather(scene) in {"rain", "snow"} and bool(held & guess_words.IN_NASTY_WEATHER)


def _is_with_pet(clause: Clause, scene: Scene) -> bool:
    return clause.items[0].kind == "person" and any(
        item.noun in guess_words.BELONGS for item in scene.items if item.id in clause.named
    )


def _named_again(clause: Clause, scene: Scene) -> str:
    """Whom or what else a clause names, as it is named again."""
    own = {item.id for item in clause.items}
    others = [item for item in scene.items if item.id in clause.named and item.id not in own]
    if not others or len({noun_of(item) for item in others}) > 1:
        return ""
    who = refer(others, scene)
    return who.the if who is not None else ""


def _words(clause: Clause, scene: Scene) -> str:
    """What they do, said again after all was named: "reading a book on the bench"."""
    mentions = Mentions()
    doing = Doing(scene, mentions)
    mentions.tell(clause.items)
    own = {item.id for item in clause.items}
    others = [item for item in scene.items if item.id in clause.named and item.id not in own]
    for group in alike(others, noun_of):
        mentions.mention(group)
    return doing.words(clause.items)


def _of_rain(scene: Scene) -> Iterator[Guess]:
    if seen_weather(scene) != "rain":
        return
    dry = [item for item in scene.items if item.kind == "person" and item.holding == "umbrella"]
    who = refer(dry, scene) if dry else None
    if who is not None:
        forms = who.forms
        yield Guess("rain", f"{who.the} probably {forms['does']} not want to get wet",
                    f"{who.they} {forms['has']} {'umbrellas' if who.many else 'an umbrella'}",
                    who.ids)  # fmt: skip


def _of_family(scene: Scene) -> Iterator[Guess]:
    persons = [item for item in scene.items if item.kind == "person"]
    if shows_portraits(scene) or any(item.role for item in persons) or len(persons) >= CROWD:
        return
    old = [item for item in persons if item.age in _GROWN]
    young = [item for item in persons if item.age in YOUNG]
    if not old or not young:
        return
    grown = there([old[0]]) if len(old) == 1 else "adults"
    small = there([young[0]]) if len(young) == 1 else "children"
    verb = "is" if len(old) == 1 else "are"
    ids = tuple(item.id for item in (*old, *young))
    guess = "the people in the picture might be a family"
    yield Guess("family", guess, f"there {verb} {grown} with {small}", ids)


def _of_roles(scene: Scene) -> Iterator[Guess]:
    for group in alike((item for item in scene.items if item.role), lambda item: item.role):
        guess = guess_words.ROLES.get(group[0].role or "")
        if guess:
            yield Guess("role", guess, there_is_or_are(group), tuple(item.id for item in group))


def _of_faces(scene: Scene) -> Iterator[Guess]:
    for item in scene.items:
        guessed_already = item.kind != "person" or item.action == "cry"
        feeling = "" if guessed_already else looks.feeling_of(item)
        who = refer([item], scene) if feeling else None
        if who is not None:
            pattern = guess_words.FEELINGS[feeling]
            if feeling == "happy" and not scene.indoors:
                pattern = guess_words.HAPPY.get(seen_weather(scene) or "", pattern)
            yield Guess("face", pattern.format(**who.forms), _looks(who, pattern, feeling), who.ids)


def _looks(who: Referred, pattern: str, feeling: str) -> str:
    return f"{who.they if '{who}' in pattern else who.the} looks {feeling}"
