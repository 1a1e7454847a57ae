"""A stand-in for a school's sign-in service: OpenID Connect, as far as a browser meets it.

Whoever comes is signed in at once as the person that the test has set.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

HOST = "127.0.0.1"
CLIENT_ID = "imagespeak"
CLIENT_SECRET = "known to the tests alone"
_KEY_ID = "one"


class OidcProvider:
    """Runs in a thread while its block does.

    Attributes:
        person: Claims about whoever signs in next.
        refusal: What whoever signs in next is sent back with, in the place of a code.
        is_out_of_order: The next codes are not taken.
        sign_outs: How often somebody was sent here to sign out.
    """

    def __init__(self) -> None:
        self.person: dict[str, Any] = {}
        self.refusal = ""
        self.is_out_of_order = False
        self.sign_outs = 0
        self._key = RSAKey.generate_key(2048, {"kid": _KEY_ID, "use": "sig", "alg": "RS256"})
        self._nonces: dict[str, str] = {}  # by code
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                provider._get(self)

            def do_POST(self) -> None:
                provider._post(self)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing."""

        self._server = ThreadingHTTPServer((HOST, 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)

    def __enter__(self) -> OidcProvider:
        self._thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._server.server_port}"

    @property
    def metadata_url(self) -> str:
        return f"{self.url}/.well-known/openid-configuration"

    def _get(self, request: BaseHTTPRequestHandler) -> None:
        split = urlsplit(request.path)
        query = {name: values[0] for name, values in parse_qs(split.query).items()}
        if split.path == "/.well-known/openid-configuration":
            _answer(request, self._metadata())
        elif split.path == "/jwks":
            _answer(request, {"keys": [self._key.as_dict(private=False)]})
        elif split.path == "/authorize" and query["client_id"] == CLIENT_ID:
            code = secrets.token_urlsafe(8)
            self._nonces[code] = query["nonce"]
            said = {"error": self.refusal} if self.refusal else {"code": code}
            back = urlencode({**said, "state": query["state"]})
            _redirect(request, f"{query['redirect_uri']}?{back}")
        elif split.path == "/sign-out":
            self.sign_outs += 1
            _redirect(request, query["post_logout_redirect_uri"])
        else:
            request.send_error(404)

    def _post(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        nonce = self._nonces.pop(form.get("code", ""), None)
        if request.path != "/token" or nonce is None or self.is_out_of_order:
            request.send_error(400)
            return
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": CLIENT_ID,
            "sub": "somebody",
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            **self.person,
        }
        token = jwt.encode({"alg": "RS256", "kid": _KEY_ID}, claims, self._key)
        _answer(
            request,
            {
                "access_token": secrets.token_urlsafe(8),
                "token_type": "Bearer",
                "expires_in": 300,
                "id_token": token,
            },
        )

    def _metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "end_session_endpoint": f"{self.url}/sign-out",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }


def _answer(request: BaseHTTPRequestHandler, content: dict[str, Any]) -> None:
    body = json.dumps(content).encode()
    request.send_response(200)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)


def _redirect(request: BaseHTTPRequestHandler, url: str) -> None:
    request.send_response(302)
    request.send_header("Location", url)
    request.send_header("Content-Length", "0")
    request.end_headers()
