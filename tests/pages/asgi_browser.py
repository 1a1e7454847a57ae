"""A browser as a server meets it, without either: it keeps cookies, and follows nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.types import ASGIApp

HOST = "school.test"


@dataclass(slots=True)
class AsgiBrowser:
    """One device.

    Attributes:
        app: What answers.
        cookies: What it has been given.
    """

    app: ASGIApp
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self._ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self._ask("POST", path, **more)

    def patch(self, path: str, **more: Any) -> httpx.Response:
        return self._ask("PATCH", path, **more)

    def delete(self, path: str, **more: Any) -> httpx.Response:
        return self._ask("DELETE", path, **more)

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(
                transport=httpx.ASGITransport(app=self.app),
                base_url=f"http://{HOST}",
                cookies=self.cookies,
            ) as client:
                answer = await client.request(method, path, **more)
                self.cookies = client.cookies
                return answer

        return asyncio.run(ask())
