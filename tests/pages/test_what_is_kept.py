"""What a learner is told of what is kept: as this app is set."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.settings import Settings
from imagespeak_core.speaking.privacy import Told, what_is_kept
from pages.components.shell.wiring import wiring
from tests.pages.visits import Site


def panel() -> None:
    from pages.components.speaking import what_is_kept

    what_is_kept.draw()


def told_with(**settings: object) -> str:
    return "\n".join(one.answer for one in what_is_kept(Settings.model_validate(settings)))


@pytest.mark.usefixtures("site")
def test_the_panel_tells_each_answer_as_this_app_is_set(site: Site) -> None:
    visit = AppTest.from_function(panel).run()
    assert not visit.exception
    [closed] = visit.expander
    assert closed.label == "What is kept?"
    assert not closed.proto.expanded
    [said] = [markdown.value.replace("\\", "") for markdown in closed.markdown]
    assert said.split("\n\n") == [f"**{one.question}**  \n{one.answer}" for one in told_here()]


def told_here() -> tuple[Told, ...]:
    return what_is_kept(wiring().settings)


def test_other_settings_are_told_otherwise() -> None:
    as_it_comes = told_with()
    assert "For 30 days." in as_it_comes
    assert "50 recordings of 3 minutes each" in as_it_comes
    assert "in a folder on the computer" in as_it_comes
    assert "Bedrock" not in as_it_comes
    assert "There are three cookies" in as_it_comes
    told = told_with(
        recording_days=1,
        recordings_max=1,
        recording_max_s=90,
        bucket="our-pictures",
        generator="bedrock",
    )
    assert "For 1 day." in told
    assert "1 recording of 90 seconds each" in told
    assert "cloud storage" in told
    assert "no other company" in as_it_comes
    assert "no other company" not in told
    assert "our-pictures" not in told
    assert "Amazon Bedrock" in told
    none = told_with(recordings_max=0)
    assert "No recordings are kept here." in none
    assert "one recording" not in none


def test_where_a_voice_goes_is_told_as_it_is_set() -> None:
    ways = {
        "browser": "your browser may send your voice to its maker",
        "device": "your voice stays on your device.",
        "local": "sent to this app, which writes down the words and does not keep it",
        "transcribe": "Amazon Transcribe gets the recording",
    }
    for chosen, words in ways.items():
        told = told_with(recogniser=chosen, bucket="our-pictures")
        assert [other for other, others in ways.items() if others in told] == [chosen]
        assert words in told
        may_leave = chosen in ("browser", "local")
        assert ("unless you ask for a first draft" in told) == may_leave, "before Keep"
        assert ("the words that were heard in" in told) == (chosen == "transcribe")
    assert "first draft" not in told_with(recogniser="nobody")
    assert "Polly" not in told_with()
    assert "Polly" in told_with(voice="polly")
    assert "have a model look" not in told_with()
    assert "have a model look" in told_with(viewer_model="us.amazon.nova-lite-v1:0")
