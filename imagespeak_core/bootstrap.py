"""Builds the services from the settings: the one place where backends are chosen."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from imagespeak_core.daily_limit import DailyLimit
from imagespeak_core.models import MAX_SEED
from imagespeak_core.practice import Services
from imagespeak_core.secret_file import load_or_create_secret, state_dir
from imagespeak_core.settings import Settings

if TYPE_CHECKING:
    from imagespeak_core.generators.base import ImageGenerator
    from imagespeak_core.stores.base import ImageStore


def build_services(settings: Settings) -> Services:
    """The services that the settings ask for. Speaks to nobody yet.

    Raises:
        SettingsError: The folder store needs a secret and can't have one.
    """
    return Services(
        generator=GENERATORS[settings.generator](settings),
        store=STORES["s3" if settings.bucket else "directory"](settings),
        daily_limit=DailyLimit(settings.day_limit, now=_now),
        now=_now,
        draw_seed=lambda: secrets.randbelow(MAX_SEED) + 1,
    )


def _now() -> datetime:
    return datetime.now(UTC)


# Each backend is imported only where it is used: a Lambda starts without the illustrator, and a
# fresh machine without boto3.


def _illustrator(settings: Settings) -> ImageGenerator:
    from imagespeak_core.generators.illustrator.generator import Illustrator

    return Illustrator()


def _bedrock(settings: Settings) -> ImageGenerator:
    from imagespeak_core.generators.bedrock import BedrockGenerator

    return BedrockGenerator(
        region=settings.bedrock_region,
        models={"standard": settings.standard_model, "premium": settings.premium_model},
    )


def _directory(settings: Settings) -> ImageStore:
    from imagespeak_core.stores.directory import DirectoryStore

    if settings.secret:
        secret = settings.secret.get_secret_value().encode()
    else:
        secret = load_or_create_secret(state_dir() / "secret", data_dir=settings.data_dir)
    return DirectoryStore(settings.data_dir, secret=secret, url_life_s=settings.url_ttl_s)


def _s3(settings: Settings) -> ImageStore:
    from imagespeak_core.stores.s3 import S3Store

    return S3Store(str(settings.bucket), url_life_s=settings.url_ttl_s)


GENERATORS: dict[str, Callable[[Settings], ImageGenerator]] = {
    "illustrator": _illustrator,
    "bedrock": _bedrock,
}
STORES: dict[str, Callable[[Settings], ImageStore]] = {"directory": _directory, "s3": _s3}
