"""A function for each reader: whatever bytes it gets, nothing but what the reader promises comes.

Each returns for what is read and for what is refused as documented; anything else is a finding.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PIL import Image
from pydantic import ValidationError

from imagespeak_core.access.cookie import make_cookie, read_cookie
from imagespeak_core.access.device import Device, make_device_cookie, read_device_cookie
from imagespeak_core.errors import (
    AddressExpiredError,
    BudgetDamagedError,
    DocumentDamagedError,
    InvalidRequestError,
    ModelError,
    PictureFileError,
    SpoolLostError,
)
from imagespeak_core.gallery.dropped import read_dropped, request_from
from imagespeak_core.gallery.previews import make_preview
from imagespeak_core.generators.bedrock.picture_size import to_exact_size
from imagespeak_core.generators.illustrator.scene_json import scene_from_json, scene_to_json
from imagespeak_core.generators.illustrator.teller import IllustratorTeller
from imagespeak_core.lambda_handler.events import is_preflight, read_fields
from imagespeak_core.lambda_handler.requests import read_request
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures import spooled
from imagespeak_core.pictures.details import ImageDetails, embed, from_png, scene_in
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.prompts import LEVELS
from imagespeak_core.settings.files import read_env_file, read_secrets
from imagespeak_core.signing.addresses import check_address, signed_address
from imagespeak_core.speaking.coaching.coached import ANSWER_LEVELS
from imagespeak_core.speaking.coaching.model_answer import model_answer
from imagespeak_core.speaking.coaching.questions import questions
from imagespeak_core.speaking.comparing import hold_against
from imagespeak_core.speaking.sound.containers import container_of
from imagespeak_core.speaking.sound.decoding import LongerError, NothingDecodedError, decode
from imagespeak_core.speaking.tickets import Ticket, read_ticket, signed
from imagespeak_core.speaking.waiting import WaitingRecording
from imagespeak_core.spending.budget_document import SpentMonth
from imagespeak_core.spool.files import Spooled, SpoolFiles
from imagespeak_core.spool.spool import Spool
from imagespeak_core.viewers.bedrock.small import small_jpeg
from imagespeak_core.voices.tokens import read_token, sentence_token
from pages.server.byte_ranges import answer_with
from tests.core.document_sorts import SORTS
from tests.core.sound_files import KINDS, SPOKEN, file_of, sample, silence
from tests.core.speaking_scenes import scene_of
from tests.fakes import plain_png
from tests.speaking_rig import SPEECH

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SECRET = b"a secret of this server"
KEY = ImageKey("image-001", "20261128_120000", 0, "dog")
SMALL_PX = 64


@dataclass(frozen=True)
class Harness:
    """A reader to feed.

    Attributes:
        one: Feeds it.
        seeds: Gives bytes that it reads well, to begin with.
        max_len: Of the bytes.
    """

    one: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    max_len: int = 4_096


def sound(data: bytes) -> None:
    """Sound that anybody sends; in the app a process of its own reads it."""
    container = container_of(data)
    if container is not None:
        with suppress(NothingDecodedError, LongerError):
            assert decode(data, container, max_s=2).samples


def _sounds() -> list[bytes]:
    return [*(file_of(kind, silence(0.3)) for kind in KINDS), *map(sample, SPOKEN)]


def picture(data: bytes) -> None:
    """A picture that somebody drops, or that lies in a bucket."""
    with suppress(PictureFileError):
        details = read_dropped(data)
        with suppress(InvalidRequestError):
            request_from(details, "image-9")
    from_png(KEY, data)
    scene_in(data)


def pixels(data: bytes) -> None:
    """The same, decoded; large ones are left to the guards' own tests."""
    broken = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)
    with suppress(*broken), Image.open(io.BytesIO(data)) as opened:
        if max(opened.size) > SMALL_PX:
            return
    with suppress(PictureFileError):
        make_preview(data)
    with suppress(PictureFileError):
        small_jpeg(data)
    with suppress(ModelError):
        to_exact_size(data, 256, 256)


@cache
def _pictures() -> list[bytes]:
    found = []
    for mode in ("RGB", "P", "RGBA", "LA", "1", "I;16"):
        file = io.BytesIO()
        Image.new(mode, (8, 8)).save(file, "PNG")
        found.append(file.getvalue())
    request = ImageRequest("image-001", "A dog", "people", seed=7)
    made = GeneratedImage(plain_png(8, 8), 7, "a.model", 40)
    return [*found, embed(made.png, ImageDetails.of(KEY, request, made), scene=_scene())]


def scene(data: bytes) -> None:
    """The scene inside a picture, all that is told of it, and words held against it."""
    try:
        shown = scene_from_json(data.decode())
    except ValueError:
        return
    assert IllustratorTeller().tell(data.decode())
    hold_against("Two dogs are sleeping near a red car.", shown)
    for answer_level in ANSWER_LEVELS:
        model_answer(shown, answer_level)
    for level in LEVELS:
        questions(shown, level)


@cache
def _scene() -> str:
    return scene_to_json(scene_of("two dogs"))


def document(data: bytes) -> None:
    """A stored document of each kind."""
    for sort in SORTS.values():
        try:
            state = sort.kind.read(sort.id, data)
        except DocumentDamagedError:
            continue
        if state is not None:
            assert sort.kind.read(sort.id, sort.kind.to_json(state)) == state
            sort.use(state)
    with suppress(BudgetDamagedError):
        assert SpentMonth.from_json(data, month="2026-11").total >= 0


