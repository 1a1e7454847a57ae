"""What a family of models is sent, and what its answers mean. Pure: nothing is called here.

A new family is one more pair of functions in `FORMATS`, and a recorded answer in the tests.
"""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from imagespeak_core.errors import ModelError, PictureRefusedError, PromptRefusedError
from imagespeak_core.generators.bedrock.catalog import FAMILIES, Family
from imagespeak_core.models import ImageRequest

_FILTER_REASON = "filter reason"
_MAX_REASON_LENGTH = 100
_SEED = re.compile(r"[0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """One picture as the model gave it.

    Attributes:
        image: The bytes of an image file, not looked into.
        seed: The one that the model reports, never negative.
    """

    image: bytes
    seed: int


@dataclass(frozen=True, slots=True)
class Format:
    """How a family speaks.

    Attributes:
        body: Request → the JSON object that is sent; only fields that the family knows.
        answer: The JSON object that came back → picture. Raises as `read_answer`.
    """

    body: Callable[[ImageRequest], dict[str, object]]
    answer: Callable[[Mapping[str, object]], ModelAnswer]


def write_body(family: Family, request: ImageRequest) -> bytes:
    """The body of a call for one picture, JSON in ASCII."""
    return json.dumps(FORMATS[family].body(request)).encode("ascii")


def read_answer(family: Family, body: bytes) -> ModelAnswer:
    """The picture in the body of a successful call.

    Raises:
        PromptRefusedError: The content filter refused the text.
        PictureRefusedError: The content filter refused the picture.
        ModelError: The model failed, or this is no answer of this family.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as exc:
        raise _odd_answer("it is not JSON") from exc
    if not isinstance(answer, dict):
        raise _odd_answer("it is not an object")
    return FORMATS[family].answer(answer)


def nearest_aspect_ratio(
    width_px: int, height_px: int, ratios: tuple[tuple[int, int], ...]
) -> tuple[int, int]:
    """The shape of which least has to be cut away.

    Nearest by the logarithm, so that twice as wide and half as wide are equally far.
    """
    wanted = math.log(width_px / height_px)
    return min(ratios, key=lambda ratio: abs(math.log(ratio[0] / ratio[1]) - wanted))


def _stability_body(request: ImageRequest) -> dict[str, object]:
    ratio_width, ratio_height = nearest_aspect_ratio(
        request.width_px, request.height_px, FAMILIES["stability"].aspect_ratios
    )
    body: dict[str, object] = {
        "prompt": request.prompt,
        "aspect_ratio": f"{ratio_width}:{ratio_height}",
        "seed": request.seed,
        "output_format": "png",
    }
    if request.negative_prompt:
        body["negative_prompt"] = request.negative_prompt
    return body


def _stability_answer(answer: Mapping[str, object]) -> ModelAnswer:
    reasons = answer.get("finish_reasons")
    if not isinstance(reasons, list):
        raise _odd_answer("finish_reasons is not a list")
    _check_reasons(reasons)
    _only_one("finish_reasons", reasons)
    image = _only_one("images", answer.get("images"))
    seed = _only_one("seeds", answer.get("seeds"))
    return ModelAnswer(image=_decoded(image), seed=_seed_number(seed))


def _check_reasons(reasons: list[object]) -> None:
    for reason in reasons:
        if reason is None:
            continue
        if not isinstance(reason, str):
            raise _odd_answer("a finish reason is not text")
        if reason.lower().startswith(_FILTER_REASON):
            raise _refusal(reason)
        if reason == "Inference error":
            raise ModelError(
                "The picture model had a problem while it worked. No picture was made or stored. "
                "Try again."
            )
        raise _odd_answer("its finish reason is unknown")


def _refusal(reason: str) -> PromptRefusedError | PictureRefusedError:
    shown = reason[:_MAX_REASON_LENGTH].encode("ascii", "replace").decode("ascii")
    if "output" in reason.lower():
        return PictureRefusedError(
            "The picture model made a picture, but its safety filter did not let it through. "
            "Nothing was stored. Try again, or say it in other words.",
            reason=shown,
        )
    return PromptRefusedError(
        "The picture model's safety filter refused this text. Maybe it does not like a word in "
        "it (even innocent words can do that), or the text is not in English. Nothing was stored. "
        "Say it in other words, and write in English.",
        reason=shown,
    )


def _only_one(field: str, value: object) -> object:
    if not isinstance(value, list) or len(value) != 1:
        raise _odd_answer(f"{field} is not a list of one")
    item: object = value[0]
    return item


def _decoded(image: object) -> bytes:
    if not isinstance(image, str):
        raise _odd_answer("the picture is not text")
    try:
        return base64.b64decode(image, validate=True)
    except ValueError as exc:
        raise _odd_answer("the picture is not base64") from exc


def _seed_number(seed: object) -> int:
    # Seeds come as numbers or as strings.
    if not isinstance(seed, int | str) or not _SEED.fullmatch(str(seed)):
        raise _odd_answer("the seed is not a number")
    return int(seed)


def _odd_answer(detail: str) -> ModelError:
    return ModelError(
        f"The picture model sent an answer that we do not understand ({detail}). "
        "Nothing was stored. Try again; if it happens again, tell the owner."
    )


FORMATS: Mapping[Family, Format] = MappingProxyType(
    {"stability": Format(body=_stability_body, answer=_stability_answer)}
)
