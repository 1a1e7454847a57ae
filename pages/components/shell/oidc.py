"""Sign-in with a school's account: Streamlit's own `st.login`, set up under `[auth]`."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from imagespeak_core.access.accounts import Account, read_account, signed_in_of
from imagespeak_core.access.signed_in import SignedIn
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.settings import setting_name
from pages.components.shell import messages
from pages.components.shell.kept import Kept
from pages.components.shell.messages import Message
from pages.components.shell.oidc_set_up import SetUp, read_set_up
from pages.components.shell.wiring import wiring

_TENANT = setting_name("tenant")
_MOST_SHOWN = 200
_NOT_ENDED: Kept[Exception | None] = Kept("sign_in_not_ended", None)
"""Why nobody could be signed out everywhere."""
_STILL_SIGNED_IN = Message(
    "You are still signed in everywhere", "Wait a minute, then press the button again."
)
_WHEN = "In a file it counts within seconds; elsewhere, restart ImageSpeak."


def verified_email() -> str | None:
    """The visitor's address, where the provider or the owner says that it is really theirs."""
    claims = _claims()
    account = _account(claims) if claims else None
    return account.address if account and account.doubt is None else None


def signed_in() -> SignedIn | None:
    """The visitor's sign-in, ended or not; None for nobody."""
    claims = _claims()
    return signed_in_of(claims) if claims else None


def draw_door() -> None:
    """What somebody sees who is not on the list of teachers, or not signed in."""
    claims = _claims()
    if claims and wiring().sign_outs.still_counts(signed_in_of(claims)):
        _draw_refusal(_account(claims))
        return
    set_up = read_set_up()
    if not set_up.providers:
        _say(
            "The sign-in does not work yet. Tell the owner of this site.",
            f"{' '.join(set_up.problems)} Correct `.streamlit/secrets.toml`.",
        )
        return
    if _is_elsewhere(set_up):
        _draw_right_address(set_up)
        return
    st.markdown("Sign in with your school's account to make classes and see all pictures.")
    with st.container(horizontal=True):
        for provider in set_up.providers:
            st.button(
                f"Sign in with {provider.capitalize()}" if provider else "Sign in",
                type="primary",
                icon=":material/login:",
                key=f"sign_in_{provider}",
                on_click=st.login,
                args=(provider or None,),
            )


def draw_sign_out() -> None:
    st.button("Sign out", icon=":material/logout:", key="sign_out", on_click=_sign_out)


def draw_sign_out_everywhere() -> None:
    """The press that ends all sign-ins of the visitor, and what went wrong with it."""
    error = _NOT_ENDED.take()
    if error:
        messages.show(error, _STILL_SIGNED_IN)
    st.button(
        "Yes, sign out everywhere",
        type="primary",
        key="sign_out_everywhere",
        on_click=_sign_out_everywhere,
    )


def _sign_out() -> None:
    if one := signed_in():
        wiring().sign_outs.end(one)
    st.logout()


def _sign_out_everywhere() -> None:
    try:
        if one := signed_in():
            wiring().sign_outs.end_everywhere(one)
    except ImageSpeakError as error:
        _NOT_ENDED.set(error)
        return
    st.logout()


def _claims() -> dict[str, Any] | None:
    """What the sign-in tells of the visitor, teacher or not; None for nobody."""
    user = st.user.to_dict()
    return user if user.get("is_logged_in") is True else None


def _account(claims: dict[str, Any]) -> Account:
    return read_account(claims, wiring().live.now().settings.own_tenants)


def _is_elsewhere(set_up: SetUp) -> bool:
    """Whether the visitor came by another address than the one that the sign-in leads back to."""
    origin = st.context.headers.get("Origin")
    return origin is not None and origin != set_up.origin


def _draw_right_address(set_up: SetUp) -> None:
    here = urlsplit(st.context.url or "")
    _say(
        "The sign-in works at another address of this site. Open it there.",
        f"If that address is wrong, correct `redirect_uri` in `[auth]`. This page was opened at "
        f"{_code(f'{here.scheme}://{here.netloc}')}.",
    )
    address = f"{set_up.origin}{here.path}"
    st.link_button(address, address, icon=":material/open_in_new:")


def _draw_refusal(account: Account) -> None:
    if account.doubt is None:
        _say(
            "You are signed in, but you are not on the list of teachers. "
            "Ask the owner of this site to add you.",
            f"Add {_code(account.address or '')} to `{setting_name('teachers')}`. {_WHEN}",
        )
    elif account.doubt == "guest":
        _say(
            "You are a guest at this school's sign-in, so it does not say that your e-mail "
            "address is verified. Sign out here. Sign in again with an account of the school.",
            "Give this person an account of your own tenant, or add the optional claims `email` "
            "and `xms_edov` to the ID token.",
        )
    elif account.doubt == "no address":
        _say(
            "Your sign-in service sends no verified e-mail address. "
            "Only the owner of this site can help.",
            "The ID token needs the claim `email`. Add it at the sign-in service; the scope is "
            "`openid email profile` unless `client_kwargs` in `[auth]` says another.",
        )
    else:
        _say(
            "Your sign-in service does not say that your e-mail address is verified. If you can "
            "verify it there, do so, sign out here and sign in again. If not, ask the owner of "
            "this site.",
            _how_to_trust(account.tenant),
        )
    st.text(f"You are {account.address or 'somebody without an e-mail address'}.")
    draw_sign_out()


def _how_to_trust(tenant: str | None) -> str:
    verified = "The ID token needs `email_verified`, or `xms_edov` at Microsoft Entra."
    if tenant is None:
        return verified
    return (
        f"{verified} Or, if {_code(tenant)} is your own school's and people there can't change "
        f"their addresses themselves, add it to `{_TENANT}`. {_WHEN}"
    )


def _say(told: str, owner: str) -> None:
    """What happened and what to do, and apart from it what only the owner can mend."""
    st.error(f"{told}\n\nFor the owner of this site: {owner}", icon=":material/block:")


def _code(text: str) -> str:
    """To be copied; nothing in it is acted on."""
    return f"`{' '.join(text.replace('`', '').split())[:_MOST_SHOWN]}`"
