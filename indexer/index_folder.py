"""The index on disk: which generation is current, who may write, what is left over from processes that died.

CURRENT                 id of the current generation, replaced by renaming
generations/<id>/       see `generation`; a name with a leading dot is not finished
deltas/<id>.log         see `delta`
scratch/<process>/      a process's copy of the keyword files, additions included
writer.lock             held while a change is applied or a generation is swapped
rebuild.lock            held while a generation is built
"""

import fcntl
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.manifest import replace_text, sync_path


class IndexFolder:
    def __init__(self, folder: Path) -> None:
        """Makes the folder where it is missing and clears the scratch of processes that are gone."""
        self._folder = folder
        for sub in ("generations", "deltas", "scratch"):
            (folder / sub).mkdir(parents=True, exist_ok=True)
        for left in (folder / "scratch").iterdir():
            if not _runs(left.name.partition("-")[0]):
                shutil.rmtree(left, ignore_errors=True)

    @property
    def current(self) -> str:
        """Id of the current generation; empty before the first."""
        path = self._folder / "CURRENT"
        return path.read_text(encoding="utf-8", errors="replace").strip() if path.exists() else ""

    @property
    def left_over(self) -> int:
        """Generations beside the current one: a process was ended between the swap and the drop, or one builds now."""
        built = (self._folder / "generations").glob("[!.]*")
        return sum(path.name != self.current for path in built)

    def generation_path(self, generation: str) -> Path:
        return self._folder / "generations" / Path(generation).name

    def log_path(self, generation: str) -> Path:
        return self._folder / "deltas" / f"{Path(generation).name}.log"

    def new_scratch(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self._folder / "scratch", prefix=f"{os.getpid()}-"))

    @contextmanager
    def building(self) -> Iterator[tuple[str, Path]]:
        """A new generation's id and the folder to fill; one process at a time. Renamed into place on the way out."""
        with self._locked("rebuild.lock"):
            for left in (self._folder / "generations").glob(".*"):
                shutil.rmtree(left, ignore_errors=True)
            generation = uuid.uuid4().hex[:12]
            target = self.generation_path(generation)
            aside = target.with_name(f".{generation}")
            try:
                yield generation, aside
                aside.replace(target)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
            sync_path(target.parent)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Writers of all processes, one after the other."""
        with self._locked("writer.lock"):
            yield

    def make_current(self, generation: str) -> None:
        """Swaps, then drops older generations at once: they may hold withdrawn text."""
        replace_text(self._folder / "CURRENT", generation)
        for old in (self._folder / "generations").iterdir():
            if old.name != generation and not old.name.startswith("."):
                shutil.rmtree(old, ignore_errors=True)
        for log in (self._folder / "deltas").iterdir():
            if log.stem != generation:
                log.unlink(missing_ok=True)

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        with (self._folder / name).open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _runs(process: str) -> bool:
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
