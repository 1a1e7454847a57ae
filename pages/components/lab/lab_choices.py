"""What can be chosen in the lab: models and qualities with their prices, sizes, and in words."""

from __future__ import annotations

from decimal import Decimal

from imagespeak_core.models import QUALITIES
from pages.components.lab import lab_memory, lab_words
from pages.components.picture import prompt_form
from pages.components.shell.wiring import wiring


def shapes() -> dict[str, tuple[int, int]]:
    """Sizes in pixels by their names; those of a plan that was filled in are among them."""
    own = {f"{width} × {height}": (width, height) for width, height in lab_memory.SIZES.get()}
    return prompt_form.SHAPES | own


def shape_name(width_px: int, height_px: int) -> str:
    """What this size is called; one that is not known is on offer from now on."""
    size = (width_px, height_px)
    found = next((name for name, known in shapes().items() if known == size), None)
    if found:
        return found
    lab_memory.SIZES.set((*lab_memory.SIZES.get(), size))
    return f"{width_px} × {height_px}"


def choice_name(value: str) -> str:
    """A quality or a model with its price, a shape with its size."""
    generator = wiring().services.generator
    for quality in QUALITIES:
        if value == quality:
            return f"{value.capitalize()}, {price(generator.offer(quality).price_usd)}"
    for offer in generator.models():
        if offer.model == value:
            return f"{value}, {price(offer.price_usd)}"
    width_px, height_px = shapes().get(value, (0, 0))
    return f"{value}, {width_px} × {height_px}" if value in prompt_form.SHAPES else value


def price(usd: Decimal | None) -> str:
    """A price by the list, in plain text."""
    return "free" if usd == 0 else lab_words.price(usd)


def duration(seconds: float) -> str:
    """So long, roughly, in words."""
    if seconds < 1:
        return "less than a second"
    if seconds < 90:
        return "1 second" if round(seconds) == 1 else f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes"
