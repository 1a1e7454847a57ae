"""What a picture is called: for who sees it, for who does not, and by its key."""

from __future__ import annotations

from imagespeak_core.errors import ImageNotFoundError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey, parse_key
from pages.components.picture import picture_facts
from pages.components.shell import readable
from pages.components.shell.direction import isolated
from pages.components.shell.wiring import wiring


def name(image: StoredImage) -> str:
    """What tells the picture from the others of its session."""
    return name_of(image.key)


def name_of(key: ImageKey) -> str:
    """When, and what the key says; no two pictures of a session have the same."""
    words = key.clean_prompt.replace("_", " ") or "picture"
    number = f" ({key.image_index + 1})" if key.image_index else ""
    return f"{readable.local_time(key.created_at, seconds=True)}{number} · {words}"


def short_label(image: StoredImage) -> str:
    """What the key says and, in a second line, when; Markdown for a button."""
    key = image.key
    local, now = readable.local(key.created_at), wiring().services.now()
    day = f"{local:%d %b}" if local.year == now.year else f"{local:%d %b %Y}"
    words = key.clean_prompt.replace("_", " ") or "picture"
    number = f" ({key.image_index + 1})" if key.image_index else ""
    return f"{words}{number}  \n{day}, {local:%H:%M}"


def alternative_text(image: StoredImage) -> str:
    facts = picture_facts.known(image.key)
    told = facts and (facts.shows.description if facts.shows else facts.details.prompt)
    if told:
        return f"Practice picture: {isolated(told)}"
    words = image.key.clean_prompt.replace("_", " ")
    if words in {"", "image"}:
        return f"Practice picture, made {readable.local_time(image.key.created_at)}"
    return f"Practice picture about: {words}"


def key_of(text: str) -> ImageKey:
    """The key of a class's picture.

    Raises:
        ImageNotFoundError: It is none.
    """
    key = parse_key(text)
    if key is None:
        raise ImageNotFoundError(text)
    return key
