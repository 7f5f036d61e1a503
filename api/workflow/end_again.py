"""End again: a database that went back in time (a restored backup) gets what the ledger knows to have ended since.

Run whenever an archive is opened, before anything is read from it; reads alone where there is nothing to do.
"""

import structlog

from api.archive import Archive, Call
from api.identity import OPERATOR
from api.workflow.withdraw import take_out
from corpus.casebook.store import CaseState
from corpus.ledger import NO_MARK, Ended, Standing

log = structlog.get_logger()


def end_again(archive: Archive, *, old_lines: bool = False) -> bool:
    """Ends and hides what the ledger says, and keeps ids from being given twice; whether the database had gone back
    and shows less than the index may.

    Endings bear a row's own mark or time, so that nobody else's submission or case is hit. Lines of older archives
    bear a number alone: they end only where `old_lines` says that a backup was put back just now; else such a case is
    hidden. What had been published since waits for a reviewer, without its original text. A case that changed after
    what the database shows of it (hidden, worded anew, words taken out of it) is hidden until a reviewer has looked.
    """
    ended = archive.ledger.read()
    with archive.reading(OPERATOR) as call:
        behind = call.casebook.last_change() < ended.last_change
        if _stands(call, ended, old_lines=old_lines):
            return False
    with archive.writing(OPERATOR) as call:
        call.standings.go_past(case=ended.highest_case, change=ended.last_change)
        call.endings.go_past(ended.highest_submission)
        late = _to_hide(call, ended)
        submissions = _end_submissions(call, ended, old_lines=old_lines)
        gone = _remove_cases(call, ended, old_lines=old_lines)
        hidden = _hide_cases(call, late)
    archive.forget_traces()
    log.warning("ended_again", submissions=submissions, cases=gone, hidden=hidden)
    return behind


def _stands(call: Call, ended: Ended, *, old_lines: bool) -> bool:
    """Whether the database shows all that the ledger knows."""
    return (
        call.standings.has_given(case=ended.highest_case, change=ended.last_change)
        and call.endings.last_given() >= ended.highest_submission
        and not _to_end(call, ended, old_lines=old_lines)
        and not (_may_hide(call, ended) and _to_hide(call, ended))
        and all(call.standings.is_settled(number, went=went) for number, went in ended.cases.items())
        and not (old_lines and ended.old_cases)
    )


def _to_end(call: Call, ended: Ended, *, old_lines: bool) -> dict[int, bool]:
    """Submissions that were over since, or whose text had ended and is there again: whether for good."""
    chosen: dict[int, bool] = {}
    for (known, mark), sealed in call.endings.not_over().items():
        if (known, mark) in ended.over or (sealed and old_lines and known in ended.old_submissions):
            chosen[known] = True
        elif sealed and (known, mark) in ended.submissions:
            chosen[known] = False
    return chosen


def _end_submissions(call: Call, ended: Ended, *, old_lines: bool) -> int:
    chosen = _to_end(call, ended, old_lines=old_lines)
    for known, for_good in chosen.items():
        submission = call.intake.submission(known)
        call.endings.end_again(known, for_good=for_good, at=call.now)
        take_out(call, submission)
        call.record("end again", f"submission:{known}")
    return len(chosen)


def _remove_cases(call: Call, ended: Ended, *, old_lines: bool) -> int:
    cases = {**dict.fromkeys(ended.old_cases if old_lines else (), call.now), **ended.cases}
    chosen = [number for number, went in cases.items() if call.standings.withdraw_again(number, went=went, at=call.now)]
    for number in chosen:
        call.record("end again", f"case:{number}")
    return len(chosen)


def _may_hide(call: Call, ended: Ended) -> bool:
    """False for a database that never went back: looking through all its cases would take time at every start."""
    return bool(ended.old_cases) or call.casebook.last_change() < ended.last_change


def _to_hide(call: Call, ended: Ended) -> list[int]:
    """Cases in sight that had changed again since, and those of which an old ledger says that they are gone.

    What a newer starter file changed is left: loading the starter corpus brings that about once more.
    """
    shown = {number: now for number, now in call.standings.since().items() if now.state == CaseState.PUBLISHED}
    late = [number for number, last in ended.standings.items() if number in shown and _is_late(shown[number], last)]
    return [*late, *(number for number in ended.old_cases if number in shown)]


def _is_late(now: Standing, last: Standing) -> bool:
    by_file = now.starter not in {NO_MARK, last.starter} and last.state == CaseState.PUBLISHED
    return now.change < last.change and not by_file


def _hide_cases(call: Call, late: list[int]) -> int:
    """Of the cases that were late, before endings changed them, those still in sight."""
    now = call.standings.since()
    chosen = [number for number in dict.fromkeys(late) if now[number].state == CaseState.PUBLISHED]
    for number in chosen:
        call.casebook.hide(number, at=call.now)
        call.record("end again", f"case:{number}")
    return len(chosen)
