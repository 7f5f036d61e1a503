"""The code by which people call a case, such as CASE-0417, and the number that it stands for."""

from corpus.errors import CaseNotFound

_MOST_DIGITS = 9


def code_of(number: int) -> str:
    return f"CASE-{number:04d}"


def number_of(code: str) -> int:
    """Raises CaseNotFound for anything that isn't a code, so that a typo looks like an absent case."""
    digits = code.strip().upper().removeprefix("CASE-").removeprefix("CASE ")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _MOST_DIGITS:
        raise CaseNotFound("There is no case with that code. Codes look like CASE-0417.")
    return int(digits)
