"""What the use cases work with; `bootstrap` builds it from the settings."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from imagespeak_core.changes import Changes
from imagespeak_core.checkers.base import GrammarChecker
from imagespeak_core.generators.base import ImageGenerator, SceneTeller, WordsDrawer
from imagespeak_core.generators.breaker import Breaker
from imagespeak_core.operations.tally import Tally
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.pictures.room import Room
from imagespeak_core.recognisers.base import RecordingRecogniser, SoundRecogniser
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.recordings import RecordingStore
from imagespeak_core.stores.sentences import SentenceStore
from imagespeak_core.viewers.base import PictureViewer
from imagespeak_core.viewers.unstored import UnstoredViews
from imagespeak_core.voices.base import Voice


def _no_words_drawer() -> WordsDrawer:
    raise LookupError("Nobody draws words here.")


@dataclass(frozen=True, slots=True)
class Services:
    """What the use cases work with.

    Attributes:
        generator: Makes pictures.
        store: Keeps them.
        documents: Keeps what is known of classes, beside the pictures.
        claims: Names that one server alone may hold, there too.
        recordings: Keeps what learners speak, there too.
        picture_calls: Stands before every call to the generator.
        now: The clock, aware.
        draw_seed: A random seed, 1–4,294,967,294.
        wait: Sleeps for so many seconds.
        words_drawer: Gives who draws learners' words, whoever makes the pictures.
        recogniser: Writes drafts of sounds, on this server; None: nobody does.
        transcriber: Writes drafts of recordings that are kept, paid; None: nobody does.
        voice: Reads sentences aloud; None: nobody does.
        sentences: Keeps what it was paid for; None: nobody does.
        viewer: Sees what is in a picture, paid; None: nobody does.
        grammar: Finds mistakes in confirmed words, on this server; None: nobody does.
        paid_calls: Stands before every paid call but those to the generator.
        budget: What all servers together may spend; None for any sum.
        breaker: Stands before the generator's models; None where they can't keep silent.
        room: How much learners may store; None for anything, as in the Lambda.
        spool: Keeps what is on its way into the store; None: its makers alone do.
        tellers: Gives those who tell what a picture shows, each for the models that it knows.
        unstored_views: What a model sees in pictures and the store will not take, until it is asked
            for again.
        troubles: Told of what only the owner can mend.
        tally: Counts what happens, for the owner.
        changes: Told of what is stored, changed and deleted.
    """

    generator: ImageGenerator
    store: PictureStore
    documents: Documents
    claims: Claims
    recordings: RecordingStore
    picture_calls: PaidCalls
    paid_calls: PaidCalls
    now: Callable[[], datetime]
    draw_seed: Callable[[], int]
    wait: Callable[[float], None] = time.sleep
    words_drawer: Callable[[], WordsDrawer] = _no_words_drawer
    recogniser: SoundRecogniser | None = None
    transcriber: RecordingRecogniser | None = None
    voice: Voice | None = None
    sentences: SentenceStore | None = None
    viewer: PictureViewer | None = None
    grammar: GrammarChecker | None = None
    budget: Budget | None = None
    breaker: Breaker | None = None
    room: Room | None = None
    spool: Spool | None = None
    tellers: Callable[[], tuple[SceneTeller, ...]] = tuple
    unstored_views: UnstoredViews = field(default_factory=UnstoredViews)
    troubles: Troubles = field(default_factory=Troubles)
    tally: Tally = field(default_factory=Tally)
    changes: Changes = field(default_factory=Changes)
