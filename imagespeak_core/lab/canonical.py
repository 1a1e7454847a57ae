"""One name for each exact request, so that no picture is paid for twice.

The name is the SHA-256 of the request as its model would read it: model, prompt, negative prompt
(where the model heeds one), size and seed. Under `requests/{sha}.json` stands the key of the
newest picture that the lab made from it: `{"version": 1, "key": "generated-images/lab-…"}`.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

from pydantic import BaseModel, ValidationError

from imagespeak_core.errors import ChangedMeanwhileError, StorageError
from imagespeak_core.generators.base import Offer
from imagespeak_core.lab.plan import STRICT
from imagespeak_core.models import ImageRequest, StoredImage
from imagespeak_core.pictures.naming import ImageKey, parse_key
from imagespeak_core.services import Services
from imagespeak_core.stores.documents import Documents

logger = logging.getLogger(__name__)

_TRIES = 3
_READS_AT_ONCE = 8


class _Made(BaseModel):
    """What the document of a request says."""

    model_config = STRICT

    version: Literal[1] = 1
    key: str


def request_sha(request: ImageRequest, offer: Offer) -> str:
    """The name of a request: 64 hexadecimal digits. Its session does not count.

    Args:
        request: For one picture, its seed known.
        offer: Of the model that it would be made with.
    """
    negative = request.negative_prompt if offer.takes_negative_prompt else ""
    canonical = {
        "version": 1,
        "model": offer.model,
        "prompt": request.prompt,
        "negative-prompt": negative,
        "width": request.width_px,
        "height": request.height_px,
        "seed": request.seed,
    }
    text = json.dumps(canonical, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def find_made(services: Services, sha: str) -> StoredImage | None:
    """The picture that was made from a request before; None where it was not, or is gone.

    Raises:
        StorageError: The store failed, by subclass.
    """
    document = services.documents.read(_name(sha))
    key = _key(document.content) if document else None
    if key is None:
        return None
    images = services.store.list_session(key.session_id)
    return next((image for image in images if image.key == key), None)


def made_before(services: Services, shas: Iterable[str]) -> frozenset[str]:
    """Those of the requests that cost nothing now, because their picture is in the store.

    Raises:
        StorageError: The store failed, by subclass.
    """
    names = list(dict.fromkeys(shas))
    with ThreadPoolExecutor(max_workers=_READS_AT_ONCE) as pool:
        found = pool.map(lambda sha: find_made(services, sha), names)
        return frozenset(sha for sha, image in zip(names, found, strict=True) if image)


def remember_made(documents: Documents, sha: str, key: ImageKey) -> None:
    """Note which picture was made from a request, in place of an older one.

    The picture is in the store already, so a failure is logged and nothing else: at worst the
    same request is paid for once more.
    """
    content = _Made(key=str(key)).model_dump_json().encode()
    try:
        for _ in range(_TRIES):
            there = documents.read(_name(sha))
            try:
                documents.write(_name(sha), content, replacing=there.version if there else None)
            except ChangedMeanwhileError:
                continue
            return
    except StorageError as exc:
        logger.warning("a request could not be remembered: %s", exc.code)


def _name(sha: str) -> str:
    return f"requests/{sha}.json"


def _key(content: bytes) -> ImageKey | None:
    try:
        return parse_key(_Made.model_validate_json(content).key)
    except ValidationError:
        logger.warning("the document of a request can't be read")
        return None
