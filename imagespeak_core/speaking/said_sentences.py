"""A sentence is heard: from memory, else as it was paid for before, else said now.

Two who ask for the same at once wait for one call.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import Future
from decimal import Decimal

from imagespeak_core.errors import StorageAccessError, StorageError, StorageUnsuitableError
from imagespeak_core.operations.calls import Call
from imagespeak_core.services import Services
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.stores.sentences import SentenceStore
from imagespeak_core.stores.spoken_memory import KeepingRights
from imagespeak_core.voices.base import Spoken, Voice, plain_sentence
from imagespeak_core.voices.errors import VoiceBusyError, VoiceUnreadyError

logger = logging.getLogger(__name__)

REMEMBERED_BYTES = 16_000_000
"""Some 80 sentences of a local voice, or 1,000 of a paid one."""

_NOTHING_WAS_PAID = (VoiceBusyError, VoiceUnreadyError)


class SaidSentences:
    """What one voice says. Safe to use from several threads.

    Args:
        voice: Says them.
        store: Keeps what is paid for; None: each process pays anew.
        paid_calls: Stands before every call that costs something.
        remembered_bytes: So much is kept in memory, what was heard last.
        rights: Whether the store lets anything be kept; nothing is known where it is left out.
    """

    def __init__(
        self,
        voice: Voice,
        *,
        store: SentenceStore | None,
        paid_calls: PaidCalls,
        remembered_bytes: int = REMEMBERED_BYTES,
        rights: KeepingRights | None = None,
    ) -> None:
        self._voice = voice
        self._store = store
        self._paid_calls = paid_calls
        self._most_bytes = remembered_bytes
        self._rights = rights or KeepingRights()
        self._is_owner_told = False
        self._lock = threading.Lock()
        self._remembered: OrderedDict[str, Spoken] = OrderedDict()
        self._bytes = 0
        self._running: dict[str, Future[Spoken]] = {}
        self._kept: set[str] = set()

    def price_usd(self, sentences: Iterable[str]) -> Decimal:
        """What hearing all of them costs at most; 0 where it costs nothing. Asks nobody.

        Those that this process has heard, or knows to be kept, cost nothing any more; so may
        others that another server has paid for.
        """
        wanted = {" ".join(sentence.split()) for sentence in sentences}
        with self._lock:
            left = wanted - self._remembered.keys() - self._kept
        return sum((self._voice.price_usd(sentence) for sentence in left), Decimal(0))

    def say(self, sentence: str) -> Spoken:
        """The sentence as sound.

        Raises:
            ValueError: It is empty or too long.
            DayLimitError: It costs something, and the day's number of paid calls is used up.
            VoiceError, VoiceBusyError: See `Voice.speak`.
        """
        sentence = plain_sentence(sentence)
        with self._lock:
            remembered = self._remembered.get(sentence)
            if remembered:
                self._remembered.move_to_end(sentence)
                return remembered
            running = self._running.get(sentence)
            if running is None:
                mine: Future[Spoken] = Future()
                self._running[sentence] = mine
        if running is not None:
            return running.result()
        try:
            spoken = self._found_or_said(sentence)
        except BaseException as exc:
            with self._lock:
                del self._running[sentence]
            mine.set_exception(exc)
            raise
        with self._lock:
            self._remember(sentence, spoken)
            del self._running[sentence]
        mine.set_result(spoken)
        return spoken

    def _remember(self, sentence: str, spoken: Spoken) -> None:
        self._remembered[sentence] = spoken
        self._bytes += len(spoken.content)
        while self._bytes > self._most_bytes:
            _, oldest = self._remembered.popitem(last=False)
            self._bytes -= len(oldest.content)

    def _found_or_said(self, sentence: str) -> Spoken:
        price_usd = self._voice.price_usd(sentence)
        call = Call("sentence", self._voice.name)
        if not price_usd:
            with self._paid_calls.free(call):
                return self._voice.speak(sentence)
        kept = self._read(sentence)
        if kept:
            self._note_kept(sentence)
            return Spoken(kept, "audio/mpeg")
        with self._paid_calls.one(price_usd, call, unmade=_NOTHING_WAS_PAID):
            spoken = self._voice.speak(sentence)
        self._keep(sentence, spoken)
        return spoken

    def _read(self, sentence: str) -> bytes | None:
        if self._store is None:
            return None
        try:
            return self._store.read(self._voice.name, sentence)
        except StorageAccessError:  # who may not list is refused what is not there
            return None
        except StorageError as error:
            logger.info("a sentence that may be kept could not be read: %s", error.code)
            return None

    def _keep(self, sentence: str, spoken: Spoken) -> None:
        if self._store is None or self._rights.may is False:
            return
        if spoken.content_type != "audio/mpeg":
            return
        try:
            self._store.create(self._voice.name, sentence, spoken.content)
        except (StorageAccessError, StorageUnsuitableError) as error:
            self._rights.note(may=False)  # for minutes: its owner may mend it
            if not self._is_owner_told:
                self._is_owner_told = True
                logger.warning(
                    "sentences are not kept in voices/, so each server pays for them again (%s): "
                    "python -m imagespeak_core.stores --check says what lacks",
                    error.code,
                )
        except StorageError as error:
            logger.info("a sentence that was paid for could not be kept: %s", error.code)
        else:
            self._note_kept(sentence)

    def _note_kept(self, sentence: str) -> None:
        with self._lock:
            self._kept.add(sentence)


def said_by(services: Services) -> SaidSentences | None:
    """What the services' own voice says; None where they have none."""
    if services.voice is None:
        return None
    return SaidSentences(services.voice, store=services.sentences, paid_calls=services.paid_calls)
