"""The words that were looked at last: what was found in them, and what the learner disputes."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey, parse_key
from imagespeak_core.pictures.prompts import LEVELS, Level
from imagespeak_core.speaking.attempt import Attempt, Disputed, Tried
from imagespeak_core.speaking.feedback import Feedback, Subject, feedback_on, look_at
from imagespeak_core.speaking.findings import Findings
from imagespeak_core.speaking.limits import MAX_WORDS_LENGTH
from pages.components.picture import level as level_choice
from pages.components.picture import picture_memory
from pages.components.shell.wiring import wiring
from pages.components.speaking import (
    heard,
    own_attempts,
    results_memory,
    speaking_memory,
    task_choice,
)
from pages.components.speaking.heard import Heard

_MOST_DRAFTS = 30
_EMPTY = "Write what you said, or what you want to say. Then press the button again."

_LOOKED_AT = "Your words were looked at. What to do next:"


@dataclass(frozen=True, slots=True)
class Checked:
    """Words that were looked at.

    Attributes:
        picture: The key of the picture that they are about.
        words: The learner's own.
        level: For which they were looked at.
        feedback: What was found.
        disputed: What of it the learner does not agree with.
        sound: What was heard with them.
        attempt_id: Under which they are kept; empty: they are not.
    """

    picture: str
    words: str
    level: Level
    feedback: Feedback
    disputed: tuple[Disputed, ...] = ()
    sound: Heard = field(default_factory=Heard)
    attempt_id: str = ""


def about(shown: StoredImage) -> Checked | None:
    """What was found in the words about this picture; None before they were looked at."""
    checked = results_memory.CHECKED.get()
    return checked if checked and checked.picture == str(shown.key) else None


def settle(shown: StoredImage) -> None:
    """Before the words are drawn: those that stand there are about this picture.

    After a reload these are the ones of the newest attempt, with all that was found. A sound that
    came after the words belongs to their attempt, if that has no recording yet.
    """
    if results_memory.WORDS_ABOUT.get() != str(shown.key):
        _change_to(shown)
    _take_up_sound(shown)


def _change_to(shown: StoredImage) -> None:
    key, before = str(shown.key), results_memory.WORDS_ABOUT.get()
    drafts = dict(results_memory.DRAFTS.get())
    if before:
        drafts[before] = speaking_memory.WORDS.get()
    own = own_attempts.listed(shown.key.session_id)
    newest = next((one for one in own if one.picture == key), None)
    typed = drafts.pop(key, newest.words if newest else "")
    results_memory.DRAFTS.set(dict(list(drafts.items())[-_MOST_DRAFTS:]))
    speaking_memory.WORDS.set(typed)
    _forget()
    if newest:
        _show_again(newest, shown.key)
    results_memory.WORDS_ABOUT.set(key)


def take(shown: StoredImage) -> Checked | None:
    """Look at the words that stand there, and keep the attempt; None where that can't be done.

    The same words once more are the same attempt.
    """
    results_memory.TROUBLE.forget()
    results_memory.ERROR.forget()
    words, level = speaking_memory.WORDS.get().strip(), level_choice.chosen()
    trouble = _trouble(words)
    if trouble:
        results_memory.TROUBLE.set(trouble)
        return None
    before, sound = about(shown), heard.now()
    try:
        known = _subject(shown.key)
        if before and _is_again(before, words, level, sound, known):
            return before
        feedback = feedback_on(
            known,
            words,
            level=level,
            speech=sound.speech,
            stops_after_s=_stops_after_s(),
        )
    except ImageSpeakError as error:
        results_memory.ERROR.set(error)
        return None
    checked = Checked(
        picture=str(shown.key),
        words=words,
        level=level,
        feedback=feedback,
        sound=sound,
    )
    results_memory.HEARD_THEN.set(sound)
    kept = own_attempts.keep(shown, _tried(checked))
    checked = replace(checked, attempt_id=kept.attempt_id if kept else "")
    results_memory.forget_opened()
    results_memory.CHECKED.set(checked)
    results_memory.NEWS.set(f"{_LOOKED_AT} {feedback.next_step.sentence}")
    return checked


def _is_again(before: Checked, words: str, level: Level, sound: Heard, known: Subject) -> bool:
    """Whether the words were looked at just so, and are kept."""
    key = parse_key(before.picture)
    is_kept = key and own_attempts.is_listed(key.session_id, before.attempt_id)
    is_same = (before.words, before.level) == (words, level)
    is_looked_for = _is_looked_for(known, before.feedback.findings)
    return bool(is_kept and is_same and is_looked_for and not _is_new(sound, before))


def _is_looked_for(known: Subject, found: Findings) -> bool:
    """Whether all that a model sees was looked for, also what the learner denied meanwhile."""
    if known.view is None:
        return True
    nouns = {one.item for one in found.said} | {one.item for one in found.not_found}
    return found.held_against == "view" and all(one.noun in nouns for one in known.view.things)


def reopen(attempt: Attempt) -> None:
    """Show an attempt again; the page then shows its picture."""
    key = parse_key(attempt.picture)
    if key is None:
        return
    before = results_memory.WORDS_ABOUT.get()
    if before and before != attempt.picture:
        typed = speaking_memory.WORDS.get()
        results_memory.DRAFTS.set({**results_memory.DRAFTS.get(), before: typed})
    _forget()
    picture_memory.CHOSEN_KEY.set(key)
    speaking_memory.WORDS.set(attempt.words)
    results_memory.WORDS_ABOUT.set(attempt.picture)
    _show_again(attempt, key)


def dispute(judgement: Disputed) -> None:
    """It counts as the learner says from now on."""
    checked = results_memory.CHECKED.get()
    if checked and judgement not in checked.disputed:
        _dispute_all(checked, (*checked.disputed, judgement))


def agree(judgement: Disputed) -> None:
    """It counts again as it was found."""
    checked = results_memory.CHECKED.get()
    if checked:
        _dispute_all(checked, tuple(one for one in checked.disputed if one != judgement))


def denied(shown: StoredImage) -> tuple[str, ...]:
    """What a model sees in this picture and the learner does not."""
    kept = results_memory.DENIED.get().get(str(shown.key), ())
    checked = about(shown)
    disputed = checked.disputed if checked else ()
    not_found = checked.feedback.findings.not_found if checked else ()
    of_words = [not_found[one.index].item for one in disputed if one.found == "not_there"]
    return tuple(dict.fromkeys((*kept, *of_words)))


def deny(shown: StoredImage, noun: str) -> None:
    """Something that a model sees is not in the picture: so it counts from now on."""
    _set_denied(shown, tuple(dict.fromkeys((*denied(shown), noun))))
    judged = _denial(shown, noun)
    if judged:
        dispute(judged)


def admit(shown: StoredImage, noun: str) -> None:
    """It counts again as the model says."""
    _set_denied(shown, tuple(one for one in denied(shown) if one != noun))
    judged = _denial(shown, noun)
    if judged:
        agree(judged)


def _set_denied(shown: StoredImage, nouns: tuple[str, ...]) -> None:
    results_memory.DENIED.set({**results_memory.DENIED.get(), str(shown.key): nouns})


def _denial(shown: StoredImage, noun: str) -> Disputed | None:
    """The judgement in the words that were looked at; None where they say nothing of it."""
    checked = about(shown)
    findings = checked.feedback.findings if checked else None
    if findings is None or findings.held_against != "view":
        return None
    for at, one in enumerate(findings.not_found):
        if one.item == noun:
            return Disputed("not_there", at)
    return None


def sound_of(shown: StoredImage) -> Heard:
    """What was heard of this picture: with the words that are shown, or after them."""
    checked, sound = about(shown), heard.now()
    return sound if checked is None or _is_new(sound, checked) else checked.sound


def _take_up_sound(shown: StoredImage) -> None:
    checked, sound = about(shown), heard.now()
    if checked is None or checked.sound.recording or not _is_new(sound, checked):
        return
    results_memory.HEARD_THEN.set(sound)
    results_memory.CHECKED.set(_anew(replace(checked, sound=sound)))
    changed = {one.name: getattr(sound, one.name) for one in fields(sound)}
    own_attempts.change(checked.attempt_id, lambda old: old.model_copy(update=changed))


def _is_new(sound: Heard, checked: Checked) -> bool:
    """Whether somebody spoke since these words were looked at."""
    then = (checked.sound, results_memory.HEARD_THEN.get())
    return sound.speech is not None and sound not in then


def forget(attempt_id: str) -> None:
    """The attempt is gone: what was found in its words is not shown any more."""
    checked = results_memory.CHECKED.get()
    if checked and checked.attempt_id == attempt_id:
        _forget()


def _trouble(words: str) -> str:
    if not words:
        return _EMPTY
    if len(words) > MAX_WORDS_LENGTH:
        return (
            f"Your text has {len(words):,} characters. Up to {MAX_WORDS_LENGTH:,} are possible: "
            "make it shorter."
        )
    return ""


def forget_subject() -> None:
    """More is known of the picture now: the store is asked anew."""
    results_memory.SUBJECT.forget()


def _subject(key: ImageKey) -> Subject:
    """What is known of the picture, without what the learner says is not there."""
    known = subject_of(key)
    left_out = results_memory.DENIED.get().get(str(key), ())
    if known.view is None or not left_out:
        return known
    things = tuple(one for one in known.view.things if one.noun not in left_out)
    return replace(known, view=replace(known.view, things=things))


def subject_of(key: ImageKey) -> Subject:
    """What is known of the picture; the store is asked once.

    Raises:
        ImageNotFoundError: There is no such picture.
        StorageError: The store failed, by subclass.
    """
    known = results_memory.SUBJECT.get()
    if known is None or known[0] != str(key):
        known = (str(key), look_at(wiring().services, key))
        results_memory.SUBJECT.set(known)
    return known[1]


def _show_again(attempt: Attempt, key: ImageKey) -> None:
    """What was found when it was made stands; only the next step is told anew."""
    level = next((one for one in LEVELS if one == attempt.level), level_choice.chosen())
    found = Findings(attempt.held_against, attempt.said, attempt.not_found, attempt.not_so)
    try:
        feedback = feedback_on(
            subject_of(key),
            attempt.words,
            level=level,
            speech=attempt.speech,
            found=found,
            disputed=attempt.disputed,
            stops_after_s=_stops_after_s(),
        )
    except ImageSpeakError as error:
        results_memory.ERROR.set(error)
        return
    results_memory.HEARD_THEN.set(heard.now())
    results_memory.CHECKED.set(
        Checked(
            picture=attempt.picture,
            words=attempt.words,
            level=level,
            feedback=feedback,
            disputed=attempt.disputed,
            sound=Heard(attempt.speech, attempt.speech_from, attempt.recording),
            attempt_id=attempt.attempt_id,
        )
    )


def _dispute_all(checked: Checked, disputed: tuple[Disputed, ...]) -> None:
    results_memory.OUTLINED.forget()
    results_memory.CHECKED.set(_anew(replace(checked, disputed=disputed)))
    own_attempts.change(
        checked.attempt_id, lambda old: old.model_copy(update={"disputed": disputed})
    )


def _anew(checked: Checked) -> Checked:
    """The same with the next step that follows now."""
    key = parse_key(checked.picture)
    if key is None:
        return checked
    try:
        subject = subject_of(key)
    except ImageSpeakError:
        return checked
    feedback = feedback_on(
        subject,
        checked.words,
        level=checked.level,
        speech=checked.sound.speech,
        found=checked.feedback.findings,
        disputed=checked.disputed,
        stops_after_s=_stops_after_s(),
    )
    return replace(checked, feedback=feedback)


def _stops_after_s() -> int:
    """Seconds after which a recording for the chosen task stops."""
    return task_choice.chosen().stops_after_s(wiring().settings.recording_max_s)


def _tried(checked: Checked) -> Tried:
    findings = checked.feedback.findings
    return Tried(
        picture=checked.picture,
        level=checked.level,
        words=checked.words,
        held_against=findings.held_against,
        said=findings.said,
        not_found=findings.not_found,
        not_so=findings.not_so,
        disputed=checked.disputed,
        counts=checked.feedback.counts,
        speech=checked.sound.speech,
        speech_from=checked.sound.speech_from,
        recording=checked.sound.recording,
    )


def _forget() -> None:
    for kept in (
        results_memory.CHECKED,
        results_memory.NEWS,
        results_memory.TROUBLE,
        results_memory.ERROR,
        speaking_memory.DRAW_WANTED,
    ):
        kept.forget()
    results_memory.forget_opened()
