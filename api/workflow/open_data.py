"""Open data: the newest cases of a topic, the whole national archive as a snapshot, and a case drawn by lot."""

import hashlib
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from api.archive import Archive
from api.identity import VISITOR, Caller, Right
from api.terms import term_of
from api.workflow.exports import LICENCE
from api.workflow.search import MOST_RESULTS, Precedents, search
from corpus.errors import CaseNotFound
from corpus.model.case import NATIONAL, Case
from corpus.model.search import FacetName, Filters
from corpus.model.topics import TOPIC_GROUPS, TOPICS

_DRAWN = 64
"""Numbers drawn at once for a random case; gaps are few, so that one draw all but always finds some."""


def on_topic(archive: Archive, caller: Caller, code: str) -> Precedents:
    """The newest cases of a sub-topic or a whole group, at most `MOST_RESULTS`; raises CaseNotFound for no topic."""
    if code not in TOPICS and code not in TOPIC_GROUPS:
        raise CaseNotFound("There is no such topic.")
    return search(archive, caller, "", Filters(chosen={FacetName.TOPIC: frozenset({code})}), MOST_RESULTS)


def random_case(archive: Archive, caller: Caller) -> Case:
    """Any case that the caller may see; raises CaseNotFound in an empty archive."""
    caller.require(Right.READ)
    with archive.reading(caller) as call:
        newest = call.casebook.newest(caller.audiences, 1)
        if not newest:
            raise CaseNotFound("The archive holds no case yet.")
        highest = max(newest[0].number, call.casebook.count())
        drawn = call.casebook.cases(random.sample(range(1, highest + 1), min(_DRAWN, highest)), caller.audiences)
    return random.choice([*drawn.values()] or newest)


def national_codes(archive: Archive) -> list[str]:
    """Codes of every case that anybody may read, in order."""
    with archive.reading(VISITOR) as call:
        return [published.case.code for published in call.casebook.published() if published.audience == NATIONAL]


def snapshot(archive: Archive, shown: Callable[[Case], dict[str, Any]]) -> Iterator[str]:
    """Every national case and tombstone as JSON Lines, drawn by `shown`, one pass.

    The last line seals the others: their number, and SHA-256 over their bytes with line ends. A copy that lacks it is
    not whole, and a case that has a tombstone must be taken out of every copy.
    """
    digest = hashlib.sha256()
    cases = gone = 0
    for kind, record in _records(archive, shown):
        line = _line({kind: record})
        digest.update(line.encode())
        cases += kind == "case"
        gone += kind == "tombstone"
        yield line
    yield _line({"seal": {"sha256": digest.hexdigest(), "cases": cases, "tombstones": gone, "licence": LICENCE}})


def _records(archive: Archive, shown: Callable[[Case], dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    with archive.reading(VISITOR) as call:
        for published in call.casebook.published():
            if published.audience == NATIONAL:
                yield "case", shown(published.case)
        for stone in call.casebook.tombstones():
            if call.casebook.tombstone(stone.number, {NATIONAL}):
                yield "tombstone", {"code": stone.code, "reason": stone.reason, "since": str(term_of(stone.at.date()))}


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
