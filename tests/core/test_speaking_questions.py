"""Three questions that are true to the picture, and a frame to begin with."""

from __future__ import annotations

import re
from collections import Counter

from imagespeak_core.generators.illustrator.telling.items import clauses_about
from imagespeak_core.generators.illustrator.telling.naming_shown import is_many, noun_of, plural_of
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.pictures.prompts import LEVELS, Level
from imagespeak_core.speaking.coaching.coached import Question, answer_level
from imagespeak_core.speaking.coaching.fact_questions import (
    how_many,
    what_behind,
    what_doing,
    who_is_there,
)
from imagespeak_core.speaking.coaching.frame import speaking_frame
from imagespeak_core.speaking.coaching.good_answer import deeds, stands_in
from imagespeak_core.speaking.coaching.guess_questions import compare, what_next
from imagespeak_core.speaking.coaching.looks import COLOURS
from imagespeak_core.speaking.coaching.questions import questions
from imagespeak_core.speaking.comparing import hold_against
from imagespeak_core.speaking.comparing.naming import kinds_of
from tests.core.coached_scenes import PROMPTS_TRIED, hard_scenes, scene_for
from tests.core.speaking_scenes import NAMES, scene_of
from tests.for_each import for_each

_FACTS = re.compile(
    r"(?:Who can|What animals|What can you see|How many|What colour|What is the weather|"
    r"What time|What place|Where |What (?:is|are) the .* (?:doing|wearing))"
)
_THE = re.compile(
    r"\bthe (?!background|picture)[a-z -]+?(?= doing| wearing|\?|,| do | feels| have)"
)


def _assert_well_formed(question: Question) -> None:
    assert re.fullmatch(r"[A-Z][^?]*\?", question.text), question
    assert re.fullmatch(r"[A-Z].*…", question.starter), question
    assert re.fullmatch(r"[A-Z].*\.", question.answer), question
    for text in (question.text, question.starter, question.answer):
        assert not re.search(r"[*_`#\[\]<>{}|\\\d]|  |None", text), question
        assert not re.search(r"\b(\w+) \1\b", text), question
    assert len(question.text.split()) <= 16, question
    assert len(question.answer.split()) <= 26, question
    assert len(set(question.names)) == len(question.names)


@for_each("level", LEVELS)
@for_each("prompt", PROMPTS_TRIED)
def test_every_answer_is_true_of_its_picture(prompt: str, level: Level) -> None:
    scene = scene_for(prompt)
    asked = questions(scene, level)
    assert len(asked) == 3, asked
    assert len({one.text for one in asked}) == 3
    for one in asked:
        _assert_well_formed(one)
        found = hold_against(one.answer, scene)
        assert not found.not_so, (one, found.not_so)


_ABOUT = re.compile(
    r"(?:What colour|Where in the picture|Where) (?:is|are) the (?P<one>[^?]+)\?"
    r"|What (?:is|are) the (?P<two>.+) (?:doing|wearing)\?"
    r"|What does the (?P<three>.+) have\?|What may the (?P<four>.+) do next\?"
    r"|.* different about the (?P<five>.+) and the (?P<six>.+)\?"
    r"|.* guess about the (?P<seven>.+), and why\?|How do you think the (?P<eight>.+) feels, .*"
    r"|How would you describe the (?P<nine>.+)\?"
)


@for_each("prompt", PROMPTS_TRIED)
def test_no_question_asks_about_what_is_not_there(prompt: str) -> None:
    """Whoever and whatever is meant by "the" is there, and can be nobody and nothing else."""
    scene = scene_for(prompt)
    single = [noun_of(item) for item in scene.items]
    several = {plural_of(noun) for noun in single if single.count(noun) > 1}
    together = {"people", "children"} if sum(i.kind == "person" for i in scene.items) > 1 else set()
    for level in LEVELS:
        for one in questions(scene, level):
            about = _ABOUT.fullmatch(one.text)
            for noun in filter(None, about.groups() if about else ()):
                known = single.count(noun) == 1 or noun in several | together
                assert known or is_many(noun, 1), (one.text, single)


