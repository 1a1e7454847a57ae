"""A session opened in the gallery: its pictures looked at, and deleted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import change_class, create_class, open_class
from imagespeak_core.classroom.state import ClassPicture
from imagespeak_core.errors import StorageAccessError, StorageUnreachableError
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.speaking.deletion import (
    NOT_LOOKED_AT,
    Spoken,
    count_spoken,
    sessions_spoken_in,
)
from imagespeak_core.speaking.recordings import keep
from imagespeak_core.stores.recordings import RecordingStore
from pages.components.gallery import gallery_memory
from pages.components.shell import addresses
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import MODEL, WatchedStore, plain_png
from tests.pages.visits import Site, alerts, open_gallery
from tests.speaking_rig import LIMITS, MadeSound, ticket_of

pytestmark = pytest.mark.usefixtures("as_teacher")

AWAY = StorageUnreachableError("The folder is away.")
BUSES = "image-001"
NAMES = ["20250101_100200_0", "20250101_100100_0", "20250101_100000_0"]


@pytest.fixture
def buses(site: Site) -> Site:
    """A session of three pictures, and one picture of another session."""
    for minute in range(3):
        site.add_picture(BUSES, f"20250101_10{minute:02}00", f"A red bus with {minute} wheels")
    site.add_picture("image-0012", "20250101_100000", "A brown dog")
    return site


def offered(visit: AppTest) -> list[str]:
    """The pictures of the grid, in its order."""
    keys = (str(button.key) for button in visit.button)
    return [key.removeprefix("look_") for key in keys if key.startswith("look_")]


def picture_urls(visit: AppTest) -> list[str]:
    return [str(url) for picture in visit.image for url in picture.value]


def texts(visit: AppTest) -> str:
    parts = (*visit.text, *visit.markdown, *visit.caption, *visit.info, *visit.success)
    return "\n".join(str(text.value) for text in parts).replace("\\", "")


def confirm(visit: AppTest, opener: str) -> AppTest:
    """Press what asks, and then what deletes: the question is a fragment of the same run."""
    visit.button(key=opener).click().run()
    visit.button(key=opener).click()
    visit.button(key="confirm_delete").click().run()
    return visit.run()


def test_a_card_opens_its_session(buses: Site) -> None:
    visit = open_gallery()
    visit.button(key=f"open_{BUSES}").click().run()
    visit.run()
    assert visit.query_params[addresses.OPEN_PARAMETER] == BUSES
    assert offered(visit) == NAMES
    visit.button(key="gallery_back").click().run()
    assert addresses.OPEN_PARAMETER not in visit.query_params
    assert f"open_{BUSES}" in [button.key for button in visit.button]


def test_an_address_opens_it_with_small_pictures_alone(buses: Site) -> None:
    visit = open_gallery(BUSES)
    assert not visit.exception
    assert offered(visit) == NAMES
    assert all("/previews/" in url for url in picture_urls(visit))
    assert "3 pictures · " in texts(visit)
    assert "01 Jan 2025" in texts(visit)
    assert set(buses.store.asked) == {"list_all", "list_session"}


def test_names_of_pictures_are_short_and_have_two_lines(buses: Site) -> None:
    label = str(open_gallery(BUSES).button(key=f"look_{NAMES[0]}").label)
    assert label == "red bus 2 wheels  \n01 Jan 2025, 10:02"
    now = wiring().services.now()
    buses.add_picture("fresh", f"{now:%Y%m%d_%H%M%S}", "A red bus")
    (name,) = offered(visit := open_gallery("fresh"))
    assert visit.button(key=f"look_{name}").label.endswith(f"\n{now:%d %b, %H:%M}")


def test_a_press_shows_the_picture_in_full_with_all_its_details(buses: Site) -> None:
    visit = open_gallery(BUSES)
    visit.button(key=f"look_{NAMES[1]}").click().run()
    full = [url for url in picture_urls(visit) if "/pictures/" in url]
    assert len(full) == 1
    assert "_100100_0_" in full[0]
    assert "A red bus with 1 wheels" in texts(visit)
    for part in (MODEL, "standard", "256 × 256", "2.5 s"):
        assert part in texts(visit)
    assert visit.button(key=f"look_{NAMES[1]}").icon
    assert not visit.button(key=f"look_{NAMES[0]}").icon
    visit.run()
    assert buses.store.asked.count("details") == 1, "read once, and kept"
    assert "scene" not in buses.store.asked, "a picture by a model has none"


def test_the_address_of_a_picture_opens_it_and_close_goes_back(buses: Site) -> None:
    visit = open_gallery(BUSES, picture=NAMES[2])
    assert any("/pictures/" in url for url in picture_urls(visit))
    visit.button(key="close_picture").click().run()
    assert addresses.PICTURE_PARAMETER not in visit.query_params
    assert not any("/pictures/" in url for url in picture_urls(visit))


@pytest.mark.parametrize("name", ["20250101_100900_0", "../../x", "20250101_100000_0_brown_dog"])
def test_a_picture_that_is_not_of_the_session_is_not_shown(buses: Site, name: str) -> None:
    visit = open_gallery(BUSES, picture=name)
    assert not visit.exception
    assert alerts(visit) == ["This picture is not here any more. Choose another one."]
    assert offered(visit) == NAMES
    assert not any("/pictures/" in url for url in picture_urls(visit))


def test_an_unknown_session_is_told(site: Site) -> None:
    visit = open_gallery("nobody")
    assert not visit.exception
    assert "This session has no pictures." in texts(visit)
    assert "delete_session" not in [button.key for button in visit.button]


def test_a_session_name_that_cannot_be_is_told(site: Site) -> None:
    visit = open_gallery("../bad")
    assert not visit.exception
    assert len(alerts(visit)) == 1
    assert "gallery_retry" not in [button.key for button in visit.button]
    visit.button(key="gallery_back").click().run()
    assert addresses.OPEN_PARAMETER not in visit.query_params


def test_a_long_session_comes_in_steps_and_keeps_the_chosen_one(site: Site) -> None:
    for minute in range(50):
        site.add_picture(BUSES, f"20250101_10{minute:02}00", "A red bus")
    visit = open_gallery(BUSES, picture="20250101_100000_0")
    assert len(offered(visit)) == 25, "the chosen one is there though it comes late"
    visit.button(key="pictures_more").click().run()
    assert len(offered(visit)) == 49
    visit.button(key="pictures_more").click().run()
    assert len(offered(visit)) == 50
    assert "pictures_more" not in [button.key for button in visit.button]


def test_a_store_that_is_away_is_told(buses: Site) -> None:
    buses.store.fail_next("list_session", AWAY)
    visit = open_gallery(BUSES)
    assert not visit.exception
    assert len(alerts(visit)) == 1
    visit.button(key="gallery_retry").click().run()
    assert alerts(visit) == []
    assert offered(visit) == NAMES


def test_details_that_cannot_be_read_leave_the_picture_and_its_buttons(buses: Site) -> None:
    buses.store.fail_next("details", AWAY)
    visit = open_gallery(BUSES, picture=NAMES[0])
    assert not visit.exception
    assert len(alerts(visit)) == 1
    assert any("/pictures/" in url for url in picture_urls(visit))
    assert "delete_picture" in [button.key for button in visit.button]
    assert "use_settings" not in [button.key for button in visit.button]


def test_copies_with_the_time_and_number_of_another_are_looked_at_and_deleted(
    site: Site,
) -> None:
    site.add_picture(BUSES, "20250101_100000", "A red bus")
    site.add_picture(BUSES, "20250101_100000", "A red bus 1")
    site.store.inner.put(ImageKey(BUSES, "20250101_100000", 0), plain_png(7, 256, 256), {})
    visit = open_gallery(BUSES)
    assert not visit.exception
    looked_at = set()
    for name in offered(visit):
        visit.button(key=f"look_{name}").click().run()
        looked_at |= {url.partition("?")[0] for url in picture_urls(visit) if "/pictures/" in url}
    assert len(looked_at) == 3
    visit = confirm(open_gallery(BUSES, picture="20250101_100000_0_red_bus_1"), "delete_picture")
    assert not visit.exception
    left = {image.key.clean_prompt for image in site.store.inner.list_session(BUSES)}
    assert left == {"red_bus", ""}


def test_a_broken_file_is_shown_as_one(site: Site) -> None:
    site.store.inner.put(ImageKey(BUSES, "20250101_100000", 0, "bus"), b"no picture", {})
    visit = open_gallery(BUSES, picture="20250101_100000_0")
    assert not visit.exception
    assert "delete_picture" in [button.key for button in visit.button]


def test_a_picture_that_says_nothing_of_itself_is_shown(site: Site) -> None:
    site.store.inner.put(ImageKey(BUSES, "20250101_100000", 0), plain_png(7, 256, 256), {})
    visit = open_gallery(BUSES, picture="20250101_100000_0")
    assert not visit.exception
    assert "None" not in texts(visit)
    visit.button(key="use_settings").click().run()
    assert "prompt is not known" in alerts(visit)[0]


def test_what_a_file_says_of_itself_is_shown_sign_for_sign(site: Site) -> None:
    key = ImageKey(BUSES, "20250101_100000", 0)
    said = ImageDetails(key=key, model="a`b **c** :red[d]", quality="**high** :material/home:")
    site.store.inner.put(key, embed(plain_png(7, 256, 256), said), {})
    visit = open_gallery(BUSES, picture="20250101_100000_0")
    shown = next(str(text.value) for text in visit.markdown if "Model" in str(text.value))
    assert plain("a`b **c** :red[d]") in shown
    assert plain("**high** :material/home:") in shown
    assert "`a" not in shown


def test_the_question_names_what_goes_and_does_nothing_yet(buses: Site) -> None:
    visit = open_gallery(BUSES, picture=NAMES[1])
    visit.button(key="delete_picture").click().run()
    assert "01 Jan 2025, 10:01:00 · red bus 1 wheels" in texts(visit)
    assert "can't be undone" in texts(visit)
    visit.run()
    visit.button(key="delete_session").click().run()
    assert f"All pictures of the session *{BUSES}*" in texts(visit)
    assert all(f"10:0{minute}:00 · red bus" in texts(visit) for minute in range(3))
    assert "delete" not in buses.store.asked


def test_one_picture_is_deleted(buses: Site) -> None:
    visit = confirm(open_gallery(BUSES, picture=NAMES[1]), "delete_picture")
    assert not visit.exception
    assert offered(visit) == [NAMES[0], NAMES[2]]
    assert addresses.PICTURE_PARAMETER not in visit.query_params
    assert wiring().gallery.snapshot().picture_count == 3, "the list knows at once"


def test_a_session_is_deleted_and_no_other(buses: Site) -> None:
    visit = confirm(open_gallery(BUSES), "delete_session")
    assert offered(visit) == []
    assert "This session has no pictures." in texts(visit)
    visit.button(key="gallery_back").click().run()
    names = [str(button.key) for button in visit.button]
    assert "open_image-0012" in names
    assert f"open_{BUSES}" not in names


def test_the_question_counts_what_learners_spoke_and_it_goes_too(buses: Site) -> None:
    services = wiring().services
    keep(services, ticket_of(services, BUSES), MadeSound(), limits=LIMITS)
    keep(services, ticket_of(services, "image-0012"), MadeSound(), limits=LIMITS)
    visit = open_gallery(BUSES)
    visit.button(key="delete_session").click().run()
    assert "1 recording of learners goes too." in texts(visit)
    assert count_spoken(services, BUSES) == Spoken(recordings=1)
    visit = confirm(open_gallery(BUSES), "delete_session")
    assert offered(visit) == []
    assert count_spoken(services, BUSES) == Spoken()
    assert count_spoken(services, "image-0012") == Spoken(recordings=1)


def test_what_was_spoken_about_pictures_that_are_gone_can_be_deleted(site: Site) -> None:
    services = wiring().services
    keep(services, ticket_of(services, BUSES), MadeSound(), limits=LIMITS)
    visit = open_gallery(BUSES)
    assert "This session has no pictures." in texts(visit)
    visit.button(key="delete_session").click().run()
    assert "1 recording of learners goes too." in texts(visit)
    visit = confirm(open_gallery(BUSES), "delete_session")
    assert not visit.exception
    assert count_spoken(services, BUSES) == Spoken()
    assert "delete_session" not in [button.key for button in visit.button]


def test_the_list_leads_to_what_was_spoken_where_no_picture_is_left(buses: Site) -> None:
    services = wiring().services
    for session_id in ("image-gone", BUSES):
        keep(services, ticket_of(services, session_id), MadeSound(), limits=LIMITS)
    visit = open_gallery()
    assert not [button.key for button in visit.button if "spoken_alone" in str(button.key)]
    visit.session_state[gallery_memory.SPOKEN_ALONE.name] = True
    visit.run()
    alone = [button.key for button in visit.button if "spoken_alone" in str(button.key)]
    assert alone == ["spoken_alone_image-gone"]
    visit.button(key="spoken_alone_image-gone").click().run()
    confirm(visit, "delete_session")
    assert sessions_spoken_in(services) == [BUSES]
    visit.button(key="gallery_back").click().run()
    visit.session_state[gallery_memory.SPOKEN_ALONE.name] = True
    assert "There are none." in texts(visit.run())


def test_nothing_is_said_of_what_nobody_spoke(buses: Site) -> None:
    visit = open_gallery(BUSES)
    visit.button(key="delete_session").click().run()
    assert "learners" not in texts(visit)


def test_what_may_not_be_looked_at_is_told_before_and_after(
    buses: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageAccessError("Not allowed.")

    monkeypatch.setattr(RecordingStore, "of_session", refuse)
    visit = open_gallery(BUSES)
    visit.button(key="delete_session").click().run()
    assert NOT_LOOKED_AT in texts(visit)
    visit = confirm(open_gallery(BUSES), "delete_session")
    assert offered(visit) == []
    assert buses.store.inner.list_session(BUSES) == []


def test_what_came_of_it_is_told_once(buses: Site) -> None:
    visit = open_gallery(BUSES, picture=NAMES[1])
    visit.button(key="delete_picture").click().run()
    visit.button(key="delete_picture").click()
    visit.button(key="confirm_delete").click().run()
    assert "Deleted: 1 picture." in texts(visit)
    assert "Deleted" not in texts(visit.run())


class HoldingStore(WatchedStore):
    """One picture can't be deleted."""

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        held = {key: "Somebody holds it." for key in keys if key.timestamp.endswith("100100")}
        return held | super().delete([key for key in keys if key not in held])


