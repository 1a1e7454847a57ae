"""What of the picture is in the learner's words, what is not, and what to look at again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final, Literal

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.feedback import Where
from imagespeak_core.speaking.findings import HeldAgainst, NotFound, NotSo, Said
from imagespeak_core.speaking.next_step import look_again
from pages.components.shell import as_written, assets
from pages.components.shell.messages import plain
from pages.components.speaking import (
    checked_words,
    marked_words,
    outline,
    results_memory,
    seen_by_model,
    speaking_memory,
)
from pages.components.speaking.checked_words import Checked
from pages.components.widgets import button_names, spoken

_AGAINST: dict[HeldAgainst, str] = {
    "scene": "",
    "view": (
        f"{seen_by_model.WHOSE} Your words are compared with it. Where it is mistaken, say so."
    ),
    "prompt": (
        "Nobody knows what this picture really shows. Your words are compared with the words "
        "that it was made from."
    ),
    "nothing": (
        "Nobody knows what this picture shows, so your words can't be compared with it. "
        "You can still see how you said it."
    ),
}
_SAID: dict[HeldAgainst, str] = {
    "scene": "These of your words are in the picture. Press one to see where.",
    "view": "The model sees these of your words, too.",
    "prompt": "These of your words are in the words that it was made from.",
    "nothing": "",
}
_LEFT: dict[HeldAgainst, str] = {
    "scene": "These are in the picture too. Can you say them?",
    "view": "The model thinks that it sees these, too. Do you see them? Can you say them?",
    "prompt": "These are among the words that it was made from too. Can you say them?",
    "nothing": "",
}
_WHERE = "Where?"

NEXT_STEP: Final = "next_step"
"""The key of the container with the next step."""

AS_CHECKED: Final = "words_as_checked"
"""The key of a container that is there while the words are those that were looked at."""


def draw(shown: StoredImage) -> None:
    """What was found in the words about this picture; nothing before they were looked at."""
    checked = checked_words.about(shown)
    with st.container(key="what_was_said"):
        spoken.draw(results_memory.NEWS.get() if checked else "", key="words_told")
        if checked is None:
            return
        st.html(assets.style(__file__))
        button_names.draw_style()
        if not checked.feedback.is_english:
            st.info("Only English words can be compared with the picture.", icon=":material/info:")
        is_changed = speaking_memory.WORDS.get().strip() != checked.words
        with st.container(key=NEXT_STEP), st.container(key=None if is_changed else AS_CHECKED):
            if is_changed:
                st.caption(
                    "You changed your words. Press **Check my words** to look at them again."
                )
            sentence = _AGAINST[checked.feedback.findings.held_against]
            if sentence:
                st.caption(sentence)
            st.info(
                f"**What to do next:** {plain(checked.feedback.next_step.sentence)}",
                icon=":material/flag:",
            )
        _draw_outline(checked)
        _draw_said(checked)
        _draw_not_found(shown, checked)
        _draw_not_there(shown, checked)
        _draw_not_so(checked)


def _draw_outline(checked: Checked) -> None:
    name = results_memory.OUTLINED.get()
    if name.startswith(results_memory.OF_ANSWER):
        name = ""  # the model answer outlines it
    outline.draw(
        name, _places(name, checked), on_close=results_memory.outline_no_more, key="outlined"
    )


def _say_where(name: str, checked: Checked) -> None:
    """In words, too, where it is that is outlined: not every picture knows it to the pixel."""
    if results_memory.OUTLINED.get() == name:
        st.caption(f":material/visibility: {outline.says(_places(name, checked))}")


def _places(name: str, checked: Checked) -> list[Where]:
    places = checked.feedback.places
    return [places[id_] for id_ in _ids(name, checked) if id_ in places]


def _ids(name: str, checked: Checked) -> tuple[str, ...]:
    """The items in the picture of what was pressed."""
    findings = checked.feedback.findings
    listed: dict[str, Sequence[Said | NotFound | NotSo]] = {
        "said": findings.said,
        "not_found": findings.not_found,
        "not_so": findings.not_so,
    }
    kind, _, number = name.partition(" ")
    return listed[kind][int(number)].ids if name else ()


def _draw_said(checked: Checked) -> None:
    findings = checked.feedback.findings
    disputed = [one for one in enumerate(checked.disputed) if one[1].found != "not_there"]
    if not findings.said and not disputed:
        return
    st.subheader("In the picture", anchor=False)
    if findings.said:
        is_seen = findings.held_against == "scene"
        st.caption(_SAID[findings.held_against])
        marked_words.draw(
            checked.words,
            [(f"said {at}", one) for at, one in enumerate(findings.said)],
            pressed=results_memory.OUTLINED.get() if is_seen else None,
            on_press=lambda name: _press(checked, partial(_outline, name)),
            key="marked_words",
        )
        if results_memory.OUTLINED.get().startswith("said "):
            _say_where(results_memory.OUTLINED.get(), checked)
    for at, judged in disputed:
        told = (
            findings.not_found[judged.index].item
            if judged.found == "not_found"
            else findings.not_so[judged.index].words
        )
        with st.container(horizontal=True, vertical_alignment="center", key=f"disputed_{at}"):
            with as_written.place(f"disputed_{at}"):
                st.markdown(f"As you say: {as_written.words(told)}")
            _button("Undo", told, f"undo_{at}", checked, partial(_agree, judged))


def _draw_not_found(shown: StoredImage, checked: Checked) -> None:
    left = _left(checked, "not_found")
    if not left:
        return
    listed = results_memory.LISTED.get()
    st.subheader("Not found in your words", anchor=False)
    st.caption(_LEFT[checked.feedback.findings.held_against])
    for at in left[:listed]:
        with st.container(border=True, key=f"not_found_{at}"):
            _draw_missing(Disputed("not_found", at), shown, checked)
    if len(left) > listed:
        st.button(f"Show more ({len(left) - listed})", key="not_found_more", on_click=_list_more)


def _draw_not_there(shown: StoredImage, checked: Checked) -> None:
    """What a model sees and the learner does not, and the way back."""
    for at, judged in enumerate(checked.disputed):
        if judged.found != "not_there":
            continue
        told = checked.feedback.findings.not_found[judged.index].item
        with st.container(horizontal=True, vertical_alignment="center", key=f"disputed_{at}"):
            with as_written.place(f"disputed_{at}"):
                st.markdown(f"As you say, not in the picture: {as_written.words(told)}")
            _button("Undo", told, f"undo_{at}", checked, partial(_agree, judged, shown))


def _draw_missing(judged: Disputed, shown: StoredImage, checked: Checked) -> None:
    at = judged.index
    one = checked.feedback.findings.not_found[at]
    opened = results_memory.OPENED.get().get(judged, 0)
    about = f"hint {at + 1}"
    with as_written.place(f"missing_{at}"):
        st.markdown(plain(one.hint))
        if opened > 0:
            st.markdown(f"**{plain(one.item)}**")
        if opened > 1:
            st.markdown(as_written.words(one.sentence))
    with st.container(horizontal=True):
        if opened < 2:  # one button for both, which keeps the keyboard
            label, told = (
                ("Show the word", one.item) if opened == 0 else ("Show a sentence", one.sentence)
            )
            _button(label, about, f"answer_{at}", checked, partial(_open_more, judged, told))
        if _is_somewhere(one.ids, checked):
            outlines = partial(_outline, f"not_found {at}")
            _button(_WHERE, about, _where_key(judged), checked, outlines)
        disputes = partial(_dispute, judged)
        _button("I did say it", about, _dispute_key(judged), checked, disputes, is_quiet=True)
        if opened and checked.feedback.findings.held_against == "view":
            denied = Disputed("not_there", at)
            denies = partial(_dispute, denied, shown)
            label = seen_by_model.NOT_THERE
            _button(label, about, _dispute_key(denied), checked, denies, is_quiet=True)
    # Below the buttons, which stay where they are pressed and keep the keyboard.
    _say_where(f"not_found {at}", checked)


def _draw_not_so(checked: Checked) -> None:
    left = _left(checked, "not_so")
    if not left:
        return
    st.subheader("Look again", anchor=False)
    for at in left:
        with st.container(border=True, key=f"look_again_{at}"):
            _draw_contradicted(Disputed("not_so", at), checked)


def _draw_contradicted(judged: Disputed, checked: Checked) -> None:
    at = judged.index
    one = checked.feedback.findings.not_so[at]
    opened = results_memory.OPENED.get().get(judged, 0)
    about = f"“{one.words}”"
    with as_written.place(f"not_so_{at}"):
        st.markdown(f"You said **{as_written.words(one.words)}**. {plain(look_again(one))}")
        if opened:
            st.markdown(f"In the picture: **{plain(one.shown)}**")
    with st.container(horizontal=True):
        if not opened:
            opens = partial(_open_more, judged, one.shown)
            _button("Show what is there", about, f"show_there_{at}", checked, opens)
        if _is_somewhere(one.ids, checked):
            outlines = partial(_outline, f"not_so {at}")
            _button(_WHERE, about, _where_key(judged), checked, outlines)
        disputes = partial(_dispute, judged)
        _button("It is there", about, _dispute_key(judged), checked, disputes, is_quiet=True)
    _say_where(f"not_so {at}", checked)


def _left(checked: Checked, found: Literal["not_found", "not_so"]) -> list[int]:
    """The places of those judgements that are not disputed."""
    if found == "not_so":
        number = len(checked.feedback.findings.not_so)
        return [at for at in range(number) if Disputed(found, at) not in checked.disputed]
    gone = {one.index for one in checked.disputed if one.found != "not_so"}
    return [at for at in range(len(checked.feedback.findings.not_found)) if at not in gone]


def _button(
    label: str,
    about: str,
    key: str,
    checked: Checked,
    on_press: Callable[[], None],
    *,
    is_quiet: bool = False,
) -> None:
    st.button(
        button_names.named(label, about),
        type="tertiary" if is_quiet else "secondary",
        key=key,
        on_click=partial(_press, checked, on_press),
    )


def _press(seen: Checked, on_press: Callable[[], None]) -> None:
    """Callback: whoever is quick may press what was found in the words before."""
    now = results_memory.CHECKED.get()
    if now and now.feedback.findings == seen.feedback.findings:
        on_press()


def _is_somewhere(ids: Iterable[str], checked: Checked) -> bool:
    return any(id_ in checked.feedback.places for id_ in ids)


def _open_more(judged: Disputed, told: str) -> None:
    results_memory.NEWS.set(told)
    opened = results_memory.OPENED.get()
    results_memory.OPENED.set({**opened, judged: opened.get(judged, 0) + 1})
    results_memory.move_on(_where_key(judged), _dispute_key(judged))


def _dispute(judged: Disputed, shown: StoredImage | None = None) -> None:
    """Callback: the card goes; the keyboard is then on the next one, or on what takes it back."""
    checked = results_memory.CHECKED.get()
    found: Literal["not_found", "not_so"] = "not_so" if judged.found == "not_so" else "not_found"
    left = _left(checked, found) if checked else []
    others = sorted((at for at in left if at != judged.index), key=lambda at: at < judged.index)
    cards = [_dispute_key(Disputed(found, at)) for at in others]
    if shown and checked:
        checked_words.deny(shown, checked.feedback.findings.not_found[judged.index].item)
    else:
        checked_words.dispute(judged)
    results_memory.NEWS.set("It counts as you say.")
    results_memory.move_on(*cards, f"disputed_{len(checked.disputed) if checked else 0}")


def _agree(judged: Disputed, shown: StoredImage | None = None) -> None:
    checked = results_memory.CHECKED.get()
    if shown and checked:
        checked_words.admit(shown, checked.feedback.findings.not_found[judged.index].item)
    else:
        checked_words.agree(judged)
    results_memory.NEWS.set("It counts again as it was found.")
    results_memory.move_on(_dispute_key(judged), "not_found_more", "check_words")


def _where_key(judged: Disputed) -> str:
    return f"where_{judged.found}_{judged.index}"


def _dispute_key(judged: Disputed) -> str:
    names = {"not_found": "did_say", "not_there": "not_there", "not_so": "is_there"}
    return f"{names[judged.found]}_{judged.index}"


def _list_more() -> None:
    results_memory.LISTED.set(results_memory.LISTED.get() + results_memory.FEW)


def _outline(name: str) -> None:
    """Callback: outline it, or no more where it is outlined."""
    before = results_memory.OUTLINED.get()
    results_memory.OUTLINED.set("" if before == name else name)
