"""A picture with an address is sent as Streamlit sends it, and numpy is not asked about it."""

from __future__ import annotations

import subprocess
import sys

from streamlit.commands import page_config
from streamlit.elements import image
from streamlit.testing.v1 import AppTest

from pages.server import plain_pictures

NUMPY_IS_LEFT_OUT = '''
import sys

from streamlit.commands.page_config import _get_favicon_string
from streamlit.testing.v1 import AppTest

from pages.components.shell import frame
from pages.server import plain_pictures

PAGE = """
import streamlit as st

st.image("http://127.0.0.1/one.png", alt="A dog")
"""

for name in [name for name in sys.modules if name.partition(".")[0] == "numpy"]:
    del sys.modules[name]
with plain_pictures.plain():
    assert _get_favicon_string(frame.icon()) == frame.icon()
    assert not AppTest.from_string(PAGE).run().exception
assert "numpy" not in sys.modules
'''


def page() -> None:
    import streamlit as st

    st.image("http://127.0.0.1/one.png", alt="A dog")
    st.image("data:image/png;base64,AAAA", alt=" A cat ", width=200)
    st.image("https://example.org/two.png", alt="")
    st.image("https://example.org/two.png", caption="A word", alt="A bird")
    st.image(["https://example.org/two.png", "https://example.org/3.png"], alt=["A", "B"])
    st.image("<svg xmlns='http://www.w3.org/2000/svg'></svg>", alt="Drawn")


def sent() -> list[bytes]:
    visit = AppTest.from_function(page).run()
    assert not visit.exception
    return [one.proto.SerializeToString() for one in visit.main.children.values()]


def test_the_browser_gets_what_streamlit_would_send() -> None:
    streamlits_own = sent()
    assert len(streamlits_own) == 6
    with plain_pictures.plain():
        assert sent() == streamlits_own


def test_neither_an_icon_nor_a_picture_needs_numpy() -> None:
    command = [sys.executable, "-c", NUMPY_IS_LEFT_OUT]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0, ended.stderr


def own() -> tuple[object, object]:
    """Streamlit's functions, as they are now."""
    return (
        getattr(page_config, plain_pictures.ICON_BY),
        getattr(image, plain_pictures.PICTURE_BY),
    )


def test_streamlit_is_as_it_was_when_the_server_has_ended() -> None:
    streamlits_own = own()
    with plain_pictures.plain():
        assert not set(own()) & set(streamlits_own)
    assert own() == streamlits_own
