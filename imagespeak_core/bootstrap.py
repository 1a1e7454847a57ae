"""Builds the services from the settings: the one place where backends are chosen."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, cast

from imagespeak_core.errors import PaidCallsLimitError
from imagespeak_core.models import MAX_SEED
from imagespeak_core.pictures.daily_limit import DailyLimit
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.signing.secret_file import load_or_create_secret, state_dir
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.recordings import RecordingStore
from imagespeak_core.stores.sentences import SentenceStore
from imagespeak_core.stores.tried import TriedBlobs

if TYPE_CHECKING:
    from imagespeak_core.checkers.base import GrammarChecker
    from imagespeak_core.generators.base import ImageGenerator, SceneTeller, WordsDrawer
    from imagespeak_core.recognisers.base import RecordingRecogniser, SoundRecogniser
    from imagespeak_core.recognisers.whisper.model import ModelPlace
    from imagespeak_core.stores.blobs import Blobs
    from imagespeak_core.viewers.base import PictureViewer
    from imagespeak_core.voices.base import Voice


def build_services(settings: Settings) -> Services:
    """The services that the settings ask for. Speaks to nobody yet.

    Raises:
        SettingsError: The folder store needs a secret and can't have one.
    """
    blobs = TriedBlobs(build_blobs(settings))
    generator = GENERATORS[settings.generator](settings)
    return Services(
        generator=generator,
        store=PictureStore(blobs, url_life_s=settings.url_ttl_s),
        documents=Documents(blobs),
        claims=Claims(blobs),
        recordings=RecordingStore(blobs),
        daily_limit=DailyLimit(settings.day_limit, now=_now),
        paid_calls=DailyLimit(settings.paid_calls_limit, now=_now, error=PaidCallsLimitError),
        now=_now,
        draw_seed=lambda: secrets.randbelow(MAX_SEED) + 1,
        transcriber=_transcriber(settings),
        words_drawer=_words_drawer(settings, generator),
        voice=VOICES[settings.voice](settings) if settings.voice else None,
        sentences=SentenceStore(blobs),
        viewer=_viewer(settings),
        recogniser=_recogniser(settings),
        tellers=_tellers,
        grammar=_grammar(settings),
    )


def build_blobs(settings: Settings) -> Blobs:
    """Where everything is kept. Speaks to nobody yet.

    Raises:
        SettingsError: As `build_services`.
    """
    return STORES["s3" if settings.bucket else "folder"](settings)


def server_secret(settings: Settings) -> bytes:
    """What this server signs with: the one of the settings, else this user's own.

    The Lambda signs nothing and never asks for it.

    Raises:
        SettingsError: None is set, and this user can't have one.
    """
    if settings.secret:
        return settings.secret.get_secret_value().encode()
    return load_or_create_secret(state_dir() / "secret", data_dir=settings.data_dir)


def notes_at_start(settings: Settings) -> list[str]:
    """What the owner should know when a server starts: what is asked for and not there."""
    return [
        *_recogniser_notes(settings),
        *_voice_notes(settings),
        *_grammar_library_notes(settings),
    ]


def _recogniser_notes(settings: Settings) -> list[str]:
    if settings.recogniser != "local":
        return []
    from imagespeak_core.recognisers.errors import RecogniserUnreadyError
    from imagespeak_core.recognisers.whisper.model import check_there

    try:
        check_there(_whisper_place(settings))
    except RecogniserUnreadyError as error:
        return [f"IMAGESPEAK_RECOGNISER is 'local', but no first drafts can be written. {error}"]
    return []


def _voice_notes(settings: Settings) -> list[str]:
    from imagespeak_core.voices.hibari.voice import is_installed

    if settings.voice != "local" or is_installed():
        return []
    return [
        "IMAGESPEAK_VOICE is 'local', but nothing can be read aloud here: hibari-tts is not "
        "installed. Install it: pip install -r optional/voice.txt"
    ]


def _grammar_library_notes(settings: Settings) -> list[str]:
    from imagespeak_core.checkers.harper import is_installed

    if settings.grammar_notes != "harper" or is_installed():
        return []
    return [
        "IMAGESPEAK_GRAMMAR_NOTES is 'harper', but there are no notes on grammar: harper-py is not "
        "installed. Install it: pip install -r requirements.txt"
    ]


def _now() -> datetime:
    return datetime.now(UTC)


# Each backend is imported only where it is used: a Lambda starts without the illustrator, and a
# fresh machine without boto3.


def _illustrator(settings: Settings) -> ImageGenerator:
    from imagespeak_core.generators.illustrator.workers import IllustratorPool

    return IllustratorPool()


def _bedrock(settings: Settings) -> ImageGenerator:
    from imagespeak_core.generators.bedrock.generator import BedrockGenerator

    return BedrockGenerator(
        region=settings.bedrock_region,
        models={"standard": settings.standard_model, "premium": settings.premium_model},
    )


def _words_drawer(settings: Settings, generator: ImageGenerator) -> Callable[[], WordsDrawer]:
    """The generator itself where it is the illustrator; else one that starts when it is needed."""
    if settings.generator == "illustrator":
        return lambda: cast("WordsDrawer", generator)
    return cache(_illustrator_beside)


def _illustrator_beside() -> WordsDrawer:
    from imagespeak_core.generators.illustrator.workers import IllustratorPool

    return IllustratorPool()


def _viewer(settings: Settings) -> PictureViewer | None:
    if settings.viewer_model is None:
        return None
    from imagespeak_core.viewers.bedrock.viewer import BedrockViewer

    return BedrockViewer(region=settings.bedrock_region, model=settings.viewer_model)


def _recogniser(settings: Settings) -> SoundRecogniser | None:
    build = RECOGNISERS.get(settings.recogniser)
    return build(settings) if build else None


def _whisper(settings: Settings) -> SoundRecogniser:
    from imagespeak_core.recognisers.whisper.recogniser import WhisperRecogniser

    return WhisperRecogniser(_whisper_place(settings))


def _whisper_place(settings: Settings) -> ModelPlace:
    from imagespeak_core.recognisers.whisper.model import ModelPlace, cache_dir

    own_dir = settings.recogniser_model_dir
    return ModelPlace(own_dir, own_dir or cache_dir(), settings.data_dir)


def _tellers() -> tuple[SceneTeller, ...]:
    from imagespeak_core.generators.illustrator.teller import IllustratorTeller

    return (IllustratorTeller(),)


def _transcriber(settings: Settings) -> RecordingRecogniser | None:
    if settings.recogniser != "transcribe":
        return None
    from imagespeak_core.recognisers.transcribe import AmazonTranscribe

    return AmazonTranscribe(bucket=str(settings.bucket), region=settings.speaking_region)


def _local_voice(settings: Settings) -> Voice:
    from imagespeak_core.voices.hibari.voice import HibariVoice

    return HibariVoice()


def _polly(settings: Settings) -> Voice:
    from imagespeak_core.voices.polly.voice import PollyVoice

    return PollyVoice(
        voice=settings.polly_voice, engine=settings.polly_engine, region=settings.speaking_region
    )


def _grammar(settings: Settings) -> GrammarChecker | None:
    """None, too, where the library is missing: learners then have no notes, and need nothing."""
    from imagespeak_core.checkers.harper import HarperChecker, is_installed

    return HarperChecker() if settings.grammar_notes == "harper" and is_installed() else None


def _folder(settings: Settings) -> Blobs:
    from imagespeak_core.stores.folder.blobs import FolderBlobs

    return FolderBlobs(settings.data_dir, secret=server_secret(settings))


def _s3(settings: Settings) -> Blobs:
    from imagespeak_core.stores.s3.blobs import S3Blobs

    return S3Blobs(str(settings.bucket))


GENERATORS: dict[str, Callable[[Settings], ImageGenerator]] = {
    "illustrator": _illustrator,
    "bedrock": _bedrock,
}
RECOGNISERS: dict[str, Callable[[Settings], SoundRecogniser]] = {"local": _whisper}
"""Of sounds, on this server; nobody else is asked for them."""

STORES: dict[str, Callable[[Settings], Blobs]] = {"folder": _folder, "s3": _s3}
VOICES: dict[str, Callable[[Settings], Voice]] = {"local": _local_voice, "polly": _polly}
