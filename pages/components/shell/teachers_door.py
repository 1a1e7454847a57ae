"""How one becomes a teacher now: by the settings as their files say, without a restart."""

from __future__ import annotations

import threading
from collections.abc import Callable

from imagespeak_core.access.pin import PinCheck
from imagespeak_core.access.sign_outs import SignOuts
from imagespeak_core.access.teachers import TeacherRules
from imagespeak_core.settings.live import Current, LiveSettings
from pages.components.shell import settings_files


class TeachersDoor:
    """The rules and the look at PINs, made anew when the settings behind them change.

    Args:
        live: The settings.
        secret: Signs cookies; the server's own.
        sign_outs: Who has signed out; that stays, whatever the settings say.
        monotonic: Seconds that never go back.
    """

    def __init__(
        self,
        live: LiveSettings,
        secret: bytes,
        sign_outs: SignOuts,
        monotonic: Callable[[], float],
    ) -> None:
        self._live, self._secret, self._monotonic = live, secret, monotonic
        self._sign_outs = sign_outs
        self._lock = threading.Lock()
        self._made_for: Current | None = None
        self._rules: TeacherRules | None = None
        self._pin_check: PinCheck | None = None

    def now(self) -> tuple[TeacherRules, PinCheck | None]:
        """Who is a teacher, and what looks at PINs; None where nobody signs in with one."""
        with self._lock:
            current = self._live.now()
            if self._rules is None or current is not self._made_for:
                self._rules = self._make(current, self._rules)
                self._made_for = current
            return self._rules, self._pin_check

    def _make(self, current: Current, before: TeacherRules | None) -> TeacherRules:
        settings_files.hand_over(current.auth)
        has_oidc = current.auth is not None
        rules = TeacherRules.of(current.settings, has_oidc, self._secret, self._sign_outs)
        if before is None or rules != before:
            by_pin = rules.pin and rules.sign_in == "pin"
            self._pin_check = PinCheck(rules.pin or "", self._monotonic) if by_pin else None
        return rules
