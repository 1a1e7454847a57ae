"""Feedback on words about stored pictures: with a scene, with a prompt alone, with nothing."""

from __future__ import annotations

from functools import cache

import pytest

from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.generators.illustrator.generator import MODEL_ID
from imagespeak_core.generators.illustrator.illustrator import Drawing, draw
from imagespeak_core.generators.illustrator.scene_json import scene_to_json
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.feedback import feedback_on, look_at
from imagespeak_core.speaking.findings import Findings, Said
from imagespeak_core.speaking.speech import Speech
from tests.fakes import FakeGenerator, TroubledStore, make_services, plain_png

PROMPT = "Two women with a red umbrella and three dogs in a park, and a man sits on a bench"
TRUE = "A man sits on a bench in the park. There are three dogs."
KEY = ImageKey("talk", "20261129_120000", 0, clean_prompt(PROMPT))


@cache
def _drawing() -> Drawing:
    return draw(PROMPT, seed=4, width_px=512, height_px=512)


def _services() -> Services:
    return make_services(TroubledStore(), FakeGenerator())


def _stored(png: bytes, *, scene: str = "", prompt: str | None = PROMPT) -> Services:
    services = _services()
    if prompt is not None:
        request = ImageRequest(KEY.session_id, prompt, seed=4)
        image = GeneratedImage(png, seed=4, model=MODEL_ID, duration_ms=9)
        png = embed(png, ImageDetails.of(KEY, request, image), scene=scene)
    services.store.put(KEY, png, {})
    return services


def test_words_are_held_against_what_the_picture_shows() -> None:
    scene = _drawing().scene
    services = _stored(_drawing().png, scene=scene_to_json(scene))
    feedback = feedback_on(look_at(services, KEY), TRUE, level="A2")
    findings = feedback.findings
    assert findings.held_against == "scene"
    assert {"man", "bench", "dog", "park"} <= {said.item for said in findings.said}
    assert "woman" in {missing.item for missing in findings.not_found}
    assert findings.not_so == ()
    assert feedback.counts.words == 13
    assert "bench" in feedback.counts.level_words
    assert (feedback.next_step.step, feedback.is_english) == ("who", True)
    assert {id_: where.box for id_, where in feedback.places.items()} == {
        item.id: item.box for item in scene.items
    }


def test_what_is_not_so_is_the_next_step_until_it_is_disputed() -> None:
    services = _stored(_drawing().png, scene=scene_to_json(_drawing().scene))
    subject = look_at(services, KEY)
    words = f"{TRUE} There are two women. It is night."
    first = feedback_on(subject, words, level="A2")
    assert [wrong.about for wrong in first.findings.not_so] == ["time"]
    assert first.next_step.step == "look again"
    agreed = feedback_on(
        subject, words, level="A2", found=first.findings, disputed=(Disputed("not_so", 0),)
    )
    assert agreed.findings == first.findings
    assert agreed.next_step.step != "look again"


def test_what_was_heard_is_looked_at_for_the_next_step() -> None:
    words = "The woman is holding an umbrella because it rains."
    for speech, step in ((Speech(9, True, 8), "longer"), (Speech(40, True, 30), "level")):
        subject = look_at(_stored(plain_png(256, 256), prompt=None), KEY)
        assert feedback_on(subject, words, level="A2", speech=speech).next_step.step == step


def test_where_a_recording_stops_is_looked_at_for_the_next_step() -> None:
    subject = look_at(_stored(plain_png(256, 256), prompt=None), KEY)
    words, speech = "The woman is holding an umbrella because it rains.", Speech(9, True, 8)
    told = feedback_on(subject, words, level="A2", speech=speech, stops_after_s=12)
    assert told.next_step.sentence == "Speak a little longer: try 12 seconds."


def test_what_was_found_before_stays_as_it_is() -> None:
    subject = look_at(_stored(_drawing().png, scene=scene_to_json(_drawing().scene)), KEY)
    before = Findings("prompt", said=(Said("dogs", 5, "dog"),))
    assert feedback_on(subject, TRUE, level="A2").findings != before
    assert feedback_on(subject, TRUE, level="A2", found=before).findings == before


def test_a_picture_without_a_scene_is_compared_with_its_prompt() -> None:
    feedback = feedback_on(look_at(_stored(plain_png(256, 256)), KEY), TRUE, level="A2")
    assert feedback.findings.held_against == "prompt"
    assert feedback.findings.not_so == ()
    assert feedback.places == {}
    assert feedback.counts.level_words == ()


@pytest.mark.parametrize("scene", ['{"version":9}', "{", "[]"])
def test_a_scene_that_nobody_can_read_is_none(scene: str) -> None:
    feedback = feedback_on(
        look_at(_stored(plain_png(256, 256), scene=scene), KEY), TRUE, level="A2"
    )
    assert feedback.findings.held_against == "prompt"


def test_where_nothing_is_known_words_are_counted_alone() -> None:
    services = _stored(plain_png(256, 256), prompt=None)
    feedback = feedback_on(look_at(services, KEY), TRUE, level="A2")
    assert feedback.findings == Findings("nothing")
    assert feedback.counts.words == 13
    assert feedback.next_step.step in {"join", "level"}


def test_words_in_no_language_that_is_known_are_looked_at_all_the_same() -> None:
    services = _stored(_drawing().png, scene=scene_to_json(_drawing().scene))
    feedback = feedback_on(
        look_at(services, KEY), "Ein Mann sitzt auf einer Bank im Park", level="A2"
    )
    assert not feedback.is_english


def test_boxes_that_somebody_made_up_are_none() -> None:
    made_up = scene_to_json(_drawing().scene)
    for numbers in ("[-0.1,0.2,0.3,0.4]", "[0.1,0.2,NaN,0.4]", "[0.1,0.2,0.0,0.4]", "[2,0,1,1]"):
        box = _box_in(made_up)
        services = _stored(plain_png(256, 256), scene=made_up.replace(box, f'"box":{numbers}'))
        where = look_at(services, KEY).places()
        assert None in {one.box for one in where.values()}, numbers


def _box_in(scene: str) -> str:
    start = scene.index('"box":')
    return scene[start : scene.index("]", start) + 1]


def test_a_picture_that_is_not_there_is_told() -> None:
    with pytest.raises(ImageNotFoundError):
        look_at(_services(), KEY)
