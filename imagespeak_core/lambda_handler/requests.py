"""From the fields of a request to Lambda to a checked one. A field that is null is left out."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lambda_handler.events import Fields
from imagespeak_core.models import QUALITIES, ImageRequest
from imagespeak_core.pictures.naming import ImageKey, check_session_id, parse_key

MAX_LIMIT = 1000

Action = Literal["generate", "retrieve"]
_ACTIONS: tuple[Action, ...] = get_args(Action)
_Word = TypeVar("_Word", bound=str)

_LARGEST_INTEGER_BITS = 64
_SHOWN_LENGTH = 40

_UNUSED_SETTINGS = frozenset(
    "aspect_ratio aspectRatio cfg_scale cfgScale clip_guidance_preset clipGuidancePreset fidelity "
    "guidance guidance_scale guidanceScale image init_image initImage mask mode model modelId "
    "negative_prompt_strength num_inference_steps output_format outputFormat sampler scheduler "
    "steps strength style style_preset stylePreset".split()
)
"""Settings that other programs of this kind have and the models of this one don't."""


@dataclass(frozen=True, slots=True)
class GenerateCall:
    """Make pictures.

    Attributes:
        image: What to make.
        warnings: A sentence for each known setting that can't be honoured.
    """

    image: ImageRequest
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RetrieveCall:
    """Show a session's pictures.

    Attributes:
        session_id: A good one.
        limit: 1–1,000 pictures.
        after: Only pictures that a listing has behind this one; None to begin at the newest.
    """

    session_id: str
    limit: int
    after: ImageKey | None


def read_request(fields: Fields) -> GenerateCall | RetrieveCall:
    """Check every field that the action has.

    Two names of one field may both be given if they say the same.

    Raises:
        InvalidRequestError: A field is missing, of another type or outside its bounds.
    """
    session_id = check_session_id(_required_text(fields, "sessionId"))
    if _one_of(fields, "action", _ACTIONS) == "generate":
        return GenerateCall(_image_request(session_id, fields), _unused_settings(fields))
    return RetrieveCall(
        session_id=session_id,
        limit=_limit(fields),
        after=_read_cursor(_text(fields, "cursor"), session_id),
    )


def write_cursor(last: ImageKey) -> str:
    """What a client sends as `cursor` to get the pictures behind this one."""
    return base64.urlsafe_b64encode(str(last).encode()).decode().rstrip("=")


def _read_cursor(cursor: str | None, session_id: str) -> ImageKey | None:
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        key = parse_key(base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii"))
    except ValueError:
        key = None
    if key is None or key.session_id != session_id:
        raise InvalidRequestError(
            "cursor",
            "The cursor is not one of this session. Use nextCursor of the answer before, or "
            "leave it out to begin at the newest picture.",
        )
    return key


def _image_request(session_id: str, fields: Fields) -> ImageRequest:
    return ImageRequest(
        session_id=session_id,
        prompt=_required_text(fields, "prompt"),
        negative_prompt=_negative_prompt(fields),
        quality=_one_of(fields, "quality", QUALITIES),
        width_px=_integer(fields, "width", default=1024),
        height_px=_integer(fields, "height", default=1024),
        seed=_integer(fields, "seed", default=0),
        image_count=_integer(fields, "numberOfImages", "number_of_images", default=1),
    )


def _negative_prompt(fields: Fields) -> str:
    texts = [_text(fields, name) for name in ("negativePrompt", "negative_prompt")]
    several = fields.get("negative_prompts")
    if several is not None:
        if not isinstance(several, list) or not all(isinstance(part, str) for part in several):
            raise InvalidRequestError(
                "negative_prompt", "The field negative_prompts must be a list of texts."
            )
        texts.append(", ".join(part for part in several if part))
    different = {text for text in texts if text}
    if len(different) > 1:
        raise _contradiction("negative_prompt", "negativePrompt, negative_prompt, negative_prompts")
    return next(iter(different), "")


def _unused_settings(fields: Fields) -> tuple[str, ...]:
    return tuple(
        f"The setting {name!r} can't be set here and was not used."
        for name, value in fields.items()
        if name in _UNUSED_SETTINGS and value is not None
    )


def _limit(fields: Fields) -> int:
    limit = _integer(fields, "limit", default=MAX_LIMIT)
    if not 1 <= limit <= MAX_LIMIT:
        raise InvalidRequestError(
            "limit", f"The limit is {limit}. Use a whole number from 1 to {MAX_LIMIT}."
        )
    return limit


def _required_text(fields: Fields, name: str) -> str:
    text = _text(fields, name)
    if not text:
        raise InvalidRequestError(name, f"Missing required parameter: {name}")
    return text


def _text(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise InvalidRequestError(name, f"The field {name} must be a text (a JSON string).")


def _one_of(fields: Fields, name: str, words: tuple[_Word, ...]) -> _Word:
    """The word that the field holds; the first one is the default."""
    text = _text(fields, name)
    if text is None:
        return words[0]
    for word in words:
        if word == text:
            return word
    raise InvalidRequestError(
        name, f"The {name} {text[:_SHOWN_LENGTH]!r} is unknown. Use one of: {', '.join(words)}."
    )


def _integer(fields: Fields, *names: str, default: int) -> int:
    given = {_checked_integer(name, fields.get(name)) for name in names} - {None}
    if len(given) > 1:
        raise _contradiction(names[0], ", ".join(names))
    return next((number for number in given if number is not None), default)


def _checked_integer(name: str, value: object) -> int | None:
    if value is None:
        return None
    if type(value) is not int or value.bit_length() > _LARGEST_INTEGER_BITS:
        raise InvalidRequestError(
            name, f"The field {name} must be a whole number (a JSON integer, without quotes)."
        )
    return value


def _contradiction(field: str, names: str) -> InvalidRequestError:
    return InvalidRequestError(field, f"These fields contradict each other: {names}. Give one.")
