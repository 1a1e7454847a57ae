"""Credentials and certificates that are renewed while the app runs: no restart, no wrong word."""

from __future__ import annotations

import datetime as dates
import ipaddress
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Semaphore

import pytest
from botocore.credentials import Credentials, ReadOnlyCredentials, RefreshableCredentials
from botocore.exceptions import ClientError, NoCredentialsError, UnauthorizedSSOTokenError
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.errors import StorageAccessError, StorageError, StorageUnreachableError
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection, Way, connect_s3
from imagespeak_core.stores.s3.server import S3Server
from tests.adapters.other_s3 import BUCKET, OtherS3, other_s3
from tests.contracts.store_backend import side_by_side
from tests.for_each import for_each

NAME = "generated-images/a"
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def credentials_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty one, and no others."""
    file = tmp_path / "credentials"
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(file))
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    return file


def write(file: Path, key: str, profile: str = "default") -> None:
    lines = [f"[{profile}]", f"aws_access_key_id = {key}", "aws_secret_access_key = s"]
    file.write_text("\n".join([*lines, f"aws_session_token = t{key}", ""]))


class Connects:
    """Connects as the app does, and counts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, way: Way) -> S3Connection:
        self.count += 1
        return connect_s3(way)


def listed(blobs: S3Blobs) -> list[str]:
    return [blob.name for page in blobs.list("generated-images/") for blob in page]


@for_each(
    "refusal, words",
    [
        ((400, "ExpiredToken"), "have expired"),
        ((400, "TokenRefreshRequired"), "have expired"),
        ((403, "InvalidAccessKeyId"), "does not know"),
        ((403, "SignatureDoesNotMatch"), "does not know"),
        ((400, "InvalidToken"), "does not know"),
        ((401, "Unauthorized"), "does not know"),
        ((403, "RequestExpired"), "clock"),
    ],
)
def test_credentials_written_anew_are_found_and_until_then_the_trouble_is_told(
    server: OtherS3, credentials_file: Path, refusal: tuple[int, str], words: str
) -> None:
    server.kept, server.refusal, server.good_key = {NAME: b"x"}, refusal, "ASIAOLD"
    write(credentials_file, "ASIAOLD")
    connects = Connects()
    blobs = S3Blobs(BUCKET, connect=connects)
    assert listed(blobs) == [NAME]

    server.good_key = "ASIANEW"
    server.requests.clear()
    for _ in range(2):
        with pytest.raises(StorageAccessError, match=words):
            listed(blobs)
    assert (connects.count, len(server.requests)) == (1, 2), "the same ones are not sent again"

    write(credentials_file, "ASIANEW")
    assert listed(blobs) == [NAME]
    assert "ASIANEW" in blobs.address(NAME, signed_at=NOW, life_s=60)
    assert connects.count == 2


CALLS: dict[str, Callable[[S3Blobs], object]] = {
    "look": lambda blobs: blobs.look(NAME),
    "read": lambda blobs: blobs.read(NAME),
    "read_beginning": lambda blobs: blobs.read_beginning(NAME, 1),
    "create": lambda blobs: blobs.create(f"{NAME}2", b"x", content_type="image/png"),
    "put": lambda blobs: blobs.put(NAME, b"y", content_type="image/png"),
    "delete": lambda blobs: blobs.delete([NAME]),
    "delete many": lambda blobs: blobs.delete([NAME, f"{NAME}2"]),
}


@for_each("method", CALLS)
def test_every_call_finds_them(server: OtherS3, credentials_file: Path, method: str) -> None:
    server.kept, server.good_key = {NAME: b"x"}, "ASIAOLD"
    write(credentials_file, "ASIAOLD")
    blobs = S3Blobs(BUCKET)
    assert blobs.read(NAME)
    server.good_key = "ASIANEW"
    write(credentials_file, "ASIANEW")
    nothing_said: dict[str, object] = {"put": None, "delete": {}, "delete many": {}}
    done = CALLS[method](blobs)
    assert done == nothing_said[method] if method in nothing_said else done


def test_of_many_who_are_refused_one_connects_anew(server: OtherS3, credentials_file: Path) -> None:
    server.kept, server.good_key = {NAME: b"x"}, "ASIAOLD"
    write(credentials_file, "ASIAOLD")
    connects = Connects()
    blobs = S3Blobs(BUCKET, connect=connects)
    assert blobs.read(NAME)
    server.good_key = "ASIANEW"
    write(credentials_file, "ASIANEW")
    assert all(side_by_side(lambda _: blobs.read(NAME), workers=16))
    assert connects.count == 2


