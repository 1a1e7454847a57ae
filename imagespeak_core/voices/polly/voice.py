"""`Voice` by Amazon Polly. A call costs money: what may be paid is not sent again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, cast

from imagespeak_core.aws.clients import connect_paid
from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.voices.base import SoundType, Spoken, plain_sentence
from imagespeak_core.voices.errors import VoiceError
from imagespeak_core.voices.polly.errors import Target, translated

if TYPE_CHECKING:
    from mypy_boto3_polly import PollyClient
    from mypy_boto3_polly.literals import VoiceIdType
    from mypy_boto3_polly.type_defs import SynthesizeSpeechOutputTypeDef

Engine = Literal["standard", "neural", "generative"]

PRICE_USD: dict[Engine, Decimal] = {
    "standard": Decimal(4),
    "neural": Decimal(16),
    "generative": Decimal(30),
}
"""A million characters, spaces and stops too; plain text has no marks that are free.
https://aws.amazon.com/polly/pricing/ (2026-11)"""

READ_TIMEOUT_S = 20
MOST_BYTES = 4_000_000
"""Far more than the longest sentence has, which lasts for half a minute."""

_MILLION = 1_000_000
_MP3: SoundType = "audio/mpeg"


def connect_polly(
    region: str | None, *, read_timeout_s: float = READ_TIMEOUT_S
) -> Connection[PollyClient]:
    """See `connect_paid`."""
    return connect_paid("polly", region, read_timeout_s=read_timeout_s)


class PollyVoice:
    """One voice with one engine. It connects at the first call, once.

    Args:
        voice: Polly's name for it, such as `Joanna`.
        engine: What it is computed with.
        region: None for the one in which the bucket is looked for.
        connect: Region → connection.
    """

    def __init__(
        self,
        *,
        voice: str,
        engine: Engine,
        region: str | None = None,
        connect: Callable[[str | None], Connection[PollyClient]] = connect_polly,
    ) -> None:
        self._voice = voice
        self._engine: Engine = engine
        self._target = Target(voice, engine, region)
        self._connected = OneConnection(lambda: connect(region))

    @property
    def name(self) -> str:
        """Polly's own, with the engine."""
        return f"polly-{self._engine}-{self._voice}"

    def price_usd(self, sentence: str) -> Decimal:
        """By characters, see `PRICE_USD`."""
        return PRICE_USD[self._engine] * len(sentence) / _MILLION

    def speak(self, sentence: str) -> Spoken:
        """See `Voice.speak`: MP3. It is asked once; no text is read as marks.

        Raises:
            VoiceUnreadyError: Rights, credentials or settings are wrong, or there is no way to it;
                nothing was paid.
            VoiceBusyError: Too many requests; nothing was paid.
            VoiceError: It failed otherwise, or was cut off, and may have been paid.
        """
        sentence = plain_sentence(sentence)
        with translated(self._target):
            answer = self._connected.ask(lambda connection: self._send(connection, sentence))
            # Reading can fail too: the sound comes only now.
            with closing(answer["AudioStream"]) as stream:
                content = _whole(stream.read)
        if answer["ContentType"] != _MP3 or not 0 < len(content) <= MOST_BYTES:
            raise VoiceError(
                "Amazon Polly answered with something that is no sentence. Read it aloud yourself."
            )
        return Spoken(content, _MP3)

    def _send(
        self, connection: Connection[PollyClient], sentence: str
    ) -> SynthesizeSpeechOutputTypeDef:
        return connection.client.synthesize_speech(
            Engine=self._engine,
            VoiceId=cast("VoiceIdType", self._voice),
            OutputFormat="mp3",
            TextType="text",
            Text=sentence,
        )


def _whole(read: Callable[[int], bytes]) -> bytes:
    """All of it, or a little more than may be; only a read at the end tells that it was cut."""
    content = b""
    while len(content) <= MOST_BYTES:
        part = read(MOST_BYTES + 1 - len(content))
        if not part:
            break
        content += part
    return content
