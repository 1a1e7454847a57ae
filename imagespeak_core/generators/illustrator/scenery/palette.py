"""Moods: the sky, the light and the haze of a picture, from the time of day and the weather."""

from __future__ import annotations

from dataclasses import dataclass, replace

from imagespeak_core.generators.illustrator.drawing.colours import mix, multiplied, saturated
from imagespeak_core.generators.illustrator.scene import Season, Time, Weather


@dataclass(frozen=True, slots=True)
class Mood:
    """One light for a whole picture.

    A colour in it is the daylight colour, made `vivid` times as vivid, seen in `light`, with a
    `wash_share` of `wash`. Far things take on `haze`.
    """

    sky: tuple[str, str, str]
    haze: str
    light: str
    wash: str
    wash_share: float
    vivid: float
    cloud: tuple[str, str]
    cloud_opacity: float
    disc: str
    glow: str
    water: tuple[str, str]
    shadow: str
    shadow_opacity: float
    lamps_lit: bool = False
    disc_visible: bool = True
    clouds: int = 4

    def tone(self, colour: str) -> str:
        """How a daylight colour looks in this light."""
        seen = multiplied(saturated(colour, self.vivid), self.light)
        return mix(seen, self.wash, self.wash_share)

    def far(self, colour: str, distance: float) -> str:
        """How a daylight colour looks from far: `distance` 0 is here, 1 is lost in the haze."""
        return mix(self.tone(colour), self.haze, distance)


MOODS: dict[Time, Mood] = {
    "morning": Mood(
        sky=("#86bfe6", "#c9e0e6", "#fde6c8"),
        haze="#e6e3d6",
        light="#fff3e0",
        wash="#ffe0b0",
        wash_share=0.07,
        vivid=0.95,
        cloud=("#fffaf2", "#f7dcc4"),
        cloud_opacity=0.9,
        disc="#fff0b8",
        glow="#ffe9a8",
        water=("#bcd9dc", "#6aa9bd"),
        shadow="#3d4a4a",
        shadow_opacity=0.24,
    ),
    "day": Mood(
        sky=("#58aee6", "#9dd3f0", "#e3f2f1"),
        haze="#d3e8ee",
        light="#fffdf6",
        wash="#fff3d0",
        wash_share=0.03,
        vivid=1.0,
        cloud=("#ffffff", "#d9eaf3"),
        cloud_opacity=0.95,
        disc="#ffd95e",
        glow="#fff4cf",
        water=("#8fcbe0", "#3f8fb8"),
        shadow="#23403a",
        shadow_opacity=0.26,
    ),
    "sunset": Mood(
        sky=("#54427f", "#d2668a", "#ffb26b"),
        haze="#f3a06f",
        light="#ffc7ab",
        wash="#8a4270",
        wash_share=0.12,
        vivid=0.95,
        cloud=("#ffc3a0", "#b8628c"),
        cloud_opacity=0.75,
        disc="#ffe7a6",
        glow="#ffd08a",
        water=("#f6a876", "#7b4a83"),
        shadow="#3a2150",
        shadow_opacity=0.32,
        lamps_lit=True,
    ),
    "night": Mood(
        sky=("#131c46", "#243270", "#49579a"),
        haze="#3b4a86",
        light="#9dafdf",
        wash="#18204e",
        wash_share=0.12,
        vivid=0.85,
        cloud=("#5566a6", "#38467f"),
        cloud_opacity=0.55,
        disc="#f3efd6",
        glow="#a9b7e8",
        water=("#39498a", "#1a2556"),
        shadow="#0b1030",
        shadow_opacity=0.42,
        lamps_lit=True,
        clouds=2,
    ),
}

_GREY: dict[Time, str] = {
    "morning": "#b4bcc2",
    "day": "#a3b2bf",
    "sunset": "#a2828f",
    "night": "#2f3a60",
}


