"""Every command of `precedent`, used wrongly or cut short: one sentence, an exit code, and no step left out."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from api.__main__ import main
from api.archive import Archive
from api.command_line import app
from api.commands import assistants, casework, circles, reading, tending, upkeep
from api.commands.console import BROKEN, NOT_ALLOWED, NOT_FOUND, UNREADY, WRONG_INPUT, Voice
from api.identity import OPERATOR

ROOT = Path(__file__).parents[3]
SAMPLE = str(ROOT / "tests" / "samples" / "exports" / "whatsapp_android.txt")
HUGE = "9" * 30
STOPPED = 130
OPENING = (assistants, casework, circles, reading, tending, upkeep)
TABLE = [
    (("search", " "), WRONG_INPUT, "Describe the situation in a few words."),
    (("search", "dare", "--limit", "0"), WRONG_INPUT, "greater than or equal to 1"),
    (("show", "CASE-9999"), NOT_FOUND, "There is no case with that code."),
    (("show", HUGE), NOT_FOUND, "Codes look like CASE-0417."),
    (("redact", "nowhere.txt"), WRONG_INPUT, "There is no file nowhere.txt."),
    (("redact", "--marked", "tests"), WRONG_INPUT, "their names end in .marked.txt."),
    (("submit", "nowhere.txt", "--consent"), WRONG_INPUT, "does not exist"),
    (("submit", SAMPLE), WRONG_INPUT, "Nothing has been stored."),
    (("submit", SAMPLE, "--consent", "--audience", "nowhere"), WRONG_INPUT, "Choose national, or a circle"),
    (("review", "9"), NOT_FOUND, "There is no submission with that number."),
    (("review", HUGE), WRONG_INPUT, "Invalid value for 'submission'"),
    (("review", "--decide", "approve"), WRONG_INPUT, "Say which submission"),
    (("review", "--draft", "nowhere.toml"), WRONG_INPUT, "does not exist"),
    (("review", "1", "--decide", "return"), WRONG_INPUT, "Write a sentence that the other side can act on."),
    (("publish", "1"), NOT_ALLOWED, "Only an approved submission can be published"),
    (("publish", HUGE), WRONG_INPUT, "Invalid value for 'submission'"),
    (("withdraw", "CASE-9999"), NOT_FOUND, "There is no case with that code."),
    (("withdraw", "zzz"), NOT_FOUND, "No submission belongs to that receipt."),
    (("circle", " ", "--charter", "We name nobody."), WRONG_INPUT, "Write something here."),
    (("circle", "Leads"), WRONG_INPUT, "name what its members agree on with --charter."),
    (("invite", "9"), NOT_FOUND, "There is no circle with that number."),
    (("invite", HUGE), WRONG_INPUT, "Invalid value for 'circle'"),
    (("serve", "--port", "-1"), WRONG_INPUT, "There is no port -1: they go from 1 to 65535."),
    (("serve", "--workers", "0"), WRONG_INPUT, "greater than or equal to 1"),
    (("backup", "README.md"), WRONG_INPUT, "README.md exists already."),
    (("backup", "README.md/a/b.db"), WRONG_INPUT, "Nothing can be written into README.md/a: Not a directory."),
    (("restore", "nowhere.db"), WRONG_INPUT, "There is no backup named nowhere.db."),
    (("restore", "README.md"), WRONG_INPUT, "README.md can't be read: it is damaged, somebody else's, or no database."),
    (("account", "anna"), WRONG_INPUT, "There is no terminal to ask for the password."),
    (("account", "anna", "--role", "king"), WRONG_INPUT, "not one of 'reviewer', 'steward'"),
    (("settings", "more"), WRONG_INPUT, "unexpected extra argument"),
    (("migrate", "more"), WRONG_INPUT, "unexpected extra argument"),
    (("reindex", "more"), WRONG_INPUT, "unexpected extra argument"),
    (("tend", "more"), WRONG_INPUT, "unexpected extra argument"),
    (("mcp", "more"), WRONG_INPUT, "unexpected extra argument"),
    (("nonsense",), WRONG_INPUT, "No such command"),
]
COMMANDS = sorted(typer.main.get_group(app).commands)


def test_the_readme_tells_every_exit_code_once() -> None:
    told = re.findall(r"^\| (\d+) \| ", (ROOT / "api" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert list(map(int, told)) == sorted({0, BROKEN, WRONG_INPUT, NOT_FOUND, NOT_ALLOWED, UNREADY, STOPPED})


@pytest.fixture
def leave(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs `precedent` as a process would and gives its exit code."""

    def leave(*words: str) -> Any:
        monkeypatch.setattr(sys, "argv", ["precedent", *words])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code

    return leave


