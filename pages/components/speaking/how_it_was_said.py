"""How somebody spoke and wrote: counted figures, each with how it was got. No grades."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.attempt import SpeechFrom
from imagespeak_core.speaking.counts import Counts, words_per_minute
from pages.components.shell import as_written, readable
from pages.components.speaking import checked_words
from pages.components.speaking.heard import Heard

_LISTENED: dict[SpeechFrom, str] = {
    "recording": "a program on this site's server looked for a voice in your recording. It does "
    "not know what you said.",
    "browser": "your own browser looked for a voice in your recording. It does not know what you "
    "said. After Keep, the server looks again.",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was counted.

    Attributes:
        name: What it is.
        value: How many, or which words; Markdown.
        how: How it was got.
    """

    name: str
    value: str
    how: str


def draw(shown: StoredImage) -> None:
    """What was counted in the sound and the words about this picture, if there are any."""
    sound = checked_words.sound_of(shown)
    checked = checked_words.about(shown)
    counts = checked.feedback.counts if checked else None
    figures = [*_of_speech(sound, counts)]
    if checked:
        figures += _of_words(checked.feedback.counts, checked.level)
    if not figures:
        return
    with st.container(key="how_it_was_said"):
        st.subheader("How you said it", anchor=False)
        st.markdown("\n".join(f"- **{one.name}:** {one.value}" for one in figures))
        with st.expander("How do we know?", icon=":material/help:"):
            st.markdown("\n".join(f"- **{one.name}:** {one.how}" for one in figures))


def _of_speech(sound: Heard, counts: Counts | None) -> Iterable[Figure]:
    speech = sound.speech
    if speech is None or sound.speech_from is None:
        return
    how = _LISTENED[sound.speech_from]
    if not speech.heard:
        yield Figure("Your recording", "No voice was heard in it.", how)
        return
    yield Figure("Seconds spoken", f"{speech.speaking_s:.0f} of {speech.length_s:.0f}", how)
    longest = f" (the longest: {speech.longest_pause_s:.0f}\u00a0s)" if speech.pauses else ""
    yield Figure(
        "Pauses over a second",
        f"{speech.pauses}{longest}",
        "where no voice was found for a second or more, after your first word and before your "
        "last.",
    )
    rate = words_per_minute(counts, speech) if counts and counts.words else None
    if rate is not None:
        yield Figure(
            "Words a minute",
            f"about {rate}",
            "the words in your text, divided by the seconds that you spoke. It is right where "
            "your text has all the words that you said.",
        )


def _of_words(counts: Counts, level: str) -> Iterable[Figure]:
    yield Figure("Words", str(counts.words), "counted in your text.")
    yield Figure("Different words", str(counts.different_words), "each word counts once.")
    yield Figure(
        "Longest sentence",
        readable.number_of(counts.longest_sentence_words, "word"),
        "a sentence ends with . or ! or ?",
    )
    if counts.repeated:
        told = ", ".join(f"{word} ({times} times)" for word, times in counts.repeated)
        how = "words that you use often. Short words like “the” and “is” don't count."
        yield Figure("Again and again", as_written.words(told), how)
    yield _words("Joining words", counts.joining, "words like and, because, while in your text.")
    yield _words("Words for where", counts.positions, "words like on, next to, behind.")
    yield _words(
        f"From “Words that help”, level {level}",
        counts.level_words,
        "words in your text that are in this picture's list “Words that help”, at your level.",
    )
    if counts.targets_used or counts.targets_left:
        how = "your teacher's words, looked for in your text."
        yield _words("Your teacher's words in your text", counts.targets_used, how)
        yield _words("Your teacher's words for next time", counts.targets_left, how)


def _words(name: str, found: tuple[str, ...], how: str) -> Figure:
    return Figure(name, as_written.words(", ".join(found)) if found else "none yet", how)
