"""Builds the services from the settings: the one place where backends are chosen."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, cast

from imagespeak_core.models import MAX_SEED
from imagespeak_core.pictures.daily_limit import DailyLimit
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.signing.secret_file import load_or_create_secret, state_dir
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.recordings import RecordingStore
from imagespeak_core.stores.tried import TriedBlobs

if TYPE_CHECKING:
    from imagespeak_core.generators.base import ImageGenerator, SceneTeller, WordsDrawer
    from imagespeak_core.stores.blobs import Blobs


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
        now=_now,
        draw_seed=lambda: secrets.randbelow(MAX_SEED) + 1,
        words_drawer=_words_drawer(settings, generator),
        tellers=_tellers,
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


def _tellers() -> tuple[SceneTeller, ...]:
    from imagespeak_core.generators.illustrator.teller import IllustratorTeller

    return (IllustratorTeller(),)


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
STORES: dict[str, Callable[[Settings], Blobs]] = {"folder": _folder, "s3": _s3}
