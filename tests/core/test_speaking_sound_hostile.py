"""Files that are no recordings, or are meant to do harm, and processes that do not end."""

from __future__ import annotations

import io
import random
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from imagespeak_core.processes.confinement import MEMORY_BYTES
from imagespeak_core.speaking.errors import (
    NotSoundError,
    SoundBusyError,
    SoundTimeoutError,
    SoundUnreadyError,
)
from imagespeak_core.speaking.sound import Sound, examine
from imagespeak_core.speaking.sound.examining import Examiner, inspecting_command
from tests.core.sound_files import KINDS, SPOKEN, file_of, sample, samples_of, silence, wav_file
from tests.for_each import for_each

GOOD = wav_file(silence(1))
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")


def examined(content: bytes, examiner: Examiner | None = None) -> Sound:
    if examiner:
        return examiner.examine(content, max_s=180, max_bytes=20_000_000)
    return examine(content, max_s=180, max_bytes=20_000_000)


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64)).save(out, "PNG")
    return out.getvalue()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("sound.wav", GOOD)
    return out.getvalue()


PLAYLIST = "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:5,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"
NOT_SOUND = {
    "nothing": b"",
    "one byte": b"\x1a",
    "text": b"There is a dog in the picture. " * 50,
    "text of two bytes a letter": "A dog is in the picture. ".encode("utf-16") * 50,
    "page": b"<!doctype html><script>alert(1)</script>",
    "picture": _png(),
    "archive": _zip(),
    "playlist": PLAYLIST.encode(),
    "list of files": b"ffconcat version 1.0\nfile /etc/hostname\n",
    "first bytes of webm": b"\x1aE\xdf\xa3",
    "webm, then nothing but its name": b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm",
    "first bytes of mp4": b"\0\0\0\x18ftypmp42\0\0\0\0",
    "first bytes of ogg": b"OggS",
    "wav without samples": wav_file(b""),
    "mp3 of text": b"\xff\xfb" + b"text " * 500,
    "tag of endless length": b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + bytes(100),
    "zeros as mp4": b"\0\0\0\x18ftypmp42" + bytes(100_000),
    "noise as ogg": b"OggS" + random.Random(1).randbytes(100_000),
    "noise as webm": b"\x1aE\xdf\xa3" + random.Random(2).randbytes(100_000),
    "noise as wma": b"\x30\x26\xb2\x75\x8e\x66\xcf\x11" + random.Random(3).randbytes(100_000),
}


@for_each("name", NOT_SOUND)
def test_what_is_no_sound(name: str) -> None:
    with pytest.raises(NotSoundError, match="no sound in this file"):
        examined(NOT_SOUND[name])


def test_wav_that_claims_four_gigabytes() -> None:
    content = bytearray(GOOD)
    content[4:8] = content[40:44] = b"\xff\xff\xff\xff"
    sound = examined(bytes(content))
    assert sound.content == GOOD


def test_wav_with_absurd_rates() -> None:
    for rate_hz in (0, 1, 1_000_000, 2**32 - 1):
        content = bytearray(GOOD)
        content[24:28] = rate_hz.to_bytes(4, "little")
        with pytest.raises(NotSoundError):
            examined(bytes(content))


def test_webm_with_absurd_rate() -> None:
    content = file_of("webm", silence(1))
    at = content.index(b"\xb5\x88") + 2  # SamplingFrequency, a number of eight bytes
    for rate in (b"\x7f\xef\xff\xff\xff\xff\xff\xff", b"\0" * 8, b"\xff" * 8):
        with _at_most_s(20):
            _sound_or_sentence(content[:at] + rate + content[at + 8 :])


def test_mp4_of_few_bytes_that_claims_years() -> None:
    content = bytearray(file_of("mp4", silence(0.5)))
    for name, behind in ((b"mvhd", 20), (b"mdhd", 20), (b"stts", 12), (b"stsz", 12)):
        at = content.index(name) + behind  # durations; how many samples there are, and pieces
        content[at - 4 : at] = b"\x7f\xff\xff\xff"
        with _at_most_s(60):
            _sound_or_sentence(bytes(content))


def _sound_or_sentence(content: bytes) -> bool:
    """Whether it was sound; whatever else happens than an error of ours is a failure."""
    try:
        sound = examined(content)
    except (NotSoundError, SoundTimeoutError):
        return False
    assert 0 < sound.speech.length_s <= 182
    assert sound.speech.speaking_s <= sound.speech.length_s
    return True


