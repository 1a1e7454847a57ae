"""What AWS says when a call fails, in our words. The one place where that is translated."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from imagespeak_core.aws import failures
from imagespeak_core.aws.failures import CREDENTIALS_SENTENCES, Reason
from imagespeak_core.errors import (
    ImageSpeakError,
    ModelAccessError,
    ModelBusyError,
    ModelCredentialsError,
    ModelError,
    ModelNotReachedError,
    ModelQuotaError,
    ModelRejectedError,
    ModelRetiredError,
    ModelTimeoutError,
    ModelUnreachableError,
)
from imagespeak_core.generators.bedrock.catalog import MODELS, retired_notice
from imagespeak_core.models import Quality

BUSY_CODES = frozenset(
    {"ThrottlingException", "ModelNotReadyException", "ServiceUnavailableException"}
)
"""Nothing was made and nothing paid: the only errors after which a call is sent again."""

Sentences: TypeAlias = Mapping[Reason, str]
"""What people read of each; may name `{model_id}`, `{setting}` and `{region}`."""

PICTURE_SENTENCES: Sentences = MappingProxyType(
    {
        "busy": "The picture model is busy. Wait a minute, then try again.",
        "quota": (
            "This AWS account has used up its quota for pictures. Wait a little, then try again. "
            "The owner can ask for more in AWS Service Quotas."
        ),
        "timeout": (
            "The picture took too long, so we stopped waiting. Nothing was stored, but it may "
            "have been paid for. Wait a minute, then try again."
        ),
        "failed": ("The picture model had a problem. Nothing was stored. Try again in a minute."),
        "rejected": (
            "The picture model did not accept the request. Nothing was stored. Try other words. "
            "If that does not help, the owner should look at the model {model_id!r}, set by "
            "{setting}."
        ),
        "odd": (
            "AWS answered with something that we do not understand. Nothing was stored. Try "
            "again; if it happens again, tell the owner."
        ),
        "access": (
            "This AWS account may not use the model {model_id!r}, or not yet. AWS opens a model "
            "at its first use; that can need up to 15 minutes. Wait, then try again. If that does "
            "not help, an administrator must use the model once in Bedrock's playground, and the "
            "owner must allow bedrock:InvokeModel for it."
        ),
        "unreachable": (
            "There is no way to the picture model in the AWS region {region!r}. Check the "
            "internet connection, then try again. If that does not help, the owner should check "
            "IMAGESPEAK_BEDROCK_REGION and the network."
        ),
        "no region": (
            "Models can't be called in the AWS region {region!r}. The owner should correct "
            "IMAGESPEAK_BEDROCK_REGION."
        ),
        "cut": (
            "The connection to the picture model was cut before the picture arrived. Nothing was "
            "stored, but it may have been paid for. Try again."
        ),
        "no certificate": (
            "No safe connection to the picture model: its certificate could not be checked. The "
            "owner should check the computer's clock, the proxy and AWS_CA_BUNDLE."
        ),
        **CREDENTIALS_SENTENCES,
    }
)

OWN_CODES: Mapping[str, Reason] = MappingProxyType(
    {
        "ModelNotReadyException": "busy",
        "ModelTimeoutException": "timeout",
        "ModelErrorException": "failed",
    }
)
"""Of InvokeModel and Converse, beside those that all of AWS has in common."""

_CLASSES: Mapping[Reason, type[ImageSpeakError]] = MappingProxyType(
    {
        "timeout": ModelTimeoutError,
        "access": ModelAccessError,
        "unreachable": ModelNotReachedError,
        "no region": ModelNotReachedError,
        "rejected": ModelRejectedError,
        "cut": ModelUnreachableError,
        "no certificate": ModelUnreachableError,
        **dict.fromkeys(CREDENTIALS_SENTENCES, ModelCredentialsError),
    }
)
"""Those that are more than a `ModelError`, but for a busy one."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is called, for the sentences.

    Attributes:
        model_id: The model's raw id.
        quality: Which setting named the model; "viewer" for one that looks at pictures.
        region: Where it is called.
    """

    model_id: str
    quality: Quality | Literal["viewer"]
    region: str

    @property
    def setting(self) -> str:
        """The name of the setting that chose the model."""
        return f"IMAGESPEAK_{self.quality.upper()}_MODEL"

    def told_in(self, sentence: str) -> str:
        """A sentence of ours with these in their places."""
        return sentence.format(model_id=self.model_id, setting=self.setting, region=self.region)


def translated(
    target: Target, sentences: Sentences = PICTURE_SENTENCES
) -> AbstractContextManager[None]:
    """Turn whatever AWS's library raises inside into an error of ours.

    Args:
        target: What is called.
        sentences: What people read.
    """

    def error_of(exc: Exception, reason: Reason) -> ImageSpeakError:
        if _names_unknown_model(exc):
            return ModelRetiredError(_why_no_model(target))
        if reason in ("busy", "quota"):
            busy = ModelQuotaError if reason == "quota" else ModelBusyError
            return busy(sentences[reason], retry_after_s=failures.retry_after_s(exc))
        error_class = _CLASSES.get(reason, ModelError)
        if failures.is_untrusted(exc):
            error_class = ModelNotReachedError
        return error_class(target.told_in(sentences[reason]))

    return failures.translated(error_of, own=OWN_CODES)


def _names_unknown_model(exc: Exception) -> bool:
    code = failures.error_code(exc)
    # An id that AWS has never heard of is a ValidationException, with these words in it.
    is_no_id = "model identifier is invalid" in failures.error_message(exc)
    return code == "ResourceNotFoundException" or (code == "ValidationException" and is_no_id)


def _why_no_model(target: Target) -> str:
    notice = retired_notice(target.model_id)
    if notice is not None:
        return f"{notice} The owner can set it with {target.setting}."
    model = MODELS.get(target.model_id)
    if model is not None and target.region not in model.regions:
        regions = ", ".join(sorted(model.regions))
        return (
            f"The model {target.model_id!r} is not in the AWS region {target.region!r}. The owner "
            f"can set IMAGESPEAK_BEDROCK_REGION to one of: {regions}."
        )
    return (
        f"AWS has no model {target.model_id!r} in the region {target.region!r}: its life has "
        f"ended, or the id is wrong. The owner can choose another with {target.setting}."
    )
