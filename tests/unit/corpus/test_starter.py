"""The starter corpus keeps its own rules: shape, generalisation, provenance, breadth."""

from collections import Counter
from pathlib import Path

import pytest

from corpus.case_codec import case_to_mapping
from corpus.errors import InvalidCase
from corpus.model.case import StarterCase
from corpus.model.taxonomy import Provenance
from corpus.model.topics import TOPICS
from corpus.starter.checker import check_folder, problems_of, shared_runs
from corpus.starter.counts import case_lines, count_lines
from corpus.starter.loader import CASES_FOLDER, names_nobody, read_case, starter_cases
from redaction.risk import Light, assess
from tests.factories import a_case

STARTERS = list(starter_cases())


def test_no_rule_is_broken_anywhere() -> None:
    assert check_folder(CASES_FOLDER) == []


def test_there_are_as_many_cases_as_promised_in_every_topic() -> None:
    provenance = Counter(starter.case.provenance for starter in STARTERS)
    assert provenance[Provenance.PUBLICLY_REPORTED] >= 300
    assert provenance[Provenance.ILLUSTRATIVE] >= 40
    assert {starter.case.facets.topic for starter in STARTERS} == set(TOPICS)


def test_origins_never_leave_the_files() -> None:
    for starter in STARTERS:
        assert starter.origin is None or starter.origin not in str(case_to_mapping(starter.case))


def test_nearly_every_case_would_be_published_by_its_risk() -> None:
    lights = Counter(assess(starter.case).light for starter in STARTERS)
    assert lights[Light.RED] == 0
    assert lights[Light.AMBER] <= len(STARTERS) // 50


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It happened on March 14.", "exact date"),
        ("A school in Ohio did this.", "a state"),
        ("They suspended 303 students.", "exact count"),
        ("It cost $4,350.", "exact amount"),
        ("At 10:20 the bell rang.", "clock time"),
        ("The BOCES sent a nurse.", "term of one state"),
        ("He said “we will never let this happen again here”.", "quotation"),
        ("See @school_fights for it.", "web address or handle"),
    ],
)
def test_the_checker_finds_what_points_to_one_school(text: str, says: str) -> None:
    starter = StarterCase(a_case(outcome_text=text, provenance=Provenance.PUBLICLY_REPORTED), origin="X")
    assert any(says in problem for problem in problems_of(starter))


def test_the_checker_lets_a_sound_case_pass() -> None:
    assert list(problems_of(StarterCase(a_case(provenance=Provenance.ILLUSTRATIVE), origin=None))) == []


def test_a_run_of_words_in_two_cases_is_found() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    pair = [StarterCase(a_case(number, outcome_text=text), None) for number in (1, 2)]
    assert any("CASE-0001, CASE-0002" in problem for problem in shared_runs(pair))


@pytest.mark.parametrize("content", ["not toml at all [", 'code = "CASE-0001"', "\xff"])
def test_an_unreadable_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(InvalidCase, match=r"broken\.toml"):
        read_case(path)


def test_counts_and_cases_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    cases = [starter.case for starter in STARTERS]
    assert sum("2.1 Viral" in line for line in count_lines(cases)) == 1
    assert cases[0].title in "\n".join(case_lines(cases[0]))


def test_the_list_of_words_that_name_nobody_stays_short() -> None:
    assert len(names_nobody()) <= 45
