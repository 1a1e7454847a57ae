"""A vision model on Bedrock: what it is sent, what its answers say, and all that can go wrong.

The samples have the form of the service model and of AWS's pages; none came from a real call.
"""

from __future__ import annotations

import base64
import io
import json
import random
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

import botocore.session
import pytest
from botocore import exceptions as aws
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from imagespeak_core import errors
from imagespeak_core.aws.failures import COMMON_CODES, Reason
from imagespeak_core.generators.bedrock.errors import OWN_CODES, Target, translated
from imagespeak_core.viewers.base import SeenThing
from imagespeak_core.viewers.bedrock.answers import things_in, tokens_in
from imagespeak_core.viewers.bedrock.asking import INSTRUCTION, MAX_TOKENS, MOST_THINGS
from imagespeak_core.viewers.bedrock.catalog import PRICES, cost_usd, most_usd
from imagespeak_core.viewers.bedrock.sentences import VIEW_SENTENCES
from imagespeak_core.viewers.bedrock.small import LONGEST_SIDE_PX, MAX_BYTES, small_jpeg
from imagespeak_core.viewers.bedrock.viewer import BedrockViewer
from tests.adapters import bedrock_replies as replies
from tests.adapters.bedrock_rig import REGION, BedrockRig, bedrock_rig, short_connection
from tests.adapters.test_bedrock_errors import INVOKE_MODEL
from tests.fakes import plain_png
from tests.for_each import for_each

SAMPLES = Path(__file__).parent / "samples"
NOVA_LITE = "us.amazon.nova-lite-v1:0"
ONE_DOG = '[{"noun": "dog", "count": 1, "sentence": "A dog runs."}]'
DOG = SeenThing("dog", 1, "A dog runs.")
PNG = plain_png(64, 48)
TARGET = Target(NOVA_LITE, "viewer", REGION)


@pytest.fixture(scope="module")
def whole_rig() -> Iterator[BedrockRig]:
    with bedrock_rig(always=replies.seen(ONE_DOG)) as started:
        yield started


@pytest.fixture
def rig(whole_rig: BedrockRig) -> BedrockRig:
    whole_rig.stand_in.forget()
    whole_rig.waits_s.clear()
    return whole_rig


def viewer(rig: BedrockRig, **changes: Any) -> BedrockViewer:
    arguments: dict[str, Any] = {
        "region": REGION,
        "model": NOVA_LITE,
        "connect": lambda region: rig.connection,
        "wait": rig.waits_s.append,
        "jitter": lambda: 0.5,
    }
    return BedrockViewer(**(arguments | changes))


