"""What the Bedrock stand-in can answer: pictures, refusals, errors, and connections that break."""

from __future__ import annotations

import base64
import io
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from PIL import Image, ImageDraw

LIVE_MODELS = frozenset(
    {
        "stability.stable-image-core-v1:1",
        "stability.sd3-5-large-v1:0",
        "stability.stable-image-ultra-v1:1",
    }
)
VISION_MODELS = frozenset({"us.amazon.nova-lite-v1:0", "amazon.nova-lite-v1:0"})
RETIRED_MODELS = frozenset({"stability.stable-image-core-v1:0", "stability.sd3-large-v1:0"})
RATIOS = ("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21")
LONG_SIDE_PX = 1536

_END_OF_LIFE = "This model version has reached the end of its life. Please refer to AWS's pages."

Cut = Literal["before_headers", "mid_body", "reset_mid_body"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes over the wire, and how much of it."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)
    delay_s: float = 0
    cut: Cut | None = None


Behaviour = Callable[[dict[str, Any]], Reply]
"""The body of a call → what it gets."""


@lru_cache(maxsize=32)
def picture(ratio: str, seed: int, long_side_px: int = LONG_SIDE_PX) -> bytes:
    """A PNG of the ratio, its colours drawn by the seed: a frame, and a disc in the middle."""
    width, height = (int(part) for part in ratio.split(":"))
    scale = long_side_px / max(width, height)
    size = (round(width * scale), round(height * scale))
    dice = random.Random(seed)
    image = Image.new("P", size, 0)
    image.putpalette([dice.randrange(256) for _ in range(3 * 3)])
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=1, width=8)
    radius = min(size) // 3
    middle_x, middle_y = size[0] // 2, size[1] // 2
    disc = (middle_x - radius, middle_y - radius, middle_x + radius, middle_y + radius)
    draw.ellipse(disc, fill=2)
    png = io.BytesIO()
    image.save(png, format="PNG", compress_level=1)
    return png.getvalue()


def answer(image: bytes, seed: int | str) -> Reply:
    """A success with these bytes as its picture."""
    return json_reply(
        {
            "seeds": [seed],
            "finish_reasons": [None],
            "images": [base64.b64encode(image).decode()],
        }
    )


def json_reply(content: object, status: int = 200) -> Reply:
    return Reply(status=status, body=json.dumps(content).encode())


def ok(body: dict[str, Any]) -> Reply:
    """The picture that was asked for; a seed of 0 is replaced, as the real one does."""
    seed = body.get("seed") or 213
    return answer(picture(body.get("aspect_ratio", "1:1"), seed), seed)


def fixed(reply: Reply) -> Behaviour:
    """This reply, whatever is asked."""
    return lambda body: reply


def error(
    code: str, status: int, message: str = "Not today.", *, retry_after: str = ""
) -> Behaviour:
    """An error as AWS writes it."""
    headers: tuple[tuple[str, str], ...] = (
        ("Content-Type", "application/json"),
        ("x-amzn-errortype", code),
        ("x-amzn-requestid", "11111111-2222-3333-4444-555555555555"),
    )
    if retry_after:
        headers = (*headers, ("Retry-After", retry_after))
    return fixed(Reply(status, json.dumps({"message": message}).encode(), headers))


def html(status: int) -> Behaviour:
    """A proxy's page in place of an answer."""
    page = f"<html><body><h1>{status}</h1></body></html>".encode()
    return fixed(Reply(status, page, (("Content-Type", "text/html"),)))


def filtered(reason: str) -> Behaviour:
    """A refusal: HTTP 200 and no picture."""
    return fixed(json_reply({"finish_reasons": [reason]}))


def slow(seconds: float, then: Behaviour = ok) -> Behaviour:
    return lambda body: replace(then(body), delay_s=seconds)


def cut(where: Cut, then: Behaviour = ok) -> Behaviour:
    return lambda body: replace(then(body), cut=where)


