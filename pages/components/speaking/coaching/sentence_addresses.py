"""Where a browser hears a sentence that it has no voice for, and what that costs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from imagespeak_core.stores.signing_time import steady_signing_time
from imagespeak_core.voices.base import plain_sentence
from imagespeak_core.voices.tokens import sentence_token
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring

SENTENCES_PATH = "/sentences/"
_LIFE_S = 24 * 60 * 60


def sentence_address(text: str) -> str:
    """The path at which a sentence is heard: WAV or MP3, the same for hours, for a day at most.

    Each call of a paid voice costs something, and comes when the browser fetches it, so nothing
    may fetch it ahead (`preload="none"`).

    Args:
        text: A sentence of ours, such as one of a model answer: never what a person wrote.

    Returns:
        Empty where this server has no voice, or for a text that no voice takes.
    """
    wired = wiring()
    if wired.sentences is None:
        return ""
    try:
        sentence = plain_sentence(text)
    except ValueError:
        return ""
    signed_at = steady_signing_time(wired.services.now(), url_life_s=_LIFE_S)
    expires = int(signed_at.timestamp()) + _LIFE_S
    token = sentence_token(sentence, expires=expires, secret=wired.secret)
    return addresses.on_this_server(SENTENCES_PATH + token)


def price_of(sentences: Iterable[str]) -> Decimal:
    """US dollars that hearing all of these costs at most; 0 where it costs nothing."""
    said = wiring().sentences
    return said.price_usd(sentences) if said else Decimal(0)
