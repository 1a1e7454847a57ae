"""What S3 and boto3 raise, in our words. The one place where it is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urlsplit

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConfigNotFound,
    ConfigParseError,
    ConnectionClosedError,
    ConnectionError,
    ConnectTimeoutError,
    CredentialRetrievalError,
    IncompleteReadError,
    InvalidConfigError,
    InvalidProxiesConfigError,
    LoginError,
    MetadataRetrievalError,
    MissingDependencyException,
    NoAuthTokenError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    ProxyConnectionError,
    ReadTimeoutError,
    ResponseStreamingError,
    SSLError,
    SSOError,
    TokenRetrievalError,
    UnknownCredentialError,
)
from botocore.parsers import ResponseParserError

from imagespeak_core.aws.connection import REFUSED_CODES
from imagespeak_core.aws.failures import error_code
from imagespeak_core.errors import (
    StorageAccessError,
    StorageError,
    StorageFullError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.stores.errors import StorageCredentialsError, StorageMisplacedError

_NO_BUCKET = "There is no bucket {bucket!r}. Create it, or correct IMAGESPEAK_BUCKET."
_BAD_BUCKET_NAME = "No bucket can be called {bucket!r}. Correct IMAGESPEAK_BUCKET."
_NO_ACCESS = (
    "S3 does not allow these credentials to use bucket {bucket!r}. Allow s3:ListBucket on the "
    "bucket and s3:GetObject, s3:PutObject and s3:DeleteObject on its objects."
)
_BAD_CREDENTIALS = "S3 does not know these credentials. Correct the access key and its secret."
_OLD_CREDENTIALS = "The AWS credentials have expired. Renew them, for example with `aws sso login`."
_NO_CREDENTIALS = (
    "No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and "
    "AWS_SECRET_ACCESS_KEY, or give this machine a role."
)
_BROKEN_CREDENTIALS = (
    "The AWS credentials are not complete, or can't be read: {reason}. Correct them."
)
_WRONG_REGION = "Bucket {bucket!r} is in another region. Set AWS_REGION to the bucket's region."
_WRONG_CLOCK = "This computer's clock is wrong, so S3 refuses its requests. Set the clock."
_NO_CERTIFICATE = (
    "The certificate of {host!r} can't be trusted. Does that server have one of its own? Then set "
    "AWS_CA_BUNDLE to the file of its authority. Look at this computer's clock, too."
)
_NO_BUNDLE = "The file that AWS_CA_BUNDLE names can't be read, or has no certificate. Correct it."
_OTHER_NAME = (
    "The certificate of {host!r} is made for another name. Set AWS_ENDPOINT_URL_S3 to the name in "
    "it, or have a new one made for {host!r}."
)
_OLD_CERTIFICATE = (
    "The certificate of {host!r} has ended, or has not begun. Have it renewed there, and look at "
    "this computer's clock."
)
_NO_PROXY = (
    "The proxy between this computer and S3 can't be used. Correct HTTPS_PROXY and HTTP_PROXY, or "
    "name the host of S3 in NO_PROXY."
)
_NOT_S3 = (
    "What answers in the place of S3 does not speak like it. Correct AWS_ENDPOINT_URL_S3 (http or "
    "https, host, port); if this network wants a sign-in in the browser, do that first."
)
_SENT_ON = (
    "The server that AWS_ENDPOINT_URL_S3 names sends us on to {place!r}. If that is the right one, "
    "set AWS_ENDPOINT_URL_S3 to it; if this network wants a sign-in in the browser, do that first."
)
_NO_URL = "AWS_ENDPOINT_URL_S3 is not a URL. Correct it or leave it out."
_TOO_LARGE = (
    "The server of bucket {bucket!r}, or a proxy before it, takes no files as large as a picture. "
    "Raise its limit (nginx: client_max_body_size)."
)
_NO_LIST = (
    "The server of bucket {bucket!r} can't list it. AWS_ENDPOINT_URL_S3 must name the server "
    "alone, without the bucket: correct it."
)
_FULL = "No room is left for pictures in bucket {bucket!r}. Make room, or raise its limit."
_NO_KMS = (
    "The KMS key of bucket {bucket!r} can't be used ({code}). Allow these credentials to use it, "
    "and see that it is enabled."
)
_BUSY = "S3 has too much to do just now. Try again in a moment."
_SLOW = "S3 took too long to answer. Try again."
_NO_WAY = "S3 could not be reached. Check the network and AWS_ENDPOINT_URL_S3, then try again."
_FAILED = "S3 failed ({code}). Try again."

NOT_THERE = frozenset({"NoSuchKey", "404"})
"""What S3 says of a key that is not there; for a HEAD request the status alone."""

_Translation = tuple[type[StorageError], str]

# https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html (2026-11)
_BY_CODE: dict[str, _Translation] = {
    "NoSuchBucket": (StorageMisplacedError, _NO_BUCKET),
    "InvalidBucketName": (StorageMisplacedError, _BAD_BUCKET_NAME),
    "AccessDenied": (StorageAccessError, _NO_ACCESS),
    "AllAccessDisabled": (StorageAccessError, _NO_ACCESS),
    "AccountProblem": (StorageAccessError, _NO_ACCESS),
    "InvalidAccessKeyId": (StorageCredentialsError, _BAD_CREDENTIALS),
    "SignatureDoesNotMatch": (StorageCredentialsError, _BAD_CREDENTIALS),
    "InvalidToken": (StorageCredentialsError, _BAD_CREDENTIALS),
    "InvalidClientTokenId": (StorageCredentialsError, _BAD_CREDENTIALS),
    "UnrecognizedClientException": (StorageCredentialsError, _BAD_CREDENTIALS),
    "ExpiredToken": (StorageCredentialsError, _OLD_CREDENTIALS),
    "ExpiredTokenException": (StorageCredentialsError, _OLD_CREDENTIALS),
    "TokenRefreshRequired": (StorageCredentialsError, _OLD_CREDENTIALS),
    "PermanentRedirect": (StorageMisplacedError, _WRONG_REGION),
    "TemporaryRedirect": (StorageMisplacedError, _WRONG_REGION),
    "AuthorizationHeaderMalformed": (StorageMisplacedError, _WRONG_REGION),
    "IllegalLocationConstraintException": (StorageMisplacedError, _WRONG_REGION),
    "RequestTimeTooSkewed": (StorageCredentialsError, _WRONG_CLOCK),
    "RequestExpired": (StorageCredentialsError, _WRONG_CLOCK),
    "InvalidRegionName": (StorageMisplacedError, _WRONG_REGION),
    "EntityTooLarge": (StorageAccessError, _TOO_LARGE),
    "InsufficientStorage": (StorageFullError, _FULL),
    "QuotaExceeded": (StorageFullError, _FULL),
    "StorageQuotaExceeded": (StorageFullError, _FULL),
    "XMinioAdminBucketQuotaExceeded": (StorageFullError, _FULL),
    "XMinioStorageFull": (StorageFullError, _FULL),
    "SlowDown": (StorageTimeoutError, _BUSY),
    "Throttling": (StorageTimeoutError, _BUSY),
    "ThrottlingException": (StorageTimeoutError, _BUSY),
    "RequestLimitExceeded": (StorageTimeoutError, _BUSY),
    "TooManyRequests": (StorageTimeoutError, _BUSY),
    "ServiceUnavailable": (StorageTimeoutError, _BUSY),
    "OperationAborted": (StorageTimeoutError, _BUSY),
    "ConditionalRequestConflict": (StorageTimeoutError, _BUSY),
    "RequestTimeout": (StorageTimeoutError, _SLOW),
}

# A HEAD request has no body, so its code is the status alone.
_BY_STATUS: dict[int, _Translation] = {
    301: (StorageMisplacedError, _WRONG_REGION),
    307: (StorageMisplacedError, _WRONG_REGION),
    401: (StorageCredentialsError, _BAD_CREDENTIALS),
    403: (StorageAccessError, _NO_ACCESS),
    407: (StorageUnreachableError, _NO_PROXY),
    408: (StorageTimeoutError, _SLOW),
    409: (StorageTimeoutError, _BUSY),
    413: (StorageAccessError, _TOO_LARGE),
    429: (StorageTimeoutError, _BUSY),
    502: (StorageUnreachableError, _NO_WAY),
    503: (StorageTimeoutError, _BUSY),
    504: (StorageTimeoutError, _SLOW),
    507: (StorageFullError, _FULL),
}

_BY_CLASS: tuple[tuple[tuple[type[Exception], ...], _Translation], ...] = (
    ((MetadataRetrievalError, NoCredentialsError), (StorageCredentialsError, _NO_CREDENTIALS)),
    (
        (
            ConfigNotFound,
            ConfigParseError,
            InvalidConfigError,
            MissingDependencyException,
            PartialCredentialsError,
            ProfileNotFound,
            UnknownCredentialError,
        ),
        (StorageCredentialsError, _BROKEN_CREDENTIALS),
    ),
    (
        (CredentialRetrievalError, LoginError, NoAuthTokenError, SSOError, TokenRetrievalError),
        (StorageCredentialsError, _OLD_CREDENTIALS),
    ),
    ((ConnectTimeoutError, ReadTimeoutError), (StorageTimeoutError, _SLOW)),
    ((SSLError,), (StorageUnreachableError, _NO_CERTIFICATE)),
    (
        (ProxyConnectionError, InvalidProxiesConfigError),
        (StorageUnreachableError, _NO_PROXY),
    ),
    (
        (ConnectionError, ConnectionClosedError, ResponseStreamingError, IncompleteReadError),
        (StorageUnreachableError, _NO_WAY),
    ),
)

_NOT_KNOWN = {400, 405, 411, 415, 501}
_NOT_KNOWN_CODES = {"NoSuchKey", "NotImplemented", "XNotImplemented", "UnsupportedOperation"}

_OF_THE_CLOCK = re.compile("signature (expired|not yet current)", re.IGNORECASE)
_OF_ROOM = re.compile(r"\b(cap|quota) (is |was |has been )?(exceeded|reached)", re.IGNORECASE)
"""Backblaze's words for a full bucket, whose code is AccessDenied."""
_OF_TLS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("wrong.version.number|record.layer.failure|unknown.protocol", re.I), _NOT_S3),
    (
        re.compile(
            "no such file|permission denied|invalid path|no.certificate.or.crl|PEM lib", re.I
        ),
        _NO_BUNDLE,
    ),
    (re.compile("mismatch|doesn't match|not valid for", re.I), _OTHER_NAME),
    (re.compile("certificate (has expired|is not yet valid)", re.I), _OLD_CERTIFICATE),
)
"""Words of OpenSSL, and what is amiss where they stand; else nobody knows who made it."""
_OF_PAGES = ("text/", "html", "json")
_MADE_BY_PROXIES = {407, 408, 413, 429, 502, 503, 504}

