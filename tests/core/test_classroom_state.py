"""What is known of a class: its JSON, its names and codes, and a teacher's edits."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.class_names import (
    CODE_ALPHABET,
    class_id,
    could_be_given,
    is_class_id,
    read_code,
    state_name,
)
from imagespeak_core.classroom.errors import ClassDamagedError
from imagespeak_core.classroom.state import (
    CLASSES,
    MAX_PICTURES,
    ClassPicture,
    ClassState,
    checked_title,
)
from imagespeak_core.errors import ImageNotFoundError, InvalidRequestError, InvalidSessionIdError
from imagespeak_core.pictures.naming import check_session_id

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CLASS = "class-7b-monday"


def key(number: int, session_id: str = CLASS) -> str:
    return f"generated-images/{session_id}_20261122_120000_{number}_cat.png"


def picture(number: int, **more: object) -> ClassPicture:
    return ClassPicture.model_validate({"key": key(number), "prompt": f"Cat {number}", **more})


def a_class(*numbers: int, **more: object) -> ClassState:
    values: dict[str, object] = {
        "session_id": CLASS,
        "title": "7b Monday",
        "code": "ABC234",
        "teacher": "ana@school.org",
        "created_at": NOW,
        "expires_at": NOW + timedelta(days=30),
        "pictures": tuple(picture(number) for number in numbers),
    }
    return ClassState.model_validate(values | more)


def order(state: ClassState) -> list[int]:
    return [int(one.key.split("_")[3]) for one in state.pictures]


def current(state: ClassState) -> int | None:
    return None if state.current is None else int(state.current.split("_")[3])


def test_what_is_added_twice_at_once_is_there_once() -> None:
    assert order(edits.add_pictures(a_class(0), [picture(1), picture(1), picture(0)])) == [0, 1]


class TestJson:
    def test_there_and_back(self) -> None:
        state = edits.describe_picture(
            a_class(0, 1, current=key(1), locked=True, words_shown=True),
            key(0),
            notes="Ask 'why?'\n<b>猫</b>",
            words=["кот", "🐈"],
        )
        assert CLASSES.read(CLASS, CLASSES.to_json(state)) == state

    def test_it_says_its_version(self) -> None:
        fields = json.loads(CLASSES.to_json(a_class()))
        assert fields["version"] == 1
        assert fields["expires_at"].startswith("2026-12-22T12:00:00")

    @pytest.mark.parametrize(
        "change",
        [
            {"version": 2},
            {"version": "1"},
            {"version": None},
            {"colour": "red"},
            {"title": None},
            {"title": "x" * 101},
            {"code": "../x"},
            {"code": "ABC234\n"},
            {"code": "ABC23O"},
            {"locked": "yes"},
            {"created_at": "2026-11-22T12:00:00"},
            {"expires_at": "soon"},
            {"current": key(7)},
            {"pictures": [{"key": "../../etc/passwd"}]},
            {"pictures": [{"key": key(0, "class-other")}]},
            {"pictures": [{"key": key(0)}, {"key": key(0)}]},
            {"pictures": [{"key": key(0), "words": ["x"] * 13}]},
            {"pictures": [{"key": key(0), "words": ["x" * 41]}]},
            {"pictures": [{"key": key(0), "notes": "x" * 2001}]},
            {"pictures": [{"key": key(number)} for number in range(61)]},
        ],
        ids=lambda change: str(change)[:40],
    )
    def test_what_we_never_write_is_damaged(self, change: dict[str, object]) -> None:
        content = json.dumps(json.loads(CLASSES.to_json(a_class())) | change).encode()
        with pytest.raises(ClassDamagedError, match="class-7b-monday"):
            CLASSES.read(CLASS, content)

    @pytest.mark.parametrize("change", [{}, {"version": 2}, {"pictures": "none"}, {"title": None}])
    def test_what_tells_of_another_class_is_not_this_one(self, change: dict[str, object]) -> None:
        other = {"session_id": "class-other"} | change
        content = json.dumps(json.loads(CLASSES.to_json(a_class())) | other).encode()
        assert CLASSES.read(CLASS, content) is None

    @pytest.mark.parametrize(
        "content",
        [b"", b"{}", b"null", b"[]", b"\xff\xfe", b'{"version": 1', b"[" * 100_000, b"\x00" * 1000],
        ids=lambda content: str(content)[:20],
    )
    def test_bytes_that_are_no_class_are_damaged(self, content: bytes) -> None:
        with pytest.raises(ClassDamagedError):
            CLASSES.read(CLASS, content)

    def test_the_words_of_a_damaged_class_are_not_told(self) -> None:
        content = CLASSES.to_json(a_class(title="my secret")).replace(
            b'"version":1', b'"version":9'
        )
        with pytest.raises(ClassDamagedError) as caught:
            CLASSES.read(CLASS, content)
        assert "secret" not in str(caught.value)
        assert "version" in str(caught.value)

    @pytest.mark.parametrize(
        "name",
        [
            "class-7b-DESKTOP-AB12",
            "class-7b.sync-conflict-20261101-120000-ABCDEFG",
            "class-7b_PC_Nov-29-133343-2026_Conflict",
            "class-7b_conflict-20261101-120000",
            "class-7b-",
        ],
    )
    def test_a_broken_file_under_a_name_that_no_class_gets_is_none(self, name: str) -> None:
        assert CLASSES.read(name, b"") is None

    def test_a_bad_id_is_no_class(self) -> None:
        with pytest.raises(InvalidSessionIdError):
            CLASSES.read("class-../x", b"{}")


class TestDays:
    def test_it_is_over_after_30_days_or_when_it_was_ended(self) -> None:
        state = a_class()
        assert not state.is_over(NOW + timedelta(days=30, seconds=-1))
        assert state.is_over(NOW + timedelta(days=30))
        assert edits.end(state).is_over(NOW)

    def test_a_clock_behind_the_one_that_made_it(self) -> None:
        assert not a_class().is_over(NOW - timedelta(days=1))

    def test_extending_gives_30_days_from_now_and_opens_it_again(self) -> None:
        later = NOW + timedelta(days=40)
        state = edits.extend(edits.end(a_class()), later)
        assert state.expires_at == later + timedelta(days=30)
        assert not state.is_over(later)


def one_bit(place: int, count: int) -> bytes:
    """So many bytes, all of them zero but for one bit."""
    return (1 << 8 * count - 1 - place).to_bytes(count)


class TestNames:
    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("7b Monday", "7b-monday"),
            ("  7B   monday!! ", "7b-monday"),
            ("<b>Ana's</b> & co", "b-ana-s-b-co"),
            ("Čeština 3.A", "cestina-3-a"),
            ("三年级", "san-nian-ji"),
            ("../../etc/passwd", "etc-passwd"),
            ("a_20241031_143022_b", "a-20241031-143022-b"),
            ("code-ABC234", "code-abc234"),
            ("&#65; &lt;", "65-lt"),
        ],
    )
    def test_an_id_is_made_of_the_title(self, title: str, expected: str) -> None:
        made = class_id(title, random_bytes=bytes)
        assert made == f"class-{expected}-aaaaaaaa"
        assert check_session_id(made) == made

    @pytest.mark.parametrize("title", ["7b Monday", "x" * 100])
    def test_each_of_forty_random_bits_counts_for_who_knows_the_title(self, title: str) -> None:
        made = {class_id(title, random_bytes=partial(one_bit, place)) for place in range(40)}
        assert len(made) == 40
        assert all(check_session_id(one) == one and could_be_given(one) for one in made)

    def test_ids_of_before_go_on_working(self) -> None:
        for session_id in ("class-7b-monday", "class-7b", "class-" + "7" * 16):
            assert is_class_id(session_id)
            assert could_be_given(session_id)

    @pytest.mark.parametrize("title", ["", "   ", "🐈🐈", "!!!", "\u200d"])
    def test_without_a_name_it_cant_be_guessed(self, title: str) -> None:
        made = class_id(title, random_bytes=lambda count: b"\xff" * count)
        assert made == "class-" + "7" * 16

    @pytest.mark.parametrize("title", ["x" * 100, "ä ö ü " * 16, "字" * 100])
    def test_a_long_name_gives_an_id_that_may_be_one(self, title: str) -> None:
        made = class_id(title, random_bytes=bytes)
        assert is_class_id(check_session_id(made))
        assert could_be_given(made)

    def test_the_document(self) -> None:
        assert state_name(CLASS) == "classes/class-7b-monday.json"
        assert CLASSES.id_in(state_name(CLASS)) == CLASS
        with pytest.raises(InvalidSessionIdError):
            state_name("class-../../x")

    @pytest.mark.parametrize(
        "title", ["x" * 101, "x" * 10_000, "a\x00b", "\x1b[31m", "\ud800"], ids=ascii
    )
    def test_titles_that_are_refused(self, title: str) -> None:
        with pytest.raises(InvalidRequestError) as caught:
            checked_title(title)
        assert caught.value.field == "title"

    def test_a_family_and_persian_are_welcome(self) -> None:
        for title in ("👩‍🏫 7b", "می‌خواهم", ""):
            assert checked_title(f" {title}\n") == title

    def test_a_title_that_nobody_sees_is_none(self) -> None:
        assert checked_title(" \u200b\u3164\u0301 ") == ""


class TestCodes:
    @pytest.mark.parametrize(
        "typed",
        [
            "ABC234",
            "abc234",
            " abc-234 ",
            "a b c 2 3 4",
            "ABC–234",
            "\uff21\uff22\uff23\uff12\uff13\uff14",
            "abc\u200b234",
            "ABC \u0662\u0663\u0664",
            "abc \u06f2\u06f3\u06f4",
            "ABC \u0968\u0969\u096a",
            "\u0410\u0412\u0421 234",
            "\u0430\u0432\u0441 234",
            "\u0391\u0392C 234",
            "\u200fABC\u200e 234",
            "2\ufe0f\u20e334".join(["ABC", ""]),
            "ABC 234.",
            '"ABC 234"',
            "\u00abABC 234\u00bb!",
            "(ABC/234)",
            "ABC: 234\u060c",
            "Code: ABC 234",
            "The code is A-B-C-2-3-4.",
            "\u043a\u043e\u0434 \u0410\u0412\u0421_234",
        ],
        ids=ascii,
    )
    def test_typed_generously(self, typed: str) -> None:
        assert read_code(typed) == "ABC234"

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            "ABC23",
            "ABC2345",
            "A ABCD 234",
            "ABC 234 5",
            "ABC23O",
            "ABC230",
            "ABC23I",
            "ABC231",
            "ABC23L",
            "../../",
            "ABC23\u0664\u0665",
            "\u0416\u042fC234",
            "<b>234",
            "A" * 10_000,
            "\ud800BC234",
        ],
        ids=lambda typed: ascii(typed)[:20],
    )
    def test_what_can_be_none(self, typed: str) -> None:
        assert read_code(typed) is None

    def test_no_letter_is_taken_for_another(self) -> None:
        assert not set("01OIL") & set(CODE_ALPHABET)
        assert len(set(CODE_ALPHABET)) == 31


class TestEdits:
    def test_pictures_are_added_at_the_end_once(self) -> None:
        state = edits.add_pictures(a_class(0), [picture(2), picture(1), picture(0)])
        assert order(state) == [0, 2, 1]
        assert state.current is None
        assert edits.add_pictures(state, [picture(1)]) == state

    def test_a_full_class_says_so(self) -> None:
        state = edits.add_pictures(a_class(), [picture(number) for number in range(MAX_PICTURES)])
        with pytest.raises(InvalidRequestError, match="60 pictures"):
            edits.add_pictures(state, [picture(99)])

    def test_a_foreign_picture_is_refused(self) -> None:
        foreign = ClassPicture(key=key(0, "class-other"))
        with pytest.raises(InvalidRequestError):
            edits.add_pictures(a_class(), [foreign])

    @pytest.mark.parametrize(
        ("before", "gone", "after", "left"),
        [
            (1, [1], 2, [0, 2]),
            (2, [2], 1, [0, 1]),
            (1, [1, 2], 0, [0]),
            (1, [0, 1, 2], None, []),
            (1, [0], 1, [1, 2]),
            (None, [0], None, [1, 2]),
            (1, [9], 1, [0, 1, 2]),
        ],
    )
    def test_where_the_current_one_goes_another_takes_its_place(
        self, before: int | None, gone: list[int], after: int | None, left: list[int]
    ) -> None:
        state = a_class(0, 1, 2, current=None if before is None else key(before), prompt_shown=True)
        state = edits.remove_pictures(state, [key(number) for number in gone])
        assert (current(state), order(state)) == (after, left)
        assert state.prompt_shown is (before == after)

    def test_a_remade_picture_takes_place_notes_and_words(self) -> None:
        state = edits.describe_picture(
            a_class(0, 1, 2, current=key(1), prompt_shown=True), key(1), notes="n", words=["w"]
        )
        state = edits.replace_picture(state, key(1), picture(5))
        assert (order(state), current(state), state.prompt_shown) == ([0, 5, 2], 5, False)
        assert (state.pictures[1].notes, state.pictures[1].words) == ("n", ("w",))
        assert state.pictures[1].prompt == "Cat 5"
        assert current(edits.replace_picture(state, key(0), picture(6))) == 5

    @pytest.mark.parametrize(
        ("moved", "place", "after"),
        [(0, 2, [1, 2, 0]), (2, 0, [2, 0, 1]), (1, -1, [1, 0, 2]), (1, 99, [0, 2, 1])],
    )
    def test_order(self, moved: int, place: int, after: list[int]) -> None:
        state = edits.move_picture(a_class(0, 1, 2, current=key(1)), key(moved), place)
        assert (order(state), current(state)) == (after, 1)

    def test_next_and_previous_stay_inside(self) -> None:
        state, seen = a_class(0, 1, 2), []
        for by in (1, 1, 1, 1, -1, -1, -1):
            state = edits.step(state, by)
            seen.append(current(state))
        assert seen == [0, 1, 2, 2, 1, 0, 0]
        assert edits.step(a_class(), 1) == a_class()

    def test_another_picture_hides_what_was_shown(self) -> None:
        state = edits.reveal(a_class(0, 1, current=key(0)), prompt=True, words=True, notes=True)
        assert edits.choose_picture(state, key(0)) == state
        for after in (edits.step(state, 1), edits.choose_picture(state, None)):
            assert [after.prompt_shown, after.words_shown, after.notes_shown] == [False] * 3
        assert edits.choose_picture(state, None).current_picture is None

    def test_reveal_leaves_what_is_not_named(self) -> None:
        state = edits.reveal(a_class(prompt_shown=True), words=True)
        assert (state.prompt_shown, state.words_shown, state.notes_shown) == (True, True, False)

    def test_lock(self) -> None:
        assert edits.lock(a_class()).locked
        assert not edits.lock(edits.lock(a_class()), locked=False).locked

    def test_words_are_tidied(self) -> None:
        state = edits.describe_picture(
            a_class(0), key(0), notes="  n ", words=[" a  cat ", "", "dog", "a cat", "  "]
        )
        assert state.pictures[0].words == ("a cat", "dog")
        assert state.pictures[0].notes == "n"

    @pytest.mark.parametrize(
        ("notes", "words", "field"),
        [
            ("x" * 2001, [], "notes"),
            ("\ud800", [], "pictures"),
            ("", [str(number) for number in range(13)], "words"),
            ("", ["x" * 41], "words"),
            ("", ["\ud800"], "pictures"),
        ],
        ids=lambda value: ascii(value)[:12],
    )
    def test_too_much_is_told_in_words(self, notes: str, words: list[str], field: str) -> None:
        with pytest.raises(InvalidRequestError) as caught:
            edits.describe_picture(a_class(0), key(0), notes=notes, words=words)
        assert caught.value.field == field
        assert "pydantic" not in str(caught.value)

    def test_a_picture_that_is_not_there(self) -> None:
        state = a_class(0)
        with pytest.raises(ImageNotFoundError):
            edits.choose_picture(state, key(1))
        with pytest.raises(ImageNotFoundError):
            edits.move_picture(state, key(1), 0)
        with pytest.raises(ImageNotFoundError):
            edits.replace_picture(state, key(1), picture(2))
        with pytest.raises(ImageNotFoundError):
            edits.describe_picture(state, key(1), notes="", words=[])
