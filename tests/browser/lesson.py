"""A class made by the back door, and what its teacher and its learners see."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from playwright.sync_api import Locator, Page, expect

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import change_latest, create_class, open_class
from imagespeak_core.classroom.state import ClassPicture, ClassState
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from imagespeak_core.services import Services
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from tests.browser.app_server import SECRET, AppServer
from tests.browser.tabs import wait_until_drawn
from tests.fakes import FakeGenerator, HandClock, make_services
from tests.pages.stand_ins import MODEL, plain_png

SOMEBODY = Teacher("somebody else")
PROMPTS = ("A red bus in the rain", "A green boat on a lake", "A brown dog in a park")
WORDS = ("wheel", "driver")
ELSEWHERE = {"extra_http_headers": {"X-Forwarded-For": "10.0.0.9"}}
"""For a device that is not the server's own computer."""

_DECODED = """(before) => {
  const picture = document.querySelector('.st-key-stage img, .st-key-practice_image img');
  return picture && picture.complete && picture.naturalWidth > 0 && picture.src !== before
    ? picture.src : null;
}"""

_ALL_DECODED = """([selector, number]) => {
  const pictures = [...document.querySelectorAll(selector)];
  return pictures.length === number
    && pictures.every((picture) => picture.complete && picture.naturalWidth > 0);
}"""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A class with three pictures; none is shown. Changes come from another process than the app.

    Attributes:
        services: On the folder of the server.
        session_id: The class.
        title: What its teacher calls it.
        code: Leads to it.
    """

    services: Services
    session_id: str
    title: str
    code: str

    @property
    def keys(self) -> list[str]:
        return [picture.key for picture in self.state.pictures]

    @property
    def state(self) -> ClassState:
        opened = open_class(self.services, self.session_id)
        assert opened
        return opened.state

    def change(self, edit: Callable[[ClassState], ClassState]) -> None:
        change_latest(self.services, SOMEBODY, self.session_id, edit)

    def show(self, place: int) -> None:
        self.change(partial(edits.choose_picture, key=self.keys[place]))


def make_lesson(
    server: AppServer,
    title: str = "",
    *,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> Lesson:
    blobs = FolderBlobs(server.pictures, secret=SECRET.encode())
    services = make_services(
        PictureStore(blobs, url_life_s=60),
        FakeGenerator(),
        documents=Documents(blobs),
        clock=HandClock(datetime.now(UTC)),
    )
    title = title or f"Class {secrets.token_hex(4)}"
    made = create_class(services, SOMEBODY, title, random_bytes=random_bytes).state
    lesson = Lesson(services, made.session_id, title, made.code)
    pictures = [_picture(lesson, place, prompt) for place, prompt in enumerate(PROMPTS)]
    lesson.change(partial(edits.add_pictures, pictures=pictures))
    lesson.change(
        partial(edits.describe_picture, key=lesson.keys[0], notes="Who drives?", words=WORDS)
    )
    return lesson


def _picture(lesson: Lesson, place: int, prompt: str) -> ClassPicture:
    key = ImageKey(lesson.session_id, "20250101_100000", place, clean_prompt(prompt))
    request = ImageRequest(lesson.session_id, prompt, seed=7, width_px=600, height_px=400)
    png = plain_png(80_000 * (place + 1), 600, 400)
    image = GeneratedImage(png, seed=7, model=MODEL, duration_ms=1)
    details = ImageDetails.of(key, request, image)
    lesson.services.store.put(key, embed(png, details), {})
    return ClassPicture(key=str(key), prompt=prompt)


@dataclass(frozen=True, slots=True)
class ClassTab:
    """One tab of one browser, of a teacher or of a learner."""

    page: Page
    url: str

    def go(self, path: str) -> ClassTab:
        self.page.goto(f"{self.url}/{path}")
        wait_until_drawn(self.page)
        return self

    def teach(self, lesson: Lesson, part: str = "") -> ClassTab:
        """Open the teacher's page of the class, at one of its parts."""
        self.go(f"classroom?class={lesson.session_id}")
        if part:
            self.part(part)
        if part == "Lesson":
            self.sees_all(lesson)
        return self

    def present(self, lesson: Lesson) -> ClassTab:
        self.go(f"classroom?class={lesson.session_id}&view=present")
        expect(self.button("Leave")).to_be_visible()
        return self

    def learn(self, lesson: Lesson) -> ClassTab:
        self.go(f"?session={lesson.session_id}")
        expect(self.heading(lesson.title)).to_be_visible()
        return self

    def part(self, name: str) -> None:
        choice = self.page.get_by_role("radio", name=name)
        choice.click()
        expect(choice).to_be_checked()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def buttons(self, first_words: str) -> Locator:
        """Those of the cards, whose names end with their picture's."""
        return self.page.get_by_role("button", name=re.compile(f"^{first_words}"))

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name, exact=True)

    def text(self, text: str) -> Locator:
        return self.page.get_by_text(text)

    @property
    def alert(self) -> Locator:
        return self.page.get_by_role("alert")

    @property
    def timer(self) -> Locator:
        return self.page.get_by_role("timer")

    def picture(self, *, other_than: str = "") -> str:
        """Wait until the one picture is decoded; gives its address."""
        return str(self.page.wait_for_function(_DECODED, arg=other_than).json_value())

    def sees_all(self, lesson: Lesson) -> None:
        """Wait until each picture has come: before, what is below it still moves."""
        wanted = ["[class*=st-key-lesson_] .stImage img", len(lesson.keys)]
        self.page.wait_for_function(_ALL_DECODED, arg=wanted)

    def sees_new(self, number: int) -> None:
        """Wait until so many pictures that are not in the lesson are there and decoded."""
        self.page.wait_for_function(_ALL_DECODED, arg=[".st-key-new_pictures img", number])

    def sees(self, key: str) -> None:
        """Wait until the picture with this key is decoded."""
        name = key.rpartition("/")[2]
        self.page.wait_for_function(
            """(name) => [...document.querySelectorAll('.stImage img')].some((picture) =>
              picture.complete && picture.naturalWidth > 0 && picture.src.includes(name))""",
            arg=name,
        )
