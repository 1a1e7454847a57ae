"""Amazon Polly is asked once a sentence, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from imagespeak_core.voices.base import MAX_SENTENCE_LENGTH
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError
from imagespeak_core.voices.polly.voice import MOST_BYTES, Engine, PollyVoice
from tests.adapters.bedrock_replies import Reply
from tests.adapters.polly_server import MP3, REGION, PollyRig, error, mp3_of, polly_rig, reply
from tests.for_each import for_each
from tests.voice_rig import SENTENCE


@pytest.fixture(scope="module")
def shared_rig() -> Iterator[PollyRig]:
    with polly_rig() as rig:
        yield rig


@pytest.fixture
def rig(shared_rig: PollyRig) -> PollyRig:
    shared_rig.stand_in.calls.clear()
    shared_rig.stand_in.headers.clear()
    return shared_rig


def test_what_is_sent(rig: PollyRig) -> None:
    spoken = rig.voice(voice="Amy", engine="generative").speak(f" {SENTENCE}\n")
    assert (spoken.content, spoken.content_type) == (mp3_of(SENTENCE), "audio/mpeg")
    assert rig.stand_in.calls == [
        {
            "Engine": "generative",
            "VoiceId": "Amy",
            "OutputFormat": "mp3",
            "TextType": "text",
            "Text": SENTENCE,
        }
    ]
    assert f"/{REGION}/polly/" in rig.stand_in.headers[0]["Authorization"]


def test_marks_in_a_sentence_are_text(rig: PollyRig) -> None:
    sentence = "<speak>Tom & Jerry</speak>"
    rig.voice().speak(sentence)
    [call] = rig.stand_in.calls
    assert (call["TextType"], call["Text"]) == ("text", sentence)


def test_nobody_is_asked_before_the_first_sentence() -> None:
    asked: list[str | None] = []

    def connect(region: str | None) -> Any:
        asked.append(region)
        raise VoiceError("No.")

    voice = PollyVoice(voice="Joanna", engine="neural", region="eu-west-1", connect=connect)
    assert voice.price_usd(SENTENCE) > 0
    assert asked == []
    with pytest.raises(VoiceError):
        voice.speak(SENTENCE)
    assert asked == ["eu-west-1"]


@for_each("engine, million_usd", [("standard", 4), ("neural", 16), ("generative", 30)])
def test_the_price_is_of_the_engine(engine: Engine, million_usd: int) -> None:
    voice = PollyVoice(voice="Joanna", engine=engine)
    assert voice.price_usd("a" * 250) * 4_000 == Decimal(million_usd)
    assert voice.name == f"polly-{engine}-Joanna"


@for_each("length", [0, MAX_SENTENCE_LENGTH + 1])
def test_what_is_no_sentence_is_not_paid_for(rig: PollyRig, length: int) -> None:
    with pytest.raises(ValueError, match="1 to 400"):
        rig.voice().speak("a" * length)
    assert rig.stand_in.calls == []


@for_each(
    "answer, kind",
    [
        (error("ThrottlingException", 400), VoiceBusyError),
        (error("ThrottlingException", 429), VoiceBusyError),
        (error("ServiceFailureException", 500), VoiceError),
        (error("InternalFailure", 500), VoiceError),
        (error("ServiceUnavailable", 503), VoiceBusyError),
        (error("AccessDeniedException", 403), VoiceUnreadyError),
        (error("UnrecognizedClientException", 403), VoiceUnreadyError),
        (error("ValidationException", 400), VoiceUnreadyError),
        (error("EngineNotSupportedException", 400), VoiceUnreadyError),
        (reply(Reply(cut="before_headers")), VoiceError),
        (reply(Reply(body=mp3_of(SENTENCE), headers=MP3, cut="mid_body")), VoiceError),
        (reply(Reply(body=mp3_of(SENTENCE), headers=MP3, cut="reset_mid_body")), VoiceError),
        (reply(Reply(body=b"<html>Sign in</html>", headers=(("Content-Type", "text/html"),))),
         VoiceError),
        (reply(Reply(body=b"<html>Bad gateway</html>", status=502)), VoiceError),
        (reply(Reply(body=b"[]", status=400)), VoiceError),
        (reply(Reply(body=b"", headers=MP3)), VoiceError),
        (reply(Reply(body=b"x" * (MOST_BYTES + 1), headers=MP3)), VoiceError),
    ],
)  # fmt: skip
def test_whatever_goes_wrong_it_is_asked_once(
    rig: PollyRig, answer: Any, kind: type[Exception]
) -> None:
    rig.stand_in.calls.clear()
    rig.stand_in.script(answer)
    voice = rig.voice()
    with pytest.raises((VoiceError, VoiceBusyError)) as caught:
        voice.speak(SENTENCE)
    assert type(caught.value) is kind
    assert len(rig.stand_in.calls) == 1
    assert voice.speak(SENTENCE).content == mp3_of(SENTENCE)


def test_one_that_keeps_silent_is_given_up_and_not_asked_again(rig: PollyRig) -> None:
    rig.stand_in.script(reply(Reply(body=b"late", delay_s=60)))
    with pytest.raises(VoiceError, match="too long"):
        rig.voice(is_patient=False).speak(SENTENCE)
    assert len(rig.stand_in.calls) == 1


def test_how_long_to_wait_is_passed_on(rig: PollyRig) -> None:
    rig.stand_in.script(error("ThrottlingException", 429, Retry_After="7"))
    with pytest.raises(VoiceBusyError) as caught:
        rig.voice().speak(SENTENCE)
    assert caught.value.retry_after_s == 7


def test_without_credentials_it_is_told_and_nobody_is_asked(
    rig: PollyRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    with pytest.raises(VoiceUnreadyError, match="aws configure"):
        rig.voice(is_patient=False).speak(SENTENCE)
    assert rig.stand_in.calls == []


def test_renewed_credentials_are_taken(rig: PollyRig, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = rig.voice(is_patient=False)
    voice.speak(SENTENCE)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "renewed")
    rig.stand_in.script(error("ExpiredTokenException", 403))
    assert voice.speak(SENTENCE).content == mp3_of(SENTENCE)
    assert "Credential=renewed/" in rig.stand_in.headers[-1]["Authorization"]
