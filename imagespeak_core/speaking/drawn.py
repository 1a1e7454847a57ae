"""A learner's own words, drawn: by the illustrator always, kept nowhere, made again when asked for.

Whoever asks for what is being drawn already waits for the same drawing. Nothing is counted: it
costs nothing.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from imagespeak_core.errors import ImageNotFoundError, ModelBusyError
from imagespeak_core.models import MAX_SEED, MIN_SIDE_PX, ImageRequest
from imagespeak_core.operations.calls import Call
from imagespeak_core.pictures.naming import ImageKey, parse_key
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import Attempt, Drawing

LONGEST_SIDE_PX = 768
"""Drawings are no larger: they stand beside a picture, and are waited for."""
KEPT_BYTES = 32_000_000
"""So much is kept in memory for being asked for again."""
AT_ONCE = 2
MOST_WAITING = 100
MOST_NAMED = 1_000
"""So many orders that no attempt keeps are known by a name, those that were named last."""

_USUAL_SIZE_PX = (768, 768)


@dataclass(frozen=True, slots=True)
class WordsOrder:
    """What is to be drawn; the same order gives the same drawing, on every server.

    Attributes:
        picture: The picture that the words are about.
        words: As the learner wrote them, not empty.
        seed: See `order_for`; so are the next two.
        width_px: 256–1536.
        height_px: 256–1536.
    """

    picture: ImageKey
    words: str
    seed: int
    width_px: int
    height_px: int

    @property
    def drawing(self) -> Drawing:
        """What an attempt keeps of it."""
        return Drawing(self.seed, self.width_px, self.height_px)


@dataclass(frozen=True, slots=True)
class DrawnWords:
    """Words, drawn.

    Attributes:
        png: The drawing.
        is_english: Whether the words were understood as English at all.
        alternative_text: What the drawing shows, for whoever does not see it.
        remarks: What of the words it does not show.
        differences: What it shows otherwise than the picture, see `differences.differences`;
            none where nobody knows what the picture shows.
    """

    png: bytes
    is_english: bool
    alternative_text: str
    remarks: tuple[str, ...]
    differences: tuple[str, ...]


def order_for(services: Services, picture: ImageKey, words: str) -> WordsOrder:
    """How words about a picture are drawn: in its shape, and always with the same seed.

    Args:
        services: What the use cases work with.
        picture: Which.
        words: Not empty.

    Raises:
        ImageNotFoundError: There is no such picture.
        StorageError: The store failed, by subclass.
    """
    details = services.store.details(picture)
    width_px, height_px = _size(details.width_px, details.height_px)
    digits = hashlib.sha256(f"imagespeak words\n{picture}".encode()).hexdigest()
    return WordsOrder(picture, words, int(digits, 16) % MAX_SEED + 1, width_px, height_px)


def order_of(attempt: Attempt) -> WordsOrder | None:
    """How the words of an attempt were drawn; None where they were not."""
    picture = parse_key(attempt.picture)
    if attempt.drawing is None or picture is None or not attempt.words.strip():
        return None
    drawing = attempt.drawing
    return WordsOrder(picture, attempt.words, drawing.seed, drawing.width_px, drawing.height_px)


def _size(width_px: int | None, height_px: int | None) -> tuple[int, int]:
    """The picture's shape, as near as the illustrator's bounds let it be."""
    if not width_px or not height_px:
        return _USUAL_SIZE_PX
    scale = min(1.0, LONGEST_SIDE_PX / max(width_px, height_px))
    return max(MIN_SIDE_PX, round(width_px * scale)), max(MIN_SIDE_PX, round(height_px * scale))


class WordsDrawn:
    """Draws orders, a few at once. Safe to use from several threads."""

    def __init__(self, services: Services) -> None:
        """Draw nothing yet.

        Args:
            services: What the use cases work with.
        """
        self._services = services
        self._lock = threading.Lock()
        self._running: dict[WordsOrder, Future[DrawnWords]] = {}
        self._kept: OrderedDict[WordsOrder, DrawnWords] = OrderedDict()
        self._kept_bytes = 0
        self._named: OrderedDict[str, WordsOrder] = OrderedDict()
        self._salt = secrets.token_bytes(32)
        self._pool = ThreadPoolExecutor(AT_ONCE, "words-drawn")

    def draw(self, order: WordsOrder) -> Future[DrawnWords]:
        """The drawing, now or soon; what `draw_words` raises comes with it.

        Raises:
            ModelBusyError: Too many wait already.
        """
        with self._lock:
            kept = self._kept.get(order)
            if kept:
                self._kept.move_to_end(order)
                done: Future[DrawnWords] = Future()
                done.set_result(kept)
                return done
            running = self._running.get(order)
            if running:
                return running
            if len(self._running) >= MOST_WAITING:
                raise ModelBusyError(
                    "Too many people want their words drawn just now. Try again in a minute.",
                    retry_after_s=60,
                )
            future = self._pool.submit(draw_words, self._services, order)
            self._running[order] = future
        future.add_done_callback(lambda ended: self._note(order, ended))
        return future

    def name(self, order: WordsOrder) -> str:
        """What an order is called here that no attempt keeps: 32 digits that can't be guessed."""
        text = repr(order).encode()
        name = hashlib.blake2b(text, key=self._salt, digest_size=16).hexdigest()
        with self._lock:
            self._named[name] = order
            self._named.move_to_end(name)
            while len(self._named) > MOST_NAMED:
                self._named.popitem(last=False)
        return name

    def named(self, name: str) -> WordsOrder | None:
        """The order with a name, as long as it is known."""
        return self._named.get(name)

    def shutdown(self) -> None:
        """Begin nothing new; what is being drawn is waited for."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _note(self, order: WordsOrder, ended: Future[DrawnWords]) -> None:
        with self._lock:
            self._running.pop(order, None)
            if ended.cancelled() or ended.exception():
                return
            self._kept[order] = ended.result()
            self._kept_bytes += len(ended.result().png)
            while self._kept_bytes > KEPT_BYTES:
                _, oldest = self._kept.popitem(last=False)
                self._kept_bytes -= len(oldest.png)


def draw_words(services: Services, order: WordsOrder) -> DrawnWords:
    """Draw an order. Nothing of it is kept.

    Raises:
        StorageError: The picture could not be read, by subclass.
        ModelError: The illustrator failed, by subclass.
    """
    # The vocabulary is imported where it is needed, see `IllustratorTeller`.
    from imagespeak_core.generators.illustrator.generator import MODEL_ID
    from imagespeak_core.generators.illustrator.scene_json import scene_from_json
    from imagespeak_core.generators.illustrator.telling.description import full_description
    from imagespeak_core.generators.illustrator.telling.remarks import remarks
    from imagespeak_core.speaking.differences import differences

    try:
        scene = services.store.scene(order.picture)
    except ImageNotFoundError:  # it was deleted since
        scene = ""
    request = ImageRequest(
        session_id=order.picture.session_id,
        prompt=order.words,
        seed=order.seed,
        width_px=order.width_px,
        height_px=order.height_px,
    )
    drawer = services.words_drawer()
    with services.paid_calls.free(Call("words drawn", MODEL_ID, request.session_id)):
        image = drawer.draw_beside(request, scene)
    shown = scene_from_json(image.scene)
    try:
        told = differences(scene_from_json(scene), shown)
    except ValueError:  # a model's picture, or one by a later version
        told = ()
    return DrawnWords(
        png=image.png,
        is_english=shown.language == "en",
        alternative_text=full_description(shown),
        remarks=remarks(shown),
        differences=told,
    )
