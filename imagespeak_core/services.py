"""What the use cases work with; `bootstrap` builds it from the settings."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from imagespeak_core.changes import Changes
from imagespeak_core.checkers.base import GrammarChecker
from imagespeak_core.generators.base import ImageGenerator, SceneTeller, WordsDrawer
from imagespeak_core.pictures.daily_limit import DailyLimit
from imagespeak_core.pictures.unstored import UnstoredPictures
from imagespeak_core.recognisers.base import RecordingRecogniser, SoundRecogniser
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
        daily_limit: Stands before every call to the generator.
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
        tellers: Gives those who tell what a picture shows, each for the models that it knows.
        unstored: Pictures that the store did not take, until they are asked for again.
        unstored_views: Likewise what a model sees in pictures.
        changes: Told of what is stored, changed and deleted.
    """

    generator: ImageGenerator
    store: PictureStore
    documents: Documents
    claims: Claims
    recordings: RecordingStore
    daily_limit: DailyLimit
    paid_calls: DailyLimit
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
    tellers: Callable[[], tuple[SceneTeller, ...]] = tuple
    unstored: UnstoredPictures = field(default_factory=UnstoredPictures)
    unstored_views: UnstoredViews = field(default_factory=UnstoredViews)
    changes: Changes = field(default_factory=Changes)
