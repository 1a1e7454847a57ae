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
    said = [markdown.value.replace("\\", "") for markdown in closed.markdown]
    assert said == [f"**{one.question}**  \n{one.answer}" for one in told_here()]


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
