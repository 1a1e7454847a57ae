"""What is said of a noun is with it in the wish, or is told as not drawn, however it is put."""

from __future__ import annotations

from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from imagespeak_core.generators.illustrator.reading.parsing import read_prompt

_COLOURED = st.sampled_from(["", "red", "blue", "dark green"])
_SIZED = st.sampled_from(["", "big", "small"])
_COUNTED = st.sampled_from(["a", "two", "seven", "thirteen"])
_NOUNS = ["dog", "car", "kite", "man", "girl", "zorgle", "golf ball", "bus"]
_PERSONS, _STRANGERS = {"man", "girl"}, {"zorgle", "golf ball"}
_PLURALS = {"man": "men", "bus": "buses"}
_PHRASES = st.lists(
    st.tuples(_COUNTED, _SIZED, _COLOURED, st.sampled_from(_NOUNS)),
    min_size=1,
    max_size=4,
    unique_by=lambda phrase: phrase[3],
)
_JOINTS = st.sampled_from([" and ", ", ", " next to ", ". ", " behind "])


def _spelt(count: str, size: str, colour: str, noun: str) -> str:
    written = noun if count == "a" else _PLURALS.get(noun, f"{noun}s")
    return " ".join(word for word in (count, size, colour, written) if word)


def _not_drawn_of(count: str, size: str, colour: str, noun: str) -> list[str]:
    """What of a noun phrase has no picture, as phrases: all, what people have not, or too many."""
    words = _spelt(count, size, colour, noun)
    if noun in _STRANGERS:
        return [words.removeprefix(f"{count} ")]
    if count == "thirteen":
        return [words]
    said = " ".join(word for word in (size, colour) if word)
    return [said] if noun in _PERSONS and said else []


@tried(max_examples=150)
@given(_PHRASES, _JOINTS)
def test_what_is_said_of_a_noun_is_with_it_or_is_told(
    phrases: list[tuple[str, str, str, str]], joint: str
) -> None:
    wish = read_prompt(joint.join(_spelt(*phrase) for phrase in phrases))
    unknown = [told for phrase in phrases for told in _not_drawn_of(*phrase)]
    assert list(wish.unknown) == list(dict.fromkeys(unknown))
    held = [
        (min(10, {"a": 1, "two": 2, "seven": 7, "thirteen": 13}[count]), size, colour, noun)
        if noun not in _PERSONS
        else (min(10, {"a": 1, "two": 2, "seven": 7, "thirteen": 13}[count]), "", "", noun)
        for count, size, colour, noun in phrases
        if noun not in _STRANGERS
    ]
    found = [(item.count, item.size or "", item.colour or "", item.noun) for item in wish.wanted]
    assert found == held
