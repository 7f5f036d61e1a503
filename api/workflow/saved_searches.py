"""Saved searches: a search kept on purpose, redacted, to be shared, opened and ended by codes.

Whoever holds the code opens it and sees what the archive shows to them, nothing of what it showed to its owner. The
owner's code ends it. Neither is kept, only digests are.
"""

import re
from dataclasses import dataclass, replace

from api.archive import Archive, Call
from api.identity import Caller, Right
from api.workflow.alerts import match_news
from api.workflow.codes import code_digest, new_code
from api.workflow.search import MOST_RESULTS, Precedents, search
from corpus.errors import InvalidQuery
from corpus.model.case import Case
from corpus.model.question import SavedSearch
from corpus.model.redaction import Mention
from corpus.model.search import Band, Filters

LONGEST_SAVED = 2_000
MOST_FILTERS = 40
MOST_TOLD = 50
"""New cases of an alert; whoever wants more searches."""


@dataclass(frozen=True)
class Saved:
    """A search that was saved just now; both codes are shown this once."""

    code: str
    own_code: str
    asked: str
    removed: tuple[Mention, ...]


def save_search(archive: Archive, caller: Caller, text: str, filters: Filters = Filters()) -> Saved:
    """Keeps the redacted words and the filters; raises InvalidQuery, RedactionIncomplete, then nothing is kept."""
    caller.require(Right.READ)
    asked, removed = _redacted(archive, text)
    chosen = {name: values for name, values in filters.chosen.items() if values}
    if not asked and not chosen:
        raise InvalidQuery("Describe a situation, or choose at least one filter, and save that.")
    if sum(len(values) for values in chosen.values()) > MOST_FILTERS:
        raise InvalidQuery(f"That is more than {MOST_FILTERS} filters. Choose fewer.")
    code, own_code = new_code(), new_code()
    with archive.writing(caller) as call:
        saved = call.saved_searches.save(
            asked,
            Filters(chosen=chosen),
            code_digest=code_digest(code),
            own_digest=code_digest(own_code),
            since=call.casebook.last_change(),
            at=call.now,
        )
        replace(call, caller=Caller()).record("save search", f"saved-search:{saved.id}")
    return Saved(code, own_code, asked, removed)


def open_search(archive: Archive, caller: Caller, code: str, limit: int = 10) -> tuple[SavedSearch, Precedents]:
    """What is kept and what the archive answers now; raises SavedSearchNotFound, IndexUnavailable."""
    with archive.reading(caller) as call:
        saved = call.saved_searches.by_code(code_digest(code))
    return saved, search(archive, caller, saved.asked, saved.filters, limit)


def found_cases(archive: Archive, caller: Caller, code: str) -> list[Case]:
    """Cases that are close or related now, the latest first; raises SavedSearchNotFound, IndexUnavailable."""
    _, found = open_search(archive, caller, code, MOST_RESULTS)
    cases = [precedent.case for precedent in found.precedents if precedent.hit.band is not Band.WEAK]
    return sorted(cases, key=lambda case: case.number, reverse=True)


def alert_cases(archive: Archive, caller: Caller, code: str) -> list[Case]:
    """New cases that are close, the latest first, as the caller may see them now; raises SavedSearchNotFound."""
    caller.require(Right.READ)
    with archive.reading(caller) as call:
        saved = call.saved_searches.by_code(code_digest(code))
        behind = saved.seen < call.casebook.last_change()
    if behind:
        match_news(archive)
    with archive.reading(caller) as call:
        return told_cases(call, [match.case_number for match in call.saved_searches.matches(saved.id)])


def told_cases(call: Call, case_numbers: list[int]) -> list[Case]:
    """Those cases that the caller may see, each as the one that it lives on in, in the order given."""
    standing = [_standing(call, number) for number in case_numbers[:MOST_TOLD]]
    cases = call.casebook.cases(set(standing), call.caller.audiences)
    return [cases[number] for number in dict.fromkeys(standing) if number in cases]


def end_search(call: Call, own_code: str) -> None:
    """Ends it with everything that hangs on it; raises SavedSearchNotFound."""
    saved = call.saved_searches.by_own_code(code_digest(own_code))
    call.saved_searches.end(saved.id)
    replace(call, caller=Caller()).record("end search", f"saved-search:{saved.id}")


def _standing(call: Call, number: int) -> int:
    """Where a merged case lives on, else the number itself."""
    stone = call.casebook.tombstone(number, call.caller.audiences)
    return stone.successor if stone and stone.successor else number


def _redacted(archive: Archive, text: str) -> tuple[str, tuple[Mention, ...]]:
    squeezed = re.sub(r"\s+", " ", text).strip()
    if len(squeezed) > LONGEST_SAVED:
        raise InvalidQuery(
            f"That is {len(squeezed):,} characters; {LONGEST_SAVED:,} is the most. Save the heart of it."
        )
    return archive.redactor.redact_query(squeezed, kept=True) if squeezed else ("", ())
