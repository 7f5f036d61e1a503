"""The command line over fake engines: what a person reads, and the exit codes that a script reads."""

import json
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import __main__ as command_line
from api.archive import Archive
from api.commands import casework, reading, redacting, tending, upkeep
from api.commands.console import NOT_FOUND, WRONG_INPUT
from api.identity import OPERATOR
from corpus.case_codec import case_to_mapping
from corpus.errors import CaseWithdrawn, InvalidQuery, InvalidSetting, UnreadableExport
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


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["submit", str(SAMPLE)], WRONG_INPUT),
        (["show", "CASE-9999"], NOT_FOUND),
        (["withdraw", "CASE-9999"], NOT_FOUND),
    ],
)
def test_a_named_error_is_one_sentence_and_an_exit_code(
    run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], code: int
) -> None:
    monkeypatch.setattr(sys, "argv", ["precedent", *words])
    with pytest.raises(SystemExit) as left:
        command_line.main()
    assert left.value.code == code
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert said.strip()


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield int(listening.getsockname()[1])


def test_an_address_that_nothing_can_listen_on_is_said_before_anything_starts(run, taken: int) -> None:
    for words, why in (
        (("--port", str(taken)), f"Nothing can listen on 127.0.0.1:{taken}: Address already in use."),
        (("--port", "99999"), "There is no port 99999: they go from 1 to 65535."),
        (("--host", "nowhere.invalid"), "Nothing can listen on nowhere.invalid:"),
    ):
        with pytest.raises(InvalidSetting, match=re.escape(why)):
            run("serve", *words)


def test_without_standard_input_there_is_no_text(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableExport):
        redacting._read(Path("-"))
