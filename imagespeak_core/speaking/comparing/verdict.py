"""What a picture says to a claim."""

from __future__ import annotations

from typing import Literal

Verdict = Literal["so", "not so", "open"]
"""The picture shows it, surely shows another thing, or does not decide it."""