throttled = error("ThrottlingException", 429, "Too many requests, please wait.")
not_ready = error("ModelNotReadyException", 429, "The model is not ready for inference.")
unavailable = error("ServiceUnavailableException", 503, "Bedrock is unable to process it.")
internal = error("InternalServerException", 500, "An internal server error occurred.")
model_timeout = error("ModelTimeoutException", 408, "Model processing timed out.")
model_error = error("ModelErrorException", 424, "The model encountered an error.")
quota = error("ServiceQuotaExceededException", 400, "The quota is used up.")
access_denied = error("AccessDeniedException", 403, "You don't have access to the model.")
expired = error("ExpiredTokenException", 403, "The security token is expired.")
unrecognized = error("UnrecognizedClientException", 403, "The security token is invalid.")
retired = error("ResourceNotFoundException", 404, _END_OF_LIFE)
refused_prompt = filtered("Filter reason: prompt")
refused_picture = filtered("Filter reason: output image")
inference_error = filtered("Inference error")
not_an_image = fixed(answer(b"This is a text, not a picture.", 213))
malformed = fixed(Reply(body=b'{"seeds": [213], "finish_rea'))

BEHAVIOURS: dict[str, Behaviour] = {
    "ok": ok,
    "throttled": throttled,
    "not-ready": not_ready,
    "unavailable": unavailable,
    "internal": internal,
    "model-timeout": model_timeout,
    "model-error": model_error,
    "quota": quota,
    "access-denied": access_denied,
    "expired": expired,
    "unrecognized": unrecognized,
    "retired": retired,
    "refused-prompt": refused_prompt,
    "refused-picture": refused_picture,
    "inference-error": inference_error,
    "not-an-image": not_an_image,
    "malformed": malformed,
    "html-502": html(502),
    "cut-before-headers": cut("before_headers"),
    "cut-mid-body": cut("mid_body"),
    "cut-reset": cut("reset_mid_body"),
}


def complaint(model_id: str, body: object, live_models: frozenset[str]) -> Behaviour | None:
    """What the real one would say against the request itself; None where nothing."""
    if model_id in RETIRED_MODELS:
        return retired
    if model_id not in live_models:
        return _invalid("The provided model identifier is invalid.")
    if not isinstance(body, dict):
        return _invalid("Malformed input request, please reformat your input and try again.")
    for name, value in body.items():
        problem = _field_problem(name, value)
        if problem:
            return _invalid(f"Malformed input request: {problem}")
    return None if "prompt" in body else _invalid("Malformed input request: prompt is missing")


def seen(text: str, stop_reason: str = "end_turn", **usage: int) -> Behaviour:
    """What a vision model's answer to Converse looks like, with this text in it."""
    counted = {"inputTokens": 1500, "outputTokens": 300, "totalTokens": 1800} | usage
    return fixed(
        json_reply(
            {
                "metrics": {"latencyMs": 1200},
                "output": {"message": {"content": [{"text": text}], "role": "assistant"}},
                "stopReason": stop_reason,
                "usage": counted,
            }
        )
    )


def view_complaint(model_id: str, body: object) -> Behaviour | None:
    """What the real one would say against a call of Converse; None where nothing."""
    if model_id not in VISION_MODELS:
        return _invalid("The provided model identifier is invalid.")
    if not isinstance(body, dict) or body.keys() - {"system", "messages", "inferenceConfig"}:
        return _invalid("Malformed input request")
    [message] = body["messages"]
    images = [part["image"] for part in message["content"] if "image" in part]
    if message["role"] != "user" or len(images) != 1 or images[0]["format"] != "jpeg":
        return _invalid("Malformed input request: no picture")
    jpeg = base64.b64decode(images[0]["source"]["bytes"], validate=True)
    if not jpeg.startswith(b"\xff\xd8") or len(jpeg) > 3_750_000:
        return _invalid("Could not process image")
    return None


def _invalid(message: str) -> Behaviour:
    return error("ValidationException", 400, message)


def _field_problem(name: str, value: object) -> str:
    if name in ("prompt", "negative_prompt"):
        good = isinstance(value, str) and len(value) <= 10_000
    elif name == "aspect_ratio":
        good = value in RATIOS
    elif name == "seed":
        good = type(value) is int and 0 <= value <= 4_294_967_294
    elif name == "output_format":
        good = value in ("png", "jpeg")
    else:
        return f"extraneous key [{name}] is not permitted"
    return "" if good else f"{name} is not valid"
