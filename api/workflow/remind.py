"""Remind: writes to contributors who left an address when a follow-up is due, and destroys addresses when all is over.

A letter says that something may be told with the receipt; it names no case, no topic and no receipt.
"""

from datetime import datetime, timedelta

import structlog

from api.archive import Archive, Call
from api.identity import OPERATOR
from corpus.errors import ArchiveError, PostUnavailable
from corpus.model.submission import SubmissionState

log = structlog.get_logger()

ANSWERED_WITHIN = timedelta(days=30)
"""After the last due time; then the address has served its purpose."""
_SUBJECT = "Did it hold?"
_TEXT = """Some time ago you handed a discussion in at Precedent, the archive of school incidents, and left this
address to be asked again.

Did what was done hold, did it get worse, would you do it differently? A word takes a minute:
open {address}/receipt and type your receipt.

The address is kept encrypted and is destroyed when the last question is answered or over. You can remove it on the
same page now.
"""


def remind_due(archive: Archive) -> int:
    """Sends what is due and marks it; returns how many letters went out, 0 where no mail server is named.

    A letter that the server did not take is tried again next time.
    """
    if archive.post is None:
        return 0
    with archive.reading(OPERATOR) as call:
        now, submissions = call.now, {due.submission_id for due in call.follow_ups.to_remind(call.now)}
    return sum(_remind(archive, submission_id, now) for submission_id in sorted(submissions))


def forget_over(call: Call) -> int:
    """Destroys the addresses of published submissions that nothing more will be asked about; returns how many."""
    waiting = {_holder(call, open_one) for open_one in call.follow_ups.open_after(call.now - ANSWERED_WITHIN)}
    over = [found for found in call.addresses.of_state(SubmissionState.PUBLISHED) if found not in waiting]
    for submission_id in over:
        call.addresses.forget(submission_id)
        call.record("forget address", f"submission:{submission_id}")
    return len(over)


def _holder(call: Call, submission_id: int) -> int:
    """The submission that holds receipt and address for a part that was split from it."""
    return call.intake.submission(submission_id).part_of or submission_id


def _remind(archive: Archive, submission_id: int, now: datetime) -> bool:
    try:
        with archive.reading(OPERATOR) as call:
            address = call.addresses.address(_holder(call, submission_id))
        if address and archive.post:
            archive.post.send(address, _SUBJECT, _TEXT.format(address=archive.settings.public_url.rstrip("/")))
    except PostUnavailable:
        log.warning("reminder_not_sent", submission=submission_id)
        return False
    except ArchiveError as error:
        log.error("reminder_not_opened", submission=submission_id, reason=type(error).__name__)
        return False
    with archive.writing(OPERATOR) as call:
        call.follow_ups.reminded(submission_id, at=now)
        if address:
            call.record("remind", f"submission:{submission_id}")
    return bool(address)
