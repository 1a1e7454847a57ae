"""The changes that a teacher makes to a class: the old state in, the new one out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from pydantic import ValidationError

from imagespeak_core.classroom.state import (
    CLASS_LIFE,
    MAX_NOTES_LENGTH,
    MAX_PICTURES,
    MAX_WORD_LENGTH,
    MAX_WORDS,
    ClassPicture,
    ClassState,
)
from imagespeak_core.errors import ImageNotFoundError, InvalidRequestError


def add_pictures(state: ClassState, pictures: Iterable[ClassPicture]) -> ClassState:
    """Put pictures at the end of the lesson, each once; those that are there stay where they are.

    Raises:
        InvalidRequestError: The class has no room for all of them.
    """
    known = {picture.key for picture in state.pictures}
    new = tuple({one.key: one for one in pictures if one.key not in known}.values())
    if len(state.pictures) + len(new) > MAX_PICTURES:
        raise InvalidRequestError(
            "pictures",
            f"A class holds {MAX_PICTURES} pictures, and {len(state.pictures)} are there. "
            "Delete one first.",
        )
    return _changed(state, pictures=state.pictures + new)


def remove_pictures(state: ClassState, keys: Collection[str]) -> ClassState:
    """Take pictures out of the lesson; a key that is not there is no error.

    Where the current one goes, the next one that stays takes its place, else the last one.
    """
    left = tuple(picture for picture in state.pictures if picture.key not in keys)
    if state.current is None or state.current not in keys:
        return _changed(state, pictures=left)
    place = _place(state, state.current)
    heirs = [one for one in state.pictures[place:] if one.key not in keys] or left[-1:]
    current = heirs[0].key if heirs else None
    return _changed(state, pictures=left, current=current, **_NOTHING_SHOWN)


def replace_picture(state: ClassState, key: str, picture: ClassPicture) -> ClassState:
    """Put a remade picture in the place of an old one, whose notes and words it takes over.

    Raises:
        ImageNotFoundError: The old one is not in the class.
    """
    place = _place(state, key)
    old = state.pictures[place]
    new = picture.model_copy(update={"notes": old.notes, "words": old.words})
    pictures = (*state.pictures[:place], new, *state.pictures[place + 1 :])
    if state.current != key:
        return _changed(state, pictures=pictures)
    return _changed(state, pictures=pictures, current=new.key, **_NOTHING_SHOWN)


def move_picture(state: ClassState, key: str, place: int) -> ClassState:
    """Put a picture at another place of the lesson.

    Args:
        state: The class.
        key: The picture.
        place: From 0; what lies outside is the first or the last place.

    Raises:
        ImageNotFoundError: It is not in the class.
    """
    pictures = list(state.pictures)
    moved = pictures.pop(_place(state, key))
    pictures.insert(max(0, place), moved)
    return _changed(state, pictures=tuple(pictures))


def choose_picture(state: ClassState, key: str | None) -> ClassState:
    """Show the learners this picture, or none; prompt, words and notes are hidden again.

    Raises:
        ImageNotFoundError: It is not in the class.
    """
    if key == state.current:
        return state
    if key is not None:
        _place(state, key)
    return _changed(state, current=key, **_NOTHING_SHOWN)


def step(state: ClassState, by: int) -> ClassState:
    """Move on to the next picture (1) or back (-1); at either end it stays.

    Where none is current, it becomes the first one.
    """
    if not state.pictures:
        return state
    if state.current is None:
        return choose_picture(state, state.pictures[0].key)
    place = min(max(_place(state, state.current) + by, 0), len(state.pictures) - 1)
    return choose_picture(state, state.pictures[place].key)


def describe_picture(
    state: ClassState, key: str, *, notes: str, words: Sequence[str]
) -> ClassState:
    """Give a picture notes and target words; empty and repeated words fall away.

    Raises:
        ImageNotFoundError: It is not in the class.
        InvalidRequestError: There are too many words, or a text is too long.
    """
    place = _place(state, key)
    tidy = tuple(dict.fromkeys(word for word in (" ".join(one.split()) for one in words) if word))
    _check_notes_and_words(notes.strip(), tidy)
    picture = state.pictures[place].model_copy(update={"notes": notes.strip(), "words": tidy})
    pictures = (*state.pictures[:place], picture, *state.pictures[place + 1 :])
    return _changed(state, pictures=pictures)


def reveal(
    state: ClassState,
    *,
    prompt: bool | None = None,
    words: bool | None = None,
    notes: bool | None = None,
) -> ClassState:
    """Show or hide what belongs to the current picture; None leaves it as it is."""
    return _changed(
        state,
        prompt_shown=state.prompt_shown if prompt is None else prompt,
        words_shown=state.words_shown if words is None else words,
        notes_shown=state.notes_shown if notes is None else notes,
    )


def lock(state: ClassState, locked: bool = True) -> ClassState:
    """Hide the pictures from the learners, or let them be seen again."""
    return _changed(state, locked=locked)


def end(state: ClassState) -> ClassState:
    """End the class: its link says that it is over."""
    return _changed(state, ended=True)


def extend(state: ClassState, now: datetime) -> ClassState:
    """Let the class go on for 30 days from now, also where it was over.

    Args:
        state: The class.
        now: Aware.
    """
    return _changed(state, expires_at=now + CLASS_LIFE, ended=False)


_NOTHING_SHOWN = {"prompt_shown": False, "words_shown": False, "notes_shown": False}


def _place(state: ClassState, key: str) -> int:
    for place, picture in enumerate(state.pictures):
        if picture.key == key:
            return place
    raise ImageNotFoundError(key)


def _check_notes_and_words(notes: str, words: Sequence[str]) -> None:
    if len(notes) > MAX_NOTES_LENGTH:
        raise InvalidRequestError(
            "notes",
            f"The notes have {len(notes):,} characters. Use at most {MAX_NOTES_LENGTH:,}.",
        )
    if len(words) > MAX_WORDS:
        raise InvalidRequestError(
            "words", f"These are {len(words)} words. Use at most {MAX_WORDS} for a picture."
        )
    for word in words:
        if len(word) > MAX_WORD_LENGTH:
            raise InvalidRequestError(
                "words",
                f"The word {word[:MAX_WORD_LENGTH]!r}… is too long. "
                f"Use at most {MAX_WORD_LENGTH} characters.",
            )


def _changed(state: ClassState, **changes: object) -> ClassState:
    """The state with other values, checked as if it was read.

    Raises:
        InvalidRequestError: A value can't be kept.
    """
    values = {field: getattr(state, field) for field in ClassState.model_fields}
    try:
        return ClassState.model_validate(values | changes)
    except ValidationError as exc:
        field = str((*exc.errors(include_input=False)[0]["loc"], "class")[0])
        raise InvalidRequestError(
            field, "This text can't be kept in a class. Type it again, in other characters."
        ) from exc
