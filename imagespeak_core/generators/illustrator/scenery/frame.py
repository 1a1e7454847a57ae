"""What every painter is given: the picture's size, its light, and its dice."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from imagespeak_core.generators.illustrator.scene import Season, Time, Weather
from imagespeak_core.generators.illustrator.scenery.palette import (
    BLOSSOMS,
    LEAVES,
    Mood,
    ground_colours,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture to be painted; sizes in pixels."""

    width: float
    height: float
    mood: Mood
    time: Time
    weather: Weather
    season: Season
    rng: random.Random
    zoom: float = 1.0
    """Below 1 the onlooker stands farther off, and more fits into the picture."""
    brought: frozenset[str] = frozenset()
    """Nouns that the prompt puts into the picture, which the place need not add."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Nouns of what the place is to show itself → the daylight colours that are asked for."""

    @property
    def unit(self) -> float:
        """The shorter side: what sizes that fit any shape are measured with."""
        return min(self.width, self.height)

    @property
    def snowy(self) -> bool:
        """Whether snow lies on the ground."""
        return self.weather == "snow"

    def ground(self) -> tuple[str, str]:
        """Open ground in daylight, far and near."""
        return ground_colours(self.season, self.weather)

    def leaf(self) -> str:
        """A tree's daylight colour in this season."""
        return self.rng.choice(LEAVES[self.season])

    def crown(self) -> str:
        """The same of one that is near enough for its blossoms to be seen."""
        return self.rng.choice(BLOSSOMS) if self.season == "spring" else self.leaf()

    def between(self, low: float, high: float) -> float:
        """A number by the dice."""
        return self.rng.uniform(low, high)

    def chance(self, share: float) -> bool:
        """True in this share of pictures."""
        return self.rng.random() < share