@for_each("level", LEVELS)
@for_each("prompt", PROMPTS_TRIED)
def test_a_good_answer_names_what_is_asked(prompt: str, level: Level) -> None:
    """Words that stand in the answer, and that nobody can read off the question."""
    for one in questions(scene_for(prompt), level):
        for name in one.names:
            assert stands_in(name, one.answer), one
            assert not stands_in(name, one.text), one
        assert one.names or _GUESSED.match(one.text), one


_GUESSED = re.compile(
    r"What can you guess|What may |What might |How do you think |Would you like|What would be"
)
_ASKED_AND_NAMED: dict[str, frozenset[str]] = {
    r"What colour (?:is|are) the .*": COLOURS | {"beige"},
    r"How many .*": frozenset(telling.NUMBERS),
    r"Where in the picture .*": frozenset({"on the left", "on the right", "in the middle"}),
    r"What is the weather like\?": frozenset(
        {"sunny", "cloudy", "raining", "snowing", "windy", "foggy"}
    ),
}


def test_what_is_named_is_of_the_kind_that_is_asked_for() -> None:
    found = Counter[str]()
    for prompt in PROMPTS_TRIED:
        for one in (one for level in LEVELS for one in questions(scene_for(prompt), level)):
            for pattern, fits in _ASKED_AND_NAMED.items():
                if re.fullmatch(pattern, one.text):
                    found[pattern] += 1
                    assert len(one.names) == 1, one
                    assert one.names[0] in fits, one
            if re.fullmatch(r"What (?:is|are) the .* doing\?", one.text):
                assert re.search(r"ing\b", one.names[0]), one
    assert len(found) == len(_ASKED_AND_NAMED), found


def test_names_are_words_that_a_learner_would_say() -> None:
    """Each of them is the answer's: women and no persons, a blouse and no long shirt."""
    lake = scene_for("An old man is feeding ducks by the lake")
    assert [one.names for one in how_many(lake)] == [("three",)]
    (who,) = who_is_there(scene_for("People skiing in the mountains"))
    assert who.names == ("men", "teenage boy")
    (cat,) = what_doing(scene_for("A cat is sleeping on the sofa"))
    assert cat.names == ("sleeping", "sofa")
    assert deeds("walking a black dog with a yellow umbrella", (), "a yellow umbrella") == (
        "walking a black dog", "yellow umbrella",
    )  # fmt: skip


def test_who_is_in_the_background_is_named_with_what_the_place_shows() -> None:
    """All of whom the model answer tells that they are in the background."""
    asked = 0
    for prompt in PROMPTS_TRIED:
        scene = scene_for(prompt)
        far = [clause for clause in clauses_about(scene) if clause.zone == "in the background"]
        for one in what_behind(scene):
            if far and one.text == "What can you see in the background?":
                asked += 1
                for item in (item for clause in far for item in clause.items):
                    noun = noun_of(item)
                    assert any(stands_in(word, one.answer) for word in (noun, plural_of(noun))), one
    assert asked >= 20, asked


def test_two_of_one_kind_are_compared() -> None:
    """A woman with a man, a fox with a rabbit; no cat with a ladder, and nobody with their own."""
    compared = re.compile(r"What is different about the (.+) and the (.+)\?")
    for prompt in PROMPTS_TRIED:
        scene = scene_for(prompt)
        kinds = {noun_of(item): kinds_of(item.noun) or item.kind for item in scene.items}
        told = [clause.words for clause in clauses_about(scene)]
        for question in compare(scene):
            match = compared.fullmatch(question.text)
            assert match is not None, question
            one, other = match.groups()
            assert kinds[one] == kinds[other], question
            colours = len(question.names) == 2 and set(question.names) <= COLOURS
            together = any(stands_in(one, words) and stands_in(other, words) for words in told)
            assert colours or not together, question
    assert not list(compare(scene_for("A girl walks her dog in the city")))


