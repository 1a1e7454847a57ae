"""One permission to keep one recording: signed, bound to a session, a learner and a picture.

A ticket is single-use because its upload's name is: however often and to whichever server the
same upload is sent, at most one recording has it.
"""

from __future__ import annotations

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import asdict, dataclass
from datetime import datetime

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.signing.signatures import matches, sign

TICKET_LIFE_S = 6 * 60 * 60

_PURPOSE = "imagespeak recording ticket"
_MAX_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a ticket permits.

    Attributes:
        session_id: For which the recording is kept.
        learner: Whose it is: `learner.key_hash`.
        picture: The key of the picture that is spoken about.
        upload: The upload's own name: 32 random hexadecimal digits.
        issued: Unix seconds.
    """

    session_id: str
    learner: str
    picture: str
    upload: str
    issued: int


def new_ticket(*, session_id: str, learner: str, picture: str, now: datetime) -> Ticket:
    """A ticket that was given to nobody yet."""
    return Ticket(session_id, learner, picture, secrets.token_hex(16), int(now.timestamp()))


def signed(ticket: Ticket, *, secret: bytes) -> str:
    """The ticket as a text of `A-Z a-z 0-9 _ - .` that a browser sends back."""
    content = urlsafe_b64encode(json.dumps(asdict(ticket)).encode()).decode().rstrip("=")
    return f"{content}.{sign(_PURPOSE, content, secret=secret)}"


def read_ticket(text: str, *, secret: bytes, now: datetime) -> Ticket:
    """What a browser sent, if we signed it and it is not too old.

    Raises:
        AddressExpiredError: It is too old, or anything in it was changed.
    """
    content, _, signature = text[:_MAX_LENGTH].partition(".")
    if matches(signature, _PURPOSE, content, secret=secret):
        ticket = Ticket(**json.loads(urlsafe_b64decode(content + "=" * (-len(content) % 4))))
        if now.timestamp() < ticket.issued + TICKET_LIFE_S:
            return ticket
    raise AddressExpiredError("This page was open for too long. Load it again, then press Keep.")
