"""What crosses the boundaries between pages, use cases, generators and stores. All frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.pictures.naming import ImageKey, check_session_id

Quality = Literal["standard", "premium"]
QUALITIES: tuple[Quality, ...] = get_args(Quality)

MAX_PROMPT_LENGTH = 10_000
MIN_SIDE_PX, MAX_SIDE_PX = 256, 1536
MAX_SEED = 4_294_967_294
MAX_IMAGE_COUNT = 5
MAX_MODEL_LENGTH = 200


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One wish for pictures, checked.

    Attributes:
        session_id: See `naming.check_session_id`.
        prompt: 1–10,000 characters, not only white space; kept exactly as given.
        negative_prompt: What should not be seen; up to 10,000 characters.
        quality: Which of the two configured models.
        width_px: 256–1536.
        height_px: 256–1536.
        seed: 1–4,294,967,294, or 0 for one that is drawn when the work starts.
        image_count: 1–5; picture i uses seed + i.
        model: The raw id of the model, one of those that the generator offers; empty for the one
            that the quality stands for.

    Raises:
        InvalidRequestError: A value is outside its bounds; `field` names it.
    """

    session_id: str
    prompt: str
    negative_prompt: str = ""
    quality: Quality = "standard"
    width_px: int = 1024
    height_px: int = 1024
    seed: int = 0
    image_count: int = 1
    model: str = ""

    def __post_init__(self) -> None:
        check_session_id(self.session_id)
        _check_text("prompt", self.prompt)
        if not self.prompt.strip():
            raise InvalidRequestError("prompt", "The prompt is empty. Say what to show.")
        _check_text("negative_prompt", self.negative_prompt)
        if self.quality not in QUALITIES:
            raise InvalidRequestError(
                "quality", f"Quality {self.quality!r} is unknown. Use one of: standard, premium."
            )
        _check_range("width_px", "width", self.width_px, MIN_SIDE_PX, MAX_SIDE_PX)
        _check_range("height_px", "height", self.height_px, MIN_SIDE_PX, MAX_SIDE_PX)
        _check_range("seed", "seed", self.seed, 0, MAX_SEED)
        _check_range("image_count", "number of images", self.image_count, 1, MAX_IMAGE_COUNT)
        if len(self.model) > MAX_MODEL_LENGTH:
            raise InvalidRequestError(
                "model", f"The model's id is longer than {MAX_MODEL_LENGTH} characters."
            )

    def single(self, offset: int) -> ImageRequest:
        """The request for picture `offset` of this one alone, its seed known.

        Past the largest seed it goes on at 1.
        """
        return replace(self, seed=(self.seed - 1 + offset) % MAX_SEED + 1, image_count=1)


def _check_text(field: str, text: str) -> None:
    name = field.replace("_", " ")
    if len(text) > MAX_PROMPT_LENGTH:
        raise InvalidRequestError(
            field,
            f"The {name} has {len(text):,} characters. Use at most {MAX_PROMPT_LENGTH:,}.",
        )
    try:
        text.encode()
    except UnicodeEncodeError as exc:
        raise InvalidRequestError(
            field, f"The {name} has a broken character (half of a pair). Type it again."
        ) from exc


def _check_range(field: str, name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise InvalidRequestError(
            field, f"The {name} is {value}. Use a whole number from {low} to {high}."
        )


@dataclass(frozen=True, slots=True)
class GeneratedImage:
    """A picture as a generator gives it.

    Attributes:
        png: A PNG of exactly the requested size.
        seed: The one that the model reports.
        model: The model's raw id.
        duration_ms: From the request to the finished PNG.
        warnings: Sentences about what could not be honoured.
        scene: JSON of what the picture really shows; empty where the generator can't tell.
    """

    png: bytes
    seed: int
    model: str
    duration_ms: int
    warnings: tuple[str, ...] = ()
    scene: str = ""


@dataclass(frozen=True, slots=True)
class StoredImage:
    """A picture in a store, as a listing tells of it.

    Attributes:
        key: Where it is.
        size_bytes: Size of the PNG.
        last_modified: When it was written, aware.
    """

    key: ImageKey
    size_bytes: int
    last_modified: datetime


@dataclass(frozen=True, slots=True)
class MadeImage:
    """A picture just made and stored.

    Attributes:
        stored: Where it is.
        seed: The one that the model reports.
        model: The model's raw id.
        duration_ms: From the request to the finished PNG, without storing it.
    """

    stored: StoredImage
    seed: int
    model: str
    duration_ms: int


@dataclass(frozen=True, slots=True)
class GenerationResult:
    """What a request gave.

    Attributes:
        images: The good ones, by index, at least one.
        warnings: What could not be honoured, and which pictures failed and why.
        listed: All pictures of the session, newest first, as they were after the last was stored.
    """

    images: tuple[MadeImage, ...]
    warnings: tuple[str, ...] = ()
    listed: tuple[StoredImage, ...] = ()
