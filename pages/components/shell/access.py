"""Who is looking at the page, and the door to the teachers' pages."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.access.cookie import COOKIE_NAME
from imagespeak_core.access.errors import NotTeacherError
from imagespeak_core.access.teachers import Teacher, Visitor, decide, is_forwarded
from pages.components.shell import (
    addresses,
    cookies,
    oidc,
    pin_form,
    session,
    sign_out_button,
    visitor,
)
from pages.components.shell.direction import isolated
from pages.components.shell.wiring import wiring

SIGN_IN_PATH = "/teacher/sign-in"
SIGN_OUT_PATH = "/teacher/sign-out"


def current_teacher() -> Teacher | None:
    """The visitor as a teacher; None for everybody else."""
    wired = wiring()
    rules = wired.teacher_rules
    visitor = _visitor(by_account=rules.sign_in == "oidc")
    return decide(rules, visitor, now=wired.services.now())


def the_teacher() -> Teacher:
    """The visitor of a teachers' page, which the router opens to teachers alone.

    Raises:
        NotTeacherError: The visitor is none, or none any more.
    """
    teacher = current_teacher()
    if teacher is None:
        raise NotTeacherError("This is for teachers. Please sign in, then try again.")
    return teacher


def draw_door() -> None:
    """What somebody sees in the place of a teachers' page: how to sign in, or why not."""
    st.header("For teachers", anchor=False)
    way_in = wiring().teacher_rules.sign_in
    if way_in != "this computer":
        cookies.draw_warning("you can't sign in")
    if way_in == "pin":
        st.markdown("Sign in to make classes and see all pictures.")
        pin_form.draw(addresses.on_this_server(SIGN_IN_PATH))
    elif way_in == "oidc":
        oidc.draw_door()
    else:
        st.info(
            "These pages are off for visitors. They are open on the computer that runs "
            "ImageSpeak, at its address `localhost`. To open them to teachers elsewhere, the "
            "owner sets `IMAGESPEAK_TEACHER_PIN`, or `IMAGESPEAK_TEACHERS` together with a "
            "sign-in under `[auth]`.",
            icon=":material/lock:",
        )
    st.page_link(
        "practice.py",
        label="Back to practice",
        icon=":material/arrow_back:",
        query_params=session.for_links(),
    )


def draw_sign_out(teacher: Teacher) -> None:
    """The way out, for who is signed in."""
    way_in = wiring().teacher_rules.sign_in
    if way_in == "this computer":
        return
    if way_in == "oidc":
        st.text(f"You are {isolated(teacher.name)}.")
    url = addresses.on_this_server(SIGN_OUT_PATH)
    with st.container(horizontal=True, vertical_alignment="center", key="sign_outs"):
        if way_in == "pin":
            sign_out_button.draw(url, "Sign out")
        else:
            oidc.draw_sign_out()
        with st.popover("Sign out everywhere", key="sign_out_everywhere_open"):
            if way_in == "pin":
                st.markdown(
                    "All teachers who have typed the PIN are signed out, on all devices. "
                    "They can type it again. Learners see no change."
                )
                sign_out_button.draw(url, "Yes, sign out everywhere", is_everywhere=True)
            else:
                st.markdown("You are signed out on all devices. Then you can sign in again.")
                oidc.draw_sign_out_everywhere()


def _visitor(*, by_account: bool) -> Visitor:
    headers = st.context.headers
    return Visitor(
        address=visitor.address(),
        host=headers.get("Host") or "",
        forwarded=is_forwarded(headers),
        email=oidc.verified_email() if by_account else None,
        signed_in=oidc.signed_in() if by_account else None,
        cookie=st.context.cookies.get(COOKIE_NAME),
        origin=headers.get("Origin"),
    )
