"""The last prompts of a session with their settings, from the store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.pictures.details import ImageDetails
from imagespeak_core.pictures.naming import ImageKey, check_session_id
from imagespeak_core.services import Services

LOOKED_AT = 30
_READS_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class PastPrompt:
    """Settings that pictures of a session were made with.

    Attributes:
        details: Of the newest picture that was made with them.
        pictures: The keys of all that were looked at and have them, newest first.
    """

    details: ImageDetails
    pictures: tuple[ImageKey, ...]


def recent_prompts(services: Services, session_id: str, *, limit: int = 10) -> list[PastPrompt]:
    """The last prompts of a session, newest first; the seed alone makes no other one.

    It costs one listing, and one look at each of the newest 30 pictures.

    Args:
        services: What the use cases work with.
        session_id: Whose.
        limit: At most so many.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: The store failed, by subclass.
    """
    images = services.store.list_session(check_session_id(session_id))[:LOOKED_AT]

    def look(key: ImageKey) -> ImageDetails | None:
        try:
            return services.store.details(key)
        except ImageNotFoundError:
            return None  # deleted meanwhile

    with ThreadPoolExecutor(max_workers=_READS_AT_ONCE) as pool:
        found = [details for details in pool.map(look, [one.key for one in images]) if details]
    groups: dict[tuple[object, ...], list[ImageDetails]] = {}
    for details in found:
        if details.prompt is not None:
            groups.setdefault(_settings(details), []).append(details)
    return [
        PastPrompt(same[0], tuple(details.key for details in same))
        for same in list(groups.values())[:limit]
    ]


def _settings(details: ImageDetails) -> tuple[object, ...]:
    return (
        details.prompt,
        details.negative_prompt,
        details.quality,
        details.model,
        details.width_px,
        details.height_px,
    )
