"""The form by which a teacher signs in with a PIN.

The browser sends the PIN to our own route, which sets a cookie that no script can read.
"""

from __future__ import annotations

from pages.components.shell import assets, cookies


def draw(url: str) -> None:
    """The field and its button.

    Args:
        url: The route that takes `{"pin": …}`, and answers with a cookie or `{"error": …}`.
    """
    component = assets.component(__file__)
    no_cookies = cookies.warning("you can't sign in")
    component(key="pin_form", data={"url": url, "no_cookies": no_cookies})