@contextmanager
def _at_most_s(seconds: float) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < seconds


def _mutated(content: bytes, dice: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.choice((1, 4, 32, 256))):
        where = dice.randrange(len(changed) if dice.random() < 0.5 else min(600, len(changed)))
        kind = dice.randrange(4)
        if kind == 0:
            changed[where] = dice.randrange(256)
        elif kind == 1:
            changed[where : where + 4] = dice.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
        elif kind == 2:
            del changed[where : where + dice.randrange(1, 64)]
        else:
            changed[where:where] = dice.randbytes(dice.randrange(1, 64))
    return bytes(changed[: dice.randrange(1, len(changed))] if dice.random() < 0.2 else changed)


@pytest.fixture(scope="module")
def mutations() -> list[bytes]:
    talk = samples_of(sample("talk.webm"))[: 2 * 32_000]
    files = [file_of(kind, talk) for kind in KINDS] + [sample(name) for name in SPOKEN]
    dice = random.Random("mutations")
    return [_mutated(files[at % len(files)], dice) for at in range(600)]


def test_mutations_of_good_files_are_sound_or_a_sentence(mutations: list[bytes]) -> None:
    with ThreadPoolExecutor(2) as pool:
        were_sound = list(pool.map(_sound_or_sentence, mutations[:54]))
    assert 10 < sum(were_sound) < len(were_sound)


def test_mutations_are_decoded_or_not_and_nothing_else_happens(mutations: list[bytes]) -> None:
    """All in one process, which the first unforeseen error would end."""
    code = CONFINED.format(path=[str(Path(__file__).parents[2]), *sys.path], code=DECODING)
    code = "import av, sys; " + code.replace("confine(cpu_s=1)", "pass")
    stream = b"".join(len(one).to_bytes(4, "big") + one for one in mutations)
    told = subprocess.run([sys.executable, "-c", code], input=stream, capture_output=True)
    assert told.returncode == 0, told.stderr[-2_000:].decode()
    decoded = int(told.stdout)
    assert 100 < decoded < len(mutations)


DECODING = """
from imagespeak_core.speaking.sound.containers import container_of
from imagespeak_core.speaking.sound.decoding import NothingDecodedError, decode
decoded = 0
while size := int.from_bytes(sys.stdin.buffer.read(4), "big"):
    content = sys.stdin.buffer.read(size)
    if container := container_of(content):
        try:
            decoded += len(decode(content, container, max_s=180).samples) > 0
        except NothingDecodedError:
            pass
print(decoded)
"""


def test_what_is_written_in_a_file_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.wav"
    secret.write_bytes(GOOD)
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        for address in (str(secret), f"file:{secret}", f"http://127.0.0.1:{port}/a.wav"):
            for content in (
                f"#EXTM3U\n#EXTINF:1,\n{address}\n#EXT-X-ENDLIST\n",
                f"ffconcat version 1.0\nfile '{address}'\n",
            ):
                for start in (b"", b"ID3\x04\0\0\0\0\0\0", b"OggS", b"caff\0\x01\0\0"):
                    with pytest.raises(NotSoundError):
                        examined(start + content.encode())
        with pytest.raises(TimeoutError):
            server.accept()


def running(code: str, *, wall_s: float = 30) -> Examiner:
    """One whose process runs other code."""
    return Examiner(command=lambda max_s, cpu_s: [sys.executable, "-c", code], wall_s=wall_s)


def test_process_that_hangs_is_ended() -> None:
    with _at_most_s(10), pytest.raises(SoundTimeoutError, match="took too long"):
        examined(GOOD, running("import time; time.sleep(600)", wall_s=0.5))


def test_process_that_reads_nothing_and_answers_nothing() -> None:
    with pytest.raises(NotSoundError):
        examined(wav_file(silence(200)), running("pass"))


@ON_POSIX
def test_what_a_process_started_ends_with_it() -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"  # noqa: E501
    with _at_most_s(10), pytest.raises(SoundTimeoutError):
        examined(GOOD, running(code, wall_s=2))