def test_only_a_book_is_closed_and_nobody_at_home_goes_home() -> None:
    def after(prompt: str) -> str:
        return " ".join(one.answer for one in what_next(scene_for(prompt)))

    assert "close the book" in after("A girl is reading a book on a bench")
    assert "stop reading" in after("A tourist is reading a map in the street")
    assert "close the book" not in after("A tourist is reading a map in the street")
    assert "will go home." in after("Two men are playing chess in the park")
    assert "will do something else." in after("A family is having breakfast in the kitchen")
    assert "go home" not in after("Two boys are playing in the garden")


def test_numbers_are_asked_only_of_what_can_be_counted() -> None:
    asked = 0
    for prompt in PROMPTS_TRIED:
        scene = scene_for(prompt)
        for one in how_many(scene):
            asked += 1
            wrong = re.sub(r"There are \w+", "There are thirteen", one.answer)
            assert [fact.about for fact in hold_against(wrong, scene).not_so] == ["count"], wrong
    assert asked >= 40


def test_levels_ask_for_other_things() -> None:
    """A beginner is asked what can be seen, others for guesses and reasons as well."""
    for name in NAMES:
        scene = scene_of(name)
        easy = [one for one in questions(scene, "A1") if _FACTS.match(one.text)]
        assert len(easy) >= 2, easy
        for level in LEVELS[2:]:
            hard = [one for one in questions(scene, level) if not one.names]
            assert len(hard) >= 1, (name, level)


def test_kinds_differ_within_a_picture_and_between_pictures() -> None:
    for level in LEVELS:
        sets = {tuple(one.text for one in questions(scene_of(name), level)) for name in NAMES}
        assert len(sets) >= 20, (level, len(sets))
        for name in NAMES:
            texts = [one.text for one in questions(scene_of(name), level)]
            kinds = {_THE.sub("the one", text) for text in texts}
            assert len(kinds) == 3, texts


@for_each("level", LEVELS)
@for_each("name", list(hard_scenes()))
def test_of_hard_scenes_something_can_be_asked(name: str, level: Level) -> None:
    scene = hard_scenes()[name]
    asked = questions(scene, level)
    assert len(asked) == 3
    for one in asked:
        _assert_well_formed(one)
        assert not hold_against(one.answer, scene).not_so, one
        assert scene.version > 1 or not one.text.startswith("How many")


def test_the_same_scene_has_the_same_questions() -> None:
    for name in NAMES[::9]:
        for level in LEVELS:
            assert questions(scene_of(name), level) == questions(scene_of(name), level)


def test_a_frame_has_a_line_for_each_thing_to_think_of() -> None:
    for level in LEVELS:
        lines = speaking_frame(level)
        assert 3 <= len(lines) <= (4 if level == "A1" else 6)
        assert len({line.asks for line in lines}) == len(lines)
        for line in lines:
            assert re.fullmatch(r"[A-Z][A-Za-z ]+\?", line.asks)
            assert 1 <= len(line.starters) <= 4
            assert len(set(line.starters)) == len(line.starters)
            assert all(re.fullmatch(r"(?:[A-Z…]).*(?:…|\.)", text) for text in line.starters)
            assert not any(re.search(r"[*_`#\[\]<>]", text) for text in line.starters)


def test_frames_ask_who_where_what_when_and_later_why() -> None:
    for level in LEVELS:
        asks = " ".join(line.asks.lower() for line in speaking_frame(level))
        words = ["who", "where", "what", "when", *(["why"] if level != "A1" else [])]
        assert all(word in asks for word in words), asks
    sizes = [len(speaking_frame(level)) for level in LEVELS]
    assert sizes == sorted(sizes)
    starters = [
        text for level in LEVELS for line in speaking_frame(level) for text in line.starters
    ]
    for text in ("There is a …", "On the left there is …", "In the foreground …",
                 "It looks as if …, because …"):  # fmt: skip
        assert text in starters


def test_each_level_has_its_answer() -> None:
    assert [answer_level(level) for level in LEVELS] == ["A1", "A2–B1", "A2–B1", "B2", "B2"]
