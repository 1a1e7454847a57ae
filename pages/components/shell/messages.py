"""Each kind of trouble: what a person reads, and what to do next."""

from __future__ import annotations

import re
from dataclasses import dataclass

import streamlit as st

from imagespeak_core import errors
from imagespeak_core.access.errors import NotTeacherError, TooManyCodesError
from imagespeak_core.classroom.errors import (
    ClassChangedError,
    ClassDamagedError,
    ClassGoneError,
    ClassLockedError,
    ClassNameTakenError,
)
from imagespeak_core.lab.errors import ExperimentDamagedError, ExperimentGoneError
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.speaking.errors import (
    DraftReplacedError,
    NotSoundError,
    SoundBusyError,
    SoundTimeoutError,
    SoundUnreadyError,
    SpokenDamagedError,
    SpokenGoneError,
    TooLargeSoundError,
    TooLongSoundError,
    TooManyKeptError,
    UploadsBusyError,
)
from pages.components.shell.direction import quotes_isolated


@dataclass(frozen=True, slots=True)
class Message:
    """Words for one class of error.

    Attributes:
        heading: What happened, in a few words.
        next_step: What to do now.
        says_why: The error's own sentence is for everybody: it says what, or how long.
        for_owner: Show the error's own sentence too: only the owner can mend it.
        is_warning: Nothing is broken; waiting or other words help.
    """

    heading: str
    next_step: str
    says_why: bool = False
    for_owner: bool = False
    is_warning: bool = False


_TELL_OWNER = "Please tell your teacher. Your text stays here."