def test_what_could_not_be_deleted_is_told_and_kept(buses: Site) -> None:
    buses.store.inner = HoldingStore(buses.store.inner)
    visit = open_gallery(BUSES)
    visit.button(key="delete_session").click().run()
    visit.button(key="delete_session").click()
    visit.button(key="confirm_delete").click().run()
    assert "Deleted: 2 pictures." in texts(visit)
    (alert,) = alerts(visit)
    assert "could not be deleted" in alert
    assert "Somebody holds it" in alert
    assert offered(visit) == [NAMES[1]]
    assert wiring().gallery.snapshot().picture_count == 2


def test_a_picture_that_stays_stays_open(buses: Site) -> None:
    buses.store.inner = HoldingStore(buses.store.inner)
    visit = confirm(open_gallery(BUSES, picture=NAMES[1]), "delete_picture")
    assert visit.query_params[addresses.PICTURE_PARAMETER] == NAMES[1]
    assert len(offered(visit)) == 3


def test_a_store_that_goes_away_deletes_nothing(buses: Site) -> None:
    visit = open_gallery(BUSES)
    visit.button(key="delete_session").click().run()
    visit.button(key="delete_session").click()
    buses.store.fail_next("delete", AWAY)
    visit.button(key="confirm_delete").click().run()
    assert not visit.exception
    assert len(alerts(visit)) == 1
    assert offered(visit.run()) == NAMES


