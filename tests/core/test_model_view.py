"""A model's view of a picture: paid for once, kept with the picture, gone with it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import (
    BrokenPictureError,
    DayLimitError,
    ImageNotFoundError,
    InvalidRequestError,
    ModelNotReachedError,
    ModelTimeoutError,
    PaidCallsLimitError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    ViewRefusedError,
)
from imagespeak_core.gallery.deletion import delete_pictures
from imagespeak_core.generators.illustrator.illustrator import draw
from imagespeak_core.generators.illustrator.scene_json import scene_to_json
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.operations.building import store_watcher
from imagespeak_core.operations.tally import Tally
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.pictures.deletion import empty_session
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.made_once import LOOK_AGAIN_S
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.speaking.attempt import Attempt
from imagespeak_core.speaking.feedback import look_at
from imagespeak_core.speaking.model_view import KIND, KeptView, look, register, view_of
from imagespeak_core.spending.daily_limit import DailyLimit
from imagespeak_core.spending.paid_calls import PaidCalls
from imagespeak_core.spool.files import SpoolFiles
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.blobs import NO_METADATA, Blob, Blobs, Written
from imagespeak_core.stores.claims import ABANDONED_AFTER_S
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import VIEW_PREFIX, PictureStore
from imagespeak_core.stores.watched import WatchedBlobs
from imagespeak_core.viewers.base import View
from tests.core.looking_process import DIED
from tests.fakes import SEEN, FakeViewer, names_in, plain_png
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs
from tests.older_files import make_older
from tests.speaking_rig import services_on

KEY = ImageKey("abc", "20241031_143022", 0, "sunset_mountains")
NAME = f"{VIEW_PREFIX}abc_20241031_143022_0_sunset_mountains.json"


class TroubledRoom(MemoryBlobs):
    """What is done in `views/` fails as it is told."""

    def __init__(self, **troubles: StorageError) -> None:
        super().__init__()
        self.troubles = troubles

    def _fail(self, method: str, name: str) -> None:
        if name.startswith(VIEW_PREFIX) and method in self.troubles:
            raise self.troubles[method]

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        self._fail("create", name)
        return super().create(name, content, content_type=content_type, metadata=metadata)

    def read(self, name: str) -> Blob | None:
        self._fail("read", name)
        return super().read(name)

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        refused = self.troubles.get("delete each")
        if refused and any(name.startswith(VIEW_PREFIX) for name in names):
            return dict.fromkeys(names, refused)
        for name in names:
            self._fail("delete", name)
        return super().delete(names)


class HandSpool(Spool):
    """Its time passes when a test says so."""

    def __init__(self, root: Path) -> None:
        super().__init__(SpoolFiles(root), monotonic=lambda: self.now_s)
        self.now_s = 0.0


def closed() -> StorageAccessError:
    return StorageAccessError("Not allowed.")


def served(
    blobs: Blobs,
    viewer: FakeViewer | None = None,
    *,
    limit: int | None = None,
    spool_root: Path | None = None,
) -> Services:
    """One server with a picture of a model's in its store; without a place it has no spool."""
    services = services_on(blobs)
    request = ImageRequest("abc", "sunset over mountains", seed=4, width_px=256, height_px=256)
    image = GeneratedImage(plain_png(256, 256), seed=4, model="m", duration_ms=9)
    if names_in(blobs, "generated-images/") == []:
        png = embed(image.png, ImageDetails.of(KEY, request, image))
        services.store.put(KEY, png, {})
    services = replace(
        services,
        spool=HandSpool(spool_root) if spool_root else None,
        viewer=viewer or FakeViewer(),
        paid_calls=PaidCalls(DailyLimit(limit, now=services.now, error=PaidCallsLimitError)),
    )
    register(services)
    return services


