"""Ports: make a picture, and tell what a picture shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.models import MAX_PROMPT_LENGTH, GeneratedImage, ImageRequest, Quality
from imagespeak_core.pictures.prompts import Level


@dataclass(frozen=True, slots=True)
class Offer:
    """What a generator says of one model before anything is made.

    Attributes:
        model: The model's raw id.
        price_usd: For one picture; 0 where it costs nothing, None where we don't know.
        usual_s: Seconds that one picture usually needs.
        takes_negative_prompt: The model heeds what should not be seen.
        max_prompt_length: In characters; for the negative prompt too.
    """

    model: str
    price_usd: Decimal | None
    usual_s: float
    takes_negative_prompt: bool = False
    max_prompt_length: int = MAX_PROMPT_LENGTH


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

    def models(self) -> tuple[Offer, ...]:
        """All models that a request may name, each once; those of the qualities are among them.

        Asks nobody; costs nothing.
        """
        ...

    def generate(self, request: ImageRequest) -> GeneratedImage:
        """Make one picture of exactly `width_px` × `height_px`.

        `request.image_count` is not looked at: whoever wants n pictures calls n times.

        Args:
            request: With a known seed (not 0).

        Raises:
            InvalidRequestError: The model is none of `models`. Nobody was asked.
            PromptRefusedError: The content filter refused the text.
            PictureRefusedError: The content filter refused the picture.
            ModelBusyError: Too many requests; waiting helps.
            ModelError: Anything else, by subclass. A call that may have been paid for is
                never sent again.
        """
        ...


class WordsDrawer(Protocol):
    """Somebody's own words in, picture out. Safe to call from several threads at once.

    It costs nothing, refuses nothing, and gives the same for the same.
    """

    def draw_beside(self, request: ImageRequest, scene: str) -> GeneratedImage:
        """Draw words for being looked at beside the picture that they are about.

        With the same seed and size other words change only what they say otherwise.

        Args:
            request: The words as its prompt, with a known seed.
            scene: Of that picture, as `GeneratedImage.scene`: what the words leave open of place,
                time, weather and season is as there. Empty where it has none.

        Raises:
            ModelError: It failed, by subclass.
        """
        ...


def chosen_offer(generator: ImageGenerator, request: ImageRequest) -> Offer:
    """What the generator says of the model that a request would be made with.

    Raises:
        InvalidRequestError: The model is none of those that the generator offers.
    """
    if not request.model:
        return generator.offer(request.quality)
    offers = generator.models()
    for offer in offers:
        if offer.model == request.model:
            return offer
    raise InvalidRequestError(
        "model",
        f"There is no model {request.model!r} here. Choose one of: "
        f"{', '.join(offer.model for offer in offers)}.",
    )


@dataclass(frozen=True, slots=True)
class WordList:
    """Words for what a picture shows; each kind without repeats, the nearest things first."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    prepositions: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """All of them, kind by kind."""
        return self.nouns + self.verbs + self.adjectives + self.prepositions


@dataclass(frozen=True, slots=True)
class Telling:
    """What a picture shows, in words.

    Attributes:
        short_text: One sentence that gives no answers away.
        description: Some sentences in simple English, all of it to be seen in the picture.
        words: For talking about it, by level of English; a lower level has fewer and simpler ones.
        remarks: Sentences for beside the picture: what of the prompt is not shown, and what to do
            about it; none where all is shown, or where nobody noted it.
    """

    short_text: str
    description: str
    words: Mapping[Level, WordList]
    remarks: tuple[str, ...]


class SceneTeller(Protocol):
    """Scene in, words out: for pictures of generators that know what they made."""

    def knows(self, model: str) -> bool:
        """Whether pictures by this model may carry a scene. Costs nothing."""
        ...

    def tell(self, scene: str) -> Telling | None:
        """What a picture with this scene shows; None where the text is no scene that is known.

        Args:
            scene: The JSON that lies inside the picture; empty where there is none.
        """
        ...
