"""The brief: only lines of its cases, counted as the cases that tell them, ordered by what the reader says."""

import csv
import io
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.archive import Archive
from api.brief_schemas import brief_out
from api.identity import OPERATOR, VISITOR
from api.workflow.brief import Brief, brief
from api.workflow.differences import Tap, agreements, answer_of, read_from
from api.workflow.exports import BRIEF_HEADS, brief_rows, brief_text, csv_text
from corpus.errors import InvalidQuery
from corpus.model.case import NATIONAL, Action, Case
from corpus.model.search import Answer, Band, Query
from corpus.model.taxonomy import Effect, Involved, Level, Outcome, Phase
from tests.factories import a_case

SITUATION = "A video of bathroom damage in our middle school is going around."


def filed(archive: Archive, **changes: object) -> Case:
    with archive.writing(OPERATOR) as call:
        case = call.casebook.add(a_case(**changes), audience=NATIONAL, at=call.now)
    archive.catch_up()
    return case


def step(phase: Phase, what: str, effect: Effect = Effect.UNKNOWN) -> Action:
    return Action(phase=phase, who="principal", what=what, effect=effect)


@pytest.fixture
def three(archive: Archive) -> tuple[Case, Case, Case]:
    called = step(Phase.FIRST_HOUR, "Called both homes.", Effect.HELPED)
    settled = filed(archive, actions=(called, step(Phase.FIRST_HOUR, "Called the custodian.")))
    escalated = filed(
        archive,
        actions=(step(Phase.FIRST_HOUR, "Called the police.", Effect.BACKFIRED), step(Phase.NEXT_DAY, "Wrote home.")),
        outcome=Outcome.ESCALATED,
        outcome_text="It was on the news.",
        backfired=("The letter named a date.",),
    )
    late = filed(archive, actions=(step(Phase.LATER, "Bought locks."),), outcome=Outcome.OPEN)
    return settled, escalated, late


def test_steps_alike_are_counted_once_a_case_out_of_the_cases_that_tell_of_that_time(
    archive: Archive, three: tuple[Case, ...]
) -> None:
    first, same_day, week = brief(archive, VISITOR, SITUATION).columns
    assert [column.name for column in (first, same_day, week)] == ["first hour", "same day", "first week"]
    (called,) = first.steps
    assert (called.codes, len(called.tellings), len(first.codes)) == (("CASE-0001", "CASE-0002"), 3, 2)
    assert called.cases_where(Effect.BACKFIRED) == ("CASE-0002",)
    assert same_day.steps == ()
    assert [telling.text for step in week.steps for telling in step.tellings] == ["Wrote home."]


def test_settled_and_escalated_stand_apart_and_words_come_from_what_settled(
    archive: Archive, three: tuple[Case, ...]
) -> None:
    found = brief(archive, VISITOR, SITUATION)
    assert [line.code for line in found.settled] == ["CASE-0001"]
    assert [(line.code, line.text) for line in found.escalated] == [("CASE-0002", "It was on the news.")]
    assert [line.code for line in found.open_ended] == ["CASE-0003"]
    assert [line.text for line in found.backfired] == ["The letter named a date."]
    assert {used.code for used in found.words} == {"CASE-0001"}


def lines(found: Brief) -> list[tuple[str, str]]:
    out = brief_out(found)
    told = [(t.case, t.text) for column in out.columns for step in column.steps for t in step.tellings]
    others = (*out.settled, *out.escalated, *out.still_open, *out.backfired, *out.words)
    return told + [(line.case, line.text) for line in others]


def test_every_line_is_its_cases_own_and_every_step_is_one_of_its_tellings(
    archive: Archive, three: tuple[Case, ...]
) -> None:
    found = brief(archive, VISITOR, SITUATION)
    by_code = {case.code: case for case in three}
    assert len(lines(found)) > 8
    for code, text in lines(found):
        case = by_code[code]
        own = {a.what for a in case.actions} | {w.text for w in case.words_used} | {case.outcome_text, *case.backfired}
        assert text in own


def test_a_tap_moves_the_cases_that_share_it_to_the_front(archive: Archive) -> None:
    filed(archive)
    filed(archive, facets=replace(a_case().facets, level=Level.MIDDLE))
    read = brief(archive, VISITOR, SITUATION)
    assert [case.number for case in read.cases] == [1, 2]
    assert level_line(read) == ("middle", ("CASE-0002",), ("CASE-0001",))
    tapped = brief(archive, VISITOR, SITUATION, {Tap.LEVEL: "middle"})
    assert [case.number for case in tapped.cases] == [2, 1]
    taken_back = brief(archive, VISITOR, SITUATION, {Tap.LEVEL: ""})
    assert level_line(taken_back)[0] == ""