# botocore has no classes of its own for these: a RuntimeError and a ValueError.
_NOT_PARSED = ("Invalid timestamp", "invalid literal for int")
"""How botocore's parser ends at numbers and times that are none."""
_PLAIN: dict[str, _Translation] = {
    "refreshed credentials are still expired": (StorageCredentialsError, _OLD_CREDENTIALS),
    "Invalid endpoint": (StorageMisplacedError, _NO_URL),
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
    except ResponseParserError as exc:
        raise not_s3() from exc
    except (RuntimeError, ValueError) as exc:
        if str(exc).startswith(_NOT_PARSED):
            raise not_s3() from exc
        told = next((told for part, told in _PLAIN.items() if part in str(exc)), None)
        if told is None:
            raise
        kind, sentence = told
        raise kind(sentence) from exc


def error_status(exc: ClientError) -> int:
    """The HTTP status of an answer; 0 where it is not known."""
    return int(exc.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def error_words(exc: ClientError) -> str:
    """All that an answer says of an error, code and message and what else a server adds."""
    return " ".join(str(part) for part in exc.response.get("Error", {}).values())


def may_not_know_the_request(exc: ClientError) -> bool:
    """Whether a server may have refused a kind of request, not us or this bucket."""
    code = error_code(exc)
    known = code in _BY_CODE or code in REFUSED_CODES or code.startswith("KMS")
    return not known and (code in _NOT_KNOWN_CODES or error_status(exc) in _NOT_KNOWN)


def not_s3() -> StorageError:
    """Our error for an answer that none of S3's is like."""
    return StorageUnreachableError(_NOT_S3)


def no_list(bucket: str) -> StorageError:
    """Our error where a bucket's list is a key that is not there."""
    return StorageMisplacedError(_NO_LIST.format(bucket=bucket))


def error_for(code: str, bucket: str) -> StorageError:
    """Our error for one of AWS's own words for an error, or for an HTTP status as text."""
    kind, sentence = _told(code, int(code) if code.isdecimal() else 0)
    return kind(sentence.format(bucket=bucket, code=code))


def _told(code: str, status: int = 0) -> _Translation:
    if code.startswith("KMS"):
        return StorageAccessError, _NO_KMS
    return _BY_CODE.get(code) or _BY_STATUS.get(status) or (StorageError, _FAILED)


def _client_error(exc: ClientError, bucket: str) -> StorageError:
    code, status = error_code(exc), error_status(exc)
    kind, sentence = _told(code, status)
    place = urlsplit(_headers(exc).get("location", ""))
    if place.netloc and not _is_s3s(exc):
        return StorageUnreachableError(_SENT_ON.format(place=f"{place.scheme}://{place.netloc}"))
    if _is_page(exc) and status not in _MADE_BY_PROXIES:
        return not_s3()
    if sentence is _BAD_CREDENTIALS and _OF_THE_CLOCK.search(error_words(exc)):
        sentence = _WRONG_CLOCK
    if sentence is _NO_ACCESS and _OF_ROOM.search(error_words(exc)):
        kind, sentence = StorageFullError, _FULL
    return kind(sentence.format(bucket=bucket, code=code or status))


def _is_s3s(exc: ClientError) -> bool:
    """Whether an answer has one of S3's own words for an error, not the status alone."""
    code = error_code(exc)
    return bool(code) and not code.isdecimal()


def _is_page(exc: ClientError) -> bool:
    """Whether it is a page for a browser, or the like; boto3 may make a 500 of one."""
    said = _headers(exc).get("content-type", "")
    return not _is_s3s(exc) and any(part in said for part in _OF_PAGES)


def _headers(exc: ClientError) -> Mapping[str, str]:
    headers: Mapping[str, str] = exc.response.get("ResponseMetadata", {}).get("HTTPHeaders", {})
    return headers


def _boto_error(exc: BotoCoreError, bucket: str) -> StorageError:
    for classes, (kind, sentence) in _BY_CLASS:
        if isinstance(exc, classes):
            if isinstance(exc, SSLError):
                sentence = _of_tls(str(exc))
            host = urlsplit(str(exc.kwargs.get("endpoint_url", ""))).hostname or ""
            return kind(sentence.format(bucket=bucket, reason=str(exc).rstrip("."), host=host))
    return StorageError(_FAILED.format(code=type(exc).__name__))


def _of_tls(words: str) -> str:
    return next((said for part, said in _OF_TLS if part.search(words)), _NO_CERTIFICATE)
