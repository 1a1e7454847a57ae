"""What React does to its texts, one by one, after a translation has taken them away."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from pages.server import head_scripts
from tests.browser.tabs import NewTab

SCRIPT = (
    Path(head_scripts.__file__).with_name("head_scripts_translation.js").read_text(encoding="utf-8")
)
PAGE = "<p>Press <b>New</b> and <i>describe</i> it</p><p id='other'>Other</p>"

_SETTING = """async (step) => {
  const part = document.querySelector('p'), [press, bold, and, italic, it] = part.childNodes;
  const font = (text) => {
    const outer = document.createElement('font');
    outer.innerHTML = `<font>${text}</font>`;
    return outer;
  };
  const translated = () => new Promise((go) => setTimeout(go));
  await eval(`(async () => { ${step} })()`);
  await translated();
  return part.textContent;
}"""
_ALL = "press.replaceWith(font('A ')); and.replaceWith(font(' B ')); it.replaceWith(font(' C'));"


@pytest.fixture
def page(new_tab: NewTab) -> Page:
    page = new_tab()
    page.set_content(PAGE)
    page.add_script_tag(content=SCRIPT)
    return page


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("and.nodeValue = ' or ';", "A New or describe C"),
        ("part.removeChild(and);", "A Newdescribe C"),
        ("part.insertBefore(new Text('!'), and);", "A New! and describe C"),
        ("part.insertBefore(bold, it); it.nodeValue = '.';", "A  B describeNew."),
        ("bold.firstChild.nodeValue = 'Old';", "A Old B describe C"),
        # It is moved, to the front and to the end.
        ("part.insertBefore(and, press);", " and Press Newdescribe C"),
        ("part.appendChild(press);", "New B describe CPress "),
        # It is translated once more, and once more touched.
        ("and.nodeValue = ' x '; and.replaceWith(font(' D ')); and.nodeValue = ' y ';",
         "A New y describe C"),
        # Its translation is translated.
        ("part.children[2].replaceWith(font('E')); await translated(); and.nodeValue = ' z ';",
         "A New z describe C"),
        # The page is shown as it was.
        ("part.children[2].replaceWith(and); await translated(); and.nodeValue = ' w ';",
         "A New w describe C"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("waits", ["await translated();", ""], ids=["later", "at once"])
def test_a_text_is_put_back_when_it_is_touched(
    page: Page, step: str, said: str, waits: str
) -> None:
    assert page.evaluate(_SETTING, f"{_ALL} {waits} {step}") == said


@pytest.mark.parametrize(
    ("translation", "step", "said"),
    [
        ("const two = new Text('Two '); part.prepend(two); await translated();"
         " two.replaceWith(font('One font')); press.remove();",
         "press.nodeValue = 'Touch ';", "Two Touch New and describe it"),
        ("const two = new Text('Two '); part.prepend(two); await translated();"
         " two.replaceWith(font('One font')); press.remove();",
         "part.removeChild(two);", "Press New and describe it"),
        ("and.remove();", "part.insertBefore(new Text('!'), and);", "Press New! and describe it"),
        ("and.replaceWith(font(' B ')); press.remove();",
         "part.removeChild(bold); part.insertBefore(new Text('!'), press); and.nodeValue = ' or ';",
         "!Press  or describe it"),
        (_ALL, "part.removeChild(bold); part.removeChild(press);", " B describe C"),
        ("part.textContent = 'All in one';", "part.removeChild(bold);",
         "Press  and describe it"),
        ("const around = font(''); bold.replaceWith(around); around.firstChild.append(bold);",
         "part.removeChild(bold);", "Press  and describe it"),
    ],
)  # fmt: skip
def test_whatever_a_translation_has_put_there(
    page: Page, translation: str, step: str, said: str
) -> None:
    assert page.evaluate(_SETTING, f"{translation} await translated(); {step}") == said


def test_other_changes_are_the_browsers_own(page: Page) -> None:
    assert page.evaluate(
        """async () => {
          const part = document.querySelector('p'), other = document.querySelector('#other');
          const failed = (act) => { try { act(); } catch (error) { return error.name; } };
          const gone = part.removeChild(part.firstChild);
          await new Promise((go) => setTimeout(go));
          gone.nodeValue = 'x';
          const names = [
            failed(() => part.removeChild(other.firstChild)),
            failed(() => part.removeChild(document.createElement('b'))),
            failed(() => part.insertBefore(new Text('x'), other.firstChild)),
          ];
          return [part.textContent, other.textContent, gone.nodeValue, ...names];
        }"""
    ) == ["New and describe it", "Other", "x", *["NotFoundError"] * 3]  # fmt: skip
