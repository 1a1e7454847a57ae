"""A class with pictures, made by the back door, and its teacher's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from streamlit.testing.v1 import AppTest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.changes import Changes, DocumentSeen
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.class_names import state_name
from imagespeak_core.classroom.classes import change_latest, create_class, open_class
from imagespeak_core.classroom.state import ClassPicture, ClassState
from imagespeak_core.services import Services
from pages.components.classroom import class_memory
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import WatchedDocuments
from tests.pages.visits import LIMIT_S, ROUTER, Site, choose

TITLE, CLASS = "7b Monday", "class-7b-monday-aaaaaaaa"
SOMEBODY = Teacher("somebody else")
PROMPTS = ("A red bus", "A green boat", "A brown dog")
KEYS = tuple(
    f"generated-images/{CLASS}_20250101_10{place:02}00_0_{'_'.join(prompt.lower().split()[1:])}.png"
    for place, prompt in enumerate(PROMPTS)
)


def make_class(title: str = TITLE) -> ClassState:
    """A class without pictures."""
    return create_class(elsewhere(), SOMEBODY, title, random_bytes=bytes).state


def make_lesson(site: Site) -> None:
    """A class with three pictures in its lesson, none of which is shown."""
    make_class()
    for place, prompt in enumerate(PROMPTS):
        site.add_picture(CLASS, f"20250101_10{place:02}00", prompt)
    pictures = [
        ClassPicture(key=key, prompt=prompt) for key, prompt in zip(KEYS, PROMPTS, strict=True)
    ]
    change(partial(edits.add_pictures, pictures=pictures))


def change(edit: Callable[[ClassState], ClassState]) -> None:
    """Somebody else, in another process, changes the class."""
    opened = change_latest(elsewhere(), SOMEBODY, CLASS, edit)
    assert opened


def elsewhere() -> Services:
    """Those of another process on the same store: nobody here is told of what it does."""
    return replace(wiring().services, changes=Changes())


def tell() -> None:
    """Let this process know what is stored; else it shows what it has read before."""
    name = state_name(CLASS)
    wiring().services.changes.tell(DocumentSeen(name, documents().read(name)))


def show(place: int) -> None:
    change(partial(edits.choose_picture, key=KEYS[place]))


def state(session_id: str = CLASS) -> ClassState:
    """The class as it is stored."""
    opened = open_class(wiring().services, session_id)
    assert opened
    return opened.state


def damage(session_id: str = CLASS) -> None:
    store = documents()
    before = store.read(state_name(session_id))
    store.write(state_name(session_id), b"{", replacing=before.version if before else None)


def documents() -> WatchedDocuments:
    store = wiring().services.documents
    assert isinstance(store, WatchedDocuments)
    return store


def open_classes(
    session_id: str | None = None, *, part: str | None = None, **query: str
) -> AppTest:
    """Open the classroom, or one class in it, at one of its parts."""
    visit = AppTest.from_file(ROUTER, default_timeout=LIMIT_S).switch_page("classroom.py")
    if session_id is not None:
        visit.query_params[addresses.CLASS_PARAMETER] = session_id
    for name, value in query.items():
        visit.query_params[name] = value
    visit.run()
    return choose(visit, class_memory.PART.name, part) if part else visit


def click(visit: AppTest, key: str) -> AppTest:
    return visit.button(key=key).click().run()


def confirm(visit: AppTest, opener: str) -> AppTest:
    """Press what asks, and then what deletes: the question is a fragment of the same run."""
    visit.button(key=opener).click().run()
    visit.button(key=opener).click()
    return visit.button(key="confirm_delete").click().run()


def keys(visit: AppTest) -> list[str]:
    return [str(button.key) for button in visit.button]


def texts(visit: AppTest) -> str:
    """All that is said, without what Markdown takes as signs."""
    parts = (
        *visit.header, *visit.subheader, *visit.text, *visit.markdown, *visit.caption,
        *visit.info, *visit.success, *visit.error, *visit.warning,
    )  # fmt: skip
    return "\n".join(str(text.value) for text in parts).replace("\\", "")
