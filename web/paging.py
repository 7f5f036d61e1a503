"""Turning the pages of a list by plain links; a list says where it goes on, never how long it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from api.workflow.search import DEEPEST

A_PAGE = 20
LAST_PAGE = DEEPEST // A_PAGE
PageNumber = Annotated[int, Query(ge=1, le=LAST_PAGE, alias="page")]


@dataclass(frozen=True)
class Pager:
    """Addresses of the neighbouring pages; empty where there is none."""

    number: int
    before: str
    after: str


def skipped(number: int, size: int = A_PAGE) -> int:
    """How many entries stand on the pages before."""
    return (number - 1) * size


def pager(path: str, number: int, found: int, kept: Mapping[str, str] | None = None, size: int = A_PAGE) -> Pager:
    """`kept` are the parameters of the address that stay; one that is empty is left out."""
    stays = {name: value for name, value in (kept or {}).items() if value}
    more = number * size < found and number < LAST_PAGE
    return Pager(
        number=number,
        before=_address(path, stays, number - 1) if number > 1 else "",
        after=_address(path, stays, number + 1) if more else "",
    )


def _address(path: str, stays: Mapping[str, str], number: int) -> str:
    wanted = {**stays, **({"page": str(number)} if number > 1 else {})}
    return f"{path}?{urlencode(wanted)}" if wanted else path
