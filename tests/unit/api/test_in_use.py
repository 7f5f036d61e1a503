import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from api.in_use import alone, share
from corpus.errors import ArchiveInUse


def test_many_share_an_archive_and_nobody_has_it_alone_meanwhile(tmp_path: Path) -> None:
    with share(tmp_path), share(tmp_path), pytest.raises(ArchiveInUse, match="Stop it"), alone(tmp_path):
        pass
    with alone(tmp_path):
        pass


def test_nobody_opens_an_archive_that_another_has_alone(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(ArchiveInUse, match="put back"):
        share(tmp_path)
    share(tmp_path).close()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    open_now, never = context.Event(), context.Event()

    def hold() -> None:
        with share(tmp_path):
            open_now.set()
            never.wait()

    holder = context.Process(target=hold)
    holder.start()
    assert open_now.wait(30)
    with pytest.raises(ArchiveInUse), alone(tmp_path):
        pass
    holder.kill()
    holder.join()
    with alone(tmp_path):
        pass


def test_the_folder_is_closed_to_others_also_where_it_was_open(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    folder.mkdir(mode=0o755)
    share(folder).close()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_a_command_writes_is_its_own_users(tmp_path: Path) -> None:
    written = tmp_path / "precedent"
    command = (
        "import api.__main__ as line, api.command_line, pathlib, sys\n"
        "api.command_line.run = lambda: pathlib.Path(sys.argv[1]).write_text('')\n"
        "line.main()\n"
    )
    subprocess.run([sys.executable, "-c", command, str(written)], check=True)
    assert written.stat().st_mode & 0o777 == 0o600