def test_a_tap_lifts_no_case_that_is_much_farther(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    filed(archive)
    filed(archive, facets=replace(a_case().facets, level=Level.MIDDLE))
    search = archive.index.search

    def farther(query: Query) -> Answer:
        answer = search(query)
        return replace(answer, hits=(answer.hits[0], replace(answer.hits[1], score=0.5)))

    monkeypatch.setattr(archive.index, "search", farther)
    assert brief(archive, VISITOR, SITUATION, {Tap.LEVEL: "middle"}).cases[0].number == 1


def test_weak_cases_are_never_in_a_brief(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    filed(archive)
    search = archive.index.search

    def weak(query: Query) -> Answer:
        answer = search(query)
        return replace(answer, hits=tuple(replace(hit, band=Band.WEAK) for hit in answer.hits))

    monkeypatch.setattr(archive.index, "search", weak)
    assert brief(archive, VISITOR, SITUATION).precedents == ()


def level_line(found: Brief) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    line = next(line for line in found.differences if line.tap is Tap.LEVEL)
    return line.yours, line.matching, line.differing


def test_a_tap_takes_only_its_own_answers(archive: Archive) -> None:
    with pytest.raises(InvalidQuery):
        brief(archive, VISITOR, SITUATION, {Tap.LEVEL: "university"})


@pytest.mark.parametrize(
    ("words", "tap", "answer"),
    [
        ("A clip is being shared.", Tap.FILMED, "yes"),
        ("It went viral on Facebook.", Tap.PUBLIC, "yes"),
        ("The SRO took a report.", Tap.POLICE, "yes"),
        ("A coach shouted.", Tap.STAFF, "yes"),
        ("A boy was taken to hospital.", Tap.INJURY, "yes"),
        ("It is happening right now.", Tap.NOW, "yes"),
        ("In our junior high.", Tap.LEVEL, "middle"),
        ("We are a rural school.", Tap.SETTING, "rural"),
    ],
)
def test_a_situation_answers_by_its_words(words: str, tap: Tap, answer: str) -> None:
    assert read_from(words)[tap] == answer
    assert tap not in read_from("Somebody left a bag.")


def test_what_nobody_said_does_not_count_as_different() -> None:
    silent = a_case(facets=replace(a_case().facets, involved=(), channels=()))
    other = a_case(facets=replace(a_case().facets, involved=(Involved.FAMILIES,)))
    yours = {Tap.POLICE: "yes"}
    assert (answer_of(silent, Tap.POLICE), answer_of(other, Tap.POLICE)) == ("", "no")
    assert (agreements(silent, yours), agreements(other, yours)) == (0, -1)


def test_no_precedent_gives_no_line(archive: Archive) -> None:
    found = brief(archive, VISITOR, "quantum")
    assert (found.precedents, lines(found), found.has_close) == ((), [], False)
    assert brief_text(found, "https://x").startswith("No close precedent yet.")


def test_names_in_the_situation_stand_nowhere_in_the_brief(archive: Archive, three: tuple[Case, ...]) -> None:
    found = brief(archive, VISITOR, f"Jaylen did it. {SITUATION}")
    assert len(found.removed) == 1
    assert "Jaylen" not in brief_out(found).model_dump_json()
    assert "Jaylen" not in brief_text(found, "https://x")
    assert not [text for text in archive.index.embedded if "Jaylen" in text]  # type: ignore[attr-defined]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝", "'"])
def test_no_cell_of_a_table_is_evaluated(start: str) -> None:
    (_, row) = csv.reader(io.StringIO(csv_text(["a", "b"], [[f'{start}HYPERLINK("x")', "plain - text"]]), newline=""))
    assert row == [f'\'{start}HYPERLINK("x")', "plain - text"]


def test_the_table_has_a_row_for_each_line_with_address_and_licence(archive: Archive, three: tuple[Case, ...]) -> None:
    found = brief(archive, VISITOR, SITUATION)
    rows = list(csv.DictReader(io.StringIO(csv_text(BRIEF_HEADS, brief_rows(found, "https://x")), newline="")))
    assert [(row["case"], row["text"]) for row in rows] == lines(found)
    assert all(row["address"] == f"https://x/cases/{row['case']}" for row in rows)
    assert all("CC BY 4.0" in row["licence"] for row in rows)


def test_the_text_for_a_chat_counts_and_links(archive: Archive, three: tuple[Case, ...]) -> None:
    text = brief_text(brief(archive, VISITOR, SITUATION), "https://x")
    assert "Called both homes. (2 of 2; 1 helped; 1 backfired; CASE-0001, CASE-0002)" in text
    assert "https://x/cases/CASE-0001" in text
    assert "ESCALATED\n- It was on the news. (CASE-0002)" in text


def test_the_routes_answer_in_three_forms(archive: Archive, three: tuple[Case, ...]) -> None:
    with TestClient(create_app(archive)) as client:
        asked = {"text": SITUATION, "taps": {"police": "no"}}
        out = client.post("/api/v1/brief", json=asked).json()
        assert [column["name"] for column in out["columns"]] == ["first hour", "same day", "first week"]
        assert "CC BY 4.0" in out["licence"]
        assert client.post("/api/v1/brief.txt", json=asked).text.startswith("What 3 schools did")
        table = client.post("/api/v1/brief.csv", json=asked)
        assert table.headers["content-disposition"] == 'attachment; filename="precedent-brief.csv"'
        assert client.post("/api/v1/brief", json={"text": "x", "taps": {"level": "no"}}).status_code == 422
        assert client.post("/api/v1/brief", json={"text": "x", "taps": {"mood": "yes"}}).status_code == 422
