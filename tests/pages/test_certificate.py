"""A certificate that is renewed while the server runs."""

from __future__ import annotations

import gc
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from pages.server.certificate import Certificate, own_certificate


def write(folder: Path, name: str, *, only: tuple[str, ...] = ("cert.pem", "key.pem")) -> None:
    """A certificate and its key; of the same name they are others each time."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begin = datetime.now(UTC) - timedelta(days=1)
    cert = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=90))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    texts = {
        "cert.pem": cert.public_bytes(pem),
        "key.pem": key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
    }
    for file in only:
        (folder / file).write_bytes(texts[file])


def configured(folder: Path) -> uvicorn.Config:
    config = uvicorn.Config(
        "none:none", ssl_certfile=str(folder / "cert.pem"), ssl_keyfile=str(folder / "key.pem")
    )
    config.ssl = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    config.ssl.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return config


def served(config: uvicorn.Config) -> str:
    """The name in the certificate that a new visitor gets."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    visitor = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    visitor.check_hostname, visitor.verify_mode = False, ssl.CERT_NONE
    assert config.ssl
    ends = [
        visitor.wrap_bio(to_client, to_server),
        config.ssl.wrap_bio(to_server, to_client, server_side=True),
    ]
    for end in ends * 3:
        try:
            end.do_handshake()
        except ssl.SSLWantReadError:
            continue
    found = ends[0].getpeercert(binary_form=True)
    assert found
    return x509.load_der_x509_certificate(found).subject.rfc4514_string()


def test_new_visitors_get_the_renewed_one(tmp_path: Path) -> None:
    write(tmp_path, "old")
    config = configured(tmp_path)
    certificate = Certificate(config)
    certificate.look()
    assert served(config) == "CN=old"
    write(tmp_path, "new")
    assert served(config) == "CN=old"
    certificate.look()
    assert served(config) == "CN=new"


def test_one_that_is_half_written_or_gone_spoils_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, "old")
    config = configured(tmp_path)
    certificate = Certificate(config)
    write(tmp_path, "new", only=("cert.pem",))
    certificate.look()
    assert served(config) == "CN=old"
    (tmp_path / "key.pem").unlink()
    certificate.look()
    assert served(config) == "CN=old"
    assert caplog.text.count("The earlier one still counts.") == 2
    certificate.look()
    assert caplog.text.count("The earlier one still counts.") == 2, "each trouble is told once"
    write(tmp_path, "newest")
    certificate.look()
    assert served(config) == "CN=newest"


def test_one_behind_a_link_as_certbot_makes_them(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, name)
    live = tmp_path / "live"
    live.symlink_to("old")
    config = configured(live)
    certificate = Certificate(config)
    live.unlink()
    live.symlink_to("new")
    certificate.look()
    assert served(config) == "CN=new"


def test_the_server_of_this_process_is_found(tmp_path: Path) -> None:
    gc.collect()
    assert own_certificate() is None
    write(tmp_path, "old")
    config = configured(tmp_path)
    found = own_certificate()
    assert found
    write(tmp_path, "new")
    found.look()
    assert served(config) == "CN=new"