@pytest.fixture(params=["memory", "folder"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    return MemoryBlobs() if request.param == "memory" else FolderBlobs(tmp_path, secret=b"x" * 16)


def let_claims_age(blobs: Blobs, seconds: float) -> None:
    """Let so much time pass in the store, in which nobody renews a claim."""
    if isinstance(blobs, FolderBlobs):
        for file in (blobs.root / "claims").glob("[!.]*"):
            make_older(file, seconds)
    elif isinstance(blobs, MemoryBlobs):
        for name in [name for name in blobs.kept if name.startswith("claims/")]:
            kept = blobs.kept[name]
            earlier = kept.last_modified - timedelta(seconds=seconds)
            blobs.kept[name] = replace(kept, last_modified=earlier)


def looks_of(services: Services) -> int:
    assert isinstance(services.viewer, FakeViewer)
    return services.viewer.looks


def test_it_is_paid_once_and_another_server_reads_it(blobs: Blobs) -> None:
    services = served(blobs)
    assert view_of(services, KEY) is None
    assert look(services, KEY) == KeptView(SEEN, is_stored=True)
    assert look(services, KEY) == KeptView(SEEN, is_stored=True)
    other = served(blobs)
    assert view_of(other, KEY) == KeptView(SEEN, is_stored=True)
    assert look(other, KEY).view == SEEN
    assert (looks_of(services), looks_of(other)) == (1, 0)
    assert names_in(blobs, "claims/") == []


def test_the_document_is_plain_json() -> None:
    blobs = MemoryBlobs()
    look(served(blobs), KEY)
    document = json.loads(blobs.kept[NAME].content)
    assert document["version"] == 1
    assert document["picture"] == str(KEY)
    assert document["price_usd"] == "0.0003"
    assert document["things"][0] == {
        "noun": "dog",
        "count": 2,
        "sentence": "Two dogs run on the grass.",
    }


def test_servers_that_are_asked_at_one_moment_pay_once(blobs: Blobs) -> None:
    viewer = FakeViewer()
    viewer.gate.clear()
    start, done = threading.Barrier(4), threading.Event()

    def wait(_: float) -> None:
        viewer.gate.set()
        done.wait(10)

    servers = [replace(served(blobs, viewer), wait=wait) for _ in range(4)]

    def ask(services: Services) -> View:
        start.wait(10)
        kept = look(services, KEY)
        done.set()
        return kept.view

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, servers)) == [SEEN] * 4
    assert viewer.looks == 1


def test_where_a_server_was_killed_meanwhile_it_is_paid_at_most_once_more(blobs: Blobs) -> None:
    dead = served(blobs)
    assert dead.claims.take("abc_20241031_143022_0_view"), "as `look` does before it pays"
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        let_claims_age(blobs, seconds)

    services = replace(served(blobs), wait=wait)
    assert look(services, KEY).is_stored
    assert looks_of(services) == 1
    assert ABANDONED_AFTER_S <= sum(waited) <= ABANDONED_AFTER_S + LOOK_AGAIN_S
    assert names_in(blobs, "claims/") == [], "nobody waits for the dead a second time"


def test_what_a_model_refuses_leaves_nothing_and_can_be_tried_again() -> None:
    blobs = MemoryBlobs()
    services = served(blobs, FakeViewer(ViewRefusedError("no"), ModelTimeoutError("slow")))
    for error in (ViewRefusedError, ModelTimeoutError):
        with pytest.raises(error):
            look(services, KEY)
        assert names_in(blobs, "claims/") == names_in(blobs, VIEW_PREFIX) == []
    assert look(services, KEY).is_stored


