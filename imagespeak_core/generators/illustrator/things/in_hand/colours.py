"""Colours that several things in hands have."""

from __future__ import annotations

WOOD = "#a9713f"
METAL = "#b9bfc9"
CREAM = "#f7efe2"
DARK = "#413a4a"
UMBRELLAS = ("#d9573f", "#e5a937", "#4f7cac", "#3f8f8b", "#8a6bb0", "#c9577a")
"""Those of umbrellas, and of balloons."""
