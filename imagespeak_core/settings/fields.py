"""Every setting: its name, unit, default and check."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from imagespeak_core import typed_text
from imagespeak_core.access.accounts import plain_tenant
from imagespeak_core.access.pin import plain_pin
from imagespeak_core.generators.bedrock.catalog import retired_notice
from imagespeak_core.settings.values import (
    has_control_characters,
    mail_addresses,
    origin,
    whole_number,
)

PREFIX = "IMAGESPEAK_"
BEDROCK_DAY_LIMIT = 300
LONGEST_RECORDING_S = 600
"""No setting lets a recording be longer."""
LARGEST_RECORDING_BYTES = 200_000_000
"""Nor larger."""
MIN_SECRET_LENGTH = 16
MIN_PIN_LENGTH = 6

_BUCKET_NAME = re.compile(r"(?!.*\.\.|[0-9.]+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_FOUNDATION_MODEL = re.compile(r"^arn:[\w-]+:bedrock:[\w-]*::foundation-model/")
_MODEL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(:[0-9]+)*")
_REGION = re.compile(r"[a-z]{2,4}(-[a-z]+){1,3}-[0-9]{1,2}")
_VOICE_NAME = re.compile(r"[A-Z][A-Za-z]{1,30}")
_TEACHER = re.compile(r"[!-)+-?A-~]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


class Settings(BaseSettings):
    """What is configured; all optional. Use `load_settings`, which explains mistakes in words."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    generator: Annotated[
        Literal["illustrator", "bedrock"],
        Field(description="`illustrator` draws offline, for nothing; `bedrock` asks a paid model"),
    ] = "illustrator"
    bucket: Annotated[
        str | None, Field(description="S3 bucket for the pictures; unset: the folder below")
    ] = None
    data_dir: Annotated[Path, Field(description="root of the folder store")] = Path("data")
    bedrock_region: Annotated[
        str, Field(min_length=1, description="AWS region of the image models")
    ] = "us-west-2"
    standard_model: Annotated[
        str, Field(min_length=1, description="model id that `standard` stands for")
    ] = "stability.stable-image-core-v1:1"
    premium_model: Annotated[
        str, Field(min_length=1, description="model id that `premium` stands for")
    ] = "stability.stable-image-ultra-v1:1"
    url_ttl_s: Annotated[
        int, Field(ge=1, le=604_800, description="life of a picture's address, in seconds")
    ] = 86_400
    cors_origin: Annotated[
        str, Field(min_length=1, description="allowed origin in the Lambda's answers")
    ] = "*"
    max_pictures_per_day: Annotated[
        int | None,
        Field(
            ge=0,
            description="a process makes no more until midnight UTC; 0 = no limit; "
            f"unset: {BEDROCK_DAY_LIMIT} with Bedrock, none offline",
        ),
    ] = None
    lab_parallel: Annotated[
        int, Field(ge=1, le=24, description="pictures that the Prompt Lab makes at once")
    ] = 4
    recording_max_s: Annotated[
        int,
        Field(
            ge=5,
            le=LONGEST_RECORDING_S,
            description="a learner's recording is no longer, in seconds",
        ),
    ] = 180
    recording_max_bytes: Annotated[
        int, Field(ge=100_000, le=LARGEST_RECORDING_BYTES, description="nor larger, in bytes")
    ] = 20_000_000
    recordings_max: Annotated[
        int,
        Field(
            ge=0,
            le=1_000,
            description="so many recordings of one learner are kept in one session; "
            "0 = none are kept",
        ),
    ] = 50
    recording_days: Annotated[
        int,
        Field(
            ge=1,
            le=366,
            description="recordings and learners' attempts are deleted after so many days; "
            "nothing is kept for good",
        ),
    ] = 30
    recogniser: Annotated[
        Literal["browser", "device", "local", "transcribe", "nobody"],
        Field(
            description="what writes a first draft of a learner's words: `browser` the browser's "
            "own, which asks before a voice leaves the device; `device` the same, but only where "
            "nothing leaves it; `local` one on this server; `transcribe` Amazon Transcribe, paid; "
            "`nobody`"
        ),
    ] = "browser"
    recogniser_model_dir: Annotated[
        Path | None,
        Field(
            description="folder of the local recogniser's model (Whisper base for faster-whisper); "
            "unset: the one that `optional/recogniser.txt` installs"
        ),
    ] = None
    voice: Annotated[
        Literal["local", "polly"] | None,
        Field(
            description="what reads model answers aloud where a browser has no voice of its own: "
            "`local` one on this server; `polly` Amazon Polly, paid; unset: nobody"
        ),
    ] = None
    polly_voice: Annotated[str, Field(min_length=1, description="Amazon Polly's voice")] = "Joanna"
    polly_engine: Annotated[
        Literal["standard", "neural", "generative"],
        Field(
            description="and its engine: `standard`, `neural` or `generative`, at $4, $16 or $30 "
            "a million characters"
        ),
    ] = "neural"
    speaking_region: Annotated[
        str | None,
        Field(
            description="AWS region of Transcribe and Polly; Transcribe needs the bucket's; "
            "unset: the one that AWS's own settings name"
        ),
    ] = None
    viewer_model: Annotated[
        str | None,
        Field(
            description="id of a model on Amazon Bedrock that sees pictures, such as "
            "`us.amazon.nova-lite-v1:0`: it lists what a model's picture shows, paid; unset: "
            "nobody looks"
        ),
    ] = None
    max_paid_calls_per_day: Annotated[
        int,
        Field(
            ge=0,
            description="a process asks Transcribe, Polly and the viewer no more often until "
            "midnight UTC; 0 = no limit",
        ),
    ] = 300
    grammar_notes: Annotated[
        Literal["harper", "nobody"],
        Field(
            description="who writes notes on the grammar of words that a learner has confirmed: "
            "`harper` the library Harper, on this server; `nobody`"
        ),
    ] = "harper"
    secret: Annotated[
        SecretStr | None,
        Field(
            description="signs addresses on this server and teachers' cookies; "
            f"at least {MIN_SECRET_LENGTH} characters; "
            "unset: a random one, kept in a file that only this user can read",
        ),
    ] = None
    teachers: Annotated[
        str | None,
        Field(
            description="who is a teacher, where `[auth]` is configured: e-mail addresses or "
            "`@school.org`, with commas between"
        ),
    ] = None
    tenant: Annotated[
        str | None,
        Field(
            description="your own tenant at Microsoft Entra (its ID), or the issuer of your own "
            "sign-in, commas between: addresses from there count as verified"
        ),
    ] = None
    teacher_pin: Annotated[
        SecretStr | None,
        Field(
            description="a PIN makes its owner a teacher, where there is no `[auth]`; "
            f"at least {MIN_PIN_LENGTH} characters"
        ),
    ] = None

    @property
    def teacher_addresses(self) -> tuple[str, ...]:
        """The entries of `teachers`, in lower case; none where it is not set."""
        return mail_addresses(self.teachers)

    @property
    def own_tenants(self) -> tuple[str, ...]:
        """The entries of `tenant`, as `plain_tenant` writes them; none where it is not set."""
        return tuple(plain_tenant(one) for one in typed_text.entries(self.tenant or ""))

    @property
    def day_limit(self) -> int | None:
        """Pictures a process may make in a day; None for any number."""
        if self.max_pictures_per_day is None:
            return BEDROCK_DAY_LIMIT if self.generator == "bedrock" else None
        return self.max_pictures_per_day or None

    @property
    def paid_calls_limit(self) -> int | None:
        """Paid calls besides pictures that a process may make in a day; None for any number."""
        return self.max_paid_calls_per_day or None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What `reading` has found and cleaned, and nothing behind its back."""
        return (init_settings,)

    @field_validator("bucket")
    @classmethod
    def _is_a_bucket_name(cls, bucket: str | None) -> str | None:
        if bucket is not None and not _BUCKET_NAME.fullmatch(bucket):
            raise ValueError(
                f"{bucket!r} is not a bucket's name. Give the bare name, without s3:// or path"
            )
        return bucket

    @field_validator(
        "generator", "recogniser", "voice", "polly_engine", "grammar_notes", mode="before"
    )
    @classmethod
    def _in_small_letters(cls, chosen: object) -> object:
        return chosen.lower() if isinstance(chosen, str) else chosen

    @field_validator("bedrock_region", "speaking_region")
    @classmethod
    def _is_a_region(cls, region: str | None) -> str | None:
        if region is None:
            return None
        if not _REGION.fullmatch(region.lower()):
            raise ValueError(
                f"{region!r} is not a region's name. Give one such as us-west-2, without the "
                "letter of a zone"
            )
        return region.lower()

    @field_validator(
        "url_ttl_s",
        "max_pictures_per_day",
        "lab_parallel",
        "recording_max_s",
        "recording_max_bytes",
        "recordings_max",
        "recording_days",
        "max_paid_calls_per_day",
        mode="before",
    )
    @classmethod
    def _is_a_number(cls, number: object) -> object:
        return whole_number(number) if isinstance(number, str) else number

    @field_validator("recogniser")
    @classmethod
    def _has_recordings_to_listen_to(cls, chosen: str, info: ValidationInfo) -> str:
        if chosen == "transcribe" and not info.data.get("bucket"):
            raise ValueError(
                "transcribe listens to recordings in a bucket. Set IMAGESPEAK_BUCKET too, or take "
                "another one"
            )
        if chosen == "transcribe" and info.data.get("recordings_max") == 0:
            raise ValueError(
                "transcribe listens to recordings that are kept. Let IMAGESPEAK_RECORDINGS_MAX be "
                "more than 0, or take another one"
            )
        return chosen

    @field_validator("polly_voice")
    @classmethod
    def _is_a_voices_name(cls, voice: str) -> str:
        if not _VOICE_NAME.fullmatch(voice):
            raise ValueError(
                f"{voice!r} is not a voice's name. Give one such as Joanna, with its capital"
            )
        return voice

    @field_validator("cors_origin")
    @classmethod
    def _is_an_origin(cls, written: str) -> str:
        return origin(written)

    @field_validator("standard_model", "premium_model", "viewer_model")
    @classmethod
    def _is_a_model_in_use(cls, written: str | None, info: ValidationInfo) -> str | None:
        if written is None:
            return None
        model = _FOUNDATION_MODEL.sub("", written)
        sees = info.field_name == "viewer_model"
        if not _MODEL_ID.fullmatch(model) or (sees and "." not in model):
            advice = (
                "us.amazon.nova-lite-v1:0. For nobody to look, leave the value empty"
                if sees
                else "stability.stable-image-core-v1:1"
            )
            raise ValueError(f"{written!r} is not a model's id. Give one such as {advice}")
        notice = retired_notice(model)
        if notice:
            raise ValueError(notice)
        return model

    @field_validator("secret")
    @classmethod
    def _is_long_enough(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and len(secret.get_secret_value()) < MIN_SECRET_LENGTH:
            raise ValueError(f"It is too short. Give at least {MIN_SECRET_LENGTH} characters")
        return secret

    @field_validator("teachers")
    @classmethod
    def _are_addresses(cls, teachers: str | None) -> str | None:
        written = mail_addresses(teachers) or (() if teachers is None else (teachers,))
        for entry in written:
            if not _TEACHER.fullmatch(entry):
                raise ValueError(
                    f"{entry!r} is neither an address such as ana@school.org nor a whole domain "
                    "such as @school.org. Put commas between them"
                )
        return teachers

    @field_validator("tenant")
    @classmethod
    def _are_own(cls, tenant: str | None) -> str | None:
        for entry in typed_text.entries(tenant or "") or (() if tenant is None else (tenant,)):
            plain_tenant(entry)
        return tenant

    @field_validator("teacher_pin")
    @classmethod
    def _is_hard_to_guess(cls, pin: SecretStr | None) -> SecretStr | None:
        text = "" if pin is None else plain_pin(pin.get_secret_value())
        if pin is not None and (len(text) < MIN_PIN_LENGTH or len(set(text)) == 1):
            raise ValueError(
                f"It is too easy. Give at least {MIN_PIN_LENGTH} characters, not all the same"
            )
        if has_control_characters(text):
            raise ValueError(
                "There is a line break or another sign in it that can't be typed. "
                "Put single quotes around a value with \\"
            )
        return pin


def setting_name(field: str) -> str:
    """The name that a person sets: `IMAGESPEAK_BUCKET` for `bucket`."""
    return PREFIX + field.upper()


def takes_nobody(field: str) -> bool:
    """Whether `nobody` is a value of a setting: unset, somebody may be there."""
    return "nobody" in get_args(Settings.model_fields[field].annotation)


def is_secret(field: str) -> bool:
    """Whether the value of a setting is never shown."""
    return SecretStr in get_args(Settings.model_fields[field].annotation)
