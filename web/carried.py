"""What a contribution carries from step to step in hidden fields: until consent nothing of it is stored."""

from dataclasses import dataclass

from corpus.model.redaction import Corrections
from web.forms import Form
from web.removals import in_fields

_BEFORE_THE_CASE = frozenset(
    ("text", "discussion", "names", "hide", "keep", "same", "role", "role_of", "role_is", "forget", "continue")
)
"""Fields of the first two steps."""


@dataclass(frozen=True)
class Carried:
    """What goes back and forth in hidden fields."""

    discussion: str
    corrections: Corrections
    pairs: tuple[str, ...]
    roles: tuple[str, ...]
    case: tuple[tuple[str, str], ...] = ()
    """What was typed into the last step, field by field, while its contributor looks at an earlier one again."""


def carried(discussion: str, corrections: Corrections, case: tuple[tuple[str, str], ...] = ()) -> Carried:
    return Carried(
        discussion=discussion,
        corrections=corrections,
        pairs=in_fields(corrections.same),
        roles=in_fields(corrections.roles),
        case=case,
    )


def case_typed_before(form: Form) -> tuple[tuple[str, str], ...]:
    """What was typed into the last step; empty until that was seen."""
    if "title" not in form:
        return ()
    return tuple((name, value) for name, value in form.pairs() if name not in _BEFORE_THE_CASE)
