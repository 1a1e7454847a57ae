"""A page of plain HTML, for when the app's own pages can't be shown or say nothing."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from string import Template

from starlette.responses import HTMLResponse

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
    title: str, told: str, owner: str, *, status: int, buttons: tuple[Button, ...] = ()
) -> HTMLResponse:
    """What happened, the way out, and what only the owner can mend.

    Args:
        title: In a few words.
        told: For the visitor: what to do now.
        owner: For whoever runs the site.
        status: Of the answer.
        buttons: Above the links to the app's pages; without any, the links are the way out.
    """
    base = base_path()
    forms = "".join(
        f'<form method="post" action="{escape(base + button.path)}">'
        f'<button name="choice" value="{escape(button.choice)}">{escape(button.label)}</button>'
        "</form>"
        for button in buttons
    )
    links = (
        f'<p><a href="{escape(base)}/classroom">Try again</a> · '
        f'<a href="{escape(base)}/">Back to practice</a></p>'
    )
    page = Template(assets.beside(__file__, "trouble_page.html")).substitute(
        title=escape(title), told=escape(told), owner=escape(owner), actions=forms or links
    )
    return HTMLResponse(page, status, headers={"Cache-Control": "no-store"})
