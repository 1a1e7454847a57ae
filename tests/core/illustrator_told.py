"""What holds for the description of any scene."""

from __future__ import annotations

import re

from imagespeak_core.generators.illustrator.figures.poses import USUALLY_HELD
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.telling.description import (
    full_description,
    short_alternative_text,
)
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of, plural_of
from imagespeak_core.generators.illustrator.telling.word_list import word_list
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS
from imagespeak_core.generators.illustrator.words import backdrops, telling
from imagespeak_core.generators.illustrator.words.people import PEOPLE
from imagespeak_core.pictures.prompts import LEVELS
from tests.core.illustrator_claims import assert_all_is_so
from tests.core.illustrator_lists import assert_words_are_so
from tests.core.illustrator_overviews import assert_short_is_so


def assert_well_formed(scene: Scene) -> None:
    """A few sentences of sound grammar, none of them long or told twice."""
    text = full_description(scene)
    sentences = re.findall(r"[^.]+\.", text)
    assert 3 <= len(sentences) <= 6, text
    assert all(re.match(r" ?[A-Z]", sentence) for sentence in sentences), text
    assert not re.search(r"\ba [aeio]|\ban [^aeiou]", text), text
    counts = r"two|three|four|five|six|seven|eight|nine|ten"
    assert not re.search(rf"\b({counts}) [^.,]*? is ", text.replace(", and ", ". ")), text
    assert not re.search(r"there is (two|three|four|five|many)|there are an? ", text, re.I), text
    assert not re.search(r"\d|[{}_]|None|  ", text), text
    assert len(set(sentences)) == len(sentences), text
    assert max(len(sentence.split()) for sentence in sentences) <= 20, text
    assert "  " not in short_alternative_text(scene)


def assert_told_truly(scene: Scene) -> None:
    """Description, short text and the lists of all levels claim only what the scene holds."""
    assert_well_formed(scene)
    assert_all_is_so(scene, full_description(scene))
    assert_short_is_so(scene, short_alternative_text(scene))
    for level in LEVELS:
        assert_words_are_so(scene, word_list(scene, level), level)


def _may_be_named(scene: Scene) -> str:
    """All that may be named: what is shown, worn, held, done or behind it all, each in a line."""
    nouns = {noun_of(item) for item in scene.items}
    nouns |= {backdrops.NAMES.get(noun, noun) for noun in scene.backdrop}
    nouns |= {telling.WORN.get(worn, worn) for item in scene.items for worn, _ in item.wearing}
    for item in scene.items:
        held = item.holding or USUALLY_HELD.get(item.action or "", "")
        nouns.add(telling.HELD.get(held, held))
    doing = [telling.DOING.get(item.action or "stand", "") for item in scene.items]
    doing += [telling.DOING_OF_MANY.get(item.action or "", "") for item in scene.items]
    place = [telling.PLACES[scene.place], telling.PLACE_NOUNS.get(scene.place, scene.place)]
    back = backdrops.FACTS.get(scene.place)
    fact = back.sentence if back and back.noun in scene.backdrop else ""
    always = ["other people", "another person", "working in the garden", "in a wheelchair"]
    nouns.discard("")
    return "\n".join([*nouns, *map(plural_of, sorted(nouns)), *doing, *place, fact, *always])


ALL_NOUNS = {*THINGS, *PEOPLE, *ROLES, *telling.NAMES.values(), *telling.ROLES.values(),
             *HELD, *telling.HELD.values(), *telling.WORN.values(),
             *backdrops.NAMES.values()}  # fmt: skip
ALL_NOUNS |= {plural_of(noun) for noun in ALL_NOUNS}
NAMED = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, ALL_NOUNS), key=lambda n: (-len(n), n)))})\b"
)


def assert_named_is_shown(scene: Scene) -> None:
    """What the description names is among what may be named."""
    text, shown = full_description(scene), _may_be_named(scene)
    text = text.removeprefix("The picture shows").replace("In the background", "")
    text = text.replace(" in the picture.", ".")
    named = set(NAMED.findall(re.sub(r"orange (?=[a-z])(?!is|are|and)|sky is orange", "", text)))
    for noun in named:
        assert re.search(rf"\b{re.escape(noun)}\b", shown), (noun, text)
