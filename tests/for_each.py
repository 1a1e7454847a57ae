"""One test of many cases that are checked alike: it tries them all and names each that fails."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

_LINES = 12
"""So much of an explanation tells what is wrong, and leaves the other culprits in sight."""

_Check = Callable[..., None]


class SeveralError(AssertionError):
    """Which cases failed, each with its reason."""


def for_each(
    names: str, cases: Iterable[Any], *, ids: Callable[..., str] | None = None
) -> Callable[[_Check], _Check]:
    """Like `pytest.mark.parametrize`, in a single test; may stand above and below others.

    Args:
        names: The arguments that differ, parted by commas.
        cases: Their values: one each, or a tuple where several are named.
        ids: What a case is called that fails; without it, all that is given to the check.
    """
    arguments = [name.strip() for name in names.split(",")]
    tried = [case if len(arguments) > 1 else (case,) for case in cases]
    assert tried, f"nothing to try: {names}"

    def called(case: tuple[Any, ...]) -> str:
        return ids(*case) if ids else ", ".join(map(str, case))

    def of(check: _Check) -> _Check:
        def check_all(*args: Any, **given: Any) -> None:
            __tracebackhide__ = True
            wrong: list[tuple[str, str]] = []
            for case in tried:
                try:
                    check(*args, **given, **dict(zip(arguments, case, strict=True)))
                except Exception as error:  # noqa: BLE001 - the others are tried too
                    wrong.append((called(case), _why(error)))
            if wrong:
                told = [f"{name}: {why}" for name, why in wrong]
                raise SeveralError("\n".join([f"{len(wrong)} of {len(tried)}:", *told]))

        signature = inspect.signature(check)
        left = [one for name, one in signature.parameters.items() if name not in arguments]
        assert len(left) == len(signature.parameters) - len(arguments), f"not taken: {names}"
        check_all.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        for name in ("__name__", "__qualname__", "__module__", "__doc__"):
            setattr(check_all, name, getattr(check, name))
        return check_all

    return of


def _why(error: Exception) -> str:
    text = str(error) if isinstance(error, AssertionError) else repr(error)
    lines = text.splitlines() or ["failed"]
    return "\n  ".join(lines if isinstance(error, SeveralError) else lines[:_LINES])
