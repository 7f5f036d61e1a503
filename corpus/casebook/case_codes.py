"""The code by which people call a case, such as CASE-0417, and the number that it stands for."""

import re

from corpus.errors import CaseNotFound

_MOST_DIGITS = 9
_TYPED = re.compile(rf"\s*case[\s-]{{0,3}}#?(\d{{1,{_MOST_DIGITS}}})\s*", re.IGNORECASE | re.ASCII)


def code_of(number: int) -> str:
    return f"CASE-{number:04d}"


def number_of(code: str) -> int:
    """Raises CaseNotFound for anything that isn't a code, so that a typo looks like an absent case."""
    digits = code.strip().upper().removeprefix("CASE-").removeprefix("CASE ")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _MOST_DIGITS:
        raise CaseNotFound("There is no case with that code. Codes look like CASE-0417.")
    return int(digits)


def code_within(typed: str) -> str:
    """The code that somebody typed and nothing else: "case 417", "CASE-0417"; empty for everything else."""
    found = _TYPED.fullmatch(typed)
    return code_of(int(found[1])) if found else ""
