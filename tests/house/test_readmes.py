"""Prevents: a README that sends its reader to a file, module, target or command that is not there."""

import re
import subprocess
from pathlib import Path

import pytest
import typer

from api.command_line import app

ROOT = Path(__file__).parents[2]
KEPT = {
    name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()
    if (ROOT / name).exists()
}  # fmt: skip
FOLDERS = {str(folder) for name in KEPT for folder in Path(name).parents}
READMES = sorted(name for name in KEPT if Path(name).name == "README.md")
COMMANDS = set(typer.main.get_group(app).commands)
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

CODE = re.compile(r"`[^`\n]+`|^    .+$", re.MULTILINE)
"""Names are looked for in code alone: running words may speak of "make sure" and "precedent cases"."""
_ENDS = r"(?:txt\.gz|gz|py|md|toml|html|css|cjs|js|jsonl|json|txt|scss|log|key|db)\b"
FILE = re.compile(rf"(?<![\w./*$>-])((?:\.\./)?(?:[\w-]+/)*[\w.-]+\.{_ENDS})(?![/(])")
FOLDER = re.compile(r"`((?:[\w-]+/)+)`")
MODULE = re.compile(r"python -m ([\w.]+)")
MEMBER = re.compile(rf"`((?:[a-z_]+\.)+(?!{_ENDS})[A-Za-z_]+)(?:\([^`]*\))?`")
TARGET = re.compile(r"\bmake ([a-z]+(?:-[a-z]+)*)")
COMMAND = re.compile(r"(?:`|bin/|^ {4})precedent ([a-z]+)")

MADE_LATER = re.compile(r"var/|\.\./precedent|case\.toml$")
"""What the archive or the reader of a README makes."""


def _is_there(name: str, among: set[str]) -> bool:
    """Whole, or as the end of a path: a README names what lies beside it without its folder."""
    name = name.removeprefix("../").rstrip("/")
    return any(known == name or known.endswith(f"/{name}") for known in among)


def _is_module(name: str) -> bool:
    path = name.replace(".", "/")
    return any(_is_there(path + end, KEPT) for end in (".py", "/__main__.py", "/__init__.py"))


def _is_member(name: str) -> bool:
    """A module, or a name that stands in one."""
    parts = name.split(".")
    return _is_module(name) or any(_holds(".".join(parts[:at]), parts[at]) for at in range(1, len(parts)))


def _holds(module: str, member: str) -> bool:
    end = f"{module.replace('.', '/')}.py"
    files = [known for known in KEPT if known == end or known.endswith(f"/{end}")]
    there = re.compile(rf"(?:\bdef |\bclass |\.|^\s*){member}\b", re.MULTILINE)
    return any(there.search((ROOT / file).read_text(encoding="utf-8")) for file in files)


WAYS = {
    "file": (FILE, lambda name: bool(MADE_LATER.match(name)) or _is_there(name, KEPT)),
    "folder": (FOLDER, lambda name: _is_there(name, FOLDERS)),
    "module": (MODULE, _is_module),
    "member": (MEMBER, _is_member),
    "target": (TARGET, TARGETS.__contains__),
    "command": (COMMAND, COMMANDS.__contains__),
}


def dead_names(text: str) -> list[str]:
    code = "\n".join(CODE.findall(text))
    return [
        f"{kind} {name}"
        for kind, (pattern, is_there) in WAYS.items()
        for name in pattern.findall(code)
        if not is_there(name)
    ]


@pytest.mark.parametrize("readme", READMES)
def test_what_a_readme_names_is_there(readme: str) -> None:
    assert dead_names((ROOT / readme).read_text(encoding="utf-8")) == []


def test_a_name_that_is_not_there_is_found() -> None:
    said = "See `api/nowhere.py`, `nobody.toml` and `gone/`; run `python -m tests.benchmarks.nothing`, `make sense`, `errors.Nothing`.\n"
    called = "    .venv/bin/precedent vanish CASE-0417\n    make peace    # now\n"
    assert dead_names(said + called) == [
        "file api/nowhere.py",
        "file nobody.toml",
        "folder gone/",
        "module tests.benchmarks.nothing",
        "member errors.Nothing",
        "target sense",
        "target peace",
        "command vanish",
    ]


def test_each_kind_of_name_is_met() -> None:
    text = "\n".join("\n".join(CODE.findall((ROOT / readme).read_text(encoding="utf-8"))) for readme in READMES)
    assert [kind for kind, (pattern, _) in WAYS.items() if not pattern.search(text)] == []


def _figures(readme: str, pattern: str) -> list[float]:
    found = re.search(pattern, (ROOT / readme).read_text(encoding="utf-8"))
    assert found, f"{readme} no longer says {pattern}"
    return [float(figure) for figure in found.groups()]


def test_the_first_readme_repeats_what_its_packages_measured() -> None:
    ndcg, success, close = _figures("README.md", r"a close one \| (\.\d+), (\.\d+); ([\d.]+) %")
    assert [ndcg, success] == _figures("indexer/README.md", r"\*\*(\.\d+), (\.\d+)\*\*")
    assert [close / 100] == _figures("indexer/README.md", r"(\.\d+) of 141 test")
    hidden = _figures("README.md", r"starter corpus \| (\d+) %, (\d+) %, (\d+) %")
    second, first, starter = _figures(
        "redaction/README.md", r"direct identifier hidden \| ([\d.]+) [^|]*\| ([\d.]+) [^|]*\| ([\d.]+) "
    )
    assert hidden == [round(first), round(second), round(starter)]
