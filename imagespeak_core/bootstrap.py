"""Builds the services from the settings: the one place where backends are chosen."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING, cast

from imagespeak_core.errors import (
    PaidCallsLimitError,
    StorageFullError,
)
from imagespeak_core.generators.bedrock.catalog import MODELS
from imagespeak_core.generators.breaker import Breaker
from imagespeak_core.models import MAX_SEED
from imagespeak_core.operations.building import build_calls, store_watcher
from imagespeak_core.operations.tally import Tally
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.pictures.spooled import KIND
from imagespeak_core.pictures.storing import store_spooled
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings, setting_name
from imagespeak_core.signing.secret_file import load_or_create_secret, state_dir
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.budget_document import Limits
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.spool.places import spool_files
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.recordings import RecordingStore
from imagespeak_core.stores.sentences import SentenceStore
from imagespeak_core.stores.tried import TriedBlobs
from imagespeak_core.stores.watched import WatchedBlobs
from imagespeak_core.voices.base import MAX_SENTENCE_LENGTH

if TYPE_CHECKING:
    from imagespeak_core.checkers.base import GrammarChecker
    from imagespeak_core.generators.base import ImageGenerator, SceneTeller, WordsDrawer
    from imagespeak_core.model_lives import ModelLife
    from imagespeak_core.models import Quality
    from imagespeak_core.recognisers.base import RecordingRecogniser, SoundRecogniser
    from imagespeak_core.recognisers.whisper.model import ModelPlace
    from imagespeak_core.stores.blobs import Blobs
    from imagespeak_core.viewers.base import PictureViewer
    from imagespeak_core.voices.base import Voice

_OF_OTHER_PLACES = (
    "What waits in the spool for another bucket, S3 address or data folder: {} (pictures, views or "
    "recordings). Only a server with those settings stores or deletes it."
)


def build_services(settings: Settings, *, stays: bool = True) -> Services:
    """The services that the settings ask for. Speaks to nobody yet.

    Args:
        settings: What is configured.
        stays: This process goes on until it is told to end, and then shuts the services down.
            One that does not, such as a Lambda, has no spool and leases no money.

    Raises:
        SettingsError: The folder store needs a secret and can't have one, or the spool would lie
            among what is stored.
    """
    tally, secret = Tally(), partial(server_secret, settings)
    troubles = Troubles(on_trouble=tally.trouble)
    calls = build_calls(secret if stays or settings.secret else None, troubles, tally, now=_now)
    blobs = WatchedBlobs(TriedBlobs(build_blobs(settings)), store_watcher(troubles, tally))
    generator = GENERATORS[settings.generator](settings)
    transcriber = _transcriber(settings)
    voice = VOICES[settings.voice](settings) if settings.voice else None
    viewer = _viewer(settings)
    budget = _budget(
        settings,
        blobs,
        _known_prices(settings, generator, transcriber, voice, viewer),
        leases_blocks=stays,
    )
    services = Services(
        generator=generator,
        store=PictureStore(blobs, url_life_s=settings.url_ttl_s),
        documents=Documents(blobs),
        claims=Claims(blobs),
        recordings=RecordingStore(blobs),
        picture_calls=PaidCalls(DailyLimit(settings.day_limit, now=_now), budget, calls=calls),
        paid_calls=PaidCalls(
            DailyLimit(settings.paid_calls_limit, now=_now, error=PaidCallsLimitError),
            budget,
            are_pictures=False,
            calls=calls,
        ),
        budget=budget,
        breaker=Breaker(time.monotonic) if settings.generator == "bedrock" else None,
        spool=Spool(spool_files(settings), troubles=troubles) if stays else None,
        now=_now,
        draw_seed=lambda: secrets.randbelow(MAX_SEED) + 1,
        transcriber=transcriber,
        words_drawer=_words_drawer(settings, generator),
        voice=voice,
        sentences=SentenceStore(blobs),
        viewer=viewer,
        recogniser=_recogniser(settings),
        tellers=_tellers,
        grammar=_grammar(settings),
        troubles=troubles,
        tally=tally,
    )
    if services.spool:
        services.spool.register(KIND, partial(store_spooled, services))
    return services


def build_blobs(settings: Settings) -> Blobs:
    """Where everything is kept. Speaks to nobody yet.

    Raises:
        SettingsError: As `build_services`.
    """
    return STORES["s3" if settings.bucket else "folder"](settings)


def model_lives(settings: Settings) -> tuple[ModelLife, ...]:
    """Those of the configured models that somebody else may end. Speaks to nobody yet."""
    if settings.generator != "bedrock":
        return ()
    from imagespeak_core.generators.bedrock.lifecycle import lives_of

    return lives_of(settings.bedrock_region, _models(settings))


def model_check(settings: Settings) -> Callable[[], None]:
    """Looks whether the model of most pictures is there, in Bedrock's catalogue; costs nothing."""
    if settings.generator != "bedrock":
        return lambda: None  # who draws here is always there
    from imagespeak_core.generators.bedrock.lifecycle import lives_of

    [life] = lives_of(settings.bedrock_region, {"standard": settings.standard_model})
    return life.check


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
        *_spool_notes(settings),
        *_recogniser_notes(settings),
        *_voice_notes(settings),
        *_grammar_library_notes(settings),
        *_budget_notes(settings),
    ]


