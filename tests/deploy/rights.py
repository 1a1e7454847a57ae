"""What a policy allows, and what calls to AWS need of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError

from imagespeak_core.stores.s3.quick_lists import QuickLists
from tests.deploy.templates import ACCOUNT, BUCKET, REGION

Params = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Right:
    """One action on one resource; where it lists a bucket, what begins so.

    In a policy the last two may have a `*`.
    """

    action: str
    resource: str = "*"
    prefix: str = ""


def rights(statements: Sequence[Mapping[str, Any]]) -> frozenset[Right]:
    """Each single right that the statements of a policy allow."""
    return frozenset(
        Right(action, resource, prefix)
        for one in statements
        if one["Effect"] == "Allow"
        for action in _many(one["Action"])
        for resource in _many(one["Resource"])
        for prefix in _many(one.get("Condition", {}).get("StringLike", {}).get("s3:prefix", ""))
    )


def _many(one: str | list[str]) -> list[str]:
    return [one] if isinstance(one, str) else one


def _object(params: Params) -> list[str]:
    return [f"arn:aws:s3:::{params['Bucket']}/{params['Key']}"]


def _objects(params: Params) -> list[str]:
    return [f"arn:aws:s3:::{params['Bucket']}/{one['Key']}" for one in params["Delete"]["Objects"]]


def _bucket(params: Params) -> list[str]:
    return [f"arn:aws:s3:::{params['Bucket']}"]


def _models(params: Params) -> list[str]:
    """A profile needs the right for itself, and for its model in the profile's regions."""
    model = str(params.get("modelId") or params["modelIdentifier"])
    region_group, _, itself = model.partition(".")
    if region_group in {"us", "eu", "apac", "global"}:
        return [
            f"arn:aws:bedrock:{REGION}:{ACCOUNT}:inference-profile/{model}",
            f"arn:aws:bedrock:*::foundation-model/{itself}",
        ]
    return [f"arn:aws:bedrock:{REGION}::foundation-model/{model}"]


def _any(_: Params) -> list[str]:
    return ["*"]


# https://docs.aws.amazon.com/service-authorization/latest/reference/ (2026-11), pages of S3,
# Bedrock, Transcribe and Polly.
NEEDS: dict[tuple[str, str], tuple[str, Callable[[Params], list[str]]]] = {
    ("s3", "GetObject"): ("s3:GetObject", _object),
    ("s3", "HeadObject"): ("s3:GetObject", _object),
    ("s3", "PutObject"): ("s3:PutObject", _object),
    ("s3", "DeleteObject"): ("s3:DeleteObject", _object),
    ("s3", "DeleteObjects"): ("s3:DeleteObject", _objects),
    ("s3", "ListObjectsV2"): ("s3:ListBucket", _bucket),
    ("s3", "ListObjects"): ("s3:ListBucket", _bucket),
    ("bedrock-runtime", "InvokeModel"): ("bedrock:InvokeModel", _models),
    ("bedrock-runtime", "Converse"): ("bedrock:InvokeModel", _models),
    ("bedrock", "GetFoundationModel"): ("bedrock:GetFoundationModel", _models),
    ("transcribe", "StartTranscriptionJob"): ("transcribe:StartTranscriptionJob", _any),
    ("transcribe", "GetTranscriptionJob"): ("transcribe:GetTranscriptionJob", _any),
    ("transcribe", "DeleteTranscriptionJob"): ("transcribe:DeleteTranscriptionJob", _any),
    ("transcribe", "ListTranscriptionJobs"): ("transcribe:ListTranscriptionJobs", _any),
    ("polly", "SynthesizeSpeech"): ("polly:SynthesizeSpeech", _any),
}
"""Each call that the code may make → the action that it needs, and on what."""


@dataclass
class Guard:
    """Lets calls pass that a policy allows, and refuses all others as AWS does.

    Attributes:
        granted: The policy.
        used: What of it was needed so far.
        refused: What was needed and is not in it.
        answers: Answers of the services that are not S3.
    """

    granted: frozenset[Right]
    used: set[Right] = field(default_factory=set)
    refused: set[Right] = field(default_factory=set)
    answers: dict[str, Callable[[Params], Any]] = field(default_factory=dict)

    def allows(self, action: str, resource: str, prefix: str = "") -> bool:
        """Whether the policy allows it; remembered either way."""
        fits = {
            one
            for one in self.granted
            if one.action == action
            and (one.resource == resource or fnmatchcase(resource, one.resource))
            and (one.prefix == "" or fnmatchcase(prefix, one.prefix))
        }
        self.used |= fits
        if not fits:
            self.refused.add(Right(action, resource, prefix))
        return bool(fits)

    @contextmanager
    def standing(self) -> Iterator[None]:
        """Stand before all of boto3's calls, and the store's own way to list."""
        real = BaseClient._make_api_call  # type: ignore[attr-defined]

        def guarded(client: Any, operation: str, params: Params) -> Any:
            service = client.meta.service_model.service_name
            action, named = NEEDS[service, operation]
            prefix = str(params.get("Prefix", ""))
            allowed = [self.allows(action, one, prefix) for one in named(params)]
            if not all(allowed):
                raise _denied(operation)
            if service != "s3":
                return self.answers[operation](params)
            try:
                return real(client, operation, params)
            except ClientError as exc:
                is_missing = exc.response["ResponseMetadata"]["HTTPStatusCode"] == 404
                if is_missing and not self._may_know(str(params.get("Key", ""))):
                    raise _denied(operation) from exc
                raise

        real_page = QuickLists.page

        def guarded_page(lists: QuickLists, query: Params) -> Any:
            prefix = str(query.get("prefix", ""))
            allowed = self.allows("s3:ListBucket", f"arn:aws:s3:::{BUCKET}", prefix)
            return real_page(lists, query) if allowed else None

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(BaseClient, "_make_api_call", guarded)
            patch.setattr(QuickLists, "page", guarded_page)
            yield

    def _may_know(self, key: str) -> bool:
        """Who may not list what begins so is not told that it is not there."""
        lists = {
            one
            for one in self.granted
            if one.action == "s3:ListBucket" and fnmatchcase(key, one.prefix)
        }
        self.used |= lists
        return bool(lists)


def _denied(operation: str) -> ClientError:
    date = "Mon, 30 Nov 2026 12:00:00 GMT"
    answer: Any = {
        "Error": {"Code": "AccessDenied", "Message": "No."},
        "ResponseMetadata": {"HTTPStatusCode": 403, "HTTPHeaders": {"date": date}},
    }
    return ClientError(answer, operation)


def in_bucket(action: str, *rooms: str) -> set[Right]:
    """One action on all objects of these rooms."""
    return {Right(action, f"arn:aws:s3:::{BUCKET}/{room}*") for room in rooms}


def listing(*rooms: str) -> set[Right]:
    """Listing these rooms."""
    return {Right("s3:ListBucket", f"arn:aws:s3:::{BUCKET}", f"{room}*") for room in rooms}
