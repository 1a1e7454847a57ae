"""Getting pictures and looking at them."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import ModelBusyError
from imagespeak_core.pictures import shares
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.prompts import prompt_bank
from pages.components.picture import picture_memory, prompt_memory
from pages.components.picture.prompt_memory import MY_OWN_WORDS
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import MODEL, plain_png
from tests.pages.visits import (
    GET,
    NEW,
    Site,
    alerts,
    alternative_text,
    choose,
    open_page,
    panel,
    parts_told,
    picture_url,
    press,
    session_of,
    side_by_side,
    unfold,
    write,
)


def test_opening_an_address_makes_nothing(site: Site) -> None:
    for _ in range(3):
        assert not open_page("quiet").image
    assert site.generator.requests == []
    assert set(site.store.asked) == {"list_session"}


def test_an_empty_session_says_what_will_happen(site: Site) -> None:
    visit = open_page("quiet")
    texts = "\n".join(text.value for text in visit.markdown)
    assert "No picture yet" in texts
    assert "$0.04" in texts.replace("\\", "")


def test_get_makes_one_picture_where_there_is_none(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    assert not visit.exception
    assert alerts(visit) == []
    assert len(site.generator.requests) == 1
    assert site.store.asked.count("put") == 1
    assert "/pictures/learner_" in picture_url(visit)


def test_get_shows_the_picture_that_is_there_and_lists_once(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = open_page("learner")
    site.store.asked.clear()
    press(visit, GET)
    assert "learner_20250101_100000" in picture_url(visit)
    assert site.generator.requests == []
    assert site.store.asked == ["list_session"]


def test_get_finds_what_another_device_has_made_meanwhile(site: Site) -> None:
    visit = open_page("learner")
    site.add_picture("learner", "20250101_100000", "A red bus")
    press(visit, GET)
    assert "learner_20250101_100000" in picture_url(visit)
    assert site.generator.requests == []


def test_opening_an_address_shows_the_newest_picture_at_once(site: Site) -> None:
    for timestamp, index in (
        ("20250101_100000", 2),
        ("20250101_100000", 10),
        ("20241231_235959", 0),
    ):
        site.add_picture("learner", timestamp, "A red bus", index=index)
    assert "learner_20250101_100000_10_" in picture_url(open_page("learner"))
    assert site.store.asked == ["list_session", "scene"]


def test_generate_new_makes_another_one(site: Site) -> None:
    visit = write(open_page("learner"), "A red bus")
    first = picture_url(press(visit, GET))
    write(visit, "A green boat")
    second = picture_url(press(visit, NEW))
    assert first != second
    assert "green_boat" in second
    assert len(site.generator.requests) == 2
    assert picture_url(open_page("learner")) == second


def test_whoever_has_seen_the_picture_gets_another_at_once(site: Site) -> None:
    visit = write(open_page("learner"), "A red bus")
    press(visit, NEW)
    press(visit, NEW)
    assert len(site.generator.requests) == 2


def test_the_form_is_what_is_made(site: Site) -> None:
    visit = write(open_page("learner"), "  Ein Löwe & ein <b>Hund</b> 🦁  ")
    choose(visit, prompt_memory.SHAPE.name, "Wide")
    visit.number_input(key=prompt_memory.SEED.name).set_value(4_294_967_294)
    visit.run()
    press(visit, GET)
    (request,) = site.generator.requests
    assert request.prompt == "  Ein Löwe & ein <b>Hund</b> 🦁  "
    assert (request.width_px, request.height_px) == (1152, 768)
    assert request.seed == 4_294_967_294
    assert request.quality == "standard"


def test_a_choice_stays_where_the_browser_tells_of_none(site: Site) -> None:
    visit = write(open_page("learner"), "A red bus")
    choose(visit, prompt_memory.SHAPE.name, "Wide")
    for kept in (prompt_memory.SOURCE, prompt_memory.SHAPE):
        side_by_side(visit, kept.name).set_value(None)
    press(visit, NEW)
    (request,) = site.generator.requests
    assert (request.prompt, request.width_px) == ("A red bus", 1152)
    assert side_by_side(visit, prompt_memory.SOURCE.name).value == MY_OWN_WORDS
    assert side_by_side(visit, prompt_memory.SHAPE.name).value == "Wide"


def test_premium_is_what_is_made_when_it_is_chosen(site: Site) -> None:
    visit = open_page("learner")
    quality = visit.radio(key=prompt_memory.QUALITY.name)
    quality.set_value("premium")
    visit.run()
    press(visit, GET)
    assert site.generator.requests[0].quality == "premium"


def test_an_idea_from_the_bank_is_read_on_demand_and_another_too(site: Site) -> None:
    visit = unfold(open_page("learner"), prompt_memory.IDEA_OPEN.name)
    first = visit.session_state[prompt_memory.IDEA.name].text
    assert any(first in text.value for text in visit.markdown)
    visit.button(key="another_idea").click().run()
    second = visit.session_state[prompt_memory.IDEA.name].text
    assert second != first
    press(visit, GET)
    assert site.generator.requests[0].prompt == second


def test_topic_and_level_choose_the_idea(site: Site) -> None:
    visit = unfold(open_page("learner"), prompt_memory.IDEA_OPEN.name)
    visit.selectbox(key=prompt_memory.TOPIC.name).set_value("food")
    visit.selectbox(key=prompt_memory.LEVEL.name).set_value("B2")
    visit.run()
    for _ in range(5):
        visit.button(key="another_idea").click().run()
        idea = visit.session_state[prompt_memory.IDEA.name]
        assert (idea.topic, idea.level) == ("food", "B2")


def test_generate_new_takes_another_idea_than_the_one_in_the_picture(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    for _ in range(3):
        press(visit, NEW)
    prompts = [request.prompt for request in site.generator.requests]
    assert all(before != after for before, after in pairwise(prompts))
    assert prompts[-1] == visit.session_state[prompt_memory.IDEA.name].text


def test_generate_new_takes_the_idea_that_can_be_read(site: Site) -> None:
    visit = unfold(press(open_page("learner"), GET), prompt_memory.IDEA_OPEN.name)
    visit.button(key="another_idea").click().run()
    idea = visit.session_state[prompt_memory.IDEA.name].text
    press(visit, NEW)
    assert site.generator.requests[-1].prompt == idea


def test_an_idea_that_gave_no_picture_is_tried_again(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    site.generator.fail_next_with(ModelBusyError("busy"))
    press(visit, NEW)
    assert len(alerts(visit)) == 1
    press(visit, NEW)
    _, failed, again = (request.prompt for request in site.generator.requests)
    assert failed == again


def test_a_seed_asks_for_the_same_idea_again(site: Site) -> None:
    visit = open_page("learner")
    visit.number_input(key=prompt_memory.SEED.name).set_value(7)
    press(press(visit.run(), GET), NEW)
    first, second = site.generator.requests
    assert first.prompt == second.prompt


def test_own_words_are_made_again_and_the_idea_waits(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    idea = visit.session_state[prompt_memory.IDEA.name].text
    write(visit, idea)
    press(visit, NEW)
    first, second = site.generator.requests
    assert first.prompt == second.prompt
    assert visit.session_state[prompt_memory.IDEA.name].text == idea


def test_the_second_press_of_a_double_click_takes_no_other_idea(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring().queue, "_monotonic", lambda: 0.0)
    visit = press(press(open_page("learner"), GET), NEW)
    visit.session_state[picture_memory.SEEN_JOB.name] = (
        ""  # the picture is listed, but was not drawn yet
    )
    press(visit, NEW)
    assert len(site.generator.requests) == 2


def test_the_prompt_is_hidden_until_it_is_asked_for(site: Site) -> None:
    visit = write(open_page("learner"), "A red bus *in* the _rain_")
    press(visit, GET)
    answer = open_page("learner")
    assert panel(answer, "Show the prompt") == ""
    assert "details" not in site.store.asked
    unfold(answer, picture_memory.PROMPT_OPEN.name)
    assert panel(answer, "Show the prompt") == "A red bus *in* the _rain_"


def test_details_say_how_it_was_made(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = unfold(open_page("learner"), picture_memory.DETAILS_OPEN.name)
    said = panel(visit, "Details")
    for part in ("01 Jan 2025, 10:00", MODEL, "standard", "7", "256 × 256", "2.5 s"):
        assert part in said
    unfold(visit, picture_memory.PROMPT_OPEN.name).run()
    assert site.store.asked.count("details") == 1, "read once, and kept"


def test_a_picture_that_says_nothing_of_itself_has_no_empty_details(site: Site) -> None:
    key = ImageKey("learner", "20241031_143022", 0)
    site.store.inner.put(key, plain_png(7, 256, 256), {})
    visit = open_page("learner")
    unfold(visit, picture_memory.DETAILS_OPEN.name)
    unfold(visit, picture_memory.PROMPT_OPEN.name)
    assert not visit.exception
    assert "None" not in panel(visit, "Details")
    assert "None" not in panel(visit, "Show the prompt")
    assert alternative_text(visit)


def test_details_of_a_picture_that_was_deleted_meanwhile(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = open_page("learner")
    (picture,) = site.folder.glob("generated-images/*.png")
    picture.unlink()
    unfold(visit, picture_memory.DETAILS_OPEN.name)
    assert not visit.exception
    assert len(alerts(visit)) == 1
    visit.session_state[picture_memory.DETAILS_OPEN.name] = False
    press(visit, GET)
    assert len(site.generator.requests) == 1
    assert alerts(visit) == []


def test_alternative_text_says_something_before_and_after_the_details(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus stands in the rain")
    visit = open_page("learner")
    assert "red bus stands rain" in alternative_text(visit)
    unfold(visit, picture_memory.PROMPT_OPEN.name).run()
    assert "A red bus stands in the rain" in alternative_text(visit)


@pytest.mark.parametrize("prompt", ["", "図書館"])
def test_a_picture_without_english_words_has_alternative_text(site: Site, prompt: str) -> None:
    site.add_picture("learner", "20250101_100000", prompt or "the")
    text = alternative_text(open_page("learner"))
    assert len(text) > 15


def test_pictures_go_by_address_never_as_bytes(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    parts = urlsplit(picture_url(visit))
    assert parts.scheme in {"http", "https"}
    assert parts.path.startswith("/pictures/")
    assert "/media/" not in picture_url(visit)
    assert "read" not in site.store.asked


def test_the_address_of_a_picture_stays_the_same(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    before = picture_url(visit)
    unfold(visit, picture_memory.PROMPT_OPEN.name)
    unfold(visit, prompt_memory.IDEA_OPEN.name)
    visit.button(key="another_idea").click().run()
    assert picture_url(visit.run()) == before
    assert picture_url(open_page("learner")) == before


def test_download_has_an_address_of_its_own(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    (link,) = visit.get("link_button")
    assert urlsplit(link.proto.url).path == urlsplit(picture_url(visit)).path
    assert link.proto.url != picture_url(visit)
    assert "download=1" in link.proto.url


def test_a_single_picture_has_no_strip(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    assert parts_told(open_page("learner"), "thumbnails") == []


def test_the_strip_has_the_newest_first_in_one_second_too(site: Site) -> None:
    for index in (2, 10, 9, 11):
        site.add_picture("learner", "20250101_100000", f"Bus {index}", index=index)
    (shown,) = parts_told(open_page("learner"), "thumbnails")
    names = [thumbnail["alt"].rsplit(" ", 1)[1] for thumbnail in shown["thumbnails"]]
    assert names == ["11", "10", "9", "2"]
    assert shown["chosen"] == shown["thumbnails"][0]["name"]


def test_the_strip_has_twenty_small_pictures_and_more_on_demand(site: Site) -> None:
    for minute in range(45):
        site.add_picture("learner", f"20250101_10{minute:02}00", f"Bus {minute}")
    visit = open_page("learner")
    for expected in (20, 40, 45):
        (shown,) = parts_told(visit, "thumbnails")
        assert len(shown["thumbnails"]) == expected
        assert shown["thumbnails"][0]["alt"].endswith("bus 44")
        assert all("/previews/" in thumbnail["url"] for thumbnail in shown["thumbnails"])
        if expected < 45:
            visit.button(key="show_more").click().run()
    assert "show_more" not in [button.key for button in visit.button]
    assert not visit.exception


def test_an_older_picture_can_be_chosen(site: Site) -> None:
    for minute in range(30):
        site.add_picture("learner", f"20250101_10{minute:02}00", f"Bus {minute}")
    visit = open_page("learner")
    site.store.asked.clear()
    _choose(visit, 29)
    assert "bus_0" in picture_url(visit)
    (shown,) = parts_told(visit, "thumbnails")
    assert shown["chosen"] == shown["thumbnails"][-1]["name"], "there though it comes late"
    assert "bus_0" in shown["chosen"]
    assert site.store.asked == ["scene"]
    unfold(visit, picture_memory.PROMPT_OPEN.name)
    assert panel(visit, "Show the prompt") == "Bus 0"
    _choose(visit, 28)
    assert panel(visit, "Show the prompt") == "", "answers of the picture before are closed"
    unfold(visit, picture_memory.PROMPT_OPEN.name)
    assert panel(visit, "Show the prompt") == "Bus 1"
    press(visit, GET)
    assert "bus_29" in picture_url(visit), "the newest again"


def test_the_idea_of_the_shown_picture_is_not_read_out(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    idea = visit.session_state[prompt_memory.IDEA.name].text
    assert all(idea not in text.value for text in visit.markdown)


def test_what_stands_beside_a_picture_gives_the_next_one_away_only_when_asked(site: Site) -> None:
    visit = press(open_page("learner"), GET)
    texts = [prompt.text for prompt in prompt_bank()]
    assert not [text.value for text in visit.markdown if text.value in texts]
    shown = visit.session_state[prompt_memory.IDEA.name].text
    visit.session_state[prompt_memory.SEED.name] = 7
    unfold(visit, prompt_memory.IDEA_OPEN.name)
    assert all(shown not in text.value for text in visit.markdown), "it would be its caption"
    visit.session_state[prompt_memory.SEED.name] = None
    visit.button(key="another_idea").click().run()
    following = visit.session_state[prompt_memory.IDEA.name].text
    assert any(following in text.value for text in visit.markdown)
    press(visit, NEW)
    assert site.generator.requests[-1].prompt == following


OPENED = (
    picture_memory.PROMPT_OPEN,
    picture_memory.WORDS_OPEN,
    picture_memory.DETAILS_OPEN,
    prompt_memory.IDEA_OPEN,
)


def test_opened_answers_close_at_another_picture(site: Site) -> None:
    for minute in range(2):
        site.add_picture("learner", f"20250101_10{minute:02}00", f"Bus {minute}")
    visit = open_page("learner")
    for change in (lambda: _choose(visit, 1), lambda: press(visit, NEW)):
        for opened in OPENED:
            unfold(visit, opened.name)
        visit.run()
        assert all(visit.session_state[opened.name] for opened in OPENED)
        change()
        assert not any(visit.session_state[opened.name] for opened in OPENED)
    assert alerts(visit) == []


def test_the_button_that_comes_next_is_the_loud_one(site: Site) -> None:
    def types(visit: AppTest) -> dict[str | None, str]:
        return {
            button.key: button.proto.type for button in visit.button if button.key in {GET, NEW}
        }

    visit = open_page("learner")
    assert types(visit) == {GET: "primary", NEW: "secondary"}
    press(visit, GET)
    assert types(visit) == {GET: "tertiary", NEW: "secondary"}
    assert types(open_page("learner")) == {GET: "tertiary", NEW: "secondary"}
    labels = {button.key: button.label for button in visit.button}
    assert (labels[GET], labels[NEW]) == ("Get Practice Image", "Generate New")


def test_ones_own_words_have_their_button_beside_them(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = write(open_page("learner"), "A green boat")
    assert (
        visit.text_area(key=prompt_memory.OWN_WORDS.name).label == "What should the picture show?"
    )
    press(visit, "make_this_picture")
    assert [request.prompt for request in site.generator.requests] == ["A green boat"]
    assert "green_boat" in picture_url(visit)


def test_no_idea_comes_again_before_all_of_its_level_have_come(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_level = [prompt for prompt in prompt_bank() if prompt.level == "A2"]
    monkeypatch.setattr(shares, "AT_ONCE", len(of_level) + 1)
    visit = open_page("learner")
    for _ in of_level:
        press(visit, NEW)
    prompts = [request.prompt for request in site.generator.requests]
    assert sorted(prompts) == sorted(prompt.text for prompt in of_level)
    press(visit, NEW)
    assert site.generator.requests[-1].prompt in prompts[:-1]


def test_no_idea_comes_again_after_a_reload(site: Site) -> None:
    of_level = [prompt.text for prompt in prompt_bank() if prompt.level == "A2"]
    for minute, text in enumerate(of_level[:-1]):
        site.add_picture("learner", f"20250101_10{minute:02}00", text)
    for _ in range(2):
        press(open_page("learner"), NEW)
    assert site.generator.requests[0].prompt == of_level[-1]


def test_a_level_is_kept_for_the_browser_and_used_for_ideas_and_words(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = open_page("learner")
    assert visit.selectbox(key=prompt_memory.LEVEL.name).value == "A2"
    assert parts_told(visit, "level") == [], "nothing is kept before somebody has chosen"
    visit.selectbox(key=prompt_memory.LEVEL.name).set_value("C1").run()
    assert parts_told(visit, "level") == [{"name": "imagespeak_level", "value": "C1", "path": "/"}]
    press(visit, GET)
    levels = {prompt.text: prompt.level for prompt in prompt_bank()}
    assert levels[site.generator.requests[0].prompt] == "C1"

    for kept, level in (("B2", "B2"), ("<C9>", "A2")):
        monkeypatch.setattr(ContextProxy, "cookies", {"imagespeak_level": kept})
        assert open_page("learner").selectbox(key=prompt_memory.LEVEL.name).value == level


def test_the_session_and_its_link_are_shown(site: Site) -> None:
    visit = open_page("learner")
    assert any("learner" in text.value for text in visit.markdown)
    assert session_of(visit) == "learner"


def _choose(visit: AppTest, position: int) -> None:
    """What a press on a small picture comes to."""
    visit.session_state[picture_memory.CHOSEN_KEY.name] = visit.session_state[
        picture_memory.IMAGES.name
    ][position].key
    visit.run()