def _spool_notes(settings: Settings) -> list[str]:
    files = spool_files(settings)
    try:
        if files:
            files.drop(files.keep("trial", {}, b""))
            number = files.of_other_places()
            return [_OF_OTHER_PLACES.format(number)] if number else []
        problem = "This user has no home folder. Set IMAGESPEAK_SPOOL_DIR to a folder."
    except StorageFullError as error:
        problem = str(error)
    finally:
        if files:
            files.close()
    return [f"{problem} Until then, what is paid for or recorded may be lost when a server ends."]


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


def _budget_notes(settings: Settings) -> list[str]:
    model = MODELS.get(settings.standard_model)
    if settings.generator != "bedrock" or model is None:
        return []
    limits = {
        "budget_usd_per_day": settings.day_budget_usd,
        "budget_usd_per_month": settings.month_budget_usd,
    }
    return [
        f"{setting_name(field)} is {usd} US dollars, but one picture of {model.model_id} costs "
        f"{model.price_usd}: none can be made. Set a larger sum."
        for field, usd in limits.items()
        if usd is not None and usd < model.price_usd
    ]


def _budget(
    settings: Settings, blobs: Blobs, known_prices: list[Decimal], *, leases_blocks: bool
) -> Budget | None:
    if settings.day_budget_usd is None and settings.month_budget_usd is None:
        return None
    return Budget(
        blobs,
        Limits.of(settings.day_budget_usd, settings.month_budget_usd),
        dearest_usd=max(known_prices),
        leases_blocks=leases_blocks,
    )


def _known_prices(
    settings: Settings,
    generator: ImageGenerator,
    transcriber: RecordingRecogniser | None,
    voice: Voice | None,
    viewer: PictureViewer | None,
) -> list[Decimal]:
    """Of the dearest call that each part may make; of all models that we know, too.

    At least one of those is there where a part's own price is not known.
    """
    prices = [model.price_usd for model in MODELS.values()]
    prices += [offer.price_usd for offer in generator.models() if offer.price_usd is not None]
    if transcriber is not None:
        prices.append(transcriber.price_usd(settings.recording_max_s))
    if voice is not None:
        prices.append(voice.price_usd("x" * MAX_SENTENCE_LENGTH))
    if viewer is not None:
        price_usd = viewer.price_usd()
        prices += [] if price_usd is None else [price_usd]
    return prices


def _now() -> datetime:
    return datetime.now(UTC)


# Each backend is imported only where it is used: a Lambda starts without the illustrator, and a
# fresh machine without boto3.


def _illustrator(settings: Settings) -> ImageGenerator:
    from imagespeak_core.generators.illustrator.workers import IllustratorPool

    return IllustratorPool()


def _bedrock(settings: Settings) -> ImageGenerator:
    from imagespeak_core.generators.bedrock.generator import BedrockGenerator

    return BedrockGenerator(region=settings.bedrock_region, models=_models(settings))


def _models(settings: Settings) -> dict[Quality, str]:
    return {"standard": settings.standard_model, "premium": settings.premium_model}


def _words_drawer(settings: Settings, generator: ImageGenerator) -> Callable[[], WordsDrawer]:
    """The generator itself where it is the illustrator; else one that starts when it is needed."""
    if settings.generator == "illustrator":
        return lambda: cast("WordsDrawer", generator)
    return cache(lambda: cast("WordsDrawer", _illustrator(settings)))


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