def sample(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((SAMPLES / f"converse_{name}.json").read_bytes())
    return content


def saying(text: str, stop_reason: str = "end_turn") -> dict[str, Any]:
    return {
        "output": {"message": {"role": "assistant", "content": [{"text": text}]}},
        "stopReason": stop_reason,
    }


@cache
def service_model() -> Any:
    return botocore.session.get_session().get_service_model("bedrock-runtime")


def test_a_look_sends_a_small_jpeg_and_our_instruction_alone(rig: BedrockRig) -> None:
    view = viewer(rig).look(plain_png(1536, 1024))

    assert view.things == (DOG,)
    assert view.model == NOVA_LITE
    [call] = rig.stand_in.calls
    assert call.path == "/model/us.amazon.nova-lite-v1%3A0/converse"
    assert call.body["inferenceConfig"] == {"maxTokens": MAX_TOKENS, "temperature": 0.0}
    assert call.body["system"] == [{"text": INSTRUCTION}]
    picture = call.body["messages"][0]["content"][0]["image"]["source"]["bytes"]
    with Image.open(io.BytesIO(base64.b64decode(picture))) as sent:
        assert (sent.format, sent.size) == ("JPEG", (1024, 683))


def test_what_a_look_has_cost_is_counted_by_its_tokens(rig: BedrockRig) -> None:
    rig.stand_in.script(replies.seen(ONE_DOG, inputTokens=2000, outputTokens=500))

    view = viewer(rig).look(PNG)

    assert view.price_usd == Decimal("0.0003")  # 2 × 0.00006 + 0.5 × 0.00024 = 0.00024
    at_most = viewer(rig).price_usd()
    assert at_most is not None
    assert view.price_usd <= at_most <= Decimal("0.0006")


def test_a_model_without_a_known_price_says_so_and_looks() -> None:
    assert most_usd("other.model-v1:0", REGION) is None
    assert most_usd("ca.amazon.nova-lite-v1:0", REGION) is None, "it has another price"
    assert most_usd("amazon.nova-lite-v1:0", "eu-west-1") is None, "likewise"
    assert all(most_usd(model, REGION) for model in PRICES)
    assert cost_usd("other.model-v1:0", REGION, read=1, written=1) is None


def test_an_answer_in_a_code_fence() -> None:
    assert things_in(sample("view")) == (
        SeenThing("dog", 2, "Two brown dogs run on the grass."),
        SeenThing("park bench", 1, "There is a bench under a tree."),
        SeenThing("tree", None, "Many trees are behind the dogs."),
    )
    assert tokens_in(sample("view")) == (1741, 96)


@for_each("name", ["guardrail", "filtered"])
def test_a_refusal_comes_with_200(name: str) -> None:
    with pytest.raises(errors.ViewRefusedError) as caught:
        things_in(sample(name))
    assert "describe the picture without it" in str(caught.value)


def test_of_an_answer_that_was_cut_whole_things_count() -> None:
    assert things_in(sample("cut")) == (DOG,)
    with pytest.raises(errors.ModelError, match="was cut"):
        things_in(saying('[{"noun": "dog", "cou', "max_tokens"))


def test_every_stop_reason_of_the_service_model_has_an_end() -> None:
    ends: dict[str, object] = {}
    for reason in service_model().shape_for("StopReason").enum:
        try:
            ends[reason] = len(things_in(saying(ONE_DOG, reason)))
        except (errors.ViewRefusedError, errors.ModelError) as error:
            ends[reason] = type(error)
    assert {reason for reason, end in ends.items() if end == 1} == {
        "end_turn",
        "stop_sequence",
        "max_tokens",
    }
    assert {reason for reason, end in ends.items() if end is errors.ViewRefusedError} == {
        "guardrail_intervened",
        "content_filtered",
    }


@for_each(
    "text",
    [
        f"Here is the list:\n{ONE_DOG}\nI hope that it helps!",
        f"```\n{ONE_DOG}\n```",
        f'{{"things": {ONE_DOG}}}',
        f"{{{{ {ONE_DOG}",
        '{"noun": " DOG ", "count": "1", "sentence": "A dog\\n runs."}',
        f'[{{"noun": "<b>cat</b>", "count": 1, "sentence": "A cat."}}, {ONE_DOG[1:]}',
        f'[{{"noun": "собака", "count": 1, "sentence": "A cat."}}, {ONE_DOG[1:]}',
        f'[{{"noun": ["cat"], "count": 1, "sentence": "A cat."}}, {ONE_DOG[1:]}',
        f'[{{"noun": "cat", "count": 1, "sentence": "{"long " * 100}"}}, {ONE_DOG[1:]}',
        f'[{{"noun": "cat", "count": 1, "sentence": "A \\u202e cat."}}, {ONE_DOG[1:]}',
        f'[{{"noun": "cat", "count": 1, "sentence": ""}}, {ONE_DOG[1:]}',
        f'[{{"noun": "{"very " * 9}"}}, 7, null, "dog", {ONE_DOG[1:]}',
        f"{ONE_DOG}{ONE_DOG}",
    ],
)
def test_what_stands_around_a_thing_does_not_count(text: str) -> None:
    assert things_in(saying(text)) == (DOG,)


@for_each(
    "count, read",
    [("0", None), ("-3", None), ("true", None), ("2.0", None), ('"many"', None), ("1e9", None),
     ("1000", None), ("999", 999), ('"12"', 12), ("[1]", None), ("NaN", None)],
)  # fmt: skip
def test_a_count_is_a_number_or_nothing(count: str, read: int | None) -> None:
    text = f'[{{"noun": "dog", "count": {count}, "sentence": "A dog runs."}}]'
    assert things_in(saying(text))[0].count == read


def test_of_ten_thousand_things_the_first_twelve_count() -> None:
    things = [
        {"noun": f"thing {chr(97 + at % 26)}{chr(97 + at // 26 % 26)}", "sentence": "It is here."}
        for at in range(10_000)
    ]
    assert len(things_in(saying(json.dumps(things)))) == MOST_THINGS


@for_each(
    "answer",
    [
        saying("I can't help with that."),
        saying(""),
        saying("[]"),
        saying("null"),
        saying("[" * 100_000),
        saying('{"a":' * 4_000),
        saying("{" * 100_000),
        {"stopReason": "end_turn"},
        {"stopReason": "end_turn", "output": []},
        {"stopReason": "end_turn", "output": {"message": {"content": "text"}}},
        {"stopReason": "end_turn", "output": {"message": {"content": [{"toolUse": {}}, 3]}}},
        {"stopReason": ["end_turn"]},
        {},
    ],
    ids=lambda answer: repr(answer)[:40],
)
def test_what_can_not_be_read_is_an_error_in_words_and_nothing_is_invented(
    answer: dict[str, Any],
) -> None:
    with pytest.raises(errors.ModelError) as caught:
        things_in(answer)
    assert "IMAGESPEAK_VIEWER_MODEL" in str(caught.value)


@settings(deadline=None)
@given(st.text() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps))
def test_whatever_a_model_writes_is_read_or_an_error(text: str) -> None:
    try:
        things = things_in(saying(text))
    except errors.ModelError:
        return
    assert 1 <= len(things) <= MOST_THINGS


