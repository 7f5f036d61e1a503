"""A form as it was sent: texts, lists and one upload, without any meaning yet."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from api.errors import has_long_field
from corpus.outside import storable

MOST_FIELDS = 3_000
LARGEST_FIELD = 8_000_000
"""Bytes of one field: a long discussion travels in a hidden one."""


class Form:
    def __init__(self, fields: Mapping[str, Sequence[str]], files: Mapping[str, UploadFile] | None = None) -> None:
        self._fields = fields
        self._files = files or {}

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def text(self, name: str) -> str:
        """The first value, with plain line ends; empty where the field is missing."""
        return next(iter(self.several(name)), "")

    def several(self, name: str) -> list[str]:
        return [value.replace("\r\n", "\n") for value in self._fields.get(name, ())]

    def lines(self, name: str) -> tuple[str, ...]:
        """Non-empty lines of a text area."""
        return tuple(line.strip() for line in self.text(name).splitlines() if line.strip())

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every name with each of its values, to be sent once more."""
        return ((name, value) for name in self._fields for value in self.several(name))

    def upload(self, name: str) -> UploadFile | None:
        """A file that was chosen; browsers send an empty one where none was."""
        file = self._files.get(name)
        return file if file is not None and file.filename else None


async def read_form(request: Request) -> Form:
    """Raises HTTPException for one that is not a form or has too much in it."""
    try:
        sent = await request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=LARGEST_FIELD)
    except HTTPException as error:
        if has_long_field(error):
            await _let_in(request)
        raise
    fields: dict[str, list[str]] = {}
    files: dict[str, UploadFile] = {}
    for name, value in sent.multi_items():
        if isinstance(value, UploadFile):
            files[name] = value
        else:
            fields.setdefault(storable(name), []).append(storable(value))
    return Form(fields, files)


async def _let_in(request: Request) -> None:
    """Reads and forgets the rest: most browsers show no answer that comes before they have sent everything."""
    with suppress(RuntimeError):
        async for _ in request.stream():
            pass


TheForm = Annotated[Form, Depends(read_form)]
