"""What is known of the image models on Amazon Bedrock: alive, or retired.

Read from AWS's user guide, https://docs.aws.amazon.com/bedrock/latest/userguide/, and its price
list, in October and November 2026. Beside each number stands its page and the month:

* "Core", `model-parameters-diffusion-stable-image-core-text-image-request-response.html`
* "Ultra", `model-parameters-diffusion-stable-ultra-text-image-request-response.html`
* "SD 3.5", `model-parameters-diffusion-3-5-large.html`
* "models", `models-supported.html`
* "life cycle", `model-lifecycle-legacy.html`
* "pricing", https://aws.amazon.com/bedrock/pricing/
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Family = Literal["stability"]


@dataclass(frozen=True, slots=True)
class FamilyFacts:
    """What all models of a family have in common.

    Attributes:
        maker: Who made them, as people know the name.
        aspect_ratios: Width and height of every shape that a picture can have.
        max_prompt_length: In characters; for the negative prompt too.
        max_seed: The largest seed; the smallest is 1.
        usual_s: Seconds that a picture of a model without an own entry may need: our estimate.
    """

    maker: str
    aspect_ratios: tuple[tuple[int, int], ...]
    max_prompt_length: int
    max_seed: int
    usual_s: float


@dataclass(frozen=True, slots=True)
class Model:
    """A model that makes pictures today.

    Attributes:
        model_id: As AWS writes it.
        family: Which form its requests and answers have.
        price_usd: For one picture, whatever its shape.
        usual_s: Seconds that one picture usually needs. AWS gives no figure: our estimate.
        regions: Where it can be called.
    """

    model_id: str
    family: Family
    price_usd: Decimal
    usual_s: float
    regions: frozenset[str]


@dataclass(frozen=True, slots=True)
class RetiredModel:
    """A model that once made pictures; a call now ends with a 404.

    Attributes:
        model_id: As AWS writes it.
        retired_on: Its last day; None where we found none.
        use_instead: The id of a model that is alive.
    """

    model_id: str
    retired_on: date | None
    use_instead: str


CORE = "stability.stable-image-core-v1:1"
SD3_5_LARGE = "stability.sd3-5-large-v1:0"
ULTRA = "stability.stable-image-ultra-v1:1"

FAMILIES: dict[Family, FamilyFacts] = {
    "stability": FamilyFacts(
        maker="Stability AI",
        # pages Core, Ultra and SD 3.5, 2026-11
        aspect_ratios=(
            (1, 1),
            (16, 9),
            (21, 9),
            (2, 3),
            (3, 2),
            (4, 5),
            (5, 4),
            (9, 16),
            (9, 21),
        ),
        max_prompt_length=10_000,  # pages Core, Ultra and SD 3.5, 2026-11
        max_seed=4_294_967_294,  # pages Core, Ultra and SD 3.5, 2026-11
        usual_s=10.0,  # our estimate
    ),
}

_PREFIXES: tuple[tuple[str, Family], ...] = (("stability.", "stability"),)

_OREGON = frozenset({"us-west-2"})  # page models, 2026-11

# Prices: page pricing, 2026-11. Seconds: our estimate.
MODELS: dict[str, Model] = {
    model.model_id: model
    for model in (
        Model(CORE, "stability", Decimal("0.04"), 5.0, _OREGON),
        Model(SD3_5_LARGE, "stability", Decimal("0.08"), 8.0, _OREGON),
        Model(ULTRA, "stability", Decimal("0.14"), 12.0, _OREGON),
    )
}

# Last days: page life cycle, 2026-11.
RETIRED_MODELS: dict[str, RetiredModel] = {
    model.model_id: model
    for model in (
        RetiredModel("amazon.nova-canvas-v1:0", date(2026, 9, 30), CORE),
        RetiredModel("amazon.titan-image-generator-v2:0", date(2026, 6, 30), CORE),
        RetiredModel("amazon.titan-image-generator-v1", None, CORE),
        RetiredModel("amazon.titan-image-generator-v1:0", None, CORE),
        RetiredModel("stability.stable-diffusion-xl", None, CORE),
        RetiredModel("stability.stable-diffusion-xl-v0", None, CORE),
        RetiredModel("stability.stable-diffusion-xl-v1", None, CORE),
        RetiredModel("stability.stable-diffusion-xl-v1:0", None, CORE),
        RetiredModel("stability.stable-image-core-v1:0", None, CORE),
        RetiredModel("stability.stable-image-ultra-v1:0", None, ULTRA),
        RetiredModel("stability.sd3-large-v1:0", None, SD3_5_LARGE),
    )
}


def family_of(model_id: str) -> Family | None:
    """The family by the beginning of the id, so that a model newer than this file works too.

    Returns:
        None where no family with such ids is known.
    """
    for prefix, family in _PREFIXES:
        if model_id.startswith(prefix):
            return family
    return None


def retired_notice(model_id: str) -> str | None:
    """One sentence on a retired model: since when, and what to use instead.

    Returns:
        None where the model isn't known as retired.
    """
    model = RETIRED_MODELS.get(model_id)
    if model is None:
        return None
    day = f" on {model.retired_on.isoformat()}" if model.retired_on else ""
    return f"AWS retired the model {model_id!r}{day}; use {model.use_instead!r} instead."
