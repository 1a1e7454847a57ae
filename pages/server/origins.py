"""Where a request comes from: pages of other sites are refused before Streamlit sees them.

Any page may open a websocket to any server, and its browser then sends the cookies along. Of an
origin that Streamlit does not know it asks the internet for this computer's own address, and all
visitors wait meanwhile. What has no `Origin` comes from no page, and passes.
"""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config, url_util
from streamlit.web.server.server_util import allowlisted_origins
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from imagespeak_core.settings import setting_name
from imagespeak_core.settings.values import origin as plain_origin
from pages.components.shell.addresses import works_here_only
from pages.components.shell.wiring import wiring
from pages.server.json_posts import refused

REFUSED_CODE = 4403

_Verdict = Literal["own", "other name", "foreign"]
_CHANGES_NOTHING = {"GET", "HEAD", "OPTIONS"}
_MOST_NAMED = 80
_DEFAULT_PORTS = {80, 443, None}


class Origins:
    """Stands before everything that answers.

    Args:
        app: What answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what a page of another site sends; leave all else to the app.

        Streamlit compares the origin with the host: where they differ and may, it gets the
        origin's. The origin itself stays, since it tells who is a teacher.
        """
        if scope["type"] == "websocket":
            headers = Headers(scope=scope)
            verdict = _judged(headers)
            if verdict == "foreign":
                _tell(headers)
                await send({"type": "websocket.close", "code": REFUSED_CODE})
                return
            if verdict == "other name":
                scope = {**scope, "headers": list(scope["headers"])}
                MutableHeaders(scope=scope)["Host"] = urlsplit(headers["Origin"]).netloc
        elif scope["type"] == "http" and scope["method"] not in _CHANGES_NOTHING:
            headers = Headers(scope=scope)
            if not _is_attested(headers) and _judged(headers) == "foreign":
                _tell(headers)
                answer = refused("This came from a page of another site. Load the page again.", 403)
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _judged(headers: Headers) -> _Verdict:
    """Whose page has sent this: one under the host that was asked, or under another name of it.

    A page can't set `X-Forwarded-Host` in its visitors' browsers: where it is, a proxy says by
    which name it was asked.
    """
    sent, hosts = headers.getlist("Origin"), headers.getlist("Host")
    if not sent:
        return "own"
    if len(sent) > 1 or len(hosts) != 1:
        return "foreign"
    try:
        origin = plain_origin(sent[0])
    except ValueError:
        return "foreign"
    host = hosts[0]
    if urlsplit(sent[0]).netloc == host or not is_host_allowed(host):  # Streamlit refuses these
        return "own"
    forwarded = ",".join(headers.getlist("X-Forwarded-Host")).split(",")
    is_named = (
        any(_is_at(origin, one.strip()) for one in (host, *forwarded))
        or origin in wiring().settings.other_origins
        or _streamlit_allows(origin)
    )
    return "other name" if is_named else "foreign"


def _is_at(origin: str, host: str) -> bool:
    """Whether a page of this origin was opened at this host; TLS may end before us."""
    opened = urlsplit(origin)
    try:
        asked = urlsplit(f"//{host}")
        ports = {opened.port, asked.port}
    except ValueError:
        return False
    same_port = len(ports) == 1 or ports <= _DEFAULT_PORTS
    return opened.hostname == asked.hostname and same_port


def _streamlit_allows(origin: str) -> bool:
    """Whether Streamlit's own options let it in. The name of every computer opens nothing."""
    if not config.get_option("server.enableCORS"):
        return True
    named = list(allowlisted_origins())
    address = str(config.get_option("browser.serverAddress"))
    if config.is_manually_set("browser.serverAddress") and not works_here_only(f"//{address}"):
        named.append(address)
    host = url_util.get_hostname(origin)
    return host is not None and host in {url_util.get_hostname(one) for one in named}


def _is_attested(headers: Headers) -> bool:
    """Whether the browser itself says that no other site's page sends it."""
    return headers.get("Sec-Fetch-Site") in {"same-origin", "none"}


def _tell(headers: Headers) -> None:
    sent = headers.get("Origin", "")
    try:
        named = plain_origin(sent)[:_MOST_NAMED]
        setting = f"set {setting_name('allowed_origins')} to that origin"
    except ValueError:
        named = ascii(sent[:_MOST_NAMED])
        setting = f"name its origin in {setting_name('allowed_origins')}"
    wiring().services.troubles.tell(
        "foreign page",
        f"a page of {named} wanted to connect to {headers.get('Host', '')[:_MOST_NAMED]!a} "
        "and was refused. If people open ImageSpeak there, let the proxy pass the browser's Host "
        f"on, or {setting}.",
    )
