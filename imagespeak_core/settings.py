"""Settings: every `IMAGESPEAK_…` name, its unit, default and check.

The environment beats `.env`, which beats the top level of `.streamlit/secrets.toml`; the two
files are looked for in the working directory.
"""

from __future__ import annotations

import difflib
import io
import os
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from imagespeak_core.access.accounts import plain_tenant
from imagespeak_core.access.pin import plain_pin
from imagespeak_core.errors import SettingsError
from imagespeak_core.generators.bedrock.catalog import retired_notice

PREFIX = "IMAGESPEAK_"
ENV_FILE = Path(".env")
SECRETS_FILE = Path(".streamlit") / "secrets.toml"
BEDROCK_DAY_LIMIT = 300
MIN_SECRET_LENGTH = 16
MIN_PIN_LENGTH = 6

_BUCKET_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_TEACHER = re.compile(r"[!-)+-?A-~]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


class Settings(BaseSettings):
    """What is configured; all optional. Use `load_settings`, which explains mistakes in words."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

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
        return _entries(self.teachers)

    @property
    def own_tenants(self) -> tuple[str, ...]:
        """The entries of `tenant`, as `plain_tenant` writes them; none where it is not set."""
        return tuple(plain_tenant(one) for one in (self.tenant or "").split(",") if one.strip())

    @property
    def day_limit(self) -> int | None:
        """Pictures a process may make in a day; None for any number."""
        if self.max_pictures_per_day is None:
            return BEDROCK_DAY_LIMIT if self.generator == "bedrock" else None
        return self.max_pictures_per_day or None

    @field_validator("bucket")
    @classmethod
    def _is_a_bucket_name(cls, bucket: str | None) -> str | None:
        if bucket is not None and not _BUCKET_NAME.fullmatch(bucket):
            raise ValueError(
                f"{bucket!r} is not a bucket's name. Give the bare name, without s3:// or path"
            )
        return bucket

    @field_validator("standard_model", "premium_model")
    @classmethod
    def _is_not_retired(cls, model: str) -> str:
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
        entries = _entries(teachers) or (() if teachers is None else (teachers,))
        for entry in entries:
            if not _TEACHER.fullmatch(entry):
                raise ValueError(
                    f"{entry!r} is neither an address such as ana@school.org nor a whole domain "
                    "such as @school.org. Put commas between them"
                )
        return teachers

    @field_validator("tenant")
    @classmethod
    def _are_own(cls, tenant: str | None) -> str | None:
        for entry in (tenant or "").split(","):
            if entry.strip() or (tenant is not None and not tenant.strip(" ,")):
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
        return pin

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment, then `.env`, then `.streamlit/secrets.toml`."""
        fields = {
            name.upper().removeprefix(PREFIX).lower(): value
            for name, value in _secrets_toml().items()
            if name.upper().startswith(PREFIX) and value != ""
        }
        return (
            init_settings,
            env_settings,
            dotenv_settings,
            InitSettingsSource(settings_cls, init_kwargs=fields),
        )


def _entries(teachers: str | None) -> tuple[str, ...]:
    entries = (entry.strip().lower() for entry in (teachers or "").split(","))
    return tuple(entry for entry in entries if entry)


def setting_name(field: str) -> str:
    """The name that a person sets: `IMAGESPEAK_BUCKET` for `bucket`."""
    return PREFIX + field.upper()


def load_settings() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: Lists everything that is wrong, one sentence a line.
    """
    problems = _unknown_names() + _dotenv_problems()
    try:
        settings = Settings()
    except ValidationError as exc:
        problems += [
            f"{setting_name(str(error['loc'][0]))}: {_sentence(error['msg'])}"
            for error in exc.errors(include_input=False, include_url=False)
        ]
    if problems:
        raise SettingsError("\n".join(problems))
    return settings


def _sentence(message: str) -> str:
    return message.removeprefix("Value error, ").removesuffix(".") + "."


def _unknown_names() -> list[str]:
    known = [setting_name(field) for field in Settings.model_fields]
    problems = []
    for source, names in (
        ("the environment", os.environ),
        (str(ENV_FILE), _dotenv()),
        (str(SECRETS_FILE), _secrets_toml()),
    ):
        for name in names:
            if name.upper().startswith(PREFIX) and name.upper() not in known:
                nearest = difflib.get_close_matches(name.upper(), known, n=1, cutoff=0.0)[0]
                problems.append(
                    f"{name} in {source} is not a setting. The nearest one is {nearest}."
                )
    return problems


def _dotenv_problems() -> list[str]:
    """Lines of `.env` that say nothing; dotenv itself passes over them."""
    if not ENV_FILE.is_file():
        return []
    lines = parse_stream(io.StringIO(ENV_FILE.read_text(encoding="utf-8")))
    return [
        f"Line {line.original.line} of {ENV_FILE} can't be understood. Write NAME=value."
        for line in lines
        if line.error
    ]


def _dotenv() -> dict[str, str | None]:
    try:
        return dotenv_values(ENV_FILE, interpolate=False)
    except (OSError, UnicodeDecodeError) as exc:
        raise SettingsError(
            f"{ENV_FILE} can't be read: {exc}. Correct it or take it away."
        ) from exc


def _secrets_toml() -> dict[str, Any]:
    try:
        return tomllib.loads(SECRETS_FILE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        raise SettingsError(
            f"{SECRETS_FILE} can't be read as TOML: {exc}. Correct it or take it away."
        ) from exc
