"""The learner's words, drawn: on the page, and at their own address."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.signing.addresses import signed_address
from imagespeak_core.speaking.attempt import Attempt
from imagespeak_core.speaking.attempts import delete_attempt, list_attempts
from pages.components.shell import file_addresses
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_key
from pages.components.speaking.drawn_words import HEADING
from pages.server.routes import routes
from tests.pages.asgi_browser import AsgiBrowser
from tests.pages.visits import Site, open_page

SESSION = "my.own_session-1"
KEY = ImageKey(SESSION, "20250101_100000", 0, "dogs_beach")
PROMPT = "Three dogs run on the beach. A man flies a kite."
WORDS = "Three dogs sleep on the beach. A man flies a kite."
DIFFER = "In your picture the three dogs are sleeping. In the first one they are running."
LEARNER = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def drawn_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """One picture by the illustrator, and one learner, who keeps the key."""
    monkeypatch.setattr(own_key, "learner_key", lambda: "a" * 27)
    request = ImageRequest(SESSION, PROMPT, seed=5, width_px=512, height_px=512)
    image = Illustrator().generate(request)
    details = ImageDetails.of(KEY, request, image)
    site.store.inner.put(KEY, embed(image.png, details, scene=image.scene), {})
    return site


def attempts() -> list[Attempt]:
    return list_attempts(wiring().services, SESSION, own_key.learner())


def say(page: AppTest, words: str, button: str) -> AppTest:
    area = next(one for one in page.text_area if one.label == "Your words")
    area.set_value(words)
    next(one for one in page.button if one.label == button).click()
    return page.run()


def subheaders(page: AppTest) -> list[str]:
    return [one.value for one in page.subheader]


def drawings(page: AppTest) -> list[str]:
    return [url for image in page.image for url in image.value if "/drawings/" in url]


def test_words_are_drawn_again_with_each_attempt_and_after_a_reload(drawn_site: Site) -> None:
    page = open_page(SESSION)
    assert not page.exception
    assert HEADING not in subheaders(page)
    page = say(page, WORDS, "Draw my words")
    assert not page.exception
    assert HEADING in subheaders(page)
    (first,) = drawings(page)
    assert DIFFER in [one.value.replace("\\", "") for one in page.markdown]
    (attempt,) = attempts()
    assert attempt.drawing is not None
    assert f"/drawings/{attempt.attempt_id}.png" in first

    page = say(page, "Two dogs sleep.", "Check my words")
    (second,) = drawings(page)
    assert second != first
    assert drawn_site.generator.words == [WORDS, "Two dogs sleep."]

    wiring().words_drawn.shutdown()
    wiring.cache_clear()  # another server, or this one after a restart
    page = open_page(SESSION)
    assert drawings(page) == [second]
    assert drawn_site.generator.requests == [], "no picture was made"


def test_words_that_are_no_english_are_not_drawn(drawn_site: Site) -> None:
    page = say(open_page(SESSION), "Tres perros corren en la playa.", "Draw my words")
    assert not page.exception
    assert drawings(page) == []
    assert any("English" in one.value for one in page.info)


def test_without_words_there_is_a_hint(drawn_site: Site) -> None:
    page = say(open_page(SESSION), "  ", "Draw my words")
    assert drawings(page) == []
    assert drawn_site.generator.words == []
    assert any("Write what you said" in one.value for one in page.info)


def test_what_may_not_be_kept_is_drawn_all_the_same(drawn_site: Site) -> None:
    wiring().services.recordings.rights.note(may=False)
    page = say(open_page(SESSION), WORDS, "Draw my words")
    assert not page.exception
    assert HEADING in subheaders(page)
    (address,) = drawings(page)
    assert attempts() == []
    browser = AsgiBrowser(Starlette(routes=routes()))
    sent = address.partition("/drawings/")[2]
    answer = browser.get(f"/drawings/{sent}")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")
    assert browser.get(f"/drawings/{sent[:-1]}").status_code == 404
    assert drawings(page.run()) == [address]


def test_the_address_ends_and_goes_with_the_attempt(drawn_site: Site) -> None:
    say(open_page(SESSION), WORDS, "Draw my words")
    (attempt,) = attempts()
    browser = AsgiBrowser(Starlette(routes=routes()))
    path = f"{file_addresses.DRAWINGS_PATH}{attempt.attempt_id}.png"
    now_s = int(datetime.now(UTC).timestamp())

    def signed(of: str = path, *, expires: int = now_s + 60) -> str:
        return signed_address(of, expires=expires, secret=wiring().secret)

    answer = browser.get(signed())
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "private" in answer.headers["cache-control"]
    assert answer.content.startswith(b"\x89PNG")
    other = path.replace("my.own", "another")
    for bad in (path, signed(expires=now_s - 1), signed()[:-1], signed(other)):
        gone = browser.get(bad)
        assert gone.status_code == 404, bad
        assert gone.headers["cache-control"] == "no-store"
    delete_attempt(wiring().services, attempt.attempt_id, attempt.learner)
    assert browser.get(signed()).status_code == 404
    folders = {path.name for path in drawn_site.folder.iterdir()}
    assert "generated-images" in folders
    assert len([*(drawn_site.folder / "generated-images").iterdir()]) == 1