BROKEN = {
    "killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "crashed": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "failed": "import sys; sys.exit(2)",
    "no JSON": "print('sound')",
    "other JSON": "print('[1, 2]')",
    "no speech": 'print(\'{"is": "sound", "ending": "wav"}\')',
    "other ending": 'print(\'{"is": "sound", "ending": "html", "speech": {"length_s": 1, '
    '"heard": true, "speaking_s": 1, "pauses": 0, "longest_pause_s": 0}}\')',
    "endless time": 'print(\'{"is": "sound", "ending": "wav", "speech": {"length_s": Infinity, '
    '"heard": true, "speaking_s": 1, "pauses": 0, "longest_pause_s": 0}}\')',
    "endless pauses": 'print(\'{"is": "sound", "ending": "wav", "speech": {"length_s": 1, '
    '"heard": true, "speaking_s": 1, "pauses": Infinity, "longest_pause_s": 0}}\')',
    "talks without end": "import sys\nwhile True: sys.stdout.write('a' * 65536)",
}


@for_each("name", BROKEN)
def test_process_that_is_broken_is_a_sentence(name: str) -> None:
    with pytest.raises(NotSoundError):
        examined(GOOD, running(BROKEN[name]))


def test_libraries_that_do_not_load_are_the_owners_business() -> None:
    with pytest.raises(SoundUnreadyError, match=r"Install requirements\.txt"):
        examined(GOOD, running("import a_library_that_is_not_there"))


def test_program_that_is_not_there_is_busy() -> None:
    with pytest.raises(SoundBusyError):
        examined(GOOD, Examiner(command=lambda max_s, cpu_s: ["/no/such/program"]))


CONFINED = (
    "import sys; sys.path[:] = {path!r}; "
    "from imagespeak_core.processes.confinement import confine; confine(cpu_s=1)\n{code}"
)
GREEDY = {
    "memory": f"all = bytearray({MEMORY_BYTES})",
    "a file to read": "open('/etc/passwd')",
    "a file to write": "open('/tmp/sound', 'w')",
    "a connection": "import _socket; _socket.socket()",
    "a pipe to another process": "os.pipe()",
}


@ON_POSIX
@for_each("name", GREEDY)
def test_process_can_take_nothing(name: str) -> None:
    path = [str(Path(__file__).parents[2]), *sys.path]
    code = CONFINED.format(path=path, code=f"try:\n    {GREEDY[name]}")
    code += "\nexcept (OSError, MemoryError):\n    os._exit(2)\nos._exit(1)\n"
    with pytest.raises(NotSoundError):
        examined(GOOD, running("import _socket, os\n" + code))


@ON_POSIX
def test_process_that_computes_without_end_took_too_long() -> None:
    path = [str(Path(__file__).parents[2]), *sys.path]
    code = CONFINED.format(path=path, code="while True: pass")
    examiner = Examiner(command=lambda max_s, cpu_s: [sys.executable, "-c", code], wall_s=60)
    with pytest.raises(SoundTimeoutError):
        examined(GOOD, examiner)


def test_process_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    code = "import os, sys; sys.exit(1 if {'AWS_SECRET_ACCESS_KEY', 'PYTHONPATH'} & {*os.environ} else 2)"  # noqa: E501
    with pytest.raises(NotSoundError):
        examined(GOOD, running(code))
    assert inspecting_command(180, 50)[1:4] == ["-I", "-S", "-c"]


def test_more_than_may_wait_are_told_to_come_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gate, ThreadPoolExecutor(3) as pool:
        examiner = _behind(gate, at_once=1, waiting=1, waited_s=60)
        first = pool.submit(examined, GOOD, examiner)
        inside, _ = gate.accept()
        two = [pool.submit(examined, GOOD, examiner) for _ in range(2)]
        ended, waiting = wait(two, return_when=FIRST_COMPLETED)
        with pytest.raises(SoundBusyError, match="not lost") as busy:
            ended.pop().result()
        assert busy.value.retry_after_s
        inside.close()
        gate.accept()[0].close()
        for turned in (first, *waiting):
            with pytest.raises(NotSoundError):
                turned.result()


def _behind(gate: socket.socket, *, at_once: int, waiting: int, waited_s: float) -> Examiner:
    """One whose processes end when their connection is closed, without an answer."""
    code = f"import socket; socket.create_connection({gate.getsockname()}).recv(1)"
    return Examiner(
        command=lambda max_s, cpu_s: [sys.executable, "-c", code],
        at_once=at_once,
        waiting=waiting,
        waited_s=waited_s,
    )


def test_turn_that_does_not_come_is_busy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gate, ThreadPoolExecutor(1) as pool:
        examiner = _behind(gate, at_once=1, waiting=1, waited_s=0.01)
        first = pool.submit(examined, GOOD, examiner)
        inside, _ = gate.accept()
        with pytest.raises(SoundBusyError):
            examined(GOOD, examiner)
        inside.close()
        with pytest.raises(NotSoundError):
            first.result()
