"""What S3 and boto3 raise, in our words. The one place where it is translated."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionClosedError,
    ConnectionError,
    ConnectTimeoutError,
    CredentialRetrievalError,
    IncompleteReadError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    ReadTimeoutError,
    ResponseStreamingError,
    SSOError,
    TokenRetrievalError,
)

from imagespeak_core.errors import (
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)

_NO_BUCKET = "There is no bucket {bucket!r}. Create it, or correct IMAGESPEAK_BUCKET."
_BAD_BUCKET_NAME = "No bucket can be called {bucket!r}. Correct IMAGESPEAK_BUCKET."
_NO_ACCESS = (
    "AWS does not allow these credentials to use bucket {bucket!r}. Allow s3:ListBucket on the "
    "bucket and s3:GetObject, s3:PutObject and s3:DeleteObject on its objects."
)
_BAD_CREDENTIALS = "AWS does not know these credentials. Correct the access key and its secret."
_OLD_CREDENTIALS = "The AWS credentials have expired. Renew them, for example with `aws sso login`."
_NO_CREDENTIALS = (
    "No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and "
    "AWS_SECRET_ACCESS_KEY, or give this machine a role."
)
_WRONG_REGION = "Bucket {bucket!r} is in another region. Set AWS_REGION to the bucket's region."
_WRONG_CLOCK = "This computer's clock is wrong, so AWS refuses its requests. Set the clock."
_NO_KMS = (
    "The KMS key of bucket {bucket!r} can't be used ({code}). Allow these credentials to use it, "
    "and see that it is enabled."
)
_BUSY = "S3 has too much to do just now. Try again in a moment."
_SLOW = "S3 took too long to answer. Try again."
_NO_WAY = "S3 could not be reached. Check the network and AWS_ENDPOINT_URL_S3, then try again."
_FAILED = "S3 failed ({code}). Try again."

_Translation = tuple[type[StorageError], str]

# https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html (2026-11)
_BY_CODE: dict[str, _Translation] = {
    "NoSuchBucket": (StorageAccessError, _NO_BUCKET),
    "InvalidBucketName": (StorageAccessError, _BAD_BUCKET_NAME),
    "AccessDenied": (StorageAccessError, _NO_ACCESS),
    "AllAccessDisabled": (StorageAccessError, _NO_ACCESS),
    "AccountProblem": (StorageAccessError, _NO_ACCESS),
    "InvalidAccessKeyId": (StorageAccessError, _BAD_CREDENTIALS),
    "SignatureDoesNotMatch": (StorageAccessError, _BAD_CREDENTIALS),
    "InvalidToken": (StorageAccessError, _BAD_CREDENTIALS),
    "InvalidClientTokenId": (StorageAccessError, _BAD_CREDENTIALS),
    "UnrecognizedClientException": (StorageAccessError, _BAD_CREDENTIALS),
    "ExpiredToken": (StorageAccessError, _OLD_CREDENTIALS),
    "ExpiredTokenException": (StorageAccessError, _OLD_CREDENTIALS),
    "TokenRefreshRequired": (StorageAccessError, _OLD_CREDENTIALS),
    "PermanentRedirect": (StorageAccessError, _WRONG_REGION),
    "TemporaryRedirect": (StorageAccessError, _WRONG_REGION),
    "AuthorizationHeaderMalformed": (StorageAccessError, _WRONG_REGION),
    "IllegalLocationConstraintException": (StorageAccessError, _WRONG_REGION),
    "RequestTimeTooSkewed": (StorageAccessError, _WRONG_CLOCK),
    "RequestExpired": (StorageAccessError, _WRONG_CLOCK),
    "SlowDown": (StorageTimeoutError, _BUSY),
    "Throttling": (StorageTimeoutError, _BUSY),
    "ThrottlingException": (StorageTimeoutError, _BUSY),
    "RequestLimitExceeded": (StorageTimeoutError, _BUSY),
    "ServiceUnavailable": (StorageTimeoutError, _BUSY),
    "OperationAborted": (StorageTimeoutError, _BUSY),
    "ConditionalRequestConflict": (StorageTimeoutError, _BUSY),
    "RequestTimeout": (StorageTimeoutError, _SLOW),
}

# A HEAD request has no body, so its code is the status alone.
_BY_STATUS: dict[int, _Translation] = {
    301: (StorageAccessError, _WRONG_REGION),
    307: (StorageAccessError, _WRONG_REGION),
    401: (StorageAccessError, _BAD_CREDENTIALS),
    403: (StorageAccessError, _NO_ACCESS),
    408: (StorageTimeoutError, _SLOW),
    429: (StorageTimeoutError, _BUSY),
    503: (StorageTimeoutError, _BUSY),
    504: (StorageTimeoutError, _SLOW),
}

_BY_CLASS: tuple[tuple[tuple[type[Exception], ...], _Translation], ...] = (
    ((NoCredentialsError,), (StorageAccessError, _NO_CREDENTIALS)),
    (
        (PartialCredentialsError, ProfileNotFound),
        (StorageAccessError, "The AWS credentials are not complete: {reason}. Correct them."),
    ),
    (
        (CredentialRetrievalError, TokenRetrievalError, SSOError),
        (StorageAccessError, _OLD_CREDENTIALS),
    ),
    ((ConnectTimeoutError, ReadTimeoutError), (StorageTimeoutError, _SLOW)),
    (
        (ConnectionError, ConnectionClosedError, ResponseStreamingError, IncompleteReadError),
        (StorageUnreachableError, _NO_WAY),
    ),
)

# botocore has no classes of its own for these: a RuntimeError and a ValueError.
_PLAIN = {
    "refreshed credentials are still expired": _OLD_CREDENTIALS,
    "Invalid endpoint": "AWS_ENDPOINT_URL_S3 is not a URL. Correct it or leave it out.",
}


@contextmanager
def translated(bucket: str) -> Iterator[None]:
    """Raise our errors for all that boto3 raises in this block.

    Args:
        bucket: For the sentence.

    Raises:
        StorageError: Or one of its kinds, as `Blobs` says.
    """
    try:
        yield
    except ClientError as exc:
        raise _client_error(exc, bucket) from exc
    except BotoCoreError as exc:
        raise _boto_error(exc, bucket) from exc
    except (RuntimeError, ValueError) as exc:
        sentence = next((said for part, said in _PLAIN.items() if part in str(exc)), "")
        if not sentence:
            raise
        raise StorageAccessError(sentence) from exc


def error_code(exc: ClientError) -> str:
    """AWS's own word for an error; for a HEAD request the HTTP status as text."""
    return str(exc.response.get("Error", {}).get("Code", ""))


def error_for(code: str, bucket: str) -> StorageError:
    """Our error for one of AWS's own words for an error, or for an HTTP status as text."""
    kind, sentence = _told(code, int(code) if code.isdecimal() else 0)
    return kind(sentence.format(bucket=bucket, code=code))


def _told(code: str, status: int = 0) -> _Translation:
    if code.startswith("KMS"):
        return StorageAccessError, _NO_KMS
    return _BY_CODE.get(code) or _BY_STATUS.get(status) or (StorageError, _FAILED)


def _client_error(exc: ClientError, bucket: str) -> StorageError:
    code = error_code(exc)
    status = exc.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    kind, sentence = _told(code, status)
    return kind(sentence.format(bucket=bucket, code=code or status))


def _boto_error(exc: BotoCoreError, bucket: str) -> StorageError:
    for classes, (kind, sentence) in _BY_CLASS:
        if isinstance(exc, classes):
            return kind(sentence.format(bucket=bucket, reason=exc))
    return StorageError(_FAILED.format(code=type(exc).__name__))
