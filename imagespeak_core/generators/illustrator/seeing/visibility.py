"""Whether a learner can see and name somebody or something, by what is seen of it."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.seeing.sight import Sight

FEWEST_PIXELS = 12
"""Of `SIDE_PX` squared: 14 pixels each way where the picture has 1024. A strawberry with 18 is
still one; of 8 one sees that there is something."""
LEAST_SHARE = 0.2
"""A giraffe of which head and neck are seen above an elephant has 0.22, and is one; the roof of a
car behind another car has 0.09, and may be anything."""
LEAST_OF_A_PERSON = 0.5
"""Of the head, or else of all: a baby in a pram has half its face, one under a chair more of the
rest. Of whom less is seen, arms and legs are taken for those of whoever stands before them."""


def can_be_seen(sight: Sight | None) -> bool:
    """Whether enough is seen of it to be named; None is nothing at all."""
    if sight is None or sight.pixels < FEWEST_PIXELS:
        return False
    if sight.head is None:
        return sight.share >= LEAST_SHARE
    return max(sight.head, sight.share) >= LEAST_OF_A_PERSON
