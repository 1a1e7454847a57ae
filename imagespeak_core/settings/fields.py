"""Every setting: its name, unit and default, and which check is its own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from imagespeak_core import typed_text
from imagespeak_core.access.accounts import plain_tenant
from imagespeak_core.settings import checks
from imagespeak_core.settings.checks import (
    LEAST_PICTURES_A_DAY,
    MIN_PIN_LENGTH,
    MIN_SECRET_LENGTH,
)
from imagespeak_core.settings.values import mail_addresses

PREFIX = "IMAGESPEAK_"
BEDROCK_DAY_LIMIT = 300
PAID_DAY_BUDGET_USD = Decimal(12)
LONGEST_RECORDING_S = 600
"""No setting lets a recording be longer."""
LARGEST_RECORDING_BYTES = 200_000_000
"""Nor larger."""


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
        str,
        Field(
            min_length=1,
            description="allowed origin in the Lambda's answers; `function-url`: they have no CORS "
            "headers, since a function URL with `Cors` adds them",
        ),
    ] = "*"
    allowed_origins: Annotated[
        str | None,
        Field(
            description="by which other origins people open the app, where a proxy changes the "
            "Host: such as `https://speak.school.org`, with commas between"
        ),
    ] = None
    frame_ancestors: Annotated[
        str | None,
        Field(
            description="origins of pages that may show the app in a frame, such as "
            "`https://moodle.school.org`, with commas between; unset: its own alone"
        ),
    ] = None
    max_pictures_per_day: Annotated[
        int | None,
        Field(
            ge=0,
            description="a process makes no more until midnight UTC; 0 = no limit; "
            f"unset: {BEDROCK_DAY_LIMIT} with Bedrock, none offline",
        ),
    ] = None
    budget_usd_per_day: Annotated[
        Decimal | None,
        Field(
            ge=0,
            le=1_000_000,
            max_digits=13,
            decimal_places=6,
            description="all servers together spend no more until midnight UTC, in US dollars; "
            f"0 = no limit; unset: {PAID_DAY_BUDGET_USD} where something is paid, else none",
        ),
    ] = None
    budget_usd_per_month: Annotated[
        Decimal | None,
        Field(
            ge=0,
            le=1_000_000,
            max_digits=13,
            decimal_places=6,
            description="nor until the month ends (UTC); 0 = no limit",
        ),
    ] = None
    session_pictures_per_day: Annotated[
        int,
        Field(
            ge=0,
            description="a session gets no more pictures until midnight UTC, at least "
            f"{LEAST_PICTURES_A_DAY}; 0 = no limit; classes, experiments and the "
            "Lambda have none",
        ),
    ] = 200
    session_max_bytes: Annotated[
        int,
        Field(
            ge=0,
            description="nor any more when its pictures have so many bytes together; 0 = no limit",
        ),
    ] = 2_000_000_000
    stored_bytes_per_day: Annotated[
        int,
        Field(
            ge=0,
            description="a process stores no more bytes of learners' pictures until midnight "
            "UTC; 0 = no limit",
        ),
    ] = 20_000_000_000
    spool_dir: Annotated[
        Path | None,
        Field(
            description="folder on this computer, or a mounted volume, for what is paid for or "
            "recorded and not in the store yet; unset: one in this user's state folder"
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
    log_format: Annotated[
        Literal["text", "json"],
        Field(description="how this app's own lines in the log are written: `text` or `json`"),
    ] = "text"
    metrics_port: Annotated[
        int | None,
        Field(
            ge=0,
            le=65_535,
            description="port on which Prometheus finds figures, for this computer alone; each "
            "process needs its own; unset or 0: none",
        ),
    ] = None
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
    def other_origins(self) -> tuple[str, ...]:
        """The entries of `allowed_origins`, as browsers write them; none where it is not set."""
        return tuple(typed_text.entries(self.allowed_origins or ""))

    @property
    def framing_origins(self) -> tuple[str, ...]:
        """The entries of `frame_ancestors`, likewise."""
        return tuple(typed_text.entries(self.frame_ancestors or ""))

    @property
    def day_limit(self) -> int | None:
        """Pictures a process may make in a day; None for any number."""
        if self.max_pictures_per_day is None:
            return BEDROCK_DAY_LIMIT if self.generator == "bedrock" else None
        return self.max_pictures_per_day or None

    @property
    def has_paid_parts(self) -> bool:
        """Whether anything that costs money may be asked."""
        return (
            self.generator == "bedrock"
            or self.recogniser == "transcribe"
            or self.voice == "polly"
            or self.viewer_model is not None
        )

    @property
    def day_budget_usd(self) -> Decimal | None:
        """What all servers together may spend in a day; None for any sum."""
        if self.budget_usd_per_day is None:
            return PAID_DAY_BUDGET_USD if self.has_paid_parts else None
        return self.budget_usd_per_day or None

    @property
    def month_budget_usd(self) -> Decimal | None:
        """What all servers together may spend in a month; None for any sum."""
        return self.budget_usd_per_month or None

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

    _bucket = field_validator("bucket")(checks.bucket_name)
    _choices = field_validator(
        "generator",
        "recogniser",
        "voice",
        "polly_engine",
        "grammar_notes",
        "log_format",
        mode="before",
    )(checks.in_small_letters)
    _regions = field_validator("bedrock_region", "speaking_region")(checks.region)
    _numbers = field_validator(
        "url_ttl_s",
        "max_pictures_per_day",
        "lab_parallel",
        "recording_max_s",
        "recording_max_bytes",
        "recordings_max",
        "recording_days",
        "max_paid_calls_per_day",
        "session_pictures_per_day",
        "session_max_bytes",
        "stored_bytes_per_day",
        "metrics_port",
        mode="before",
    )(checks.number)
    _sums = field_validator("budget_usd_per_day", "budget_usd_per_month", mode="before")(
        checks.sum_of_money
    )
    _pictures_a_day = field_validator("session_pictures_per_day")(checks.enough_for_a_day)
    _recogniser = field_validator("recogniser")(checks.has_recordings_to_listen_to)
    _spool_dir = field_validator("spool_dir")(checks.outside_data_dir)
    _polly_voice = field_validator("polly_voice")(checks.voices_name)
    _cors_origin = field_validator("cors_origin")(checks.origin_or_any)
    _origins = field_validator("allowed_origins", "frame_ancestors")(checks.origins)
    _models = field_validator("standard_model", "premium_model")(checks.model_in_use)
    _viewer_model = field_validator("viewer_model")(checks.viewer_in_use)
    _secret = field_validator("secret")(checks.long_enough)
    _teachers = field_validator("teachers")(checks.addresses)
    _tenant = field_validator("tenant")(checks.own_tenants)
    _teacher_pin = field_validator("teacher_pin")(checks.hard_to_guess)


def setting_name(field: str) -> str:
    """The name that a person sets: `IMAGESPEAK_BUCKET` for `bucket`."""
    return PREFIX + field.upper()


def takes_nobody(field: str) -> bool:
    """Whether `nobody` is a value of a setting: unset, somebody may be there."""
    return "nobody" in get_args(Settings.model_fields[field].annotation)


def is_secret(field: str) -> bool:
    """Whether the value of a setting is never shown."""
    return SecretStr in get_args(Settings.model_fields[field].annotation)
