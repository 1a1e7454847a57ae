"""Tells whether a prompt was understood as English."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.reading.lexicon import Word
from imagespeak_core.generators.illustrator.scene import Language

_FOREIGN = frozenset(
    """
    ein eine einen einem einer der das und mit auf ist sind im zwei drei ich ihr sie nicht
    un une le les la et dans avec sur est sont du des deux trois il elle au aux
    el las una unos unas y en con por del dos tres está están es
    gli uno di nel nella sul sulla che della due tre è
    os um uma na em com do da dois três é são ao
    een het de op van met twee drie zijn
    w z na jest są dwa trzy się nie
    bir ve ile iki üç bu
    ett och på med två av och det är er og til
    ek ki ke hai mein aur par ka ko
    di dan yang ini itu dengan ada sebuah seorang
    är egy és
    """.split()
)
"""Small words of other languages that are no words of English."""

_SHARED = frozenset(
    """
    in am is was war will hat man die do no me so an on i as he or to be for by of at many
    """.split()
)
"""Words of English that other languages have as well, with another meaning."""

_ARTICLES = frozenset({"a", "an"})
_STRANGERS_A_WORD = 3
"""How many words may be unknown for one that is known."""


def language_of(words: Sequence[Word]) -> Language:
    """English where enough of its words are known, else an unknown language.

    One word that is known is enough for English if it stands alone ("dog"); an article alone
    carries two unknown nouns ("a zorgle").
    """
    spelt = [word for word in words if word.text[0].isalpha()]
    foreign = sum(_is_foreign(word) for word in spelt)
    known = {word.text for word in spelt if _is_english(word)}
    articles = {word.text for word in spelt} & _ARTICLES
    strangers = sum(word.token is None and word.verb is None for word in spelt)
    if known - articles:
        enough = strangers <= _STRANGERS_A_WORD * len(known) + 1
    else:
        enough = bool(articles) and strangers <= 2
    return "en" if enough and foreign < len(known) + (not known) else "und"


def _is_foreign(word: Word) -> bool:
    known = word.token is not None or word.verb is not None
    return not known and (word.text in _FOREIGN or (not word.text.isascii() and _is_far(word.text)))


def _is_far(text: str) -> bool:
    """Whether a word has letters that English borrows no words with."""
    return any((char.isalpha() and ord(char) > ord("ÿ")) or char in "ßøåæ" for char in text)


def _is_english(word: Word) -> bool:
    if word.token is None and word.verb is None:
        return len(word.text) > 5 and word.text.endswith(("ing", "ly")) and word.text.isascii()
    return word.text not in _SHARED
