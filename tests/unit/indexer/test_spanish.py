"""Spanish is put into English, and English stays as it was typed."""

import tomllib

import pytest

from indexer.query_text import VOCABULARY_FILE, understand
from indexer.spanish import in_english


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("amenaza de bomba en la escuela", "bomb threat school"),
        ("Pelea en el BAÑO", "fight bathroom"),
        ("alumnas con celulares", "student cell phone"),
        ("un niño se escapo del recreo", "child eloped ran off recess"),
        ("piojos", "head lice"),
        ("vapeo en los baños de la Lincoln", "vaping bathroom lincoln"),
    ],
)
def test_what_is_asked_in_spanish(typed: str, meant: str) -> None:
    assert in_english(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "la migra came to school and parents are panicking",
        "a la carte lunch complaint",
        "virus outbreak",
        "papa john's pizza party",
        "kid brought a gun in his backpack",
        "no me gusta",
        "",
        "¿?",
    ],
)
def test_what_is_not(typed: str) -> None:
    assert in_english(typed) == typed


def test_no_word_that_leaders_type_in_english_is_taken_for_spanish() -> None:
    groups = tomllib.loads(VOCABULARY_FILE.read_text("utf-8"))["synonyms"]["groups"]
    assert [form for group in groups for form in group if in_english(f"{form} at school") != f"{form} at school"] == []


def test_a_query_in_spanish_is_searched_in_english() -> None:
    assert understand("pelea en el baño").meaning == "fight bathroom"
    assert understand("pelea en el baño").terms == understand("fight bathroom").terms
