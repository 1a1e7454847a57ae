"""A page of plain HTML, for when the app's own pages can't be shown or say nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from string import Template

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import Message, Receive, Scope, Send

from pages.components.shell import assets
from pages.components.shell.addresses import base_path


@dataclass(frozen=True, slots=True)
class Button:
    """Sends a choice to a route of ours.

    Attributes:
        label: What it says.
        path: Of the route, without the base path.
        choice: What the route gets as `choice`.
    """

    label: str
    path: str
    choice: str


def trouble_page(
    title: str,
    told: str,
    owner: str = "",
    *,
    status: int,
    again: str = "/classroom",
    practice: str = "/",
    buttons: tuple[Button, ...] = (),
    retry_s: int = 0,
) -> HTMLResponse:
    """What happened, the way out, and what only the owner can mend.

    Args:
        title: In a few words.
        told: For the visitor: what to do now.
        owner: For whoever runs the site; empty where that is not needed.
        status: Of the answer.
        again: The path where it can be tried again; empty for nowhere.
        practice: The path and query of the practice page.
        buttons: Above the links to the app's pages; without any, the links are the way out.
        retry_s: After so long the browser asks for the same address again; 0: it does not.
    """
    base = base_path()
    forms = "".join(
        f'<form method="post" action="{escape(base + button.path)}">'
        f'<button name="choice" value="{escape(button.choice)}">{escape(button.label)}</button>'
        "</form>"
        for button in buttons
    )
    once_more = f'<a href="{escape(base + again)}">Try again</a> · ' if again else ""
    links = f'<p>{once_more}<a href="{escape(base + practice)}">Back to practice</a></p>'
    ways_on = '<p><a href="">Try again</a></p>' if retry_s else links
    for_owner = f'<p class="owner">For the owner of this site: {escape(owner)}</p>' if owner else ""
    page = Template(assets.beside(__file__, "trouble_page.html")).substitute(
        title=escape(title), told=escape(told), owner=for_owner, actions=forms or ways_on
    )
    retry = {"Refresh": str(retry_s), "Retry-After": str(retry_s)} if retry_s else {}
    return HTMLResponse(page, status, headers={"Cache-Control": "no-store", **retry})


def instead_of_a_page(
    page: Callable[[], Response], scope: Scope, receive: Receive, send: Send
) -> Send:
    """Sends an answer on; where it is one of the app's pages, another one in its place.

    Args:
        page: Makes the other one.
        scope: Of the request; so are the next two.
        receive: What comes of it.
        send: Where the answer goes.
    """
    replaced = False

    async def send_or_replace(message: Message) -> None:
        nonlocal replaced
        if message["type"] == "http.response.start" and _is_page(message):
            replaced = True
            await page()(scope, receive, send)
        elif not replaced:
            await send(message)

    return send_or_replace


def _is_page(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("Content-Type", "")
    return bool(start["status"] == 200 and kind.startswith("text/html"))
