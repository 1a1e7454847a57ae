"""How people come together: games, kites, easels, queues, classes, tables and desks."""

from __future__ import annotations

from itertools import pairwise

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.generators.illustrator.layout.placing import Placed, hidden_head
from imagespeak_core.generators.illustrator.layout.rows import row_counts
from tests.for_each import for_each

SEEDS = range(3)


def _composed(prompt: str, seed: int, width: int = 768, height: int = 768) -> Composition:
    return compose(prompt, seed=seed, width_px=width, height_px=height)


def _people(composition: Composition) -> list[Placed]:
    found = [item for item in composition.layout.placed if item.actor.person]
    return sorted(found, key=lambda item: item.x_px)


def _things(composition: Composition, noun: str) -> list[Placed]:
    return [item for item in composition.layout.placed if item.actor.wanted.noun == noun]


@for_each("seed", SEEDS)
@for_each(
    "prompt, action",
    [
        ("two children are playing football in a park", "kick"),
        ("two girls and a boy are playing football in a park", "kick"),
        ("four children are playing basketball in a park", "basketball"),
        ("four friends are playing volleyball on the beach", "volleyball"),
    ],
)
def test_a_game_has_one_ball(prompt: str, action: str, seed: int) -> None:
    people = _people(_composed(prompt, seed))
    with_ball = [
        item for item in people if item.actor.person and item.actor.person.action == action
    ]
    assert len(people) > 1
    assert len(with_ball) == 1
    assert {item.actor.wanted.action for item in people} == {action}


@for_each("seed", SEEDS)
def test_the_two_with_the_ball_face_each_other(seed: int) -> None:
    left, right = _people(_composed("two boys are playing football in a park", seed))
    assert (left.mirrored, right.mirrored) == (False, True)


@for_each("seed", SEEDS)
def test_a_ball_of_its_own_is_between_the_players(seed: int) -> None:
    prompt = "two children are playing football in the park, and a dog is running after the ball"
    composition = _composed(prompt, seed)
    left, right = _people(composition)
    (ball,) = _things(composition, "ball")
    assert left.x_px < ball.x_px < right.x_px
    assert all(one.actor.person and one.actor.person.action == "run" for one in (left, right))
    assert ball.actor.thing is not None
    assert ball.actor.thing.name == "football"


@for_each("seed", SEEDS)
@for_each(
    "prompt",
    ["two people are flying a kite in a park", "a grandfather and a child are flying a red kite"],
)
def test_two_fly_one_kite(prompt: str, seed: int) -> None:
    people = _people(_composed(prompt, seed))
    held = [item.actor.person.held for item in people if item.actor.person]
    assert sorted(map(str, held)) == ["None", "kite"]
    assert people[0].mirrored == people[1].mirrored


@for_each("seed", SEEDS)
def test_chess_is_played_at_a_table_with_one_board(seed: int) -> None:
    composition = _composed("two men are playing chess in a park", seed)
    left, right = _people(composition)
    (board,) = _things(composition, "chess")
    (table,) = _things(composition, "table")
    assert left.x_px < board.x_px < right.x_px
    assert table.box.left < board.x_px < table.box.right
    assert board.box.bottom < table.box.top + 0.3 * table.px_per_m
    postures = [item.actor.person.posture for item in (left, right) if item.actor.person]
    assert postures == ["sit", "sit"]
    assert not _things(composition, "bread")


@for_each("seed", SEEDS)
def test_a_painter_has_an_easel_and_the_model_is_beyond_it(seed: int) -> None:
    composition = _composed("a man is painting a woman in a garden", seed)
    (man,), (woman,) = _things(composition, "man"), _things(composition, "woman")
    (easel,) = _things(composition, "easel")
    assert man.x_px < easel.x_px < woman.x_px
    assert (man.mirrored, woman.mirrored) == (False, True)
    assert easel.x_px - man.x_px < 1.6 * man.px_per_m


@for_each("seed", SEEDS)
def test_a_picture_that_is_painted_stands_on_an_easel(seed: int) -> None:
    composition = _composed("a woman is painting a picture in a park", seed)
    (picture,) = _things(composition, "picture")
    assert picture.actor.thing is not None
    assert picture.actor.thing.name == "easel"
    assert "picture" not in composition.scene.not_drawn


@for_each("seed", SEEDS)
def test_people_at_a_bus_stop_wait_in_a_line(seed: int) -> None:
    people = _people(_composed("five people are waiting at a bus stop", seed))
    assert len(people) == 5
    assert len({item.mirrored for item in people}) == 1
    apart = [(other.x_px - one.x_px) / one.px_per_m for one, other in pairwise(people)]
    assert all(0.2 < gap < 1.5 for gap in apart)
    feet = [item.ground_px for item in people]
    assert max(feet) - min(feet) < 0.25 * people[0].px_per_m


