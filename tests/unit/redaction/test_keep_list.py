"""The keep-list: what carries the meaning stays, a school named Lincoln and a student named Grant never do."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.model.redaction import EntityKind
from redaction.canonical import canonical
from redaction.finding import Finding
from redaction.keep_list import keep_list
from redaction.lexicon import (
    _words,
    family_words,
    figures,
    is_first_name,
    is_homograph,
    is_last_name,
    is_spanish,
    national_names,
)


def _kept(
    text: str, surface: str, recognizer: str = "Names", kind: EntityKind = EntityKind.PERSON, score: float = 0.3
) -> bool:
    start = text.index(surface)
    return keep_list().keeps(Finding(start, start + len(surface), kind, score, recognizer), text)


@pytest.mark.parametrize("word", ["TikTok", "FERPA", "Title IX", "AP", "ParentSquare", "CDC", "PTA", "SRO", "Narcan"])
def test_words_that_carry_the_meaning_stay(word: str) -> None:
    assert _kept(f"we saw {word} there", word, kind=EntityKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("a DEXCOM went off", "DEXCOM"),
        ("moved Looking for Alaska upstairs", "Alaska"),
        ("as in Tinker v. Des Moines", "Des Moines"),
        ("read Charlotte's Web", "Charlotte's Web"),
        ("the Moms for Liberty people", "Moms for Liberty"),
    ],
)
def test_names_that_all_the_country_shares_stay(text: str, surface: str) -> None:
    assert _kept(text, surface, kind=EntityKind.ORGANIZATION)


def test_a_cue_counts_unless_it_belongs_to_the_phrase() -> None:
    assert _kept("the Moms for Liberty people", "Liberty", "NameCues")
    assert not _kept("ask Moms for Liberty", "Moms", "NameCues")


def test_a_figure_stays_and_a_school_of_that_name_does_not() -> None:
    assert _kept("a report on Harriet Tubman", "Harriet Tubman")
    assert not _kept("we merged with Harriet Tubman", "Harriet Tubman", kind=EntityKind.SCHOOL)
    assert not _kept("Harriet Tubman: on my way", "Harriet Tubman", "Prefixes")


@pytest.mark.parametrize("name", ["John Lewis", "Travis Scott", "Tom Brady", "George Johnson", "Stephen King"])
def test_a_famous_name_that_anybody_may_have_goes(name: str) -> None:
    assert not _kept(f"he said {name} again", name)


def test_no_word_of_a_figure_of_the_lexicon_is_a_name_that_people_have() -> None:
    words = {word for figure in figures() for word in figure.split()}
    assert not [word for word in words if len(word) > 1 and (is_first_name(word) or is_last_name(word))]


@pytest.mark.parametrize("listed", [national_names, family_words])
def test_no_word_of_the_shared_lists_is_a_name_that_people_have(listed: Callable[[], frozenset[str]]) -> None:
    alone = {name for name in listed() if " " not in name}
    assert alone
    assert not [name for name in alone if is_first_name(name) or is_last_name(name) or is_homograph(name)]


def test_words_of_the_families_languages_stay() -> None:
    assert _kept("Rashid: alhamdulillah", "alhamdulillah", "ThreadNames", score=0.7)
    assert _kept("Of course she did. Quyana for telling me", "Quyana", score=0.97)
    assert _kept("pulled at her Dupatta", "Dupatta", score=0.9)
    assert not _kept("thank you Jesus", "Jesus", "Greetings", score=0.9)


def test_spanish_words_that_nobody_is_called_stay_unless_the_model_is_certain() -> None:
    assert _kept("El director nos llamo anoche", "nos", score=0.93)
    assert _kept("Necesitamos ayuda", "Necesitamos", score=0.6)
    assert not _kept("dice que nos vio", "nos", score=0.99)
    assert not _kept("vino con lupe ayer", "lupe", score=0.6)
    assert not _kept("en seco ayer", "seco", kind=EntityKind.LOCATION)


def test_no_name_is_taken_for_a_spanish_word() -> None:
    words = [word for word in ("lupe", "chuy", "nena", "rosa", "cruz", "flores", "reyes", "angel") if is_spanish(word)]
    assert words == []
    assert not [word for word in _words("spanish_vocabulary") if is_first_name(word) or is_last_name(word)]


def test_a_word_behind_an_article_is_somebody_only_where_the_model_is_sure() -> None:
    assert _kept("so the mayor called", "mayor")
    assert not _kept("so the mayor called", "mayor", score=0.5)
    assert not _kept("so mayor called", "mayor", "NameCues")


def test_the_lists_are_written_as_they_are_compared() -> None:
    assert [word for word in family_words() if canonical(word).text.lower() != word] == []


def test_a_law_case_stays_beside_its_law_and_a_person_of_that_name_does_not() -> None:
    assert _kept("under Fraser vulgar speech is not protected", "Fraser")
    assert not _kept("fraser ran down the hall", "fraser")


def test_a_chain_called_like_somebody_stays_beside_what_it_sells() -> None:
    assert _kept("fries from the Wendy's drive-thru", "Wendy's")
    assert not _kept("fries that Wendy threw", "Wendy")
    assert not _kept("that was Wendy's idea", "Wendy's")


def test_the_president_stays_and_the_school_does_not() -> None:
    assert _kept("an essay on Lincoln for history", "Lincoln")
    assert not _kept("at Lincoln HS we called home", "Lincoln HS", "SchoolNames", EntityKind.SCHOOL)
    assert not _kept("we did it at Lincoln last year", "Lincoln", "SchoolForms", EntityKind.SCHOOL)


def test_a_hashtag_and_an_address_that_all_share_stay() -> None:
    assert _kept("tags: #blacklivesmatter #justiceforzoe", "#blacklivesmatter", "Handles", EntityKind.HANDLE)
    assert not _kept("tags: #blacklivesmatter #justiceforzoe", "#justiceforzoe", "Handles", EntityKind.HANDLE)
    assert not _kept("tags: @blacklivesmatter", "@blacklivesmatter", "Handles", EntityKind.HANDLE)
    assert not _kept("fries at the drive thru, drive thru menu @wendys fries", "@wendys", "Handles", EntityKind.HANDLE)
    assert _kept("see ed.gov for it", "ed.gov", "Urls", EntityKind.URL)
    assert not _kept("see ed.gov/case-17 for it", "ed.gov/case-17", "Urls", EntityKind.URL)


def test_a_student_named_grant_never_stays() -> None:
    assert not _kept("ask Grant about it", "Grant", "NameCues")
    assert _kept("the grant pays for it", "grant")


def test_where_the_name_model_is_sure_it_decides_about_words_that_may_be_names() -> None:
    assert _kept("who saw it? serenity did", "serenity", score=0.3)
    assert not _kept("who saw it? serenity did", "serenity", score=0.9)
    assert _kept("so they phoned home", "phoned", score=0.3)
    assert not _kept("so they phoned home", "phoned", score=0.5)
    assert _kept("door shut. Phoned the office", "Phoned", score=0.3)
    assert not _kept("door shut. Phoned the office", "Phoned", score=0.9)
    assert _kept("so TikTok said", "TikTok", kind=EntityKind.ORGANIZATION, score=1.0)


def test_a_word_that_is_often_a_name_is_one_sooner_where_somebody_is_named() -> None:
    serenity = Finding(12, 20, EntityKind.PERSON, 0.3, "Names")
    assert keep_list().keeps(serenity, "who saw it? serenity did", frozenset())
    assert not keep_list().keeps(serenity, "who saw it? serenity did", frozenset({"valdez"}))


def test_what_the_model_takes_for_somebody_named_elsewhere_goes() -> None:
    def kept(score: float) -> bool:
        return keep_list().keeps(
            Finding(4, 9, EntityKind.PERSON, score, "Names"), "its faith again", frozenset({"faith", "valdez"})
        )

    assert kept(0.05)
    assert not kept(0.2)
    assert _kept("its faith again", "faith", score=0.2)


def test_a_person_of_a_figures_surname_goes_where_the_model_is_certain() -> None:
    text = "she read Anne Frank, and Mr. Frank cried"
    assert _kept(text, "Anne Frank", score=0.99)
    frank = Finding(text.rindex("Frank"), text.rindex("Frank") + 5, EntityKind.PERSON, 0.9, "Names")
    assert keep_list().keeps(frank, text)
    assert not keep_list().keeps(replace(frank, score=0.99), text)


def test_a_declared_name_is_never_kept() -> None:
    assert not _kept("so TikTok said", "TikTok", "KnownNames")


def test_a_kept_word_behind_a_form_of_address_is_somebody() -> None:
    assert not _kept("told Mr. March about it", "March", score=0.97)
    assert _kept("by the end of March", "March")
    assert _kept("yes Mr. Principal", "Principal")


def test_a_doctor_of_lessons_stays_and_one_who_is_introduced_does_not() -> None:
    assert _kept("a poster of Dr. King", "King", score=0.9)
    assert not _kept("our superintendent Dr. King said", "King", score=0.9)
    assert not _kept("our superintendent Dr. King said", "Dr. King", "NameCues", score=0.9)


def test_two_platforms_are_no_corner() -> None:
    assert _kept("on Instagram and Snapchat", "Instagram and Snapchat", "Corners", EntityKind.LOCATION)
    assert not _kept("on Instagram and Main", "Instagram and Main", "Corners", EntityKind.LOCATION)


def test_initials_that_are_also_a_word_are_somebody_who_speaks_or_signs() -> None:
    assert not _kept("DM: kids are out\nDana: ok", "DM", score=0.98)
    assert _kept("DM: kids are out\nDana: ok", "DM", score=0.7)
    assert _kept("sent a DM: come now", "DM", score=0.98)
    assert not _kept("Can I call you\n\nI.\n", "I.", score=0.97)
    assert _kept("I. Background\nThe bus", "I", score=0.97)


def test_capitals_for_staff_and_things_stay_where_nobody_is_read_into_them() -> None:
    assert _kept("from the stands, AD moved them out", "AD", score=0.29)
    assert not _kept("AD spoke to her again", "AD", score=0.8)
    assert _kept("called NAMI for the family", "NAMI")


def test_an_account_is_never_kept_for_its_word() -> None:
    assert not _kept("stealing that @summer now", "@summer", "Handles", EntityKind.HANDLE)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("door shut. Phoned the office", "Phoned"),
        ("Native education coordinator came", "Native education"),
        ("jews and arabs alike", "arabs"),
        ("a poster of ruby bridges n co", "bridges"),
        ("the AP Geo chat", "Geo"),
        ("an ADA ramp", "ADA"),
    ],
)
def test_everyday_words_that_the_model_took_for_a_name_stay(text: str, surface: str) -> None:
    assert _kept(text, surface)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Met mom and Ada here", "Ada"),
        ("my window. Oz ran out", "Oz"),
        ("ask Karen first", "Karen"),
        ("to hope", "hope"),
    ],
)
def test_a_name_that_is_also_a_law_a_brand_or_a_word_goes(text: str, surface: str) -> None:
    assert not _kept(text, surface, "NameCues" if surface == "hope" else "Names")
