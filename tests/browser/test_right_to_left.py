"""Names, notes and words that run from right to left, beside those that do not."""

from __future__ import annotations

import secrets
from functools import partial

from playwright.sync_api import Locator, Page, expect

from imagespeak_core.classroom import edits
from tests.browser.app_server import AppServer
from tests.browser.lesson import ELSEWHERE, ClassTab, make_lesson
from tests.browser.looks import sticking_out
from tests.browser.tabs import NewTab
from tests.browser.visitor import Visitor
from tests.patience import until

NOTES = "انظر إلى الصورة! (3 جمل)\nLook at it! (3 sentences)\nקשת 12!"
_PLACE = """(part, text) => {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), box = part.getBoundingClientRect();
  while (texts.nextNode()) {
    const { nodeValue } = texts.currentNode, at = nodeValue.indexOf(text);
    if (at < 0) continue;
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + text.length);
    const { left, right, width } = range.getBoundingClientRect();
    return [left - box.left, box.right - right, width];
  }
}"""


def place(part: Locator, text: str) -> tuple[float, float, float]:
    """How far a text is from the left and from the right of its part, and how wide it is."""
    left, right, width = part.evaluate(_PLACE, text)
    return left, right, width


def test_a_class(new_tab: NewTab, offline_server: AppServer) -> None:
    title = f"فصل الإنجليزية 7b {secrets.token_hex(2)}"
    lesson = make_lesson(offline_server, title=title)
    describe = partial(edits.describe_picture, notes=NOTES, words=("book", "قلم", "7b"))
    lesson.change(partial(describe, key=lesson.keys[0]))
    lesson.show(0)
    lesson.change(partial(edits.reveal, words=True, notes=True, prompt=True))
    learner = ClassTab(new_tab(**ELSEWHERE), offline_server.url).learn(lesson)
    heading, notes = learner.heading(title), learner.text("Look at it!").first
    for width in (1280, 360):
        learner.page.set_viewport_size({"width": width, "height": 740})
        until(lambda: place(heading, "فصل")[1] < 1)  # it begins at the right
        arabic, number, letter = (place(heading, text) for text in ("فصل", "7", "b"))
        assert abs(letter[0] - number[0] - number[2]) < 1, "7b is in one piece"
        assert letter[0] < arabic[0]
        assert place(notes, "انظر")[1] < 1
        assert place(notes, "Look")[0] < 1
        assert place(notes, "קשת")[1] < 1
        words = learner.text("book · ")
        starts = [place(words, word)[0] for word in ("book", "قلم", "7b")]
        assert starts == sorted(starts)
        assert place(learner.heading("Words that help"), "Words")[0] < 1
        assert sticking_out(learner.page) == []
    _ask_to_delete(ClassTab(new_tab(), offline_server.url).teach(lesson, "Settings"), title)


def _ask_to_delete(teacher: ClassTab, title: str) -> None:
    teacher.button("Delete the class").click()
    question = teacher.page.get_by_role("dialog").get_by_text("its link and code")
    expect(question).to_contain_text(title)
    before, name, number = (place(question, text) for text in ("class", "فصل", "7b"))
    assert before[0] < number[0] < name[0], "the name is one piece, behind what leads to it"


def test_what_is_typed(new_tab: NewTab, offline_server: AppServer) -> None:
    page = new_tab()
    visitor = Visitor(page, offline_server.url).open().write("كلب أحمر يلعب (في الحديقة)!")
    assert _direction(visitor.words) == "rtl"
    visitor.words.fill("A red dog")
    assert _direction(visitor.words) == "ltr"
    page.get_by_role("button", name="Join a class").click()
    code = page.get_by_label("Code from your teacher")
    code.fill("שלום")
    assert _direction(code) == "rtl"
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert _not_at_the_left(page) == []


def _direction(field: Locator) -> str:
    return str(field.evaluate("(field) => getComputedStyle(field).direction"))


def _not_at_the_left(page: Page) -> list[str]:
    """English paragraphs that begin elsewhere than where English begins."""
    return list(
        page.evaluate("""() => [...document.querySelectorAll('main :is(h1, h2, p)')]
          .filter((part) => !['start', 'center'].includes(getComputedStyle(part).textAlign)
            || getComputedStyle(part).direction !== 'ltr')
          .map((part) => part.textContent)""")
    )


def test_digits_of_any_script_are_typed_into_a_number(
    new_tab: NewTab, offline_server: AppServer
) -> None:
    visitor = Visitor(new_tab(), offline_server.url).open()
    visitor.unfold("Picture settings")
    seed = visitor.page.get_by_role("spinbutton", name="Seed")
    for typed, meant in (
        ("\u0664\u0662", "42"),
        ("\u06f4\u06f3", "43"),
        ("\u096a\u096a", "44"),
        ("45", "45"),
    ):
        seed.fill("")
        seed.press_sequentially(typed)
        expect(seed).to_have_value(meant)
    seed.fill("")
    visitor.page.keyboard.insert_text("4\u0667")  # as a paste, and as many phones do
    expect(seed).to_have_value("47")
    visitor.page.keyboard.press("Control+z")
    expect(seed).not_to_have_value("47")
    ime = visitor.page.context.new_cdp_session(visitor.page)
    for typed in ("\u0664\u0662", "\uff14\uff12"):  # the wide ones a browser takes by itself
        seed.fill("")
        ime.send("Input.imeSetComposition", _composition(typed[:1]))
        ime.send("Input.imeSetComposition", _composition(typed))
        ime.send("Input.insertText", {"text": typed})
        expect(seed).to_have_value("42")


def _composition(text: str) -> dict[str, str | int]:
    return {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
