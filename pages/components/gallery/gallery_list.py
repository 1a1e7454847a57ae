"""All sessions: search, filter, order, and a card for each."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import streamlit as st

from imagespeak_core.gallery.index import Listing
from imagespeak_core.gallery.sessions import ORDERS, Order, SessionSummary, search
from imagespeak_core.models import MAX_PROMPT_LENGTH
from pages.components.gallery import gallery_memory, spoken_alone
from pages.components.shell import addresses, file_addresses, messages, readable, redraw
from pages.components.shell.wiring import wiring
from pages.components.widgets import money_spent, picture_grid, spoken

_COLUMNS = 4
_QUICK_S = 0.6
_LOOK_AGAIN_S = 1.0
_ORDER_NAMES: dict[Order, str] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "name": "By name",
    "most pictures": "Most pictures",
    "largest": "Largest",
}


def draw() -> None:
    """The search, and what it finds."""
    money_spent.draw()
    text, since, until, order = _search_form()
    was_loading = wiring().gallery.snapshot(wait_s=_QUICK_S).loading

    @st.fragment(run_every=_LOOK_AGAIN_S if was_loading else None)
    def found_sessions() -> None:
        listing = wiring().gallery.snapshot()
        if redraw.take_request() or (was_loading and not listing.loading):
            st.rerun()
        if listing.error:
            messages.show(listing.error)
        found = search(listing.sessions, text, since=since, until=until, order=order)
        _draw_status(listing, found)
        _draw_cards(found, listing)

    found_sessions()
    listing = wiring().gallery.snapshot()
    if listing.complete:
        spoken_alone.draw({one.session_id for one in listing.sessions})


def _search_form() -> tuple[str, datetime | None, datetime | None, Order]:
    words, days, order = st.columns([3, 2, 2], vertical_alignment="bottom")
    text = words.text_input(
        "Search",
        placeholder="A name, or words of a prompt",
        max_chars=MAX_PROMPT_LENGTH,
        key=gallery_memory.SEARCH.name,
        icon=":material/search:",
        type="search",
        live=True,
        persist_state="session",
    )
    chosen = days.date_input(
        "Made between", value=[], key=gallery_memory.DAYS.name, persist_state="session"
    )
    chosen_order = order.selectbox(
        "Order",
        ORDERS,
        format_func=lambda name: _ORDER_NAMES[name],
        key=gallery_memory.ORDER.name,
        persist_state="session",
    )
    since, until = _moments(chosen if isinstance(chosen, tuple) else (chosen,))
    return text, since, until, chosen_order


def _moments(days: tuple[date | None, ...]) -> tuple[datetime | None, datetime | None]:
    """From the beginning of the first day to the end of the last, where the visitor is."""
    zone = readable.local_zone()
    given = [day for day in days if day]
    if not given:
        return None, None
    end = given[-1] + timedelta(days=1) if len(given) > 1 else None
    since = datetime.combine(given[0], time(), zone)
    return since, datetime.combine(end, time(), zone) if end else None


def _draw_status(listing: Listing, found: list[SessionSummary]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_status(listing))
        spoken.draw(_found(listing, found), key="gallery_found")
        st.button(
            "Look again",
            icon=":material/refresh:",
            type="tertiary",
            key="gallery_refresh",
            on_click=_look_again,
            disabled=listing.loading,
        )


def _status(listing: Listing) -> str:
    sessions = len(listing.sessions)
    number = f"{readable.count(listing.picture_count)} in {readable.number_of(sessions, 'session')}"
    if listing.loading and not listing.complete:
        return f":material/progress_activity: Still looking: {number} so far."
    if not listing.complete:
        return f"This list is not complete: {number} could be read."
    if listing.loading:
        return f":material/progress_activity: {number}. Looking for new ones."
    if listing.error:
        return f"{number}. This list is {_age(listing.age_s or 0)} old."
    return f"{number}."


def _draw_cards(found: list[SessionSummary], listing: Listing) -> None:
    if not listing.sessions:
        if listing.complete:
            st.info("No pictures yet. Make the first one on the practice page.")
        return
    if not found:
        st.info("Nothing was found. Try other words or other days.")
        st.button("Show all sessions", key="gallery_show_all", on_click=_show_all)
        return
    if _found(listing, found):
        st.caption(_found(listing, found))
    length = gallery_memory.LENGTH.get()
    picture_grid.draw(
        [_card(summary) for summary in found[:length]], columns=_COLUMNS, on_press=_open
    )
    if length < len(found):
        st.button(f"Show more ({len(found) - length:,})", key="gallery_more", on_click=_show_more)


def _found(listing: Listing, found: list[SessionSummary]) -> str:
    """How many a search has found; empty where these are all."""
    if not found or len(found) == len(listing.sessions):
        return ""
    return f"Found: {readable.number_of(len(found), 'session')}."


def _card(summary: SessionSummary) -> picture_grid.Cell:
    size = readable.file_size(summary.size_bytes)
    days = readable.local_days(summary.first_at, summary.last_at)
    return picture_grid.Cell(
        key=f"open_{summary.session_id}",
        url=file_addresses.small_picture(summary.cover),
        alt=f"Newest picture of {summary.session_id}",
        label=messages.plain(summary.session_id),
        caption=f"{readable.count(summary.picture_count)} · {size}  \n{days}",
        argument=summary.session_id,
    )


def _open(session_id: str) -> None:
    st.query_params[addresses.OPEN_PARAMETER] = session_id
    redraw.request()


def _look_again() -> None:
    wiring().gallery.forget()
    redraw.request()


def _show_all() -> None:
    gallery_memory.SEARCH.set("")
    gallery_memory.DAYS.set([])
    redraw.request()


def _show_more() -> None:
    length = gallery_memory.LENGTH
    length.set(length.get() + gallery_memory.STEP)


def _age(seconds: float) -> str:
    minutes = round(seconds / 60)
    return "less than a minute" if minutes < 1 else f"about {minutes:,} min"
