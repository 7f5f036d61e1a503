"""`precedent redact`: what a person and a program read of a text, and what somebody is told whose file is none."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import bootstrap, command_line
from corpus.errors import BadInput, UnreadableExport
from redaction.redactor import Redactor, build_redactor

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "tests" / "samples" / "exports" / "whatsapp_android.txt"
SAID = "Call bob@school.local [today], " + "and say what we did, " * 20 + "then 555-0142.\n"


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor(name_model=None)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, redactor: Redactor):
    monkeypatch.setattr(bootstrap, "redactor_of", lambda _: redactor)
    monkeypatch.setenv("PRECEDENT_FOLDER", str(tmp_path / "archive"))

    def run(*words: str, typed: bytes = b"") -> str:
        result = CliRunner().invoke(command_line.app, ["redact", *words], input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert not (tmp_path / "archive").exists()
        return result.output

    return run


def test_a_person_reads_the_text_as_it_is_and_what_was_taken_out_why_and_how_often(run) -> None:
    said = run("-", typed=SAID.encode() * 2)
    assert SAID.strip().replace("bob@school.local", "[removed]").replace("555-0142", "[removed]") in said
    assert "Removed: 1 e-mail address and 1 phone number." in said
    assert "  [removed]  e-mail address, 2 times: emails" in said


def test_senders_are_named_by_what_they_are_called_now(run) -> None:
    said = run(str(SAMPLE))
    assert "Who wrote goes by [Person 1], " in said
    assert "Adriana" not in said


def test_nothing_to_remove_is_said(run) -> None:
    assert "Nothing was removed from the texts." in run("-", typed=b"we called every family that evening")


def test_a_program_reads_offsets_kinds_and_reasons(run) -> None:
    told = json.loads(run("-", "--json", typed="é 👩🏽‍🏫 bob@school.local".encode()))
    (mention,) = told["mentions"]
    assert told["text"].endswith("[removed]")
    assert (mention["kind"], mention["reason"], mention["placeholder"]) == ("EMAIL", "Emails", "[removed]")
    assert mention["end"] - mention["start"] == len("bob@school.local")


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    folder = tmp_path / "marked"
    folder.mkdir()
    (folder / "a.marked.txt").write_text("mail [[bob@school.local|E1]] about [[TikTok|K]]\n")
    (folder / "b.marked.txt").write_text("call [[555-0142|T1]] and [[Xilonen Quetzalli|P1]]\n")
    return folder


def test_marked_texts_are_measured_and_none_is_shown(run, marked: Path) -> None:
    of_one, of_all = run("--marked", str(marked / "a.marked.txt")), run("--marked", str(marked))
    assert "EMAIL                        masked 100.0 %" in of_one
    assert "PHONE" not in of_one
    assert of_all.startswith("2 marked texts")
    assert "texts wholly hidden" in of_all
    assert "keep-words violated            0.0 %" in of_all
    assert "Quetzalli" not in of_all


def test_what_is_no_text_is_told_in_a_sentence(run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.marked.txt").write_bytes(b"\xff\xfe\x00\x01")
    (tmp_path / "open.marked.txt").write_text("ask [[Dana|P1 now")
    with pytest.raises(BadInput, match="is a folder"):
        run(str(tmp_path))
    with pytest.raises(BadInput, match="no file"):
        run(str(tmp_path / "none.txt"))
    with pytest.raises(BadInput):
        run(str(tmp_path / "empty.txt"))
    with pytest.raises(BadInput, match="no marked text"):
        run("--marked", str(ROOT / "web"))
    for name in ("picture", "open"):
        with pytest.raises(UnreadableExport):
            run("--marked", str(tmp_path / f"{name}.marked.txt"))


def test_a_file_that_may_not_be_read_is_a_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused() -> None:
        raise PermissionError(13, "Permission denied", "/root/chat.txt")

    monkeypatch.setattr(command_line, "app", refused)
    with pytest.raises(SystemExit):
        command_line.run()
    assert "PermissionError: Permission denied: /root/chat.txt" in capsys.readouterr().err


def test_a_reader_who_leaves_early_sees_no_traceback() -> None:
    command = f"{sys.executable} -m api redact - | head -c 1"
    read = subprocess.run(command, shell=True, cwd=ROOT, input=SAID * 4000, capture_output=True, text=True, check=False)
    assert "Traceback" not in read.stderr