def _greyed(mood: Mood, grey: str, share: float, vivid: float) -> Mood:
    top, middle, low = mood.sky
    return replace(
        mood,
        sky=(mix(top, grey, share), mix(middle, grey, share), mix(low, grey, share * 0.75)),
        haze=mix(mood.haze, grey, share * 0.8),
        water=(mix(mood.water[0], grey, share * 0.8), mix(mood.water[1], grey, share * 0.5)),
        wash=mix(mood.wash, grey, 0.7),
        wash_share=mood.wash_share + share * 0.12,
        vivid=mood.vivid * vivid,
        cloud=(mix(mood.cloud[0], grey, share * 0.6), mix(mood.cloud[1], grey, share)),
        shadow_opacity=mood.shadow_opacity * 0.8,
    )


def _cloudy(mood: Mood, time: Time) -> Mood:
    clouds = 11 if time != "night" else 7
    return replace(_greyed(mood, _GREY[time], 0.55, 0.88), clouds=clouds)


def _rainy(mood: Mood, time: Time) -> Mood:
    greyed = _greyed(mood, mix(_GREY[time], "#5d6b80", 0.45), 0.75, 0.8)
    shade = multiplied(greyed.light, "#dfe4ec" if time != "night" else "#f4f6fa")
    cloud = (mix(greyed.cloud[0], greyed.sky[1], 0.55), mix(greyed.cloud[1], greyed.sky[0], 0.6))
    return replace(
        greyed,
        light=shade,
        cloud=cloud,
        disc_visible=False,
        clouds=9,
        lamps_lit=time != "day",
    )


def _snowy(mood: Mood, time: Time) -> Mood:
    greyed = _greyed(mood, mix(_GREY[time], "#e6eef5", 0.5 if time != "night" else 0.15), 0.5, 0.85)
    return replace(greyed, disc_visible=False, clouds=6)


def _foggy(mood: Mood, time: Time) -> Mood:
    pale = mix(_GREY[time], "#e6ebee", 0.45 if time != "night" else 0.26)
    greyed = _greyed(mood, pale, 0.6, 0.85)
    top, middle, low = greyed.sky
    sky = (mix(top, pale, 0.45), mix(middle, pale, 0.6), mix(low, pale, 0.8))
    return replace(greyed, sky=sky, haze=pale, disc_visible=False, clouds=0)


def mood_for(time: Time, weather: Weather) -> Mood:
    """The mood of this time of day in this weather."""
    mood = MOODS[time]
    if weather == "cloudy":
        return _cloudy(mood, time)
    if weather == "rain":
        return _rainy(mood, time)
    if weather == "snow":
        return _snowy(mood, time)
    if weather == "fog":
        return _foggy(mood, time)
    return mood


LEAVES: dict[Season, tuple[str, ...]] = {
    "spring": ("#7fbf5a", "#8ecb66", "#6fb457", "#a3cf66"),
    "summer": ("#4f9d4e", "#5fae55", "#418f52", "#77b352"),
    "autumn": ("#e08b3a", "#d0653a", "#e6b144", "#a9793e"),
    "winter": ("#7d9a86", "#6d8d80", "#8aa394", "#7d9a86"),
}

BLOSSOMS = ("#f3b3c6", "#f7d9df", "#eea1ba")
"""Trees in spring."""

GRASS: dict[Season, tuple[str, str]] = {
    "spring": ("#a5d467", "#6fb24a"),
    "summer": ("#97cb5f", "#5da246"),
    "autumn": ("#cdbd62", "#93993f"),
    "winter": ("#bccaa0", "#87a376"),
}

_SNOWED = ("#f3f7fb", "#cfdde9")


def ground_colours(season: Season, weather: Weather) -> tuple[str, str]:
    """Open ground, far and near, in daylight: grass, or snow where it snows."""
    return _SNOWED if weather == "snow" else GRASS[season]


_INDOORS: dict[Time, tuple[str, float]] = {
    "morning": ("#fff6e6", 0.04),
    "day": ("#fffdf8", 0.02),
    "sunset": ("#ffe3c8", 0.08),
    "night": ("#f0d9bd", 0.1),
}


def indoor_mood(time: Time) -> Mood:
    """The light in a room: lamps in the evening, the window's light by day."""
    light, wash_share = _INDOORS[time]
    return replace(
        MOODS["day"],
        light=light,
        wash="#ffcf8f" if time != "night" else "#8a6a5c",
        wash_share=wash_share,
        shadow="#4a3428",
        shadow_opacity=0.26,
        lamps_lit=time in {"sunset", "night"},
    )
