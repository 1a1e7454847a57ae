"""A speaking frame, a model answer and questions about a picture, without a browser."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import StorageTimeoutError
from imagespeak_core.generators.illustrator.generator import MODEL_ID
from imagespeak_core.generators.illustrator.illustrator import draw
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.scene_json import scene_to_json
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt, parse_key
from imagespeak_core.pictures.prompts import Level
from imagespeak_core.speaking.coaching.coached import AnswerLevel, Question
from imagespeak_core.speaking.coaching.frame import speaking_frame
from imagespeak_core.speaking.coaching.model_answer import model_answer
from imagespeak_core.speaking.coaching.questions import questions as core_questions
from pages.components.picture import picture_memory, prompt_memory
from pages.components.speaking import results_memory
from pages.components.speaking.coaching import coached_picture, coaching_memory, read_aloud
from tests.for_each import for_each
from tests.pages.stand_ins import plain_png
from tests.pages.visits import Site, alerts, open_page, parts_told, unfold

SESSION = "coached"
PROMPT = "Two women with a red umbrella and three dogs in a park, and a man sits on a bench"
OTHER = "A cat on a sofa in a living room"
ANSWER, QUESTIONS = coaching_memory.ANSWER_OPEN.name, coaching_memory.QUESTIONS_OPEN.name


@for_each(
    "value, numbers",
    [
        ({"about": "here", "numbers": [2, 0]}, {0, 2}),
        ({"about": "here", "numbers": [3, -1, "0", None, [1], 1.5]}, set()),
        ({"about": "here", "numbers": []}, set()),
        ({"about": "here", "numbers": {"0": 1}}, None),
        ({"about": "there", "numbers": [1]}, None),
        ({"numbers": [1]}, None),
        ([1], None),
        (None, None),
    ],
)
def test_a_browser_may_tell_anything(value: object, numbers: set[int] | None) -> None:
    assert read_aloud.read_numbers(value, "here", most=3) == numbers


@cache
def _scene(prompt: str) -> Scene:
    return draw(prompt, seed=4, width_px=512, height_px=512).scene


def _add(site: Site, prompt: str = PROMPT, *, second: int = 0, scene: str | None = None) -> str:
    """A picture in the store; gives its key."""
    request = ImageRequest(SESSION, prompt, seed=4)
    key = ImageKey(SESSION, f"20261129_1200{second:02}", 0, clean_prompt(prompt))
    if scene is None:
        scene = scene_to_json(_scene(prompt))
    image = GeneratedImage(plain_png(7, 256, 256), seed=4, model=MODEL_ID, duration_ms=9)
    png = embed(image.png, ImageDetails.of(key, request, image), scene=scene)
    site.store.inner.put(key, png, {})
    return str(key)


def _look_at(visit: AppTest, key: str) -> AppTest:
    visit.session_state[picture_memory.CHOSEN_KEY.name] = parse_key(key)
    return visit.run()


def _expanders(visit: AppTest) -> list[str]:
    return [str(one.label) for one in visit.expander]


def _says(visit: AppTest) -> str:
    """All texts, without what keeps signs from being Markdown."""
    parts = (*visit.markdown, *visit.caption)
    return "\n".join(str(part.value) for part in parts).replace("\\", "").replace("\u00a0", " ")


def _label(visit: AppTest, key: str) -> str:
    return str(visit.button(key=key).label)


def _press(visit: AppTest, key: str) -> AppTest:
    return visit.button(key=key).click().run()


def _set_level(visit: AppTest, level: Level) -> AppTest:
    return visit.selectbox(key=prompt_memory.LEVEL.name).select(level).run()


def _aloud(visit: AppTest) -> dict[str, Any]:
    """What the browser gets of the one list of sentences."""
    (found,) = parts_told(visit, "read_aloud")
    return found


def _texts(level: AnswerLevel) -> list[str]:
    return [one.text for one in model_answer(_scene(PROMPT), level)]


def _first_starter(level: Level) -> str:
    return speaking_frame(level)[0].starters[0]


def test_the_frame_is_of_the_learners_level_and_can_be_hidden(site: Site) -> None:
    _add(site)
    visit = open_page(SESSION)
    for level in ("A2", "B2"):
        _set_level(visit, level)
        for line in speaking_frame(level):
            assert f"- **{line.asks}** {' · '.join(line.starters)}" in _says(visit)
    assert _label(visit, "speaking_frame_shown") == "Hide help"
    _press(visit, "speaking_frame_shown")
    assert _label(visit, "speaking_frame_shown") == "Show help"
    assert _first_starter("B2") not in _says(visit)

    other = _add(site, OTHER, second=9)
    del visit.session_state[picture_memory.IMAGES.name]
    _look_at(visit, other)
    assert _label(visit, "speaking_frame_shown") == "Show help", "in this tab, for all pictures"
    _press(visit, "speaking_frame_shown")
    assert _first_starter("B2") in _says(visit)


def test_nothing_is_made_before_something_is_opened(site: Site) -> None:
    _add(site)
    visit = open_page(SESSION)
    assert {"A model answer", "Three questions"} <= set(_expanders(visit))
    assert parts_told(visit, "read_aloud") == []
    for kept in (coaching_memory.ANSWER, coaching_memory.QUESTIONS, results_memory.SUBJECT):
        assert kept.name not in visit.session_state
    visit.run()
    assert site.store.asked.count("scene") == 1, "what is said beside the picture tells it, too"


@pytest.mark.parametrize(
    ("learners", "wanted"),
    [("A1", "A1"), ("A2", "A2–B1"), ("B1", "A2–B1"), ("B2", "B2"), ("C1", "B2")],
)
def test_the_answer_begins_at_the_learners_level(
    site: Site, learners: Level, wanted: AnswerLevel
) -> None:
    _add(site)
    visit = _set_level(open_page(SESSION), learners)
    unfold(visit, ANSWER)
    assert [one["text"] for one in _aloud(visit)["lines"]] == _texts(wanted)
    names = [one["name"] for one in _aloud(visit)["lines"]]
    assert names == [f"sentence {at}" for at in range(1, len(names) + 1)]


def test_another_level_of_the_answer_has_its_own_ticks(site: Site) -> None:
    key = _add(site)
    visit = unfold(open_page(SESSION), ANSWER)
    ticked = {(key, "A2–B1"): frozenset({0, 2}), (key, "A1"): frozenset({1})}
    visit.session_state[coaching_memory.TICKED.name] = ticked
    visit.run()
    assert _aloud(visit)["ticked"] == [0, 2]
    visit.radio(key="answer_level_of_A2").set_value("A1").run()
    assert [one["text"] for one in _aloud(visit)["lines"]] == _texts("A1")
    assert _aloud(visit)["ticked"] == [1]
    visit.radio(key="answer_level_of_A2").set_value("B2").run()
    assert _aloud(visit)["ticked"] == []
    assert not visit.exception


def test_at_another_picture_both_are_closed_and_ticks_are_there_again(site: Site) -> None:
    key, other = _add(site, second=9), _add(site, OTHER)
    visit = unfold(unfold(open_page(SESSION), ANSWER), QUESTIONS)
    visit.session_state[coaching_memory.TICKED.name] = {(key, "A2–B1"): frozenset({1})}
    _press(visit, "question_more_0")
    _look_at(visit, other)
    assert parts_told(visit, "read_aloud") == []
    assert [one for one in visit.button if str(one.key).startswith("question_more")] == []
    unfold(visit, ANSWER)
    assert _aloud(visit)["ticked"] == []
    assert _texts("A2–B1") != [one["text"] for one in _aloud(visit)["lines"]]
    _look_at(visit, key)
    unfold(unfold(visit, ANSWER), QUESTIONS)
    assert _aloud(visit)["ticked"] == [1]
    assert "Show an answer" in _label(visit, "question_more_0")


@pytest.mark.parametrize("scene", ["", '{"version": 999}'], ids=["none", "a later version's"])
def test_a_picture_that_does_not_tell_has_a_frame_alone(site: Site, scene: str) -> None:
    _add(site, scene=scene)
    visit = open_page(SESSION)
    assert _label(visit, "speaking_frame_shown") == "Hide help"
    assert {"A model answer", "Three questions"} & set(_expanders(visit)) == set()
    assert not visit.exception


@pytest.mark.parametrize("opened", [ANSWER, QUESTIONS])
def test_one_of_which_nothing_was_known_says_so_when_it_is_opened(site: Site, opened: str) -> None:
    _add(site, scene="")
    for _ in range(2):
        site.store.fail_next("scene", StorageTimeoutError("It took too long."))
    visit = unfold(open_page(SESSION), opened)
    assert "This picture does not say what it shows." in _says(visit)
    assert not visit.exception


@pytest.mark.parametrize("opened", [ANSWER, QUESTIONS])
def test_a_store_that_fails_is_told_when_it_is_opened_and_asked_again(
    site: Site, opened: str
) -> None:
    _add(site)
    site.store.fail_next("scene", StorageTimeoutError("It took too long."))
    visit = open_page(SESSION)
    assert alerts(visit) == []
    for _ in range(2):
        site.store.fail_next("scene", StorageTimeoutError("It took too long."))
    unfold(visit, opened)
    assert len(alerts(visit)) == 1
    visit.run()
    assert alerts(visit) == []
    assert parts_told(visit, "read_aloud") or "question_more_0" in [b.key for b in visit.button]


def test_a_picture_of_which_there_is_nothing_to_say_says_so(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coached_picture, "answer", lambda *_: ())
    monkeypatch.setattr(coached_picture, "asked", lambda *_: ())
    _add(site)
    visit = unfold(unfold(open_page(SESSION), ANSWER), QUESTIONS)
    assert "There is no model answer for this picture." in _says(visit)
    assert "There are no questions about this picture." in _says(visit)
    assert parts_told(visit, "read_aloud") == []


def test_an_answer_of_a_question_comes_step_by_step_and_goes(site: Site) -> None:
    _add(site)
    visit = unfold(open_page(SESSION), QUESTIONS)
    asked = core_questions(_scene(PROMPT), "A2")
    assert len(asked) == 3
    labels = [_label(visit, f"question_more_{at}") for at in range(3)]
    assert labels == [f"Show what a good answer names *question {at}*" for at in (1, 2, 3)]
    for at, one in enumerate(asked):
        assert f"**{at + 1}. {one.text}**" in _says(visit)
        assert f"You can begin: *{one.starter}*" in _says(visit)
        assert _told(one) not in _says(visit)

        _press(visit, f"question_more_{at}")
        assert _told(one) in _says(visit)
        assert parts_told(visit, "read_aloud") == []
        _press(visit, f"question_more_{at}")
        assert [line["text"] for line in _aloud(visit)["lines"]] == [one.answer]
        assert _aloud(visit)["ticked"] is None
        (news,) = [told["text"] for told in parts_told(visit, "spoken") if told["text"]]
        assert news == one.answer
        _press(visit, f"question_more_{at}")
        assert parts_told(visit, "read_aloud") == []
        assert _label(visit, f"question_more_{at}") == labels[at]
    assert not visit.exception


def _told(one: Question) -> str:
    if one.names:
        return f"A good answer names: *{', '.join(one.names)}*"
    return "There is no one answer: say what you think, and why."


def test_the_browser_gets_the_servers_voice_with_its_price(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_aloud, "sentence_address", lambda text: f"/sentences/{len(text)}")
    monkeypatch.setattr(read_aloud, "price_of", lambda texts: len(*texts) * Decimal("0.000016"))
    _add(site)
    visit = unfold(open_page(SESSION), ANSWER)
    for line in _aloud(visit)["lines"]:
        assert line["address"] == f"/sentences/{len(line['text'])}"
        assert line["price_usd"] == pytest.approx(len(line["text"]) * 0.000016)
