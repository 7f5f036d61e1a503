import random

import pytest

from redaction.ner.names import NamePool
from redaction.ner.renaming import Person, Telling, in_case_of, renamed, short_form, telling_words
from redaction.ner.runs import Run, text_of

POOL = NamePool(
    first_us=("Oluwaseun",), last_us=("Petrakis",), first_world=("Oluwaseun",), last_world=("Petrakis",),
    schools=("Birch Hollow Elementary School",), districts=("Cedar Flats Unified",), towns=("Tarrow",), streets=("Quince Ln",),
)  # fmt: skip


def person(old: str, titled: bool = False) -> Person:
    made = Person.instead_of(old, titled, POOL, random.Random(3))
    return Person(made.old_first, made.old_last, "Jaylen", "Petrakis", made.rng)


@pytest.mark.parametrize(
    ("surface", "new"),
    [
        ("Dana Whitfield", "Jaylen Petrakis"), ("dana", "jaylen"), ("DANA", "JAYLEN"), ("whitfield", "petrakis"),
        ("Dana W.", "Jaylen P."), ("D. Whitfield", "J. Petrakis"), ("DW", "JP"), ("Whitfield, Dana", "Petrakis, Jaylen"),
        ("~Dana", "~Jaylen"), ("Dee", "Jay"),
    ],
)  # fmt: skip
def test_each_form_of_a_name_becomes_the_like_form(surface, new):
    assert person("Dana Whitfield")(surface) == new


def test_a_misspelling_becomes_a_misspelling():
    slips = {person("Dana Whitfield")("whitfeild") for _ in range(1)} | {
        Person("dana", "whitfield", "Jaylen", "Petrakis", random.Random(seed))("whitfeild") for seed in range(20)
    }
    assert len(slips) > 5
    assert all(slip[0] in "peor" for slip in slips)


def test_a_lone_name_after_a_title_is_a_last_name():
    assert person("okafor", titled=True)("okafor") == "petrakis"
    assert person("okafor")("okafor") == "jaylen"


@pytest.mark.parametrize(
    ("old", "surface", "new"),
    [
        ("Riverside Middle School", "Riverside Middle School", "Birch Hollow Middle School"),
        ("Riverside Middle School", "riverside", "birch hollow"),
        ("Maple Valley USD", "Maple Valley USD", "Birch Hollow USD"),
        ("Maple Valley USD", "mvusd", "bhusd"),
        ("Maple Valley USD", "MVUSD", "BHUSD"),
        ("PS 118", "PS 118", "PS 118"),
    ],
)
def test_schools_keep_their_kind_words(old, surface, new):
    assert Telling.instead_of(old, "Birch Hollow Elementary School")(surface) == new


def test_the_same_somebody_gets_the_same_name_and_fixed_words_stay():
    runs = (
        Run("Dana Whitfield", "PERSON", "P1"), Run(": "), Run("will", "O", "K", fixed=True), Run(" ask "),
        Run("dana", "PERSON", "P1"), Run(" at "), Run("elm st", "LOCATION", "L1"), Run(" in "), Run("Ohio", "LOCATION", "L2"),
    )  # fmt: skip
    new = renamed(runs, POOL, random.Random(5))
    first, last = new[0].text.split()[0], new[0].text.split()[-1]
    assert new[4].text == first.lower()
    assert new[2].text == "will"
    assert new[6].text == "quince st"
    assert new[8].text == "Tarrow"
    assert "Dana" not in text_of(new)
    assert last != "Whitfield"


def test_a_number_gets_other_digits_and_its_parts_stay_its_parts():
    runs = (Run("SID-88104", "ID", entity="I1"), Run(" ends in "), Run("8104", "ID", entity="I1"), Run(" at 8"))
    whole, _, part, rest = renamed(runs, POOL, random.Random(3))
    assert whole.text != "SID-88104"
    assert whole.text.startswith("SID-")
    assert whole.text[4] == whole.text[5]
    assert whole.text.endswith(part.text)
    assert rest.text == " at 8"


def test_a_share_of_nothing_changes_nothing():
    runs = (Run("Dana", "PERSON", "P1"),)
    assert renamed(runs, POOL, random.Random(1), share=0.0) == runs


def test_telling_words_leave_out_what_kind_it_is():
    assert telling_words("Riverside Middle School") == ["Riverside"]
    assert telling_words("Central High") == []
    assert telling_words("118") == []


def test_case_is_copied():
    assert [in_case_of("Jaylen", model) for model in ("dana", "Dana", "DANA", "D")] == [
        "jaylen",
        "Jaylen",
        "JAYLEN",
        "Jaylen",
    ]


def test_short_forms():
    assert short_form("Elizabeth", random.Random(1)).lower() != "elizabeth"
    assert short_form("Zyx", random.Random(1)) == "Zyx"
