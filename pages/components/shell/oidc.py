"""Sign-in with a school's account: Streamlit's own `st.login`, set up under `[auth]`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

_OF_ALL = ("redirect_uri", "cookie_secret")
_OF_EACH = ("client_id", "client_secret", "server_metadata_url")


def verified_email() -> str | None:
    """The visitor's address, where the provider says that it is really theirs."""
    user = st.user.to_dict()
    if user.get("is_logged_in") is not True or not _is_verified(user):
        return None
    email = user.get("email")
    return email if isinstance(email, str) else None


def draw_door() -> None:
    """What somebody sees who is not on the list of teachers, or not signed in."""
    if st.user.to_dict().get("is_logged_in") is True:
        _draw_refusal()
        return
    providers = _providers()
    if not providers:
        st.error(
            "The sign-in does not work yet. The owner of this site fills in `[auth]` in "
            "`.streamlit/secrets.toml`.",
            icon=":material/error:",
        )
        return
    st.markdown("Sign in with your school's account to make classes and see all pictures.")
    with st.container(horizontal=True):
        for provider in providers:
            st.button(
                f"Sign in with {provider.capitalize()}" if provider else "Sign in",
                type="primary",
                icon=":material/login:",
                key=f"sign_in_{provider}",
                on_click=st.login,
                args=(provider or None,),
            )


def draw_sign_out() -> None:
    st.button("Sign out", icon=":material/logout:", key="sign_out", on_click=st.logout)


def _draw_refusal() -> None:
    user = st.user.to_dict()
    if _is_verified(user) and user.get("email"):
        st.error(
            "You are signed in, but you are not on the list of teachers. "
            "Ask the owner of this site.",
            icon=":material/block:",
        )
    else:
        st.error(
            "Your sign-in service does not say that your e-mail address is verified. "
            "Verify it there, then sign out here and sign in again.",
            icon=":material/block:",
        )
    st.text(f"You are {user.get('email') or 'somebody without an e-mail address'}.")
    draw_sign_out()


def _is_verified(user: Mapping[str, Any]) -> bool:
    """Some providers write the claim as text."""
    return user.get("email_verified") in (True, "true")


def _providers() -> list[str]:
    """Those that are filled in; the one without a name is ''."""
    auth: Mapping[str, Any] = st.secrets["auth"]
    if not all(auth.get(name) for name in _OF_ALL):
        return []
    sections = {"": auth, **{name: part for name, part in auth.items() if "_" not in name}}
    return [
        name
        for name, section in sections.items()
        if isinstance(section, Mapping) and all(section.get(key) for key in _OF_EACH)
    ]
