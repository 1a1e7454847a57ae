"""The app without a browser: the real pages and wiring, and what a visitor does with them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from pages.components.picture import picture_memory, prompt_memory
from pages.components.picture.prompt_memory import MY_OWN_WORDS
from pages.components.shell import addresses, session
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import MODEL, ScriptedGenerator, WatchedStore, plain_png

ROUTER = Path(__file__).parents[2] / "pages" / "router.py"
GET, NEW = "get_practice_image", "generate_new"
LIMIT_S = 60


@dataclass(frozen=True, slots=True)
class Site:
    """Opens pages, and looks behind them."""

    generator: ScriptedGenerator
    store: WatchedStore
    folder: Path

    def add_picture(self, session_id: str, timestamp: str, prompt: str, *, index: int = 0) -> None:
        """Put a picture into the store by the back door."""
        request = ImageRequest(session_id, prompt, seed=7, width_px=256, height_px=256)
        image = GeneratedImage(plain_png(7, 256, 256), seed=7, model=MODEL, duration_ms=2_500)
        key = ImageKey(session_id, timestamp, index, clean_prompt(prompt))
        details = ImageDetails.of(key, request, image)
        self.store.inner.put(key, embed(image.png, details), {})


def open_page(session_id: str | None = None, **query: str) -> AppTest:
    """Open the address, as somebody who has just come."""
    visit = AppTest.from_file(ROUTER, default_timeout=LIMIT_S)
    if session_id is not None:
        visit.query_params[session.PARAMETER] = session_id
    for name, value in query.items():
        visit.query_params[name] = value
    return visit.run()


def open_gallery(session_id: str | None = None, **query: str) -> AppTest:
    """Open the gallery, or a session in it, when all pictures are listed."""
    wiring().gallery.snapshot(wait_s=LIMIT_S)
    visit = AppTest.from_file(ROUTER, default_timeout=LIMIT_S).switch_page("gallery.py")
    if session_id is not None:
        visit.query_params[addresses.OPEN_PARAMETER] = session_id
    for name, value in query.items():
        visit.query_params[name] = value
    return visit.run()


def session_of(visit: AppTest) -> str:
    """The session in the address."""
    value = visit.query_params[session.PARAMETER]
    return value if isinstance(value, str) else value[0]


def press(visit: AppTest, key: str) -> AppTest:
    """Press a button, and stay until what it started has been shown."""
    visit.button(key=key).click().run()
    job = wiring().queue.latest(session_of(visit))
    if job and job.job_id != seen(visit):
        job.done.result(LIMIT_S)
        visit.run()
    return visit


def seen(visit: AppTest) -> str | None:
    """The id of the last job whose end this page has shown."""
    state = visit.session_state
    return (
        str(state[picture_memory.SEEN_JOB.name]) if picture_memory.SEEN_JOB.name in state else None
    )


def choose(visit: AppTest, key: str, option: str) -> AppTest:
    """Press one of the buttons that stand side by side."""
    side_by_side(visit, key).set_value(option)
    return visit.run()


def side_by_side(visit: AppTest, key: str) -> Any:
    """Buttons of which one is chosen."""
    groups: list[Any] = list(visit.get("button_group"))
    return next(group for group in groups if group.key == key)


def write(visit: AppTest, words: str) -> AppTest:
    """Choose to use own words, and type them."""
    choose(visit, prompt_memory.SOURCE.name, MY_OWN_WORDS)
    visit.text_area(key=prompt_memory.OWN_WORDS.name).set_value(words)
    return visit.run()


def unfold(visit: AppTest, key: str) -> AppTest:
    """Open one of the panels that read on demand."""
    visit.session_state[key] = True
    return visit.run()


def panel(visit: AppTest, label: str) -> str:
    """What a panel says, all its texts in one."""
    found = next(part for part in visit.expander if label in part.label)
    return "\n".join(str(getattr(child, "value", "")) for child in found.children.values())


def picture_url(visit: AppTest) -> str:
    """The address of the one picture that is shown."""
    (picture,) = visit.image
    (url,) = picture.value
    return url


def alternative_text(visit: AppTest) -> str:
    (picture,) = visit.image
    return str(picture.proto.imgs[0].alt)


def alerts(visit: AppTest) -> list[str]:
    return [str(alert.value) for alert in (*visit.error, *visit.warning)]


def parts_told(visit: AppTest, part: str) -> list[dict[str, Any]]:
    """What the browser gets for each part of the page that is of this module, such as `level`."""
    protos = [one.proto for one in visit.get("bidi_component")]
    return [
        json.loads(proto.json or proto.mixed.json)
        for proto in protos
        if proto.component_name == f"imagespeak_{part}"
    ]