def test_every_error_of_converse_in_the_service_model_is_translated() -> None:
    shapes = service_model().operation_model("Converse").error_shapes
    assert {shape.name for shape in shapes} <= {*COMMON_CODES, *OWN_CODES}
    assert VIEW_SENTENCES.keys() == set(get_args(Reason))
    for shape in shapes:
        response: Any = {
            "Error": {"Code": shape.name, "Message": "No."},
            "ResponseMetadata": {"HTTPStatusCode": shape.metadata["error"]["httpStatusCode"]},
        }
        with pytest.raises(errors.ImageSpeakError) as caught, translated(TARGET, VIEW_SENTENCES):
            raise aws.ClientError(response, "Converse")
        sentence = str(caught.value)
        assert type(caught.value) is INVOKE_MODEL[shape.name]
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "picture model" not in sentence, "no picture is made"


@for_each(
    "behaviour, error_class",
    [
        (replies.internal, errors.ModelError),
        (replies.model_error, errors.ModelError),
        (replies.model_timeout, errors.ModelTimeoutError),
        (replies.access_denied, errors.ModelAccessError),
        (replies.expired, errors.ModelCredentialsError),
        (replies.retired, errors.ModelRetiredError),
        (replies.html(502), errors.ModelUnreachableError),
        (replies.cut("before_headers"), errors.ModelUnreachableError),
        (replies.cut("reset_mid_body", replies.seen(ONE_DOG)), errors.ModelUnreachableError),
        (replies.fixed(replies.json_reply([1, 2])), errors.ModelError),
        (replies.fixed(replies.Reply(body=b"{")), errors.ModelError),
    ],
    ids=lambda behaviour, error_class: error_class.__name__,
)
def test_what_may_be_paid_for_is_sent_once(
    rig: BedrockRig, behaviour: replies.Behaviour, error_class: type[errors.ImageSpeakError]
) -> None:
    rig.stand_in.forget()
    rig.stand_in.script(behaviour)
    with pytest.raises(error_class):
        viewer(rig).look(PNG)
    assert len(rig.stand_in.calls) == 1


def test_a_look_that_takes_too_long_is_sent_once(rig: BedrockRig) -> None:
    rig.stand_in.script(replies.slow(30, replies.seen(ONE_DOG)))
    with pytest.raises(errors.ModelTimeoutError, match="may have been paid"):
        viewer(rig, connect=short_connection).look(PNG)
    assert len(rig.stand_in.calls) == 1


def test_a_model_that_hung_is_left_alone_for_a_while(rig: BedrockRig) -> None:
    now_s = [0.0]

    def hung(body: dict[str, Any]) -> replies.Reply:
        now_s[0] += 60
        return replies.cut("before_headers")(body)

    looker = viewer(rig, clock=lambda: now_s[0])
    rig.stand_in.script(hung)
    with pytest.raises(errors.ModelUnreachableError, match="may have been paid"):
        looker.look(PNG)
    with pytest.raises(
        errors.ModelSilentError, match="looks at pictures does not answer"
    ) as caught:
        looker.look(PNG)
    assert caught.value.retry_after_s == 30
    assert len(rig.stand_in.calls) == 1
    now_s[0] += 30
    assert looker.look(PNG).things == (DOG,)


def test_a_busy_model_is_asked_once_more(rig: BedrockRig) -> None:
    rig.stand_in.script(replies.throttled)
    assert viewer(rig).look(PNG).things == (DOG,)
    assert rig.waits_s == [1.5]
    rig.stand_in.script(replies.throttled, replies.unavailable)
    with pytest.raises(errors.ModelBusyError, match="looks at pictures is busy"):
        viewer(rig).look(PNG)
    assert len(rig.stand_in.calls) == 4


def test_a_model_that_is_none_is_told_with_its_setting(rig: BedrockRig) -> None:
    with pytest.raises(errors.ModelRetiredError, match="IMAGESPEAK_VIEWER_MODEL"):
        viewer(rig, model="us.nobody.sees-v1:0").look(PNG)


def test_a_broken_picture_is_not_sent(rig: BedrockRig) -> None:
    for broken in (b"", b"GIF89a", PNG[:60]):
        with pytest.raises(errors.BrokenPictureError):
            viewer(rig).look(broken)
    assert rig.stand_in.calls == []


def _png(picture: Image.Image) -> bytes:
    png = io.BytesIO()
    picture.save(png, "PNG", compress_level=1)
    return png.getvalue()


def test_a_picture_of_noise_is_small_too_and_what_is_transparent_is_white() -> None:
    noise = Image.frombytes("RGB", (1536, 1536), random.Random(1).randbytes(1536 * 1536 * 3))
    jpeg = small_jpeg(_png(noise))
    assert len(jpeg) <= MAX_BYTES
    with Image.open(io.BytesIO(jpeg)) as small:
        assert small.size == (LONGEST_SIDE_PX, LONGEST_SIDE_PX)
    for mode in ("RGBA", "LA"):
        clear = Image.new(mode, (40, 30), 0 if mode == "LA" else (0, 0, 0, 0))
        with Image.open(io.BytesIO(small_jpeg(_png(clear)))) as small:
            assert small.size == (40, 30)
            assert small.getpixel((5, 5)) == (255, 255, 255)
