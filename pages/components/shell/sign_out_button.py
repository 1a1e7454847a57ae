"""The button by which a teacher with a PIN signs out: our own route clears the cookie."""

from __future__ import annotations

from pages.components.shell import assets


def draw(url: str, label: str, *, is_everywhere: bool = False) -> None:
    """The button.

    Args:
        url: The route that clears the cookie.
        label: What stands on it.
        is_everywhere: It ends all teachers' cookies, and not this one alone.
    """
    component = assets.component(__file__)
    component(
        key="sign_out_everywhere" if is_everywhere else "sign_out",
        data={"url": url, "label": label, "everywhere": is_everywhere},
        width="content",
    )
