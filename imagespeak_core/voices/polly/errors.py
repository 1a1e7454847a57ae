"""What Amazon Polly says when a call fails, in our words. The one place where it is translated."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import MappingProxyType

from imagespeak_core.aws import failures
from imagespeak_core.aws.failures import CREDENTIALS_SENTENCES, Reason
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError

_BUSY = "Many sentences are read aloud just now. Wait a little, then try again."
_SENTENCE = "Amazon Polly can't read this sentence aloud. Read it aloud yourself."
SENTENCES: Mapping[Reason, str] = MappingProxyType(
    {
        "busy": _BUSY,
        "quota": _BUSY,
        "timeout": (
            "Reading this sentence aloud took too long, so we stopped waiting. It may have been "
            "paid for. Try again, or read it aloud yourself."
        ),
        "failed": "Amazon Polly had a problem. Try again in a minute, or read it aloud yourself.",
        "rejected": (
            "Amazon Polly did not accept this sentence, or knows no voice {voice!r} with the "
            "engine {engine!r} in the region {region}. The owner should look at "
            "IMAGESPEAK_POLLY_VOICE, IMAGESPEAK_POLLY_ENGINE and IMAGESPEAK_SPEAKING_REGION."
        ),
        "odd": (
            "Amazon Polly answered with something that we do not understand. Try again; if it "
            "happens again, tell the owner."
        ),
        "access": (
            "This AWS account may not use Amazon Polly. The owner must allow "
            "polly:SynthesizeSpeech."
        ),
        "unreachable": (
            "There is no way to Amazon Polly in the region {region}. Check the internet "
            "connection, then try again. If that does not help, the owner should check "
            "IMAGESPEAK_SPEAKING_REGION and the network."
        ),
        "no region": (
            "The AWS region of Amazon Polly can't be used: {region}. The owner should correct "
            "IMAGESPEAK_SPEAKING_REGION."
        ),
        "cut": (
            "The connection to Amazon Polly was cut before the sentence was here. It may have "
            "been paid for. Try again, or read it aloud yourself."
        ),
        "no certificate": (
            "No safe connection to Amazon Polly: its certificate could not be checked. The owner "
            "should check the computer's clock, the proxy and AWS_CA_BUNDLE."
        ),
        **CREDENTIALS_SENTENCES,
    }
)
"""What people read of each reason; may name `{voice}`, `{engine}` and `{region}`."""

_NOTHING_WAS_SENT = frozenset({"unreachable", "no region", "no certificate"})
_OWNERS = frozenset({"rejected", "access", *_NOTHING_WAS_SENT, *CREDENTIALS_SENTENCES})

# https://docs.aws.amazon.com/polly/latest/dg/API_SynthesizeSpeech.html (2026-11).
OWN_CODES: Mapping[str, Reason] = MappingProxyType(
    {
        "ConflictException": "failed",
        "EngineNotSupportedException": "rejected",
        "InvalidSampleRateException": "odd",
        "LanguageNotSupportedException": "rejected",
        "LexiconNotFoundException": "odd",
        "MarksNotSupportedForFormatException": "odd",
        "SsmlMarksNotSupportedForTextTypeException": "odd",
    }
)
"""Of SynthesizeSpeech, beside those that all of AWS has in common."""

OF_THE_SENTENCE = frozenset({"InvalidSsmlException", "TextLengthExceededException"})
"""Polly's codes for a sentence that it does not read."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is called, for the sentences.

    Attributes:
        voice: Polly's name for it.
        engine: What it is computed with.
        region: Where it is called; None where the settings name none.
    """

    voice: str
    engine: str
    region: str | None

    def told_in(self, sentence: str) -> str:
        """A sentence of ours with these in their places."""
        region = repr(self.region) if self.region else "of the bucket"
        return sentence.format(voice=self.voice, engine=self.engine, region=region)


def translated(target: Target) -> AbstractContextManager[None]:
    """Turn whatever AWS's library raises inside into an error of ours.

    A KeyError too: an answer that lacks a part.
    """

    def error_of(exc: Exception, reason: Reason) -> ImageSpeakError:
        if failures.error_code(exc) in OF_THE_SENTENCE:
            return VoiceError(_SENTENCE)
        sentence = target.told_in(SENTENCES[reason])
        if reason in ("busy", "quota"):
            return VoiceBusyError(sentence, retry_after_s=failures.retry_after_s(exc))
        return VoiceUnreadyError(sentence) if reason in _OWNERS else VoiceError(sentence)

    return failures.translated(error_of, own=OWN_CODES, odd=(KeyError,))