def test_what_was_deleted_elsewhere_meanwhile_is_told(buses: Site) -> None:
    here = open_gallery(BUSES)
    confirm(open_gallery(BUSES, picture=NAMES[1]), "delete_picture")
    here.button(key=f"look_{NAMES[1]}").click().run()
    assert not here.exception
    assert len(alerts(here)) == 1
    assert offered(here) == [NAMES[0], NAMES[2]]


def test_deleting_what_is_gone_already_is_no_error(buses: Site) -> None:
    here = open_gallery(BUSES)
    here.button(key="delete_session").click().run()
    confirm(open_gallery(BUSES), "delete_session")
    here.button(key="delete_session").click()
    here.button(key="confirm_delete").click().run()
    assert not here.exception
    assert "This session has no pictures." in texts(here)


def test_the_lesson_loses_its_deleted_picture(buses: Site, as_teacher: Teacher) -> None:
    opened = _class_with_a_picture(buses, as_teacher)
    confirm(open_gallery(opened, picture="20250101_100000_0"), "delete_picture")
    now = open_class(wiring().services, opened)
    assert now
    assert now.state.pictures == ()


def test_a_class_that_still_names_a_deleted_picture_is_told(
    buses: Site, as_teacher: Teacher
) -> None:
    opened = _class_with_a_picture(buses, as_teacher)
    visit = open_gallery(opened, picture="20250101_100000_0")
    visit.button(key="delete_picture").click().run()
    visit.button(key="delete_picture").click()
    document = next((buses.folder / "classes").glob(f"{opened}.json"))
    document.write_text("{")
    visit.button(key="confirm_delete").click().run()
    assert not visit.exception
    assert any("still names deleted pictures" in alert.replace("\\", "") for alert in alerts(visit))


def _class_with_a_picture(site: Site, teacher: Teacher) -> str:
    services = wiring().services
    opened = create_class(services, teacher, "7b Monday", random_bytes=bytes)
    session_id = opened.state.session_id
    site.add_picture(session_id, "20250101_100000", "A red bus")
    key = ImageKey(session_id, "20250101_100000", 0, "red_bus")
    picture = ClassPicture(key=str(key), prompt="A red bus")
    change_class(services, teacher, opened, lambda state: edits.add_pictures(state, [picture]))
    return session_id
