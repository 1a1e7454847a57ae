"""Whether a setting's value can be what it says, and what to write instead.

Each check gives the value as it counts. ValueError says what is wrong, without what may be secret.
"""

from __future__ import annotations

import re
from pathlib import Path

from pydantic import SecretStr, ValidationInfo

from imagespeak_core import typed_text
from imagespeak_core.access.accounts import plain_tenant
from imagespeak_core.access.pin import plain_pin
from imagespeak_core.generators.bedrock.catalog import retired_notice
from imagespeak_core.settings.values import (
    dollars,
    has_control_characters,
    mail_addresses,
    origin,
    whole_number,
)

BY_FUNCTION_URL = "function-url"
"""Instead of an origin: a function URL names it, and says all else that browsers ask."""
LEAST_PICTURES_A_DAY = 100
"""No setting gives a session less."""
MIN_SECRET_LENGTH = 16
MIN_PIN_LENGTH = 6

_BUCKET_NAME = re.compile(r"(?!.*\.\.|[0-9.]+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_FOUNDATION_MODEL = re.compile(r"^arn:[\w-]+:bedrock:[\w-]*::foundation-model/")
_MODEL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(:[0-9]+)*")
_REGION = re.compile(r"[a-z]{2,4}(-[a-z]+){1,3}-[0-9]{1,2}")
_VOICE_NAME = re.compile(r"[A-Z][A-Za-z]{1,30}")
_TEACHER = re.compile(r"[!-)+-?A-~]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


def bucket_name(bucket: str | None) -> str | None:
    """The name of a bucket, without anything around it."""
    if bucket is not None and not _BUCKET_NAME.fullmatch(bucket):
        raise ValueError(
            f"{bucket!r} is not a bucket's name. Give the bare name, without s3:// or path"
        )
    return bucket


def outside_data_dir(spool_dir: Path | None, info: ValidationInfo) -> Path | None:
    """A folder that no copy of the pictures takes along, and with no pictures in it."""
    data_dir = info.data.get("data_dir")
    if spool_dir and data_dir and info.data.get("bucket", "") is None:
        check_outside(spool_dir, data_dir)
    return spool_dir


def check_outside(spool_dir: Path, data_dir: Path) -> None:
    """Return where the spool does not lie among the pictures, nor they in it."""
    spool, pictures = spool_dir.resolve(), data_dir.resolve()
    if pictures != spool and pictures.is_relative_to(spool):
        raise ValueError(
            f"IMAGESPEAK_DATA_DIR would lie in {str(spool_dir)!r}. Set it to another folder"
        )
    if spool.is_relative_to(pictures):
        raise ValueError(
            f"{str(spool_dir)!r} would lie in IMAGESPEAK_DATA_DIR and be copied with the "
            "pictures. Set it to another folder"
        )


def in_small_letters(chosen: object) -> object:
    """One of a few words, however it is written."""
    return chosen.lower() if isinstance(chosen, str) else chosen


def region(written: str | None) -> str | None:
    """The name of an AWS region."""
    if written is None:
        return None
    if not _REGION.fullmatch(written.lower()):
        raise ValueError(
            f"{written!r} is not a region's name. Give one such as us-west-2, without the "
            "letter of a zone"
        )
    return written.lower()


def origin_or_any(written: str) -> str:
    """A web origin, `*`, or `BY_FUNCTION_URL`."""
    is_word = written in {"*", BY_FUNCTION_URL}
    advice = f", or * for any; {BY_FUNCTION_URL} where the function URL's Cors names it"
    return written if is_word else origin(written, advice=advice)


def origins(written: str | None) -> str | None:
    """Web origins, as browsers write them."""
    if written is None:
        return None
    return ", ".join(origin(entry) for entry in typed_text.entries(written) or (written,))


def number(written: object) -> object:
    """A whole number."""
    return whole_number(written) if isinstance(written, str) else written


def sum_of_money(written: object) -> object:
    """US dollars."""
    return dollars(written) if isinstance(written, str) else written


def enough_for_a_day(pictures: int) -> int:
    """So many pictures a day, or 0."""
    if 0 < pictures < LEAST_PICTURES_A_DAY:
        raise ValueError(f"Give at least {LEAST_PICTURES_A_DAY}, or 0 for no limit")
    return pictures


def has_recordings_to_listen_to(chosen: str, info: ValidationInfo) -> str:
    """A recogniser that can be used with what is set before it."""
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


def voices_name(voice: str) -> str:
    """The name of one of Amazon Polly's voices."""
    if not _VOICE_NAME.fullmatch(voice):
        raise ValueError(
            f"{voice!r} is not a voice's name. Give one such as Joanna, with its capital"
        )
    return voice


def model_in_use(written: str) -> str:
    """The id of a model that is alive, as far as we know."""
    model = _FOUNDATION_MODEL.sub("", written)
    if not _MODEL_ID.fullmatch(model):
        raise _no_model(written, "stability.stable-image-core-v1:1")
    return _alive(model)


def viewer_in_use(written: str | None) -> str | None:
    """The same of a model that sees pictures."""
    if written is None:
        return None
    model = _FOUNDATION_MODEL.sub("", written)
    if not _MODEL_ID.fullmatch(model) or "." not in model:
        raise _no_model(
            written, "us.amazon.nova-lite-v1:0. For nobody to look, leave the value empty"
        )
    return _alive(model)


def _no_model(written: str, advice: str) -> ValueError:
    return ValueError(f"{written!r} is not a model's id. Give one such as {advice}")


def _alive(model: str) -> str:
    notice = retired_notice(model)
    if notice:
        raise ValueError(notice)
    return model


def long_enough(secret: SecretStr | None) -> SecretStr | None:
    """What signs."""
    if secret is not None and len(secret.get_secret_value()) < MIN_SECRET_LENGTH:
        raise ValueError(f"It is too short. Give at least {MIN_SECRET_LENGTH} characters")
    return secret


def addresses(teachers: str | None) -> str | None:
    """E-mail addresses and domains."""
    written = mail_addresses(teachers) or (() if teachers is None else (teachers,))
    for entry in written:
        if not _TEACHER.fullmatch(entry):
            raise ValueError(
                f"{entry!r} is neither an address such as ana@school.org nor a whole domain "
                "such as @school.org. Put commas between them"
            )
    return teachers


def own_tenants(tenant: str | None) -> str | None:
    """Tenants and issuers."""
    for entry in typed_text.entries(tenant or "") or (() if tenant is None else (tenant,)):
        plain_tenant(entry)
    return tenant


def hard_to_guess(pin: SecretStr | None) -> SecretStr | None:
    """A PIN that can be typed."""
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
