"""What vision models on Amazon Bedrock cost, and the most that one look at a picture does.

Prices stand for exactly the ids that their source names, those without a prefix in the United
States alone: another prefix (`ca.`, `apac.`) and another region have other prices. A model that is
not here works too, its price not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_UP, Decimal

from imagespeak_core.viewers.bedrock.asking import INSTRUCTION, MAX_TOKENS, QUESTION

MAX_IMAGE_TOKENS = 3_000
"""The most that a picture of `small.LONGEST_SIDE_PX` counts for: our own bound.

Claude's counts for about 1,600 at most, https://docs.anthropic.com/en/docs/vision (2026-11); for
Amazon's we found no figure that is theirs, and took about twice as much.
"""

_SMALLEST_USD = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class TokenPrice:
    """US dollars for 1,000 tokens.

    Attributes:
        read_usd: Of what the model reads, pictures too.
        written_usd: Of what it writes.
    """

    read_usd: Decimal
    written_usd: Decimal


def _price(read: str, written: str) -> TokenPrice:
    return TokenPrice(Decimal(read), Decimal(written))


# AWS's own table, "re-verified … on 2026-10-05" against https://aws.amazon.com/bedrock/pricing/:
# https://github.com/aws/agent-toolkit-for-aws, plugins/aws-startup-advisor/skills/llm-to-bedrock/
# scripts/bedrock_pricing.py (read 2026-11). Inference profiles of Amazon's own models cost what
# the model costs in the region that is called: aws.amazon.com/bedrock/pricing (2026-11). Nova 2
# Lite: skills/gcp-to-aws/references/shared/pricing-cache.md there, of 2026-09-03.
PRICES: dict[str, TokenPrice] = {
    "amazon.nova-lite-v1:0": _price("0.00006", "0.00024"),
    "us.amazon.nova-lite-v1:0": _price("0.00006", "0.00024"),
    "amazon.nova-pro-v1:0": _price("0.0008", "0.0032"),
    "us.amazon.nova-pro-v1:0": _price("0.0008", "0.0032"),
    "us.amazon.nova-2-lite-v1:0": _price("0.00033", "0.00275"),
    "us.anthropic.claude-haiku-4-5-20251001-v1:0": _price("0.0011", "0.0055"),
    "eu.anthropic.claude-haiku-4-5-20251001-v1:0": _price("0.0011", "0.0055"),
    "global.anthropic.claude-haiku-4-5-20251001-v1:0": _price("0.001", "0.005"),
}


def most_usd(model_id: str, region: str) -> Decimal | None:
    """The most that one look costs, rounded up; None where the price is not known."""
    # No token is shorter than a byte.
    read = MAX_IMAGE_TOKENS + len((INSTRUCTION + QUESTION).encode())
    return cost_usd(model_id, region, read=read, written=MAX_TOKENS)


def cost_usd(model_id: str, region: str, *, read: int, written: int) -> Decimal | None:
    """What so many tokens cost, rounded up; None where the price is not known."""
    price = PRICES.get(model_id)
    is_elsewhere = model_id.startswith("amazon.") and not region.startswith("us-")
    if price is None or is_elsewhere:
        return None
    usd = (price.read_usd * read + price.written_usd * written) / 1_000
    return usd.quantize(_SMALLEST_USD, rounding=ROUND_UP)
