"""Names to put in place of others: people, schools, districts, towns and streets from the open lists.

Which files these are is in README.md; one state's schools and towns are kept out for testing.
"""

import csv
import gzip
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HELD_OUT_STATE = "wa"
"""Its schools and towns never take part in training."""
_LONGEST_STREET = 30
_SKEW = 2.4
"""How much oftener the common names of a list sorted by frequency are drawn than the rare ones."""
_ORIGINS_FIRST = {"word": 14, "world": 38, "us": 48}
_ORIGINS_LAST = {"word": 10, "world": 35, "double": 5, "us": 50}


@cache
def word_names() -> tuple[str, ...]:
    """Names that are words too; half of all misses in chats are of this kind."""
    return tuple((Path(__file__).parent / "lists" / "word_names.txt").read_text("utf-8").split())


@dataclass(frozen=True)
class NamePool:
    """All lists in usual case; the US ones of people run from the commonest to the rarest."""

    first_us: tuple[str, ...]
    last_us: tuple[str, ...]
    first_world: tuple[str, ...]
    last_world: tuple[str, ...]
    schools: tuple[str, ...]
    districts: tuple[str, ...]
    towns: tuple[str, ...]
    streets: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> "NamePool":
        """`folder` holds the list files; raises FileNotFoundError where one is missing."""
        return cls(
            first_us=_lines(folder / "first_names_us.txt.gz"),
            last_us=_lines(folder / "last_names_us.txt.gz"),
            first_world=_lines(folder / "first_names_world.txt.gz"),
            last_world=_lines(folder / "last_names_world.txt.gz"),
            schools=_elsewhere(folder / "us_schools.tsv.gz"),
            districts=tuple(map(_usual_case, _lines(folder / "us_districts.txt.gz"))),
            towns=_elsewhere(folder / "us_cities.tsv.gz"),
            streets=tuple(_street_names(_lines(folder / "us_streets.txt.gz"))),
        )

    def first_name(self, rng: random.Random) -> str:
        match rng.choices(list(_ORIGINS_FIRST), list(_ORIGINS_FIRST.values()))[0]:
            case "word":
                return rng.choice(word_names()).title()
            case "world":
                return rng.choice(self.first_world)
            case _:
                return _common(self.first_us, rng)

    def last_name(self, rng: random.Random) -> str:
        match rng.choices(list(_ORIGINS_LAST), list(_ORIGINS_LAST.values()))[0]:
            case "word":
                return rng.choice(word_names()).title()
            case "world":
                return rng.choice(self.last_world)
            case "double":
                return f"{rng.choice(self.last_world)}-{_common(self.last_us, rng)}"
            case _:
                return _common(self.last_us, rng)


def _common(names: tuple[str, ...], rng: random.Random) -> str:
    return names[int(len(names) * rng.random() ** _SKEW)]


def _lines(path: Path) -> tuple[str, ...]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return tuple(line.rstrip("\n") for line in file if line.strip())


def _elsewhere(path: Path) -> tuple[str, ...]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = [(row[0], row[-1].lower()) for row in csv.reader(file, delimiter="\t") if row]
    return tuple(_usual_case(name) for name, state in rows if state != HELD_OUT_STATE)


def _usual_case(name: str) -> str:
    return name.title() if name.isupper() else name


def _street_names(addresses: tuple[str, ...]) -> list[str]:
    """Without the house number; what has no leading number stays out."""
    parts = (address.partition(" ") for address in addresses)
    return [street.title() for number, _, street in parts if number.isdigit() and 0 < len(street) < _LONGEST_STREET]
