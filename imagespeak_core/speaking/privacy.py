"""What is kept of a learner, where, for how long and for whom: in plain words, as it is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from imagespeak_core.speaking.limits import MAX_ATTEMPTS

if TYPE_CHECKING:
    from imagespeak_core.settings import Settings


@dataclass(frozen=True, slots=True)
class Told:
    """A question that a learner may have, and its answer.

    Attributes:
        question: Ends with a question mark.
        answer: A few short sentences, without Markdown.
    """

    question: str
    answer: str


def what_is_kept(settings: Settings) -> tuple[Told, ...]:
    """All that there is to tell, the most important first."""
    return (
        Told("What stays in my browser?", _in_browser(settings)),
        Told("What is kept?", _kept(settings)),
        Told("Where is it kept?", _where(settings)),
        Told("How long is it kept?", _how_long(settings)),
        Told("Who can see it?", _for_whom()),
        Told("Who else gets it?", _who_else(settings)),
        Told("How do I delete it?", _deleting(settings)),
    )


def _in_browser(settings: Settings) -> str:
    may_leave = settings.recogniser in ("browser", "local")
    return (
        "You record in your browser. Before you press Keep, the recording stays there, and nobody "
        f"else gets it{', unless you ask for a first draft' if may_leave else ''}. After an hour "
        "it is not offered any more. It is deleted then, or, if the page was closed, when you next "
        "look at a picture here, or when you press Not me."
    )


def _kept(settings: Settings) -> str:
    words = (
        "When you press Check my words or Draw my words: your words, your level, what was found in "
        "them, what you say about that, what was counted in your words and heard in your last "
        "recording (seconds and pauses), how your words were drawn, and which picture they are "
        "about. There are no marks."
    )
    if not settings.recordings_max:
        return f"{words} No recordings are kept here."
    draft = ""
    if settings.recogniser == "transcribe":
        draft = " When you ask for a first draft: the words that were heard in your recording."
    return (
        "When you press Keep: your recording, how long you spoke, your pauses, and which picture "
        f"you spoke about.{draft} {words}"
    )


def _where(settings: Settings) -> str:
    if settings.bucket:
        where = (
            "With the pictures, in the cloud storage (Amazon S3, or a server like it) of the "
            "school or person who runs this app."
        )
        if not settings.recordings_max:
            return where
        return (
            f"{where} When this storage does not answer, your recording waits on the computer that "
            "runs this app. It is deleted there as soon as it is stored."
        )
    return "With the pictures, in a folder on the computer that runs this app."


def _how_long(settings: Settings) -> str:
    days = _number(settings.recording_days, "day")
    most = f"{MAX_ATTEMPTS} attempts"
    if settings.recordings_max:
        recordings = _number(settings.recordings_max, "recording")
        most = f"{recordings} of {_length(settings.recording_max_s)} each, and {most}"
    return (
        f"For {days}. Then it is not shown any more, and deleted within a day. In one session you "
        f"can keep at most {most}."
    )


def _for_whom() -> str:
    return (
        "You. Your browser keeps a secret key in a cookie, and your private link has the same key: "
        "do not give this link to others. The usual link of a session shows pictures, and nothing "
        "that you said or wrote. There are three cookies: your key, your level once you choose "
        "one, and a random number that only keeps other sites from pressing buttons here. Whoever "
        "runs the computer or the storage can open the files there. They have no name in them, "
        "only a number that is made from your key."
    )


def _who_else(settings: Settings) -> str:
    nobody = (
        "Nobody. Your voice and your words are sent to no other company: this app listens, reads "
        "and draws your words itself."
    )
    if settings.bucket:
        nobody = (
            "Only the cloud storage gets what is kept. Your voice and your words are sent to "
            "nobody else: this app listens, reads and draws your words itself."
        )
    return " ".join((nobody, *_only_if_you_press(settings), *_nothing_of_yours(settings)))


def _only_if_you_press(settings: Settings) -> tuple[str, ...]:
    """Where a voice goes for a first draft of the words."""
    sentences = {
        "browser": "Only one thing may be otherwise, and only if you say yes to it: when you press "
        "Write a first draft, your browser may send your voice to its maker, which writes down "
        "the words. The page asks you first, but where your browser writes them down itself: then "
        "nothing leaves your device.",
        "device": "When you press Write a first draft, your browser writes down the words itself: "
        "your voice stays on your device.",
        "local": "When you press Write a first draft, your recording is sent to this app, which "
        "writes down the words and does not keep it.",
        "transcribe": "Only one thing is otherwise, and only if you press Write a first draft: "
        "Amazon Transcribe gets the recording that you keep, writes down the words, and deletes "
        "its copies then. The words are kept with your recording.",
    }
    sentence = sentences.get(settings.recogniser)
    return (sentence,) if sentence else ()


def _nothing_of_yours(settings: Settings) -> tuple[str, ...]:
    """What else goes to Amazon: none of it is about the learner."""
    sentences = []
    if settings.generator == "bedrock":
        sentences.append(
            "What you ask for in the form for a new picture is sent to Amazon Bedrock, which "
            "makes it."
        )
    if settings.viewer_model:
        sentences.append(
            "When you have a model look at a picture, Amazon Bedrock gets the picture, and nothing "
            "that you said or wrote."
        )
    if settings.voice == "polly":
        sentences.append(
            "When you have a model answer read aloud, Amazon Polly may get its sentences, and "
            "nothing that you said or wrote."
        )
    return tuple(sentences)


def _deleting(settings: Settings) -> str:
    one = "one recording, one attempt" if settings.recordings_max else "one attempt"
    return (
        f"On the practice page you can delete {one}, or all of yours. They are gone for good. When "
        "a teacher deletes the session or class, everything that was said in it is deleted too. "
        "Without your key nobody can say what is yours: if you lose it, wait until the time is "
        "over, or ask for the session to be deleted."
    )


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return _number(minutes, "minute") if minutes and not rest else _number(seconds, "second")


def _number(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"
