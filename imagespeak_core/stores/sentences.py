"""Sentences that a paid voice has said: kept once for all servers, so that they are paid once."""

from __future__ import annotations

import hashlib
import re

from imagespeak_core.errors import ChangedMeanwhileError, NotABlobError
from imagespeak_core.stores.blobs import Blobs

VOICE_PREFIX = "voices/"

_VOICE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")


class SentenceStore:
    """Sounds in MP3 as `voices/{name of the voice}_{SHA-256 of the sentence}.mp3`.

    They are written and read by their names, and never listed. Both methods raise StorageError
    by subclass where the store fails, and ValueError for a voice whose name breaks its rule.
    """

    def __init__(self, blobs: Blobs) -> None:
        """Remember where.

        Args:
            blobs: Where they are kept.
        """
        self._blobs = blobs

    def read(self, voice: str, sentence: str) -> bytes | None:
        """A sentence as it was said; None where it was not, or what is there is none of ours.

        Raises:
            StorageAccessError: It may not be read; or it is not there, and the store tells that
                only to those who may list it.
        """
        try:
            there = self._blobs.read(sentence_name(voice, sentence))
        except NotABlobError:
            return None
        return there.content if there and there.content else None

    def create(self, voice: str, sentence: str, mp3: bytes) -> None:
        """Keep a sentence. One that is there stays as it is: it says the same."""
        name = sentence_name(voice, sentence)
        try:
            self._blobs.create(name, mp3, content_type="audio/mpeg")
        except (ChangedMeanwhileError, NotABlobError):
            return


def sentence_name(voice: str, sentence: str) -> str:
    """The full name of a sentence in the store.

    Raises:
        ValueError: The name of the voice breaks its rule.
    """
    if not _VOICE_NAME.fullmatch(voice):
        raise ValueError(f"{voice!r} is not the name of a voice.")
    return f"{VOICE_PREFIX}{voice}_{hashlib.sha256(sentence.encode()).hexdigest()}.mp3"
