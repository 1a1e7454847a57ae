"""A picture's settings, back in a form: from the gallery, or from a file that was dropped."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from streamlit.testing.v1 import AppTest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.gallery.dropped import MAX_BYTES
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import SETTINGS_KEYWORD, ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from pages.components.picture import prompt_memory
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import MODEL, plain_png
from tests.pages.visits import NEW, Site, alerts, open_gallery, press, session_of

pytestmark = pytest.mark.usefixtures("as_teacher")

KEY = ImageKey("image-001", "20250101_100000", 0, "red_bus")
ASKED = ImageRequest(
    "image-001",
    "A red bus *in* the rain",
    negative_prompt="no people",
    quality="premium",
    width_px=640,
    height_px=512,
    seed=4_294_967_294,
)


def made(request: ImageRequest = ASKED) -> bytes:
    """A file as the app makes it."""
    png = plain_png(7, request.width_px, request.height_px)
    image = GeneratedImage(png, seed=request.seed, model=MODEL, duration_ms=2_500)
    return embed(png, ImageDetails.of(KEY, request, image))


def open_picture(site: Site, request: ImageRequest = ASKED) -> AppTest:
    site.store.inner.put(KEY, made(request), {})
    return open_gallery("image-001", picture="20250101_100000_0")


def drop(png: bytes) -> AppTest:
    visit = open_gallery()
    visit.file_uploader(key="dropped").set_value(("a.png", png, "image/png"))
    return visit.run()


def test_what_a_dropped_file_says_of_itself_is_shown_sign_for_sign() -> None:
    quality = "**high** :material/home:"
    visit = drop(embed(plain_png(7, 256, 256), ImageDetails(key=KEY, quality=quality)))
    assert plain(f"quality {quality}") in [text.value for text in visit.caption]


def use(visit: AppTest, button: str) -> AppTest:
    """Press one of the two buttons, and go on where it leads."""
    visit.button(key=button).click().run()
    assert not visit.exception
    said = [text.value for text in visit.success]
    assert said == ["The picture's settings are in this form now."]
    visit.switch_page("practice.py").run()
    assert not visit.success, "said once"
    return visit


def remade(site: Site, visit: AppTest) -> ImageRequest:
    """What the form asks for when its button is pressed."""
    press(visit, NEW)
    assert alerts(visit) == []
    (request,) = site.generator.requests
    return request


def same_settings(one: ImageRequest, other: ImageRequest) -> bool:
    names = ("prompt", "negative_prompt", "quality", "width_px", "height_px")
    return all(getattr(one, name) == getattr(other, name) for name in names)


@pytest.mark.parametrize("size_px", [(640, 512), (1024, 1024), (768, 1152)])
def test_the_form_asks_for_the_same_picture_again(site: Site, size_px: tuple[int, int]) -> None:
    site.generator.takes_negative_prompt = True
    width_px, height_px = size_px
    asked = ImageRequest(
        "image-001",
        ASKED.prompt,
        negative_prompt="no people",
        quality="premium",
        width_px=width_px,
        height_px=height_px,
        seed=77,
    )
    visit = open_picture(site, asked)
    use(visit, "use_settings")
    request = remade(site, visit)
    assert same_settings(request, asked)
    assert request.seed == 77
    assert request.session_id == session_of(visit) != "image-001"


def test_the_form_asks_for_another_picture_with_the_same_settings(site: Site) -> None:
    site.generator.takes_negative_prompt = True
    visit = open_picture(site)
    use(visit, "use_new_seed")
    request = remade(site, visit)
    assert same_settings(request, ASKED)
    assert request.seed not in {0, ASKED.seed}


def test_what_the_model_does_not_take_is_not_asked_for(site: Site) -> None:
    visit = open_picture(site)
    use(visit, "use_settings")
    assert prompt_memory.NEGATIVE_PROMPT.name not in [field.key for field in visit.text_input]
    assert remade(site, visit).negative_prompt == ""


def test_the_form_can_be_changed_afterwards(site: Site) -> None:
    visit = open_picture(site)
    use(visit, "use_settings")
    assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == ASKED.prompt
    visit.text_area(key=prompt_memory.OWN_WORDS.name).set_value("A green boat").run()
    visit.number_input(key=prompt_memory.SEED.name).set_value(5).run()
    request = remade(site, visit)
    assert (request.prompt, request.seed) == ("A green boat", 5)
    assert (request.width_px, request.height_px) == (640, 512)


def test_settings_never_go_into_a_class_that_is_in_the_address(
    site: Site, as_teacher: Teacher
) -> None:
    opened = create_class(wiring().services, as_teacher, "7b Monday", random_bytes=bytes)
    site.store.inner.put(KEY, made(), {})
    visit = open_gallery("image-001", picture="20250101_100000_0", session=opened.state.session_id)
    use(visit, "use_settings")
    assert session_of(visit) != opened.state.session_id
    assert remade(site, visit).session_id == session_of(visit)


def test_a_file_of_ours_is_offered_as_a_new_request(site: Site) -> None:
    visit = drop(made())
    assert alerts(visit) == []
    assert ASKED.prompt in [text.value for text in visit.text]
    offer = "\n".join(str(caption.value) for caption in visit.caption)
    assert "640 × 512 pixels, quality premium, seed 4294967294" in offer
    use(visit, "use_settings")
    request = remade(site, visit)
    assert (request.prompt, request.quality, request.seed) == (
        ASKED.prompt,
        "premium",
        ASKED.seed,
    )
    assert site.store.asked.count("read") == 0
    assert site.store.asked.count("details") == 0, "the file alone tells"


def test_a_file_does_not_lead_into_the_session_that_it_names(site: Site) -> None:
    visit = drop(made())
    use(visit, "use_settings")
    assert session_of(visit) != "image-001"


def with_settings(text: str) -> bytes:
    png, info = io.BytesIO(), PngInfo()
    info.add_itxt(SETTINGS_KEYWORD, text)
    Image.new("RGB", (16, 16)).save(png, "PNG", pnginfo=info)
    return png.getvalue()


FOREIGN = {
    "another program's": plain_png(7, 64, 64),
    "cut off": made()[:60],
    "no picture": b"hello",
    "empty": b"",
    "settings that are none": with_settings("[1, 2]"),
}


@pytest.mark.parametrize("png", FOREIGN.values(), ids=FOREIGN)
def test_a_file_that_is_not_ours_gets_a_plain_answer(site: Site, png: bytes) -> None:
    visit = drop(png)
    assert not visit.exception
    (alert,) = alerts(visit)
    assert "does not say how it was made" in alert
    assert "use_settings" not in [button.key for button in visit.button]


def test_a_picture_of_too_many_pixels_is_not_looked_at(site: Site) -> None:
    header = plain_png(7, 16, 16)
    side = (60_000).to_bytes(4, "big")
    (alert,) = alerts(drop(header[:16] + side + side + header[24:]))
    assert "too large" in alert


@pytest.mark.parametrize(
    "settings",
    ['{"version": 1, "prompt": "A bus", "width": 9999, "height": 512}', '{"version": 1}'],
)
def test_settings_that_cannot_be_asked_for_say_so(site: Site, settings: str) -> None:
    visit = drop(with_settings(settings))
    if not alerts(visit):
        visit.button(key="use_settings").click().run()
    assert not visit.exception
    assert len(alerts(visit)) == 1
    assert site.generator.requests == []


def test_the_server_takes_files_of_that_size() -> None:
    config = Path(__file__).parents[2] / ".streamlit" / "config.toml"
    (line,) = (line for line in config.read_text().splitlines() if "maxUploadSize" in line)
    assert int(line.split("=")[1].split("#")[0]) * 1024 * 1024 >= MAX_BYTES
