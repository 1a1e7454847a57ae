"""What Lambda answers when all goes well: the use case's outcome as a JSON object."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from imagespeak_core.errors import NoImagesError
from imagespeak_core.lambda_handler.requests import GenerateCall, RetrieveCall, write_cursor
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey, newest_first
from imagespeak_core.pictures.use_cases import generate_images, retrieve_images
from imagespeak_core.services import Services

logger = logging.getLogger(__name__)


def generate_answer(services: Services, call: GenerateCall) -> dict[str, object]:
    """Make the pictures of a request, and tell of them in the order of their indexes.

    Raises:
        ImageSpeakError: As `practice.generate_images`.
    """
    request = call.image
    result = generate_images(services, request)
    made = sorted(result.images, key=lambda image: image.stored.key.order)
    size = {"width": request.width_px, "height": request.height_px}
    entries = _entries(services, [image.stored for image in made])
    urls = [entry["url"] for entry in entries]
    return {
        "success": True,
        "message": f"{_pictures(len(made))} made and stored.",
        "sessionId": request.session_id,
        "prompt": request.prompt,
        "quality": request.quality,
        "dimensions": f"{request.width_px}x{request.height_px}",
        "seed": made[0].seed,
        "model": made[0].model,
        "images": [
            entry | {"seed": image.seed} | size for entry, image in zip(entries, made, strict=True)
        ],
        "image_urls": urls,
        "s3_url": urls[0],
        "warnings": [*call.warnings, *result.warnings],
    }


def retrieve_answer(services: Services, call: RetrieveCall) -> dict[str, object]:
    """A page of a session's pictures, newest first; `nextCursor` only where more are left.

    Raises:
        NoImagesError: The session has none at all.
        StorageError: The store failed, by subclass.
    """
    images = retrieve_images(services, call.session_id)
    if not images:
        raise NoImagesError(call.session_id)
    rest = _behind(images, call.after)
    page = rest[: call.limit]
    entries = _entries(services, page)
    logger.info("%d pictures found", len(images))
    content: dict[str, object] = {
        "success": True,
        "message": f"{_pictures(len(images))} found, {len(page)} of them in this answer.",
        "sessionId": call.session_id,
        "images": entries,
        "image_urls": [entry["url"] for entry in entries],
    }
    if len(rest) > len(page):
        content["nextCursor"] = write_cursor(page[-1].key)
    return content


def _behind(images: Sequence[StoredImage], after: ImageKey | None) -> list[StoredImage]:
    """The rest of a listing; foreign keys that share time and index are ordered by their name."""
    ordered = newest_first(sorted(images, key=lambda image: str(image.key)))
    if after is None:
        return ordered
    return [
        image
        for image in ordered
        if image.key.order < after.order
        or (image.key.order == after.order and str(image.key) > str(after))
    ]


def _entries(services: Services, images: Sequence[StoredImage]) -> list[dict[str, object]]:
    now = services.now()
    return [
        {
            "url": services.store.image_url(image.key, signed_at=now),
            "key": str(image.key),
            "size": image.size_bytes,
            "last_modified": image.last_modified.isoformat(),
            "timestamp": image.key.timestamp,
            "image_index": image.key.image_index,
        }
        for image in images
    ]


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count} pictures"
