"""What people and animals were to do, and how, that nobody is seen doing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imagespeak_core.generators.illustrator.scene import Scene, Shown, ShownLink, Wanted
from imagespeak_core.generators.illustrator.telling.naming_shown import listed, with_article
from imagespeak_core.generators.illustrator.telling.unshown.asked import Asked, is_a
from imagespeak_core.generators.illustrator.telling.unshown.wording import (
    are_shown,
    held_name,
    noun_asked,
)
from imagespeak_core.generators.illustrator.words import animals, telling
from imagespeak_core.generators.illustrator.words.animal_actions import poses_for

_PASSES_FOR: dict[str, frozenset[str]] = {
    "hug": frozenset({"embrace", "embrace_seated", "cuddle"}),
    "dance": frozenset({"waltz"}),
    "sleep": frozenset({"doze"}),
    "doze": frozenset({"sleep"}),
    "lie": frozenset({"sleep"}),
    "eat": frozenset({"bite", "picnic"}),
    "walk": frozenset({"walk_pet", "shop", "basketball"}),
    "play": frozenset({"kick", "throw", "basketball", "volleyball", "cards"}),
    "carry": frozenset({"shoulder", "cradle"}),
    "feed": frozenset({"cradle"}),
    "climb": frozenset({"climb_up"}),
}
"""What is done → what shows it as well."""
_UNSEEN = frozenset({"", "stand", "hold", "lean", "look"})
"""What nobody is seen doing: they are there, have something in their hands, and see something."""
_HOLDING = frozenset(
    """
    holding having playing flying using serving clutching bringing receiving getting taking
    """.split()
)
"""What who has something in the hands is seen doing."""
_FLINGING = frozenset({"throw", "kick"})
"""What is done with something that is seen in the hands or before a foot."""
_SEATED = frozenset(
    """
    sit ride drive type knit cards doze embrace_seated wheelchair sit_ground picnic
    """.split()
)
_BODIES: dict[str, tuple[frozenset[str], frozenset[str], str]] = {
    "sit": (frozenset({"sit", "floor", "wheelchair"}), _SEATED, "sitting"),
    "sit_ground": (frozenset({"floor"}), frozenset({"sit_ground", "picnic"}), "sitting"),
    "floor": (frozenset({"floor"}), frozenset({"sit_ground", "picnic"}), "sitting on the ground"),
    "kneel": (frozenset({"kneel"}), frozenset({"kneel", "garden", "play"}), "kneeling"),
    "lie": (frozenset({"lie"}), frozenset({"lie", "sleep"}), "lying"),
    "walk": (frozenset({"walk"}), frozenset({"walk", "walk_pet", "shop"}), "walking"),
    "run": (frozenset({"run"}), frozenset({"run"}), "running"),
    "wheelchair": (frozenset({"wheelchair"}), frozenset({"wheelchair"}), "in a wheelchair"),
}
"""How a body is → the postures and the actions that show it, and its words."""


def undone(
    asked: Asked, links: Sequence[ShownLink] = (), *, has_another: bool = False
) -> Iterator[str]:
    """What of a noun phrase's action and posture nobody, or not everybody, is seen doing.

    Args:
        asked: The noun phrase, and what is shown of it.
        links: The relations that are shown.
        has_another: Whether what they were to hold is a noun phrase of its own, which is told
            with that one.
    """
    wanted = asked.wanted
    alive = [item for item in asked.items if item.kind != "thing"]
    if not alive:
        return
    if wanted.noun == "cyclist":
        doers = [item for item in alive if _has_bicycle(item, links)]
        yield from _unless_all(doers, alive, wanted, "cyclist on a bicycle")
    if wanted.action and wanted.action not in _UNSEEN:
        doers = [item for item in alive if _does(item, wanted) and _reaches(item, wanted, links)]
        yield from _unless_all(doers, alive, wanted, words_of_deed(wanted))
    if wanted.action == "hold" and wanted.doing and not has_another:
        doers = [item for item in alive if _holds_so(item, wanted.doing)]
        yield from _unless_all(doers, alive, wanted, wanted.doing)
    if wanted.action == "stand" and wanted.doing.startswith("stand"):
        doers = [item for item in alive if not _is_down(item)]
        yield from _unless_all(doers, alive, wanted, wanted.doing)
    posture = wanted.posture or ""
    if posture in _BODIES and posture != wanted.action:
        doers = [item for item in alive if _is_so(item, posture)]
        yield from _unless_all(doers, alive, wanted, _BODIES[posture][2])


def not_flung(asked: Asked, objects: Sequence[Wanted]) -> Iterator[str]:
    """What somebody was to throw or kick who is seen to do so with something else.

    Args:
        asked: The noun phrase, and what is shown of it.
        objects: What the wish has as noun phrases of their own for it to be done with.
    """
    wanted = asked.wanted
    flinging = [item for item in asked.items if item.action == wanted.action]
    if wanted.action not in _FLINGING or not flinging:
        return
    things = [item for item in objects if item.kind == "thing"]
    nouns = {item.noun for item in things} | ({wanted.holding} - {None})
    if not nouns or any(
        is_a(item.holding or "", noun or "") for item in flinging for noun in nouns
    ):
        return
    words = words_of_deed(wanted)
    what = listed([noun_asked(item, item.count) for item in things]) or held_name(
        wanted.holding or ""
    )
    several = any(item.count > 1 for item in things) or len(things) > 1
    yield words if what in words else f"{words} {what if several else with_article(what)}"


def seen_of_all(asked: Sequence[Asked]) -> frozenset[str]:
    """The words for what everybody in the picture is seen doing, whatever was read of it."""
    alive = [item for one in asked for item in one.items if item.kind != "thing"]
    words = [
        {telling.DOING.get(item.action or "", "")}
        | {told for body, (_, _, told) in _BODIES.items() if _is_so(item, body)}
        for item in alive
    ]
    return frozenset[str]().union(*words[:1]).intersection(*words)


def has_in_arms(scene: Scene) -> bool:
    """Whether somebody has a baby, an animal or a toy in the arms."""
    return any(item.action in {"cradle", "cuddle", "shoulder"} for item in scene.items)


def _unless_all(
    doers: Sequence[Shown], alive: Sequence[Shown], wanted: Wanted, words: str
) -> Iterator[str]:
    if not doers:
        yield words
    elif len(doers) < len(alive):
        yield f"{noun_asked(wanted, wanted.count)} {words}: {are_shown(len(doers))}"


def _holds_so(item: Shown, doing: str) -> bool:
    """Whether somebody has something in the hands, where that is all that the verb says."""
    return bool(item.holding) and doing.split()[0] in _HOLDING


def _has_bicycle(item: Shown, links: Sequence[ShownLink]) -> bool:
    """Whether a cyclist rides something, or has a bicycle there."""
    near = [link.target for link in links if link.subject == item.id]
    return item.action == "ride" or any(other.startswith("bicycle-") for other in near)


def _is_down(item: Shown) -> bool:
    """Whether somebody sits or lies, and so does not stand."""
    return _is_so(item, "sit") or _is_so(item, "lie")


def _does(item: Shown, wanted: Wanted) -> bool:
    action, shown = wanted.action or "", item.action or ""
    if item.kind == "animal":
        return shown in {action, *poses_for(item.noun, action)} or action in animals.AS_USUAL
    if action == shown or shown in _PASSES_FOR.get(action, ()):
        return True
    return action in _BODIES and _is_so(item, action)


def _reaches(item: Shown, wanted: Wanted, links: Sequence[ShownLink]) -> bool:
    """Whether those to whom somebody does it are there, where it is done to somebody."""
    own = [link for link in links if link.subject == item.id and not link.by_chance]
    if wanted.doing == "chasing":
        return any(link.relation == "looking at" for link in own)
    if item.action == "hug":
        return item.holding is not None
    return bool(own) or item.action not in telling.WITHOUT_TARGET


def _is_so(item: Shown, body: str) -> bool:
    postures, actions, _ = _BODIES[body]
    return item.posture in postures or (item.action in actions and item.posture is None)


def words_of_deed(wanted: Wanted) -> str:
    """What somebody was to do, in the prompt's own words where they are known."""
    action = wanted.action or ""
    if wanted.doing or action in _UNSEEN:
        return wanted.doing if action else ""
    if action == "give":
        words = "giving {held}"
    elif action in telling.WITHOUT_TARGET:
        words = telling.WITHOUT_TARGET[action]
    elif wanted.holding:
        words = telling.DOING.get(action, action)
    else:
        words = telling.WITHOUT_HELD.get(action, telling.DOING.get(action, action))
    held = with_article(held_name(wanted.holding)) if wanted.holding else "something"
    return words.format(held=held, own="their", target="somebody")
