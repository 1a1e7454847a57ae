"""What a place is said to show of time, weather and season can be told by its pixels."""

from __future__ import annotations

import random
from typing import get_args

from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.drawing.render import document
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.painting import painted as painting
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.places.shows import shows
from imagespeak_core.generators.illustrator.places.staging import set_stage
from imagespeak_core.generators.illustrator.scene import Season, Time, Weather
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import indoor_mood, mood_for
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from tests.core.illustrator_bank import painted
from tests.for_each import for_each

SIDE, SMALL = 512, 96
CLEARLY = 34
"""A pixel is told from another when one of its channels differs by so much, of 255."""
LEAST = 0.008
"""Share of the picture, or of a room's window, that is clearly another in another light."""
LEAST_IN_WIND = 0.001
"""The wind is seen by thin lines and some leaves."""

TIMES: tuple[Time, ...] = get_args(Time)
WEATHERS: tuple[Weather, ...] = get_args(Weather)
SEASONS: tuple[Season, ...] = get_args(Season)


def _seen(stage: Stage) -> set[str]:
    return {one.noun for one in stage.features} | {p.noun or p.shows for p in stage.props}


def _picture(
    place: str, time: Time = "day", weather: Weather = "clear", season: Season = "summer"
) -> tuple[Stage, Image.Image]:
    """A place without anybody; of a room with windows, these alone."""
    record = PLACES[place]

    def frame(purpose: str) -> Frame:
        mood = indoor_mood(time) if record.indoors else mood_for(time, weather)
        dice = random.Random(purpose)
        return Frame(SIDE, SIDE, mood, time, weather, season, dice)

    stage = set_stage(record, frame("stage"))
    svg = painting(frame("front"), stage, Layout(props=stage.props)).svg
    picture = painted(document(svg, SIDE, SIDE), SMALL)
    windows = [one.box for one in stage.features if one.noun == "window"]
    if record.indoors and windows:
        share = SMALL / SIDE
        picture = picture.crop(
            (
                round(max(0.0, min(box.left for box in windows)) * share),
                round(max(0.0, min(box.top for box in windows)) * share),
                round(min(SIDE, max(box.right for box in windows)) * share),
                round(max(box.bottom for box in windows) * share),
            )
        )
    return stage, picture


def _differ(one: Image.Image, other: Image.Image) -> float:
    channels = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    counts = most.histogram()
    return sum(counts[CLEARLY:]) / sum(counts)


@for_each("place", sorted(PLACES))
def test_what_a_place_shows_can_be_told(place: str) -> None:
    """Each season everywhere, and another weather and time from place to place."""
    stage, plain = _picture(place)
    seen, at = _seen(stage), sorted(PLACES).index(place)
    time, weather = TIMES[(0, 2, 3)[at % 3]], WEATHERS[1 + at % (len(WEATHERS) - 1)]
    least = LEAST_IN_WIND if weather == "wind" else LEAST
    if shows(place, time, backdrop=seen):
        assert _differ(plain, _picture(place, time=time)[1]) > LEAST
    if shows(place, weather, backdrop=seen, weather=weather):
        assert _differ(plain, _picture(place, weather=weather)[1]) > least
    elif PLACES[place].indoors:
        assert _differ(plain, _picture(place, weather=weather)[1]) == 0.0
    for season in ("spring", "autumn", "winter"):
        if shows(place, season, backdrop=seen):
            assert _differ(plain, _picture(place, season=season)[1]) > LEAST
        elif PLACES[place].greenery == "none":
            # Flowers in pots and far hills may be other ones, of which nobody tells the season.
            assert _differ(plain, _picture(place, season=season)[1]) < 0.12


def test_a_room_shows_the_outside_by_its_windows_alone() -> None:
    for what in ("night", "rain", "autumn", "winter"):
        assert shows("kitchen", what, backdrop={"window"})
        assert not shows("kitchen", what, backdrop={"clock"})
        assert not shows("church inside", what, backdrop={"window"})
    assert not shows("kitchen", "wind", backdrop={"window"})
    assert not shows("gym", "day", backdrop={"clock"})
    assert shows("plane cabin", "night", backdrop={"window"})
    assert not shows("plane cabin", "autumn", backdrop={"window"})


def test_a_season_is_shown_by_what_grows_or_by_snow() -> None:
    assert shows("park", "spring", backdrop=())
    assert shows("street", "autumn", backdrop={"tree"})
    assert not shows("street", "autumn", backdrop={"street lamp"})
    assert not shows("sea", "autumn", backdrop={"tree"})
    assert shows("sea", "autumn", backdrop=(), items={"autumn tree"})
    assert not shows("city", "winter", backdrop=())
    assert shows("city", "winter", backdrop=(), weather="snow")
    assert not shows("city", "summer", backdrop=(), weather="snow")
    assert shows("mountains", "autumn", backdrop=())
    assert not shows("mountains", "spring", backdrop=())
