"""Whether a prompt is understood as English; what is not understood is told all the same."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.parsing import read_prompt
from imagespeak_core.generators.illustrator.scene import Language, Scene
from imagespeak_core.generators.illustrator.telling.remarks import remarks
from tests.for_each import for_each

FOREIGN = [
    "Ein Hund im Park", "Eine Frau liest ein Buch", "Der Mann fährt mit dem Fahrrad",
    "Kinder spielen Fußball", "Zwei Katzen auf dem Sofa", "Das Auto ist rot",
    "Un chat noir sur le canapé", "Une femme mange une pomme", "La plage au coucher du soleil",
    "Un perro en el parque", "Una mujer con un paraguas rojo", "Los niños juegan en la playa",
    "Bir köpek parkta koşuyor",  "Yeşil bir araba", "Pies w parku", "Dziewczyna czyta książkę",
    "Una donna legge un libro al bar", "O cachorro no parque", "De hond in het park",
    "En hund i parken", "A kutya a parkban fut", "Koira puistossa", "Anak bermain bola di taman",
    "ek kutta park mein hai", "con chó trong công viên", "собака в парке", "Σκύλος στο πάρκο",
    "一只狗在公园里", "公園で犬が走っている", "강아지가 공원에서",
    "كلب في الحديقة", "एक कुत्ता पार्क में",
    "หมาในสวน", "zxq wvut", "Quokka!",
]  # fmt: skip
ENGLISH = [
    "dog", "pizza", "beach", "breakfast", "a zorgle", "An axolotl", "The zorgle is flying",
    "sunset mountains", "two cats", "Three zorgles", "boy football", "Tokyo at night", "he runs",
    "It is raining", "i like dogs", "a woman in a sari", "a samurai with a katana",
    "Los Angeles skyline", "a café in Paris", "a piñata at a party", "a jalapeño on a plate",
    "the Eiffel Tower", "Harry Potter with a wand", "A zebra-striped quokka yodels loudly.",
    "knight fighting a dragon", "a dog in a zorgle", "My cat Fluffy", "5 horses", "a dog and a 犬",
]  # fmt: skip


@for_each("prompt", FOREIGN)
def test_what_is_no_english_is_told_so_and_its_words_are_named(prompt: str) -> None:
    wish = read_prompt(prompt)
    assert wish.language == "und"
    assert wish.unknown


@for_each("prompt", ENGLISH)
def test_english_with_words_that_are_not_known_is_english(prompt: str) -> None:
    assert read_prompt(prompt).language == "en"


def test_words_of_other_scripts_are_named_as_they_are_written() -> None:
    assert read_prompt("一只狗").unknown == ("一只狗",)
    assert read_prompt("एक कुत्ता").unknown == ("एक कुत्ता",)
    assert read_prompt("漢字" * 500).unknown == ("漢字" * 30 + "…",)


@for_each("prompt", ["", "  ", "!!!", "…"])
def test_where_nothing_is_written_nothing_is_understood_or_named(prompt: str) -> None:
    wish = read_prompt(prompt)
    assert (wish.language, wish.unknown) == ("und", ())


@for_each("language, said", [("en", ()), ("und", ("Please write in English.",))])
def test_who_is_not_understood_is_asked_for_english(
    language: Language, said: tuple[str, ...]
) -> None:
    scene = Scene("park", "day", "clear", "summer", indoors=False, language=language)
    assert remarks(scene) == said