@pytest.fixture
def opened(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """One submission waits in the archive that each command opens."""
    for module in OPENING:
        monkeypatch.setattr(module, "opened", lambda *_, **__: archive)
    monkeypatch.setattr(upkeep, "load_settings", lambda: archive.settings)
    monkeypatch.chdir(ROOT)


@pytest.fixture
def a_submission(opened: None, leave: Callable[..., Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert leave("submit", SAMPLE, "--consent") == 0
    capsys.readouterr()


def test_every_command_has_a_line_in_the_table() -> None:
    assert set(COMMANDS) <= {words[0] for words, _, _ in TABLE}


@pytest.mark.usefixtures("on_sqlite", "a_submission")
@pytest.mark.parametrize("line", TABLE, ids=lambda line: " ".join(line[0])[:40])
def test_what_can_not_be_done_is_said_with_an_exit_code(
    leave: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: tuple[tuple[str, ...], int, str],
) -> None:
    words, code, says = line
    monkeypatch.setattr(sys, "stdin", None)
    assert leave(*words) == code
    said = capsys.readouterr()
    assert says in " ".join(said.err.replace("│", " ").split())
    assert "Traceback" not in said.err
    assert said.out == ""


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    "command", ["search dare", "show CASE-1", "review", "publish 1", "circle", "reindex", "tend", "mcp"]
)
def test_ctrl_c_is_one_line(
    leave: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    def stopped(*_: Any) -> None:
        raise KeyboardInterrupt

    for module in OPENING:
        monkeypatch.setattr(module, "opened", stopped)
    assert leave(*command.split()) == STOPPED
    assert capsys.readouterr().err == "Stopped.\n"


def test_ctrl_c_while_the_command_line_is_imported_is_the_same_line(
    leave: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stopped(ModuleType):
        def __getattr__(self, _name: str) -> Any:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "api.command_line", Stopped("api.command_line"))
    assert leave("settings") == STOPPED
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.usefixtures("opened")
def test_ctrl_c_at_the_password_is_the_same_line(
    leave: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def aborted(*_: Any, **__: Any) -> str:
        raise typer.Abort

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(typer, "prompt", aborted)
    assert leave("account", "anna") == STOPPED
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.usefixtures("opened")
def test_where_no_terminal_is_the_password_is_the_line_that_is_piped_in(
    leave: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], archive: Archive
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("corridor lamp orchard\n"))
    assert leave("account", "anna") == 0
    assert "reviewer anna may sign in" in capsys.readouterr().out
    with archive.reading(OPERATOR) as call:
        assert [known.name for known in call.accounts.all()] == ["anna"]


@pytest.fixture
def nobody_reads() -> Iterator[Any]:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", buffering=1) as pipe:
        yield pipe


@pytest.mark.parametrize("command", ["settings", "redact -"])
def test_where_nobody_reads_on_nothing_is_said_and_the_work_counts(nobody_reads: Any, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "api", *command.split()],
        cwd=ROOT,
        input=b"We called every family.",
        stdout=nobody_reads,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("full", [False, True])
def test_tend_ends_what_is_due_also_where_nobody_reads_of_it(
    leave: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, nobody_reads: Any, *, full: bool
) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

    taken: list[str] = []
    steps = tuple((step, lambda _, step=step: taken.append(step)) for step, _ in tending._STEPS)
    monkeypatch.setattr(tending, "_STEPS", steps)
    monkeypatch.setattr(tending, "out", Voice(file=Full() if full else nobody_reads))
    assert leave("tend") == 0
    assert taken == [step for step, _ in steps]


def test_a_folder_that_nobody_can_write_into_is_named_with_the_setting(
    leave: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PRECEDENT_FOLDER", str(tmp_path / "file" / "var"))
    assert leave("migrate") == WRONG_INPUT
    said = capsys.readouterr().err
    assert f"The archive's folder {tmp_path}/file/var can't be written to: Not a directory." in said
    assert said.count("\n") == 1
