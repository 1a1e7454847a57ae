"""Whose ticket a request brings: its learner's, from a page of ours."""

from __future__ import annotations

from starlette.requests import Request

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.speaking.learner import is_key, key_hash
from imagespeak_core.speaking.tickets import Ticket, read_ticket
from pages.components.shell.visitor import COOKIE_NAME
from pages.components.shell.wiring import wiring
from pages.server.json_posts import is_from_here


class NotYoursError(ImageSpeakError):
    """Another learner's ticket, or one that another site sends."""


def ticket_of(request: Request) -> Ticket:
    """The ticket, if the one who sends it may.

    Raises:
        AddressExpiredError: It is over, or none of ours.
        NotYoursError: It is another learner's, or comes from another site.
    """
    wired = wiring()
    if not is_from_here(request):
        raise NotYoursError("A recording can only be sent from the practice page.")
    text = request.headers.get("Upload-Ticket", "")
    ticket = read_ticket(text, secret=wired.secret, now=wired.services.now())
    key = request.cookies.get(COOKIE_NAME, "")
    if is_key(key) and key_hash(key) != ticket.learner:
        raise NotYoursError(
            "Somebody else uses this browser now. Load the page again, then record once more."
        )
    return ticket
