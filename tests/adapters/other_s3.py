"""An S3 server of another maker, in memory: with what it lacks, and with its own ways."""

from __future__ import annotations

import hashlib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree
from xml.sax.saxutils import escape

BUCKET = "pictures"
_NAMES = "{http://s3.amazonaws.com/doc/2006-03-01/}"

Conditions = Literal["kept", "ignored"] | tuple[int, str, str]
"""What becomes of If-None-Match or If-Match: else it is refused with status, code and message."""


@dataclass(slots=True)
class OtherS3:
    """What the server is like; each may be changed while it runs.

    Attributes:
        url: Where it is.
        kept: All objects.
        requests: Method and path with query of each request.
        if_none_match, if_match: What it makes of conditions.
        deletes_if: Likewise of If-Match where something is to be deleted.
        dates: What it says of when something was written; empty for nothing.
        deletes_many: None, or status and code that it refuses it with.
        deletes: Whether it does what it is asked to many at once, or says so, or says nothing.
        undeletable: Names that it keeps.
        keeps_with: Status and code with which it does so.
        good_key: The access key that it takes; empty for all.
        refusal: Status and code for other keys.
        region: That it wants in signatures; empty for any.
        tells_region: It names the region in an element of its own, as AWS does.
        region_refusal: Code and words for others.
        etag: What it makes of an ETag.
        misses_what_is_gone: To delete what is not there is an error.
        start_after, ranges, tokens: Whether it knows these.
        order: Of a list.
        spelt: How it writes a key in a list.
        second_list: Whether it knows the second way of S3 to list; else it passes over what is
            new in it, or refuses with status and code.
        holds_up: Called between the look whether a name is free and the write.
        most_bytes: Larger bodies are refused by a proxy.
        too_fast: Whether a write of this name comes too soon after the one before.
        always: A body that it answers everything with, as a network's sign-in page.
        leads_to: Status and place that it sends everybody on to.
    """

    url: str = ""
    kept: dict[str, bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    if_none_match: Conditions = "kept"
    if_match: Conditions = "kept"
    deletes_if: Conditions = "kept"
    dates: str = "Sun, 29 Nov 2026 12:00:00 GMT"
    deletes_many: tuple[int, str] | None = None
    undeletable: set[str] = field(default_factory=set)
    keeps_with: tuple[int, str] = (403, "AccessDenied")
    good_key: str = ""
    refusal: tuple[int, str] = (400, "ExpiredToken")
    region: str = ""
    tells_region: bool = True
    region_refusal: tuple[str, str] = (
        "AuthorizationHeaderMalformed",
        "The header is malformed; the region is wrong; expecting '{}'.",
    )
    etag: Callable[[str], str] = '"{}"'.format
    misses_what_is_gone: bool = False
    start_after: bool = True
    ranges: bool = True
    tokens: bool = True
    page: int = 1000
    order: Callable[[list[str]], list[str]] = sorted
    spelt: Callable[[str], str] = str
    second_list: Literal["known", "unknown"] | tuple[int, str] = "known"
    holds_up: Callable[[], object] | None = None
    most_bytes: int = 100_000_000
    too_fast: Callable[[str], bool] | None = None
    deletes: Literal["done", "said", "unsaid"] = "done"
    always: bytes = b""
    leads_to: tuple[int, str] | None = None

    def of(self, method: str) -> list[str]:
        """The requests of this kind."""
        return [request for request in self.requests if request.startswith(method)]


@contextmanager
def other_s3(tls: ssl.SSLContext | None = None) -> Iterator[OtherS3]:
    """Run one on loopback; over TLS where a context is given."""
    state = OtherS3()
    lock = threading.Lock()

    class Bound(_Handler):
        s3 = state
        alone = lock

    server = _Server(("127.0.0.1", 0), Bound)
    if tls:
        # The handshake is left to the threads: a client that breaks off holds up nobody.
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    scheme = "https" if tls else "http"
    state.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that trusts no certificate hangs up: that is part of the play."""


class _RefusedError(Exception):
    def __init__(self, status: int, code: str, message: str = "No.", region: str = "") -> None:
        super().__init__(code)
        self.status = status
        more = f"<Region>{region}</Region>" if region else ""
        self.body = f"<Error><Code>{code}</Code><Message>{message}</Message>{more}</Error>"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    s3: OtherS3
    alone: threading.Lock

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        self._name = unquote(parts.path).removeprefix(f"/{BUCKET}").removeprefix("/")
        self._query = {key: value[0] for key, value in parse_qs(parts.query, True).items()}
        with self.alone:
            self.s3.requests.append(f"{self.command} {self.path}")
            try:
                status, content, headers = self._done(body)
            except _RefusedError as refused:
                status, content, headers = refused.status, refused.body.encode(), {}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_PUT = do_HEAD = do_POST = do_DELETE = _answer  # noqa: N815

    def _done(self, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        if self.s3.always:
            return 200, self.s3.always, {"Content-Type": "text/html"}
        if self.s3.leads_to:
            status, place = self.s3.leads_to
            return status, b"<html>Moved</html>", {"Content-Type": "text/html", "Location": place}
        if len(body) > self.s3.most_bytes:
            return 413, b"<html>Too large</html>", {"Content-Type": "text/html"}
        self._check_signature()
        if self.command == "PUT":
            return self._put(body)
        if self.command == "POST":
            return 200, self._delete_many(body), {}
        if self.command == "DELETE":
            expected, there = self.headers.get("If-Match"), self.s3.kept.get(self._name)
            is_heeded = expected and self._heeds(self.s3.deletes_if)
            if expected and is_heeded and there and expected.strip('"') != _digest(there):
                raise _RefusedError(412, "PreconditionFailed")
            self._delete(self._name)
            return 204, b"", {}
        if not self._name:
            return 200, self._list(), {}
        return self._get()

    def _check_signature(self) -> None:
        signed = self.headers.get("Authorization", "")
        scope = signed.partition("Credential=")[2] or self._query.get("X-Amz-Credential", "")
        key, _, region = scope.split("/")[:3]
        if self.s3.good_key and key != self.s3.good_key:
            raise _RefusedError(*self.s3.refusal)
        wanted = self.s3.region
        if wanted and region != wanted:
            code, words = self.s3.region_refusal
            told = wanted if self.s3.tells_region else ""
            raise _RefusedError(400, code, words.format(wanted), told)

    def _put(self, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        if self.s3.too_fast and self.s3.too_fast(self._name):
            raise _RefusedError(429, "TooManyRequests", "Reduce your rate for this object.")
        there = self.s3.kept.get(self._name)
        is_new = self.headers.get("If-None-Match") and self._heeds(self.s3.if_none_match)
        if is_new and self.s3.holds_up:
            self.alone.release()
            self.s3.holds_up()
            self.alone.acquire()
        if is_new and there is not None:
            raise _RefusedError(412, "PreconditionFailed")
        expected = self.headers.get("If-Match")
        if expected and self._heeds(self.s3.if_match):
            if there is None:
                raise _RefusedError(404, "NoSuchKey")
            if expected.strip('"') != _digest(there):
                raise _RefusedError(412, "PreconditionFailed")
        self.s3.kept[self._name] = body
        return 200, b"", self._etag(body)

    @staticmethod
    def _heeds(conditions: Conditions) -> bool:
        if isinstance(conditions, tuple):
            raise _RefusedError(*conditions)
        return conditions == "kept"

    def _etag(self, content: bytes) -> dict[str, str]:
        etag = self.s3.etag(_digest(content))
        return {"ETag": etag} if etag else {}

    def _get(self) -> tuple[int, bytes, dict[str, str]]:
        content = self.s3.kept.get(self._name)
        if content is None:
            raise _RefusedError(404, "NoSuchKey")
        headers = self._etag(content)
        if self.s3.dates:
            headers["Last-Modified"] = self.s3.dates
        last = self.headers.get("Range", "").rpartition("-")[2]
        if last and self.s3.ranges:
            return 206, content[: int(last) + 1], headers
        return 200, content, headers

    def _delete(self, name: str) -> None:
        if name in self.s3.undeletable:
            raise _RefusedError(*self.s3.keeps_with)
        if self.s3.kept.pop(name, None) is None and self.s3.misses_what_is_gone:
            raise _RefusedError(404, "NoSuchKey")

    def _delete_many(self, body: bytes) -> bytes:
        if self.s3.deletes_many:
            raise _RefusedError(*self.s3.deletes_many)
        told = ""
        for element in ElementTree.fromstring(body).iter(f"{_NAMES}Key"):
            name = str(element.text)
            if self.s3.deletes != "done":
                said = self.s3.deletes == "said"
                told += f"<Deleted><Key>{escape(name)}</Key></Deleted>" if said else ""
                continue
            try:
                self._delete(name)
                told += f"<Deleted><Key>{escape(name)}</Key></Deleted>"  # quiet or not
            except _RefusedError as refused:
                code = str(refused)
                told += f"<Error><Key>{escape(name)}</Key><Code>{code}</Code></Error>"
        return f"<DeleteResult>{told}</DeleteResult>".encode()

    def _list(self) -> bytes:
        after = self._query.get("continuation-token", "")
        if not after and self.s3.start_after:
            after = self._query.get("start-after", "")
        if "list-type" not in self._query or self.s3.second_list == "unknown":
            after = self._query.get("marker", "")
        elif isinstance(self.s3.second_list, tuple):
            raise _RefusedError(*self.s3.second_list)
        prefix, most = self._query.get("prefix", ""), int(self._query.get("max-keys", "1000"))
        names = [name for name in self.s3.kept if name.startswith(prefix) and name > after]
        page = self.s3.order(sorted(names)[: min(most, self.s3.page)])
        items = "".join(
            f"<Contents><Key>{escape(self.s3.spelt(name))}</Key><LastModified>2026-11-29T12:00:00</LastModified>"
            f"<Size>{len(self.s3.kept[name])}</Size></Contents>"
            for name in page
        )
        more = len(names) > len(page)
        is_second = "list-type" in self._query and self.s3.second_list == "known"
        token = f"<NextContinuationToken>{page[-1]}</NextContinuationToken>" if page else ""
        return (
            f"<ListBucketResult><IsTruncated>{str(more).lower()}</IsTruncated>{items}"
            f"{token if more and self.s3.tokens and is_second else ''}</ListBucketResult>"
        ).encode()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


def _digest(content: bytes) -> str:
    return hashlib.md5(content).hexdigest()
