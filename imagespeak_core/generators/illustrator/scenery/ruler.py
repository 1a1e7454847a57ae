"""How large things are drawn, by where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruler:
    """How big a metre is, by how far below the vanishing line something stands."""

    horizon_px: float
    eye_m: float

    def px_per_m(self, foot_px: float) -> float:
        """Pixels a metre for what stands at this height of the picture."""
        return px_per_m(self.horizon_px, self.eye_m, foot_px)


def px_per_m(horizon_px: float, eye_m: float, foot_px: float) -> float:
    """Pixels a metre for what stands there, seen from an eye so high above the ground."""
    return max(0.5, (foot_px - horizon_px) / eye_m)
