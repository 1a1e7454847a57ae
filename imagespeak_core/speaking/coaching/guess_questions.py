"""Questions to which any sensible answer is right: why, what next, what is different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.items import clauses_about
from imagespeak_core.generators.illustrator.telling.light import seen_weather
from imagespeak_core.generators.illustrator.telling.mentions import Mentions
from imagespeak_core.generators.illustrator.telling.naming_shown import held_thing, noun_of
from imagespeak_core.speaking.coaching import looks, setting
from imagespeak_core.speaking.coaching.coached import Question
from imagespeak_core.speaking.coaching.good_answer import asked, deeds
from imagespeak_core.speaking.coaching.guess import Guess
from imagespeak_core.speaking.coaching.guess_words import BOOKS
from imagespeak_core.speaking.coaching.guesses import guesses
from imagespeak_core.speaking.coaching.referring import Referred, capital, refer
from imagespeak_core.speaking.comparing.naming import kinds_of

_NEXT: Mapping[str, str] = {
    "read": "stop reading", "eat": "have something to drink", "drink": "have something to eat",
    "cook": "eat the meal", "sleep": "wake up", "doze": "wake up", "walk": "sit down",
    "run": "stop and have a rest", "ride": "stop and have a rest", "sit": "get up and leave",
    "sit_ground": "get up and leave", "talk": "say goodbye", "phone": "put the phone away",
    "wave": "go and say hello", "kick": "have a break", "play": "go home", "dance": "sit down",
    "swim": "come out of the water", "paint": "show the picture to somebody",
    "photo": "look at the photo", "fish": "catch a fish", "type": "have a break",
    "write": "put the pen away", "shop": "pay and go home", "garden": "have a rest",
    "feed": "go home", "jump": "have a rest", "sing": "have a break", "guitar": "have a break",
    "carry": "put everything down", "look": "go closer", "watch": "go closer",
    "fly": "land somewhere", "stand": "walk away",
}  # fmt: skip
"""What somebody does → what they may do next."""
_HOMES = frozenset({"kitchen", "living room", "bedroom", "bathroom", "garden"})
"""Where people may be at home already."""
_NEXT_OF_ANIMALS: Mapping[str, str] = {
    "sleep": "wake up", "lie": "get up", "sit": "get up", "eat": "look for more food",
    "drink": "look for something to eat", "swim": "swim away", "fly": "fly away",
    "run": "stop and have a rest", "jump": "stop and have a rest", "look": "go closer",
    "watch": "go closer",
}  # fmt: skip
"""The same for animals."""
_NICE = frozenset({"clear", "snow"})
_NASTY = frozenset({"rain", "fog"})


def _doers(scene: Scene) -> Iterator[tuple[Referred, str]]:
    """Who can be meant alone, with what they do."""
    doing = Doing(scene, Mentions())
    for item in sorted(scene.items, key=lambda one: (one.kind != "person", one.asked is None)):
        if item.kind == "person" or doing.is_told(item):
            who = refer([item], scene)
            if who is not None:
                yield who, doing.action(item)


def what_next(scene: Scene) -> Iterator[Question]:
    """What may happen next."""
    for who, action in _doers(scene):
        table = _NEXT if who.items[0].kind == "person" else _NEXT_OF_ANIMALS
        will = table.get(action, "go somewhere else")
        if action == "read" and who.items[0].holding in BOOKS:
            will = "close the book"
        if will == "go home" and scene.place in _HOMES:
            will = "do something else"
        yield Question(f"What may {who.the} do next?", f"Perhaps {who.the} will …", (),
                       f"Perhaps {who.the} will {will}.")  # fmt: skip
    after = {0: "Perhaps somebody will come here.", 1: "Perhaps another person will come here."}
    will = "do something else" if scene.place in _HOMES else "go home"
    answer = after.get(_people(scene), f"Perhaps the people will {will}.")
    yield Question("What may happen next?", "Perhaps …", (), answer)


def what_before(scene: Scene) -> Iterator[Question]:
    """What may have happened before."""
    before = {0: "Perhaps somebody has just left this place.",
              1: "Perhaps somebody else has just left this place."}  # fmt: skip
    answer = before.get(_people(scene), "Perhaps the people have just arrived here.")
    yield Question("What might have happened before this moment?", "Perhaps …", (), answer)


def _people(scene: Scene) -> int:
    return sum(item.kind == "person" for item in scene.items)


def why(scene: Scene) -> Iterator[Question]:
    """What can be guessed of those who are there, and why."""
    for guess in guesses(scene):
        who = _about(guess, scene) if guess.about in {"deed", "face", "rain"} else None
        if who is not None:
            answer = guess.said(0).text
            yield Question(f"What can you guess about {who.the}, and why?",
                           _start_of(answer, who), (), answer)  # fmt: skip
    for guess in guesses(scene):
        if guess.about in {"place", "weather", "time", "behind", "thing", "crowd", "family"}:
            yield Question("What can you guess about this place or this moment, and why?",
                           "I think … because …", (), guess.said(0).text)  # fmt: skip


def _about(guess: Guess, scene: Scene) -> Referred | None:
    """Who a guess is about: those of one noun whom it names first."""
    items = [item for item in scene.items if item.id in guess.items and item.kind != "thing"]
    first = next((item for item in items if item.id == guess.items[0]), None)
    if first is None:
        return None
    same = [item for item in items if noun_of(item) == noun_of(first)]
    return refer(same, scene)


def _start_of(answer: str, who: Referred) -> str:
    if answer.startswith("It looks as if "):
        return "It looks as if …"
    the = capital(who.the)
    for verb in ("might", "must", "probably"):
        if answer.startswith(f"{the} {verb} "):
            return f"{the} {verb} …"
    return "I think … because …"


def feeling(scene: Scene) -> Iterator[Question]:
    """How somebody may feel, where the face tells it."""
    for who, _ in _doers(scene):
        item = who.items[0]
        felt = looks.feeling_of(item)
        if felt:
            sign = f"I can see it in {who.forms['their']} face"
            if felt == "happy" and who.they != who.the:
                sign = f"{who.they} is smiling"
            elif felt == "happy":
                sign = "I can see a smile"
            yield Question(f"How do you think {who.the} feels, and why?",
                           f"I think {who.the} feels …", (),
                           f"I think {who.the} feels {felt} because {sign}.")  # fmt: skip


def compare(scene: Scene) -> Iterator[Question]:
    """What is different about two of one kind: what they do, or the colours that they have."""
    for kind in ("person", "animal"):
        doers = [one for one in _doers(scene) if one[0].items[0].kind == kind]
        for (one, action), (other, done) in combinations(doers, 2):
            if action != done and not _are_told_together(one, other, scene):
                yield from _compare_deeds(one, other, scene)
    things = [item for item in scene.items if item.kind != "person" and item.given is None]
    known = [who for item in things if (who := refer([item], scene)) is not None]
    coloured = [who for who in known if looks.plain_colour(who.items[0])]
    for one, other in combinations(coloured, 2):
        first, second = one.items[0], other.items[0]
        family = kinds_of(first.noun) & kinds_of(second.noun)
        if first.colour != second.colour and family:
            start = f"{capital(one.the)} {one.forms['is']}"
            yield from asked(
                f"What is different about {one.the} and {other.the}?", f"{start} …, but …",
                [looks.plain_colour(first), looks.plain_colour(second)],
                f"{start} {first.colour}, but {other.the} {other.forms['is']} {second.colour}.",
            )  # fmt: skip


def _compare_deeds(one: Referred, other: Referred, scene: Scene) -> Iterator[Question]:
    mentions = Mentions()
    mentions.tell([*one.items, *other.items])
    doing = Doing(scene, mentions)
    deed, another = doing.words(one.items), doing.words(other.items)
    besides = [item for item in scene.items if item.id in mentions.named()]
    held, holds = held_thing(one.items[0]), held_thing(other.items[0])
    start = f"{capital(one.the)} {one.forms['is']}"
    yield from asked(
        f"What is different about {one.the} and {other.the}?", f"{start} …, but …",
        [*deeds(deed, besides, held), *deeds(another, besides, holds)],
        f"{start} {deed}, but {other.the} {other.forms['is']} {another}.",
    )  # fmt: skip


def _are_told_together(one: Referred, other: Referred, scene: Scene) -> bool:
    """Whether one of them is named in what is told of the other."""
    return any({*one.ids, *other.ids} <= set(clause.named) for clause in clauses_about(scene))


def like_to_be(scene: Scene) -> Iterator[Question]:
    """Whether one would like to be there."""
    weather = seen_weather(scene)
    start = "I would like to be there because"
    reason = f"it looks like a nice {setting.place_noun(scene)}."
    if weather in _NASTY:
        start = "I would not like to be there because"
    if weather is not None and weather in _NASTY | _NICE:
        reason = _lower(setting.WEATHERS[weather])
    yield Question("Would you like to be in this place, and why?", f"{start} …", (),
                   f"{start} {reason}")  # fmt: skip


def _lower(sentence: str) -> str:
    return f"{sentence[0].lower()}{sentence[1:]}"


def title(scene: Scene) -> Iterator[Question]:
    """What one would call the picture."""
    called = capital(setting.overview(scene, "").strip(" ."))
    yield Question("What would be a good title for this picture, and why?",
                   "A good title would be …", (),
                   f"A good title would be “{called}” because that is what it shows.")  # fmt: skip
