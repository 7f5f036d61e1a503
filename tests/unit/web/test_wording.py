"""What is said to a reader: ages, counts, what was removed."""

from datetime import date

import pytest

from corpus.model.redaction import EntityKind, Mention
from corpus.model.search import FacetName, PassageRole
from corpus.model.submission import SubmissionState
from corpus.model.taxonomy import Confidence, Provenance
from web import casework_wording, wording


@pytest.mark.parametrize(
    ("school_year", "today", "badge"),
    [
        ("2020-21", date(2026, 3, 2), ""),
        ("2019-20", date(2026, 3, 2), "6 years ago"),
        ("2020-21", date(2026, 9, 2), "6 years ago"),
        ("[unknown]", date(2026, 9, 2), ""),
        ("2030-31", date(2026, 9, 2), ""),
    ],
)
def test_a_case_older_than_five_school_years_is_flagged(school_year: str, today: date, badge: str) -> None:
    assert wording.age_badge(school_year, today) == badge


def test_what_was_removed_counts_entities_and_not_mentions() -> None:
    found = [("PERSON", "P1"), ("PERSON", "P1"), ("PERSON", "P2"), ("SCHOOL", "S1"), ("PHONE", "T1")]
    mentions = [Mention(0, 0, 1, EntityKind(kind), entity, "[x]", "r") for kind, entity in found]
    assert casework_wording.removed(mentions) == "2 names, 1 school and 1 phone number"
    assert casework_wording.removed([]) == ""


def test_unknown_and_removed_are_never_confused() -> None:
    assert wording.said("[unknown]") != wording.said("[removed]")
    assert not wording.is_said("[unknown]")
    assert not wording.is_said("[removed]")
    assert wording.said("by phone") == "by phone"


def test_counts_below_five_are_not_exact() -> None:
    assert [wording.count(number) for number in (0, 1, 4, 5, 12)] == ["0", "under 5", "under 5", "5+", "10+"]


def test_every_value_that_a_page_may_meet_has_words() -> None:
    assert all(casework_wording.state(state) for state in SubmissionState)
    assert all(casework_wording.kind(kind) for kind in EntityKind)
    assert all(wording.role(role) for role in PassageRole)
    assert all(wording.facet(name) for name in FacetName)
    assert all(wording.provenance(provenance) for provenance in Provenance)
    assert all(wording.confidence(confidence) for confidence in Confidence)
    for field in wording.CHOICES:
        assert all(label and not label.startswith("[") for _, label in wording.choices(field))


def test_a_recognizer_is_told_in_words():
    assert casework_wording.recognizer("KnownNames") == "known names"
    assert casework_wording.recognizer("Names") == "name model"