MESSAGES: dict[type[Exception], Message] = {
    errors.InvalidSessionIdError: Message(
        "This address has a bad session name",
        "Look at your link again, or start a new session. "
        "A session name can have letters, digits and . _ - but not more than 64.",
    ),
    errors.InvalidRequestError: Message(
        "One thing needs a change",
        "Change it and press the button again.",
        says_why=True,
        is_warning=True,
    ),
    errors.ImageNotFoundError: Message(
        "This picture is not there any more",
        "Choose another one, or press Get Practice Image.",
        is_warning=True,
    ),
    errors.GenerationInProgressError: Message(
        "A picture is on its way",
        "Wait for it, then press the button again. Your text stays here.",
        is_warning=True,
    ),
    errors.PromptRefusedError: Message(
        "The picture service did not take this text",
        "Is it in English? Is it safe for everybody? Use other words, or take another idea. "
        "Nothing was saved.",
        is_warning=True,
    ),
    errors.PictureRefusedError: Message(
        "The picture service does not show its picture",
        "Maybe it is not safe for everybody. Try again, use other words, or take another idea. "
        "Nothing was saved.",
        is_warning=True,
    ),
    errors.ViewRefusedError: Message(
        "The model does not tell what it sees",
        "You can describe the picture without it.",
        is_warning=True,
    ),
    errors.ModelBusyError: Message(
        "Too many people want a picture right now",
        "Wait a minute, then press the button again. Your text stays here.",
        is_warning=True,
    ),
    errors.VisitorShareError: Message(
        "Time for a short break", "Your text stays here.", says_why=True, is_warning=True
    ),
    errors.SessionFullError: Message(
        "This session is full",
        "The pictures here are not lost. Copy the link of this page first, "
        "if you want to see them again.",
        says_why=True,
        is_warning=True,
    ),
    errors.DayLimitError: Message(
        "No more new pictures today",
        "You can still use the pictures that you have. New ones can be made after midnight UTC.",
        is_warning=True,
    ),
    errors.PaidCallsLimitError: Message(
        "No more of this today",
        "You can go on without it. It is open again after midnight UTC.",
        is_warning=True,
    ),
    errors.BudgetSpentError: Message(
        "This is closed for now", "Your text stays here.", says_why=True, is_warning=True
    ),
    RecogniserBusyError: Message(
        "Many people want a draft right now",
        "Wait a minute, then press the button again. Your recording is not lost.",
        is_warning=True,
    ),
    RecogniserUnreadyError: Message(
        "Your recording can't be written down here", "You can type your words.", is_warning=True
    ),
    RecogniserError: Message(
        "Your recording was not written down",
        "Press the button again, or type your words.",
        for_owner=True,
    ),
    errors.ModelTimeoutError: Message(
        "The picture took too long",
        "Wait a moment, then press the button again. Your text stays here.",
    ),
    errors.ModelSilentError: Message(
        "The picture service does not answer just now",
        "Wait half a minute, then press the button again. You can use the pictures that you have "
        "meanwhile. Nothing was paid. Your text stays here.",
        is_warning=True,
    ),
    errors.ModelUnreachableError: Message(
        "The picture service can't be reached",
        "Check the internet connection, then press the button again. Your text stays here.",
        for_owner=True,
    ),
    errors.ModelRetiredError: Message("This picture model has ended", _TELL_OWNER, for_owner=True),
    errors.ModelAccessError: Message(
        "This site may not use the picture model", _TELL_OWNER, for_owner=True
    ),
    errors.ModelCredentialsError: Message(
        "The sign-in to the picture service does not work", _TELL_OWNER, for_owner=True
    ),
    errors.ModelError: Message(
        "The picture service made a mistake",
        "Press the button again. If it happens again, use other words.",
        for_owner=True,
    ),
    ClassLockedError: Message(
        "This is a class",
        "Only its teacher can make pictures for it. Open the link again to see the picture.",
        is_warning=True,
    ),
    ClassGoneError: Message(
        "This class is not there any more",
        "Nothing was saved for it. Maybe it was deleted. Check the link, or make another class.",
        is_warning=True,
    ),
    NotTeacherError: Message(
        "This is for teachers", "Sign in again, then press the button again.", is_warning=True
    ),
    TooManyCodesError: Message(
        "Please wait a little",
        "Has your teacher given you a link or a QR code? It works at once.",
        says_why=True,
        is_warning=True,
    ),
    ClassNameTakenError: Message(
        "The class was not made", "Press Make class again. The name stays here.", is_warning=True
    ),
    ClassChangedError: Message(
        "Somebody else changed this class meanwhile",
        "Here is how it is now. Press again if you still want your change.",
        is_warning=True,
    ),
    ClassDamagedError: Message(
        "This class can't be read", "Please tell your teacher.", for_owner=True
    ),
    errors.ChangedMeanwhileError: Message(
        "Somebody else changed this meanwhile",
        "Here is how it is now. Press again if you still want your change.",
        is_warning=True,
    ),
    ExperimentGoneError: Message(
        "This experiment is not there any more",
        "Maybe it was deleted. Check the link, or open another one.",
        is_warning=True,
    ),
    ExperimentDamagedError: Message(
        "This experiment can't be read",
        "Its pictures are not touched. You can delete it and make it again.",
        for_owner=True,
    ),
    errors.DocumentDamagedError: Message(
        "This can't be read", "It stays as it is. You can delete it.", for_owner=True
    ),
    errors.BudgetDamagedError: Message(
        "Nothing new can be made just now",
        "Please tell your teacher: the owner of this site must mend something. You can still use "
        "the pictures that you have. Your text stays here.",
        is_warning=True,
    ),
    errors.BrokenPictureError: Message("This picture file is broken", "Choose another one."),
    errors.TooLargePictureError: Message("This file is too large", "Choose a smaller one."),
    errors.NotOurPictureError: Message(
        "This file does not say how it was made",
        "Choose a PNG file that you downloaded from ImageSpeak.",
        is_warning=True,
    ),
    errors.PictureFileError: Message("This file can't be used", "Choose another one."),
    NotSoundError: Message(
        "There is no sound in this file that we can read",
        "Record again, or choose another file.",
        is_warning=True,
    ),
    TooLongSoundError: Message(
        "This recording is too long", "Make a shorter one.", is_warning=True
    ),
    TooLargeSoundError: Message(
        "This file is too large", "Choose a smaller one, or record for a shorter time."
    ),
    SoundTimeoutError: Message(
        "Reading this recording took too long", "Try again, or make a shorter one."
    ),
    SoundBusyError: Message(
        "Many people keep a recording right now",
        "Wait a moment, then try again. Your recording is not lost.",
        is_warning=True,
    ),
    SoundUnreadyError: Message(
        "This site can't read recordings",
        "Please tell your teacher. You can type your words.",
        for_owner=True,
    ),
    UploadsBusyError: Message(
        "Too many recordings are on their way",
        "Wait a moment, then press the button again. Nothing is lost.",
        is_warning=True,
    ),
    DraftReplacedError: Message(
        "You recorded again meanwhile",
        "Wait for the words of your newer recording.",
        is_warning=True,
    ),
    SpokenGoneError: Message(
        "This is not there any more", "Maybe it was deleted, or its time is over.", is_warning=True
    ),
    TooManyKeptError: Message(
        "You keep as many as you can here",
        "Delete one, then press the button again.",
        is_warning=True,
    ),
    SpokenDamagedError: Message(
        "This can't be read", "It goes when its time is over. Try again.", for_owner=True
    ),
    errors.SettingsError: Message(
        "Some of what this site offers can't be read", _TELL_OWNER, for_owner=True
    ),
    errors.SpoolLostError: Message(
        "The picture was made, but the disk here has lost it",
        "Press the button again. Your text stays here.",
    ),
    errors.StorageFullError: Message(
        "There is no room for new pictures", _TELL_OWNER, for_owner=True
    ),
    errors.StorageAccessError: Message(
        "The place for pictures is closed to this site", _TELL_OWNER, for_owner=True
    ),
    errors.StorageUnsuitableError: Message(
        "The place for pictures can't keep new ones safe", _TELL_OWNER, for_owner=True
    ),
    errors.StorageTimeoutError: Message(
        "The place for pictures is too slow",
        "Wait a moment, then press the button again. Your text stays here.",
    ),
    errors.StorageUnreachableError: Message(
        "The place for pictures can't be reached",
        "Wait a moment, then press the button again. Your text stays here.",
        for_owner=True,
    ),
    errors.StorageError: Message(
        "The place for pictures made a mistake",
        "Press the button again. If it happens again, tell your teacher.",
        for_owner=True,
    ),
}