@for_each("pupils, width, height", [(10, 768, 768), (8, 1200, 500)])
@for_each("seed", SEEDS)
def test_a_class_sits_in_rows_behind_each_other(
    pupils: int, width: int, height: int, seed: int
) -> None:
    number = {8: "eight", 10: "ten"}[pupils]
    prompt = f"{number} students and a teacher in a classroom"
    composition = _composed(prompt, seed, width, height)
    students, (teacher,) = (
        _things(composition, "student"),
        _things(composition, "teacher"),
    )
    assert len(students) == pupils
    feet = {round(item.ground_px) for item in students}
    assert 2 <= len(feet) <= 3
    assert teacher.ground_px < min(feet)
    for item in students:
        assert item.actor.person is not None
        assert item.actor.person.view == "back"
        assert hidden_head(item, composition.layout.placed) < 0.3
        assert 1.7 * item.px_per_m / height > 0.2
    assert hidden_head(teacher, composition.layout.placed) < 0.2


def test_rows_of_a_class_differ_where_they_can() -> None:
    assert row_counts(3, (800, 800)) == [3]
    assert row_counts(5, (800, 800)) == [2, 3]
    assert row_counts(10, (800, 800)) == [3, 4, 3]
    assert row_counts(10, (1600, 640)) == [5, 5]
    assert sum(row_counts(12, (640, 1536))) == 12


@for_each("seed", SEEDS)
@for_each("prompt", ["a couple in a restaurant stares at two plates", "three friends in a café"])
def test_guests_sit_at_a_table(prompt: str, seed: int) -> None:
    composition = _composed(prompt, seed)
    (table,) = [item for item in composition.layout.placed if item.actor.id.startswith("table-")]
    guests = _people(composition)
    assert all(item.actor.person and item.actor.person.posture == "sit" for item in guests)
    for item in guests:
        assert abs(item.x_px - table.x_px) < 1.6 * table.px_per_m


@for_each("seed", SEEDS)
def test_a_waiter_stands_though_guests_sit(seed: int) -> None:
    composition = _composed("three friends and a waiter in a café", seed)
    (waiter,) = _things(composition, "waiter")
    assert waiter.actor.person is not None
    assert waiter.actor.person.posture != "sit"


@for_each("seed", SEEDS)
@for_each("noun", ["table", "chair"])
def test_under_is_between_the_legs(noun: str, seed: int) -> None:
    composition = _composed(f"a cat under a {noun} in the kitchen", seed)
    (cat,), (over,) = _things(composition, "cat"), _things(composition, noun)
    assert cat.ground_px < over.ground_px
    assert "cat" in {item.noun for item in composition.scene.items}
    assert over.box.left < cat.x_px < over.box.right


@for_each("seed", SEEDS)
def test_two_at_desks_sit_opposite_each_other(seed: int) -> None:
    composition = _composed("a man and a woman are working at computers in an office", seed)
    left, right = _people(composition)
    assert (left.mirrored, right.mirrored) == (False, True)
    desks = sorted(_things(composition, "desk"), key=lambda item: item.x_px)
    assert len(desks) == 2
    assert left.x_px < desks[0].x_px < desks[1].x_px < right.x_px
    assert desks[0].box.right <= desks[1].box.left + 1


@for_each("seed", SEEDS)
def test_large_animals_do_not_hide_each_other(seed: int) -> None:
    composition = _composed("a lion and an elephant in a museum", seed)
    (lion,), (elephant,) = _things(composition, "lion"), _things(composition, "elephant")
    assert elephant.box.common(lion.box).area < 0.2 * elephant.box.area


@for_each("seed", SEEDS)
def test_nobody_on_foot_stands_in_a_road(seed: int) -> None:
    composition = _composed("four people are next to a red bus in a street", seed)
    land = [ground for ground in composition.stage.grounds if ground.kind == "land"]
    for item in _people(composition):
        assert any(
            ground.top_px - 1 <= item.ground_px <= ground.bottom_px + 0.3 * item.px_per_m
            for ground in land
        )


@for_each("seed", SEEDS)
def test_passers_by_are_behind_and_hide_nobody(seed: int) -> None:
    composition = _composed("a woman is playing the violin in a busy street", seed)
    (woman,) = _things(composition, "woman")
    passers_by = [item for item in _people(composition) if item is not woman]
    assert passers_by
    assert all(item.ground_px < woman.ground_px for item in passers_by)


@for_each("seed", SEEDS)
def test_a_cat_on_a_table_is_on_its_top(seed: int) -> None:
    composition = _composed("a cat on a table", seed)
    (cat,), (table,) = _things(composition, "cat"), _things(composition, "table")
    assert table.box.left < cat.x_px < table.box.right
    assert cat.box.bottom < table.box.top + 0.3 * table.px_per_m


@for_each("seed", SEEDS)
def test_tennis_players_face_each_other(seed: int) -> None:
    left, right = _people(_composed("two people are playing tennis", seed))
    assert (left.mirrored, right.mirrored) == (False, True)


@for_each("seed", SEEDS)
@for_each("place", ["street", "park"])
def test_ten_people_are_ten(place: str, seed: int) -> None:
    assert len(_people(_composed(f"ten people in a {place}", seed))) == 10