@pytest.mark.parametrize(
    ("error", "kind"), [(closed(), "store access"), (StorageTimeoutError("Slow."), "store slow")]
)
@pytest.mark.parametrize("has_spool", [False, True])
def test_a_room_that_fails_is_said_once(
    error: StorageError,
    kind: str,
    has_spool: bool,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    room = TroubledRoom(read=error, create=error)
    blobs = WatchedBlobs(room, store_watcher(Troubles(), Tally()))
    services = served(blobs, spool_root=tmp_path if has_spool else None)
    for _ in range(5):
        with suppress(StorageTimeoutError):
            view_of(services, KEY)
    del room.troubles["read"]
    assert look(services, KEY) == KeptView(SEEN, is_stored=False)
    (text,) = caplog.messages
    assert text.startswith(f"{kind}: {error}")


def test_the_days_limit_stands_before_it() -> None:
    services = served(MemoryBlobs(), limit=0)
    with pytest.raises(DayLimitError):
        look(services, KEY)
    assert looks_of(services) == 0


def test_a_picture_that_can_not_be_sent_is_not_paid() -> None:
    viewer = FakeViewer(BrokenPictureError("Broken."), ModelNotReachedError("No way."))
    services = served(MemoryBlobs(), viewer, limit=1)
    for error in (BrokenPictureError, ModelNotReachedError):
        with pytest.raises(error):
            look(services, KEY)
    assert look(services, KEY).is_stored


def test_without_a_spool_what_the_store_does_not_take_is_shown_and_stored_at_the_next_press() -> (
    None
):
    blobs = TroubledRoom(create=StorageTimeoutError("slow"))
    services = served(blobs)
    for _ in range(2):
        assert look(services, KEY) == KeptView(SEEN, is_stored=False)
        assert view_of(services, KEY) == KeptView(SEEN, is_stored=False)
    blobs.troubles.clear()
    assert look(services, KEY) == KeptView(SEEN, is_stored=True)
    assert services.unstored_views.of(KEY) is None
    assert looks_of(services) == 1, "nothing is paid for twice in a process"


class Killed(BaseException):
    """The process ends here."""


class KillingRoom(MemoryBlobs):
    """Whoever stores a view dies of it, before or after it is there."""

    def __init__(self, *, is_there: bool) -> None:
        super().__init__()
        self.kills = True
        self._is_there = is_there

    def create(
        self,
        name: str,
        content: bytes,
        *,
        content_type: str,
        metadata: Mapping[str, str] = NO_METADATA,
    ) -> Written:
        kills = self.kills and name.startswith(VIEW_PREFIX)
        if kills and not self._is_there:
            raise Killed
        written = super().create(name, content, content_type=content_type, metadata=metadata)
        if kills:
            raise Killed
        return written


def spooled(root: Path) -> list[Path]:
    return sorted(root.rglob("*.spool"))


def restarted(dead: Services, blobs: Blobs, root: Path) -> Services:
    """The next server on the same computer, which goes on with what the dead one has left."""
    assert dead.spool
    dead.spool.shutdown(0)
    services = served(blobs, spool_root=root)
    assert services.spool
    services.spool.adopt()
    return services


def go_on(services: Services) -> None:
    """Let the spool try what is left, once."""
    assert isinstance(services.spool, HandSpool)
    services.spool.now_s += 60
    services.spool.try_due()


@for_each("is_there", [False, True])
def test_after_a_kill_between_answer_and_store_it_is_stored_once_and_paid_once(
    is_there: bool, tmp_path: Path
) -> None:
    blobs = KillingRoom(is_there=is_there)
    dead = served(blobs, spool_root=tmp_path)
    with pytest.raises(Killed):
        look(dead, KEY)
    assert len(spooled(tmp_path)) == 1

    blobs.kills = False
    services = restarted(dead, blobs, tmp_path)
    assert look(services, KEY) == view_of(services, KEY) == KeptView(SEEN, is_stored=False)
    go_on(services)
    assert look(services, KEY) == view_of(services, KEY) == KeptView(SEEN, is_stored=True)
    assert spooled(tmp_path) == []
    assert names_in(blobs, VIEW_PREFIX) == [NAME.partition("/")[2]]
    assert (looks_of(dead), looks_of(services)) == (1, 0)


def test_while_it_waits_for_the_store_everybody_here_sees_it_and_nobody_pays(
    tmp_path: Path,
) -> None:
    blobs = TroubledRoom(create=StorageTimeoutError("slow"))
    first = served(blobs, spool_root=tmp_path)
    assert look(first, KEY) == KeptView(SEEN, is_stored=False)
    second = restarted(first, blobs, tmp_path)
    go_on(second)
    for services in (first, second):
        assert look(services, KEY) == view_of(services, KEY) == KeptView(SEEN, is_stored=False)
        assert services.unstored_views.of(KEY) is None
    assert len(spooled(tmp_path)) == 1
    assert (looks_of(first), looks_of(second)) == (1, 0)

    blobs.troubles.clear()
    go_on(second)
    document = json.loads(blobs.kept[NAME].content)
    assert view_of(second, KEY) == KeptView(SEEN, is_stored=True)
    assert document["looked_at"].startswith(f"{first.now():%Y-%m-%dT%H:%M}"), (
        "not when it is stored"
    )
    assert spooled(tmp_path) == []


def test_a_view_that_waits_goes_with_its_picture(tmp_path: Path) -> None:
    blobs = TroubledRoom(create=StorageTimeoutError("slow"))
    services = served(blobs, spool_root=tmp_path)
    look(services, KEY)
    services.store.delete([KEY])
    blobs.troubles.clear()
    go_on(services)
    assert spooled(tmp_path) == []
    assert blobs.kept == {}
    assert view_of(services, KEY) is None


def test_what_was_deleted_before_anybody_heard_that_it_is_stored_leaves_nothing(
    tmp_path: Path,
) -> None:
    blobs = KillingRoom(is_there=True)
    dead = served(blobs, spool_root=tmp_path)
    with pytest.raises(Killed):
        look(dead, KEY)
    services = restarted(dead, blobs, tmp_path)
    del blobs.kept[str(KEY)]
    go_on(services)
    assert blobs.kept == {}
    assert spooled(tmp_path) == []


def test_without_rights_to_views_nothing_stays_on_disk(tmp_path: Path) -> None:
    blobs = TroubledRoom(create=StorageTimeoutError("slow"))
    services = served(blobs, spool_root=tmp_path)
    look(services, KEY)
    blobs.troubles = {"create": closed(), "read": closed(), "delete": closed()}
    go_on(services)
    for asked in (services, served(blobs, spool_root=tmp_path)):
        assert look(asked, KEY) == view_of(asked, KEY) == KeptView(SEEN, is_stored=False)
        assert looks_of(asked) == 1
    assert spooled(tmp_path) == []

    blobs.troubles = {"create": StorageTimeoutError("slow")}
    assert look(services, KEY) == KeptView(SEEN, is_stored=False)
    assert len(spooled(tmp_path)) == 1, "with rights, waiting helps"
    assert services.unstored_views.of(KEY) is None
    blobs.troubles.clear()
    go_on(services)
    assert look(services, KEY) == KeptView(SEEN, is_stored=True)
    assert services.unstored_views.of(KEY) is None


def test_a_store_that_is_closed_altogether_is_waited_for(tmp_path: Path) -> None:
    """Its rights are out of date, maybe: they lack not to views alone."""
    blobs = TroubledRoom(create=closed())
    services = served(blobs, spool_root=tmp_path)
    closed_to_all = replace(services, store=ClosedToAll(blobs, url_life_s=60))
    assert look(closed_to_all, KEY) == KeptView(SEEN, is_stored=False)
    assert len(spooled(tmp_path)) == 1
    blobs.troubles.clear()
    go_on(services)
    assert view_of(services, KEY) == KeptView(SEEN, is_stored=True)


class ClosedToAll(PictureStore):
    """Says so as soon as something was to be stored."""

    def details(self, key: ImageKey) -> ImageDetails:
        raise closed()


def test_what_another_version_has_spooled_stays_for_it(tmp_path: Path) -> None:
    services = served(MemoryBlobs(), spool_root=tmp_path)
    assert services.spool
    services.spool.leave(services.spool.keep(KIND, {"version": 2, "picture": str(KEY)}, b""))
    assert view_of(services, KEY) is None
    go_on(services)
    assert len(spooled(tmp_path)) == 1


def test_without_rights_to_views_it_is_in_memory_alone() -> None:
    services = served(TroubledRoom(create=closed(), read=closed(), delete=closed()))
    assert view_of(services, KEY) is None
    assert look_at(services, KEY).view is None
    assert look(services, KEY) == KeptView(SEEN, is_stored=False)
    assert look_at(services, KEY).view == SEEN
    assert looks_of(services) == 1


def test_a_store_that_fails_before_anything_is_paid_is_told() -> None:
    services = served(TroubledRoom(read=StorageTimeoutError("slow")))
    with pytest.raises(StorageTimeoutError):
        look(services, KEY)
    with pytest.raises(StorageTimeoutError):
        view_of(services, KEY)
    assert looks_of(services) == 0


@for_each("way", ["delete", "delete each"])
def test_pictures_can_be_deleted_without_rights_to_views(way: str) -> None:
    blobs = TroubledRoom(**{way: closed()})
    services = served(blobs)
    assert services.store.delete([KEY]) == {}
    assert names_in(blobs, "generated-images/") == []


def test_a_view_that_can_not_be_deleted_keeps_its_picture() -> None:
    blobs = TroubledRoom(**{"delete each": StorageTimeoutError("slow")})
    services = served(blobs)
    look(services, KEY)
    assert services.store.delete([KEY]).keys() == {KEY}
    assert names_in(blobs, "generated-images/") != []


def test_with_a_picture_or_a_session_its_view_goes(blobs: Blobs) -> None:
    teacher = Teacher("this computer")
    services = served(blobs)
    look(services, KEY)
    assert names_in(blobs, VIEW_PREFIX) == [NAME.partition("/")[2]]
    assert delete_pictures(services, teacher, [KEY]).kept == {}
    assert names_in(blobs, VIEW_PREFIX) == []
    services = served(blobs)
    look(services, KEY)
    empty_session(services, "abc")
    assert names_in(blobs, VIEW_PREFIX) == []


def test_a_picture_that_is_deleted_while_a_model_looks_leaves_nothing(tmp_path: Path) -> None:
    blobs, viewer = MemoryBlobs(), FakeViewer()
    viewer.gate.clear()
    services = served(blobs, viewer, spool_root=tmp_path)
    with ThreadPoolExecutor(1) as pool:
        looking = pool.submit(look, services, KEY)
        assert viewer.called.acquire(timeout=10)
        services.store.delete([KEY])
        viewer.gate.set()
        with pytest.raises(ImageNotFoundError):
            looking.result(10)
    assert blobs.kept == {}
    assert spooled(tmp_path) == []
    assert services.unstored_views.of(KEY) is None


def test_a_deleted_picture_is_forgotten_in_memory_too() -> None:
    services = served(TroubledRoom(create=closed()))
    services.changes.subscribe(services.unstored_views)
    look(services, KEY)
    empty_session(services, "abc")
    assert services.unstored_views.of(KEY) is None


@for_each(
    "content",
    [
        b"",
        b"[1]",
        b'{"version": 2}',
        b'{"version": 1, "picture": "generated-images/other.png", "model": "m", '
        b'"looked_at": "2026-11-30T00:00:00Z", "price_usd": null, '
        b'"things": [{"noun": "dog", "count": 1, "sentence": "A dog."}]}',
        b'{"version": 1, "picture": "generated-images/abc_20241031_143022_0_sunset_mountains.png", '
        b'"model": "m", "looked_at": "2026-11-30T00:00:00Z", "price_usd": "cheap", '
        b'"things": [{"noun": "dog", "count": 1, "sentence": "A dog."}]}',
    ],
)
def test_a_damaged_view_is_none_and_stays_as_it_is(content: bytes) -> None:
    blobs = MemoryBlobs()
    services = served(blobs)
    blobs.keep(NAME, content, "application/json", {})
    assert view_of(services, KEY) is None
    assert look(services, KEY) == KeptView(SEEN, is_stored=False)
    assert view_of(services, KEY) == KeptView(SEEN, is_stored=False)
    assert blobs.kept[NAME].content == content


def test_where_nobody_looks_nothing_is_asked() -> None:
    blobs = TroubledRoom(read=StorageTimeoutError("slow"))
    services = replace(served(blobs), viewer=None)
    assert view_of(services, KEY) is None
    assert look_at(services, KEY).view is None
    with pytest.raises(InvalidRequestError):
        look(services, KEY)


def test_a_drawn_picture_needs_no_look() -> None:
    services = served(MemoryBlobs())
    key = ImageKey("abc", "20241031_143023", 0, "cat")
    drawing = draw("a cat", seed=4, width_px=256, height_px=256)
    request = ImageRequest("abc", "a cat", seed=4, width_px=256, height_px=256)
    image = GeneratedImage(plain_png(256, 256), seed=4, model="m", duration_ms=9)
    details = ImageDetails.of(key, request, image)
    png = embed(image.png, details, scene=scene_to_json(drawing.scene))
    services.store.put(key, png, {})
    with pytest.raises(InvalidRequestError):
        look(services, key)
    assert not look_at(services, key).is_undrawn
    assert look_at(services, KEY).is_undrawn
    assert looks_of(services) == 0


def test_a_picture_that_is_not_there_is_not_looked_at() -> None:
    services = served(MemoryBlobs())
    with pytest.raises(ImageNotFoundError):
        look(services, ImageKey("abc", "20241031_143025", 0, "cat"))
    assert looks_of(services) == 0


def test_a_picture_with_the_longest_name_has_a_view() -> None:
    services = served(MemoryBlobs())
    key = ImageKey("s" * 64, "20241031_143022", 999_999_999, "w" * 40)
    services.store.put(key, plain_png(256, 256), {})
    assert look(services, key).is_stored


def test_attempts_of_all_kinds_are_read() -> None:
    for held_against in ("scene", "view", "prompt", "nothing"):
        read = Attempt.model_validate_json(
            '{"version":1,"attempt_id":"abc_20241031_143022_0","session_id":"abc","learner":"'
            + "0" * 32
            + '","created_at":"2026-11-30T00:00:00Z","until":"2026-12-30T00:00:00Z","picture":"p",'
            f'"level":"A2","words":"x","held_against":"{held_against}","counts":'
            '{"words":1,"different_words":1,"sentences":1,"longest_sentence_words":1}}'
        )
        assert read.held_against == held_against


def _begin(folder: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.core.looking_process", str(folder), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _place(folder: Path) -> Path:
    (folder / "looks").mkdir()
    served(FolderBlobs(folder / "pictures", secret=b"x" * 16))
    return folder


def _paid(folder: Path) -> int:
    return len(list((folder / "looks").iterdir()))


def test_processes_on_one_folder_pay_once(tmp_path: Path) -> None:
    folder = _place(tmp_path)
    servers = [_begin(folder) for _ in range(3)]
    assert [server.communicate(timeout=60)[0] for server in servers] == ["4 True\n"] * 3
    assert _paid(folder) == 1


def test_after_a_kill_while_a_model_looks_it_is_paid_at_most_once_more(tmp_path: Path) -> None:
    folder = _place(tmp_path)
    killed = _begin(folder, "hang")
    while not _paid(folder):
        assert killed.poll() is None
    killed.kill()
    killed.communicate(timeout=60)
    let_claims_age(FolderBlobs(folder / "pictures", secret=b"x" * 16), ABANDONED_AFTER_S)
    for _ in range(2):
        assert _begin(folder).communicate(timeout=60)[0] == "4 True\n"
    assert _paid(folder) == 2


def test_after_a_kill_between_answer_and_store_the_next_process_stores_it(tmp_path: Path) -> None:
    folder = _place(tmp_path)
    killed = _begin(folder, "die")
    killed.communicate(timeout=60)
    assert killed.returncode == DIED
    assert len(spooled(folder)) == 1
    assert _begin(folder).communicate(timeout=60)[0] == "4 True\n"
    assert _paid(folder) == 1
    assert spooled(folder) == []
