"""What every generator promises."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from imagespeak_core.models import GeneratedImage, ImageRequest, Quality


@dataclass(frozen=True, slots=True)
class Offer:
    """What a generator says of one quality before anything is made.

    Attributes:
        model: The model's raw id.
        price_usd: For one picture; 0 where it costs nothing, None where we don't know.
        usual_s: Seconds that one picture usually needs.
    """

    model: str
    price_usd: Decimal | None
    usual_s: float


class ImageGenerator(Protocol):
    """Prompt in, picture out. Safe to call from several threads at once."""

    @property
    def label(self) -> str:
        """One honest line for the interface: who makes the pictures."""
        ...

    @property
    def max_parallel(self) -> int:
        """How many calls at once make sense."""
        ...

    def warm_up(self) -> None:
        """Do slow first-time work ahead (imports, clients). Asks no model; costs nothing."""
        ...

    def offer(self, quality: Quality) -> Offer:
        """Model, price and time of a quality. Asks nobody; costs nothing."""
        ...

    def generate(self, request: ImageRequest) -> GeneratedImage:
        """Make one picture of exactly `width_px` × `height_px`.

        `request.image_count` is not looked at: whoever wants n pictures calls n times.

        Args:
            request: With a known seed (not 0).

        Raises:
            PromptRefusedError: The content filter refused the text.
            PictureRefusedError: The content filter refused the picture.
            ModelBusyError: Too many requests; waiting helps.
            ModelError: Anything else, by subclass. A call that may have been paid for is
                never sent again.
        """
        ...
