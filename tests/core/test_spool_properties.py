"""What lies in the spool comes back as it was written down, or is told to be damaged."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.errors import SpoolLostError
from imagespeak_core.spool.files import Spooled, SpoolFiles
from tests.outside_input import ANY_TEXT, damaged, fewer

HEADERS = st.dictionaries(ANY_TEXT, ANY_TEXT | st.integers() | st.none() | st.booleans())


@fewer(4)
@given(header=HEADERS, content=st.binary(max_size=300), data=st.data())
def test_it_comes_back_whole_to_the_next_process_or_not_at_all(
    header: dict[str, object], content: bytes, data: st.DataObject
) -> None:
    with TemporaryDirectory() as root:
        files = SpoolFiles(Path(root, "spool"))
        kept = files.keep("picture", header, content)
        assert files.read(kept) == (header, content)
        assert files.header(kept) == header
        written = kept.path.read_bytes()
        other = data.draw(damaged(written))
        kept.path.write_bytes(other)
        if other != written:
            with pytest.raises(SpoolLostError):
                files.read(kept)
        kept.path.write_bytes(written)
        files.close()
        heir = SpoolFiles(Path(root, "spool"))
        [adopted] = heir.adopt({"picture"})
        assert heir.read(adopted) == (header, content)
        heir.close()


def test_a_changed_letter_of_what_is_told_of_it_is_found(tmp_path: Path) -> None:
    files = SpoolFiles(tmp_path)
    kept = files.keep("picture", {"session": "image-1"}, b"png")
    kept.path.write_bytes(kept.path.read_bytes().replace(b"image-1", b"image-3"))
    with pytest.raises(SpoolLostError):
        files.read(kept)
    files.close()


def test_what_an_earlier_version_has_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "000001-picture.spool"
    told = {"header": {"a": 1}, "bytes": 3, "sha256": sha256(b"png").hexdigest()}
    path.write_bytes(json.dumps(told).encode() + b"\npng")
    assert SpoolFiles(tmp_path).read(Spooled(path)) == ({"a": 1}, b"png")


def test_however_deep_a_damaged_one_is_nested_it_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "000001-picture.spool"
    path.write_bytes(b"[" * 200_000 + b"\n")
    with pytest.raises(SpoolLostError):
        SpoolFiles(tmp_path).header(Spooled(path))
