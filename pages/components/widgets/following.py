"""The part that waits in the browser until the teacher changes something."""

from __future__ import annotations

from pages.components.shell import addresses, assets
from pages.components.widgets import news


def draw(
    of: str, *, picture: str = "", says: str = "", waits: bool = False, again_s: float = 0.0
) -> None:
    """Waits unseen; reruns the fragment, or the page, when there is something new.

    Args:
        of: What to wait for: `news.of_class`.
        picture: The address of the picture that is shown. Where it can't be loaded, that is
            said in its place, and it is tried again.
        says: What is shown now, read out to those who don't see it when it is another than before.
        waits: While somebody types, is asked something or has just pressed, nothing is run again.
        again_s: After so many seconds it runs again whatever was heard; 0: never. Where presses
            count, it stands in place of Streamlit's `run_every`: that sends what was pressed in the
            same moment a second time.
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
            "again_ms": int(again_s * 1000),
        },
        on_changed_change=lambda: None,
    )
