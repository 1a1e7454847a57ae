"""What a browser's tab and a Streamlit server say to each other (made for Streamlit 1.67)."""

from __future__ import annotations

import asyncio
import json
import re
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from pages.components.widgets.news import JOB
from tests.benchmarks.load_page import Part

Condition = Callable[[ForwardMsg], bool]
"""Is shown every message in turn; says when what one waits for is there."""

_RUNS_AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN
_EVENT = "changed"
"""What the page is told then."""


@dataclass(frozen=True, slots=True)
class PageWait:
    """A part of the page that waits for one of the server's own addresses to answer 200."""

    path: str
    of: str
    page_path: str
    page: str
    trigger_id: str
    fragment_id: str

    @property
    def looks_again(self) -> bool:
        """Whether it runs the page by itself where that address can't be asked."""
        return self.of.startswith(f"{JOB}:")

    @property
    def trigger_value(self) -> str:
        return trigger_value(_EVENT, self.of)


def page_wait(part: Part) -> PageWait | None:
    """The wait that this part of the page stands for, if it is one."""
    of = part.data.get("of") if "url" in part.data else None
    if not isinstance(of, str):
        return None
    url, page = part.data["url"], str(part.data.get("page", ""))
    path, page_path = (f"{url}?{urlencode({'of': what})}" for what in (of, page))
    return PageWait(path, of, page_path, page, part.trigger_id, part.fragment_id)


def trigger_value(event: str, value: object) -> str:
    """What a part of the page tells the server."""
    return json.dumps([{"event": event, "value": value}])


def run_ended(fragment_id: str) -> Condition:
    """The end of the first full run, or run of that fragment, that starts from now on.

    A run that finished early for a rerun passes the wait on to the next one.
    """
    run, follow = "", False

    def condition(message: ForwardMsg) -> bool:
        nonlocal run, follow
        kind, fragments = message.WhichOneof("type"), list(message.metadata.run.fragment_ids)
        if kind == "new_session":
            is_ours = fragment_id in fragments if fragment_id else not fragments
            if follow or is_ours:
                run, follow = message.metadata.run.script_run_id, False
        elif kind == "script_finished" and run and message.metadata.run.script_run_id == run:
            follow = message.script_finished == _RUNS_AGAIN
            return not follow
        return False

    return condition


def element_drawn(spec: str) -> Condition:
    """An element, given as KIND or KIND:REGEX."""
    wanted, _, pattern = spec.partition(":")

    def condition(message: ForwardMsg) -> bool:
        if message.WhichOneof("type") != "delta":
            return False
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind is None or wanted not in ("any", kind):
            return False
        return not pattern or re.search(pattern, str(getattr(element, kind))) is not None

    return condition


async def http_get(url: str, timeout_s: float) -> tuple[int, list[str], bytes]:
    """GET; gives status, header lines, and the body."""
    parts = urlsplit(url)
    is_tls = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\nAccept: */*\r\n"
    async with asyncio.timeout(timeout_s):
        reader, writer = await asyncio.open_connection(
            parts.hostname,
            parts.port or (443 if is_tls else 80),
            ssl=ssl.create_default_context() if is_tls else None,
        )
        try:
            writer.write(f"{head}\r\n".encode())
            answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            return int(answer[0].split()[1]), answer[1:], await reader.read()
        finally:
            writer.close()


async def open_socket(
    base_url: str, headers: Sequence[tuple[str, str]], timeout_s: float
) -> ClientConnection:
    """Shake hands as a browser does: health first, for its cookie, then the websocket."""
    status, head, _ = await http_get(urljoin(base_url, "_stcore/health"), timeout_s)
    if status != 200:
        raise RuntimeError(f"health: HTTP {status}")
    cookies = [
        line.partition(":")[2].split(";")[0].strip()
        for line in head
        if line.lower().startswith("set-cookie:")
    ]
    token = next(
        (cookie.partition("=")[2] for cookie in cookies if cookie.startswith("_streamlit_xsrf=")),
        "PLACEHOLDER_AUTH_TOKEN",
    )
    parts = urlsplit(base_url)
    scheme = "wss" if parts.scheme == "https" else "ws"
    return await connect(
        f"{scheme}://{parts.netloc}{parts.path}_stcore/stream",
        subprotocols=[Subprotocol("streamlit"), Subprotocol(token)],
        origin=Origin(f"{parts.scheme}://{parts.netloc}"),
        additional_headers=[*headers, *([("Cookie", "; ".join(cookies))] if cookies else [])],
        max_size=None,
        ping_interval=None,
        open_timeout=timeout_s,
        user_agent_header="Mozilla/5.0 (stload)",
        proxy=None,
    )
