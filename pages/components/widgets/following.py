"""The part that waits in the browser until the teacher changes something."""

from __future__ import annotations

from pages.components.shell import addresses, assets
from pages.components.widgets import news


def draw(of: str, *, picture: str = "", says: str = "", waits: bool = False) -> None:
    """Waits unseen; reruns the fragment, or the page, when there is something new.

    Args:
        of: What to wait for: `news.of_class`.
        picture: The address of the picture that is shown. Where it can't be loaded, that is
            said in its place, and it is tried again.
        says: What is shown now, read out to those who don't see it when it is another than before.
        waits: While somebody types, is asked something or has just pressed, nothing is run again.
    """
    component = assets.component(__file__, news.SCRIPT)
    component(
        key="following",
        data={
            "url": addresses.news(),
            "of": of,
            "picture": picture,
            "says": says,
            "waits": waits,
        },
        on_changed_change=lambda: None,
    )