def _documents() -> list[bytes]:
    month = SpentMonth(month="2026-11", days={"28": 1_120_000}, mark="5f")
    return [*(sort.content for sort in SORTS.values()), month.to_json()]


def lambda_event(data: bytes) -> None:
    """What the Lambda is called with: the bytes as an event, and as the body of one."""
    events: list[object] = [
        {"requestContext": {}, "body": data.decode("latin-1"), "isBase64Encoded": encoded}
        for encoded in (True, False)
    ]
    with suppress(ValueError, RecursionError):
        events.append(json.loads(data))
    for event in events:
        is_preflight(event)
        with suppress(InvalidRequestError):
            read_request(read_fields(event))


def _events() -> list[bytes]:
    folder = Path(__file__).parents[1] / "lambda_handler" / "events"
    return [path.read_bytes() for path in sorted(folder.glob("*.json"))]


def spool(data: bytes) -> None:
    """A file of the spool."""
    path = _folder() / "000001-picture.spool"
    path.write_bytes(data)
    files = SpoolFiles(_folder() / "root")
    with suppress(SpoolLostError):
        header = files.header(Spooled(path))
        with suppress(ValueError):
            spooled.of(header)
        with suppress(ValidationError):
            WaitingRecording.model_validate(header)
        files.read(Spooled(path))


@cache
def _made_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def _folder() -> Path:
    return Path(_made_folder().name)


def _spools() -> list[bytes]:
    request = ImageRequest("image-001", "A dog", seed=7)
    image = GeneratedImage(b"png", 7, "a.model", 40)
    made = spooled.SpooledPicture(request, image, KEY, spooled.Errand(request))
    waiting = WaitingRecording(
        ticket=_TICKET, ending="webm", speech=SPEECH, size_bytes=5, created_at=NOW, until=NOW
    )
    kept = Spool(SpoolFiles(_folder() / "seeds"))
    items = [
        spooled.keep(kept, made),
        kept.keep("recording", waiting.model_dump(mode="json"), b"sound"),
    ]
    return [item.spooled.path.read_bytes() for item in items if item.spooled]


_TICKET = Ticket("image-001", "0" * 32, str(KEY), "1" * 32, int(NOW.timestamp()))
_DEVICE = Device("0123456789abcdef" * 2, "seen")


@cache
def _signed() -> list[str]:
    end = int(NOW.timestamp()) + 60
    address = signed_address("/archives/image-001.zip", expires=end, secret=SECRET)
    return [
        signed(_TICKET, secret=SECRET),
        sentence_token("There is a dog.", expires=end, secret=SECRET),
        make_cookie("a long pin", secret=SECRET, since_s=int(NOW.timestamp())),
        make_device_cookie(_DEVICE, "a long pin", secret=SECRET, now=NOW),
        f"/archives/image-001.zip\n{end}\n{address.partition('signature=')[2]}",
    ]


def signature(data: bytes) -> None:
    """What this server has signed: nothing else passes."""
    text = data.decode("utf-8", "surrogateescape")
    ours = _signed()
    with suppress(AddressExpiredError):
        read_ticket(text, secret=SECRET, now=NOW)
        assert text == ours[0]
    with suppress(AddressExpiredError):
        read_token(text, secret=SECRET, now=NOW)
        assert text == ours[1]
    known = read_cookie(text, "a long pin", secret=SECRET, now=NOW)
    assert (known is not None) == (text == ours[2])
    device = read_device_cookie(text, "a long pin", secret=SECRET, now=NOW)
    assert (device.state == "seen") == (text == ours[3])
    path, _, rest = text.partition("\n")
    with suppress(AddressExpiredError):
        check_address(path, *rest.partition("\n")[::2], secret=SECRET, now=NOW)
        assert text == ours[4]


def byte_range(data: bytes) -> None:
    """The `Range` of a request."""
    content = bytes(range(50))
    answer = answer_with(content, wanted=data.decode("latin-1"), media_type="a/b", headers={})
    assert answer.status_code in {200, 206, 416}
    assert bytes(answer.body) in content


def settings_file(data: bytes) -> None:
    """A file with settings."""
    for name, read in ((".env", read_env_file), ("secrets.toml", read_secrets)):
        path = _folder() / name
        path.write_bytes(data)
        found = read(path)
        assert found.state == "read" or found.problems


HARNESSES: Mapping[str, Harness] = {
    "sound": Harness(sound, _sounds, 60_000),
    "picture": Harness(picture, _pictures, 20_000),
    "pixels": Harness(pixels, _pictures, 3_000),
    "scene": Harness(scene, lambda: [_scene().encode()], 20_000),
    "document": Harness(document, _documents),
    "lambda_event": Harness(lambda_event, _events),
    "spool": Harness(spool, _spools),
    "signature": Harness(signature, lambda: [text.encode() for text in _signed()], 1_000),
    "byte_range": Harness(
        byte_range, lambda: [b"bytes=0-", b"bytes=-5", b"bytes=3-7", b"bytes=0-1,4-5"], 60
    ),
    "settings_file": Harness(
        settings_file,
        lambda: [b"IMAGESPEAK_BUCKET=abc\nA='b' # c\n", b'a = 1\n[auth]\nx = ["y", 2.5]\n'],
    ),
}
