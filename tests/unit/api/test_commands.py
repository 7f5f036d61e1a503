"""The command line over fake engines: what a person reads, and the exit codes that a script reads."""

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import command_line
from api.archive import Archive
from api.commands import casework, reading, tending, upkeep
from api.identity import OPERATOR
from corpus.case_codec import case_to_mapping
from corpus.errors import BadInput, CaseWithdrawn, InvalidQuery, InvalidSetting
from corpus.model.case import NATIONAL
from tests.factories import NOON, a_case

SAMPLE = Path(__file__).parents[2] / "samples" / "exports" / "whatsapp_android.txt"


@pytest.fixture
def run(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    for module in (casework, reading, tending, upkeep):
        monkeypatch.setattr(module, "opened", lambda *_: archive)

    def run(*words: str) -> str:
        result = CliRunner().invoke(command_line.app, words)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output

    return run


def _file_a_case(archive: Archive) -> str:
    with archive.writing(OPERATOR) as call:
        code = call.casebook.add(a_case(), audience=NATIONAL, at=NOON).code
    archive.catch_up()
    return code


def test_help_lists_every_command_with_a_sentence(run) -> None:
    said = run("--help")
    for command in (
        "serve",
        "submit",
        "review",
        "publish",
        "search",
        "reindex",
        "withdraw",
        "migrate",
        "backup",
        "restore",
    ):
        assert command in said


def test_a_search_prints_precedents_and_json_for_programs(run, archive: Archive) -> None:
    code = _file_a_case(archive)
    assert code in run("search", "bathroom dare")
    found = json.loads(run("search", "bathroom dare", "--json"))
    assert found["precedents"][0]["code"] == code


def test_a_submission_walks_from_file_to_case(run, archive: Archive, tmp_path: Path) -> None:
    assert "in review" in run("submit", str(SAMPLE), "--consent")
    assert "whatsapp" in run("review")
    assert "Still to do: title" in run("review", "1")
    draft = tmp_path / "case.toml"
    mapping = case_to_mapping(a_case())
    draft.write_text(
        f'title = "{mapping["title"]}"\noutcome_text = "It stopped."\nsituation = ["A", "B", "C"]\n'
        '[[actions]]\nphase = "same day"\nwho = "principal"\nwhat = "Wrote home."\n[facets]\ntopic = "2.1"\n'
    )
    run("review", "1", "--draft", str(draft))
    assert "approved" in run("review", "1", "--decide", "approve", "--note", "No name and no place is left in it.")
    assert "CASE-0001" in run("publish", "1")
    assert "Withdrawn" in run("withdraw", "CASE-0001")
    assert "No close precedent" in run("search", "bathroom dare")


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("not a line of it", "is not a TOML file"),
        ("facets = 3", "facets"),
        ('actions = ["x"]', "actions"),
        ("x = 1", "case"),
    ],
)
def test_a_draft_that_can_not_be_used_changes_nothing(run, tmp_path: Path, written: str, wrong: str) -> None:
    run("submit", str(SAMPLE), "--consent")
    before = run("review", "1")
    draft = tmp_path / "case.toml"
    draft.write_text(written)
    with pytest.raises(BadInput, match=wrong):
        run("review", "1", "--draft", str(draft))
    assert run("review", "1") == before


def test_a_draft_may_be_written_bit_by_bit(run, tmp_path: Path) -> None:
    run("submit", str(SAMPLE), "--consent")
    draft = tmp_path / "case.toml"
    draft.write_text('outcome_text = "It stopped."')
    said = run("review", "1", "--draft", str(draft))
    assert "Still to do: facets.topic" in said
    assert "outcome_text" not in said


def test_show_says_withdrawn_and_follows_a_merge(run, archive: Archive) -> None:
    gone, merged, kept = (_file_a_case(archive) for _ in range(3))
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(1, reason="withdrawn", at=call.now)
        call.casebook.withdraw(2, reason="merged", at=call.now, successor=3)
    assert json.loads(run("show", merged))["code"] == kept
    with pytest.raises(CaseWithdrawn, match=f"{gone} was withdrawn"):
        run("show", gone)


@pytest.mark.parametrize("text", ["", "  \n"])
def test_a_search_without_words_is_refused_with_a_sentence(run, text: str) -> None:
    with pytest.raises(InvalidQuery, match="Describe the situation"):
        run("search", text)


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield int(listening.getsockname()[1])


def test_an_address_that_nothing_can_listen_on_is_said_before_anything_starts(run, taken: int) -> None:
    for words, why in (
        (("--port", str(taken)), f"Nothing can listen on 127.0.0.1:{taken}: Address already in use."),
        (("--port", "99999"), "There is no port 99999: they go from 1 to 65535."),
        (("--port", "0"), "There is no port 0: they go from 1 to 65535."),
        (("--host", "nowhere.invalid"), "Nothing can listen on nowhere.invalid:"),
    ):
        with pytest.raises(InvalidSetting, match=re.escape(why)):
            run("serve", *words)