_SIGN = re.compile(
    r"@|//|www(?=\.)"  # links
    r"|<(?=->)|[<-](?=[->=])|[>~](?==)"  # arrows, dashes, comparisons
    r"|:(?=material[/_]|streamlit:)",  # icons
    re.IGNORECASE,
)
"""What Streamlit acts on after it has taken the backslashes away, each up to where it is broken.
https://docs.streamlit.io/develop/api-reference/text/st.markdown (2026-11)"""

_WORD_JOINER = "\u2060"  # takes no room; a sign with it in its middle is none
_BYTE_ORDER_MARK = "\ufeff"  # white space for browsers: a mark of Markdown beside it is none
_OF_MARKDOWN = frozenset(r"\`*_{}[]()#+-.!|~$:<>^&=")

PICTURE_KEPT = (
    "The new picture is not lost: the server keeps it, and stores it by itself as soon as it can. "
    "It is not paid for twice."
)

_OUR_MISTAKE = Message(
    "Something went wrong on our side", "Press the button again. Your text stays here."
)


def message_for(error: Exception) -> Message:
    """The words for this error, or for the nearest class above it."""
    for kind in type(error).__mro__:
        if kind in MESSAGES:
            return MESSAGES[kind]
    return _OUR_MISTAKE


def show(error: Exception, message: Message | None = None) -> None:
    """An alert: what happened, why, and what to do next; never a traceback.

    Args:
        error: What happened.
        message: Its words; None: those that all pages have for it.
    """
    message = message or message_for(error)
    why = plain(quotes_isolated(str(error)))
    lines = [f"**{message.heading}.**"]
    if message.says_why:
        lines.append(why)
    lines.append(message.next_step)
    if isinstance(error, errors.StorageError) and error.picture_kept:
        lines.append(PICTURE_KEPT)
    if message.for_owner:
        lines.append(f"For the owner of this site: {why}")
    if message.is_warning:
        st.warning("  \n".join(lines), icon=":material/info:")
    else:
        st.error("  \n".join(lines), icon=":material/error:")


def plain(text: str) -> str:
    """One line that reads as the text, without anything that Streamlit's Markdown acts on."""
    text = " ".join(text.split()).replace(_BYTE_ORDER_MARK, _WORD_JOINER)
    text = _SIGN.sub(lambda found: f"{found[0]}{_WORD_JOINER}", text)
    return "".join(f"\\{char}" if char in _OF_MARKDOWN else char for char in text)