def test_credentials_and_profiles_that_come_later_are_found(
    server: OtherS3, credentials_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.kept = {NAME: b"x"}
    blobs = S3Blobs(BUCKET)
    for attempt in (lambda: listed(blobs), lambda: blobs.address(NAME, signed_at=NOW, life_s=60)):
        with pytest.raises(StorageAccessError, match="No AWS credentials were found"):
            attempt()
    write(credentials_file, "AKIALATE")
    assert "AKIALATE" in blobs.address(NAME, signed_at=NOW, life_s=60)
    assert listed(blobs) == [NAME]

    monkeypatch.setenv("AWS_PROFILE", "school")
    blobs = S3Blobs(BUCKET)
    with pytest.raises(StorageAccessError, match="school"):
        listed(blobs)
    write(credentials_file, "AKIASCHOOL", profile="school")
    assert listed(blobs) == [NAME]


def connected(key: str) -> Connection[str]:
    return Connection(key, Credentials(key, "s", f"t{key}"))


def refused(code: str = "ExpiredToken") -> ClientError:
    return ClientError({"Error": {"Code": code}}, "ListObjectsV2")


def refusing(connection: Connection[str]) -> str:
    raise refused()


def test_whoever_waits_while_another_looks_takes_what_that_one_found() -> None:
    workers = 8
    all_refused = Semaphore(0)
    looks: list[int] = []
    made: list[int] = []

    def connect() -> Connection[str]:
        made.append(1)
        return connected("OLD")

    def call(connection: Connection[str]) -> str:
        all_refused.release()
        raise refused()

    def find() -> ReadOnlyCredentials:
        looks.append(1)
        if len(looks) == 1:
            for _ in range(workers):
                all_refused.acquire()
        return Credentials("OLD", "s", "tOLD").get_frozen_credentials()

    once = OneConnection(connect, find=find)

    def ask(_: int) -> None:
        with pytest.raises(ClientError):
            once.ask(call)

    side_by_side(ask, workers=workers)
    assert len(looks) < workers
    assert len(made) == 1


@for_each(
    "trouble",
    [
        NoCredentialsError(),
        UnauthorizedSSOTokenError(),
        RuntimeError(
            "Credentials were refreshed, but the refreshed credentials are still expired."
        ),
    ],
)
def test_a_sign_in_that_ended_and_was_renewed_counts_too(
    credentials_file: Path, trouble: Exception
) -> None:
    write(credentials_file, "NEW")
    outcomes = [connected("OLD"), connected("NEW")]
    once = OneConnection(lambda: outcomes.pop(0))

    def call(connection: Connection[str]) -> str:
        if connection.client == "OLD":
            raise trouble
        return connection.client

    assert once.ask(call) == "NEW"


@for_each("trouble", [refused("AccessDenied"), refused("NoSuchKey"), ValueError("ours")])
def test_other_troubles_are_not_about_credentials(
    credentials_file: Path, trouble: Exception
) -> None:
    write(credentials_file, "NEW")
    once = OneConnection(lambda: connected("OLD"))

    def call(connection: Connection[str]) -> str:
        raise trouble

    with pytest.raises(type(trouble)):
        once.ask(call)
    assert once().client == "OLD"


def test_credentials_that_can_t_be_had_are_no_others(credentials_file: Path) -> None:
    def no_more() -> dict[str, str]:
        raise UnauthorizedSSOTokenError

    ended = RefreshableCredentials("a", "s", "t", NOW, no_more, "sso", lambda: NOW)
    made: list[int] = []

    def connect() -> Connection[str]:
        made.append(1)
        return Connection("client", ended)

    once = OneConnection(connect)
    with pytest.raises(ClientError):
        once.ask(refusing)
    assert made == [1]


def test_the_way_that_a_server_asks_for_is_gone_once_and_kept() -> None:
    ways: list[Way] = []

    def connect(way: Way) -> S3Connection:
        ways.append(way)
        return connect_s3(way)

    server = S3Server(connect)

    def call(client: object) -> str:
        if not ways[-1].bucket_in_host:
            raise refused("SecondLevelDomainForbidden")
        return "done"

    def in_vain(client: object) -> str:
        raise refused("SecondLevelDomainForbidden")

    assert [server.ask(call), server.ask(call)] == ["done", "done"]
    assert ways == [Way(), Way(bucket_in_host=True)]
    with pytest.raises(ClientError):
        server.ask(in_vain)
    assert len(ways) == 2, "it is not tried for ever"


class Certificate:
    """Made by itself, for this computer's own address."""

    def __init__(self, folder: Path, name: str) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        now = datetime.now(UTC)
        address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
        certificate = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dates.timedelta(days=1))
            .not_valid_after(now + dates.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([address]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        self.pem = certificate.public_bytes(serialization.Encoding.PEM)
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(
            self.pem
            + key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )


def test_a_certificate_that_is_replaced_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = Certificate(tmp_path, "old"), Certificate(tmp_path, "new")
    bundle = tmp_path / "bundle.pem"
    bundle.write_bytes(old.pem)
    monkeypatch.setenv("AWS_CA_BUNDLE", str(bundle))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(old.file)
    with other_s3(tls) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        server.kept = {NAME: b"x"}
        blobs = S3Blobs(BUCKET)
        assert listed(blobs) == [NAME]

    tls.load_cert_chain(new.file)
    with other_s3(tls) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        server.kept = {NAME: b"x"}
        blobs = S3Blobs(BUCKET)
        with pytest.raises(StorageUnreachableError, match=r"'127.0.0.1'.*AWS_CA_BUNDLE"):
            listed(blobs)
        bundle.write_bytes(new.pem)
        assert listed(blobs) == [NAME]

        bundle.unlink()
        with pytest.raises(StorageError, match="AWS_CA_BUNDLE"):
            listed(S3Blobs(BUCKET))


def test_a_bundle_that_the_profile_names_later_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = Certificate(tmp_path, "own")
    config = tmp_path / "config"
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate.file)
    with other_s3(tls) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        server.kept = {NAME: b"x"}
        blobs = S3Blobs(BUCKET)
        with pytest.raises(StorageUnreachableError, match="certificate"):
            listed(blobs)
        config.write_text(f"[default]\nca_bundle = {certificate.file}\n")
        assert listed(blobs) == [NAME]
