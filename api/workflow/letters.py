"""Letters of alerts: who wants them leaves an address, whoever reads it agrees, and each letter says how to end them.

The address is sealed like a contributor's. A letter names new cases by title; what was searched for is never in it.
"""

from collections.abc import Sequence
from datetime import timedelta

import structlog

from api.archive import Archive, Call
from api.identity import OPERATOR
from api.workflow.codes import code_digest, new_code
from api.workflow.follow_up import checked_address
from api.workflow.saved_searches import told_cases
from corpus.errors import ArchiveError, PostUnavailable
from corpus.model.case import Case
from corpus.questions.saved_searches import LetterBox

log = structlog.get_logger()

AGREE_WITHIN = timedelta(days=7)
"""An address that nobody agreed to by then is destroyed."""
_ASKS = "Tell you of new cases?"
_OFFER = """Somebody left this address at Precedent, the archive of school incidents, to be told of new cases.

If that was you, open this page and agree. If not, do nothing: the address is destroyed in a week.
{page}
"""
_NEWS = """New in the archive, close to a search that you saved:

{cases}

To end these letters, open this page:
{page}
"""


def want_letters(call: Call, own_code: str, address: str) -> None:
    """Seals an address for the alert of a saved search; an empty one destroys what was kept.

    Raises SavedSearchNotFound, InvalidCase. Nothing but one letter that asks goes there before `agree`.
    """
    saved, address = call.saved_searches.by_own_code(code_digest(own_code)), address.strip()
    if not address:
        call.saved_searches.forget_address(saved.id)
        return
    code = new_code()
    box = LetterBox(checked_address(address), code)
    call.saved_searches.keep_address(saved.id, box, letter_digest=code_digest(code), at=call.now)


def agree(call: Call, letter_code: str) -> None:
    """Whoever reads the address wants the letters; raises SavedSearchNotFound."""
    saved = call.saved_searches.by_letter_code(code_digest(letter_code))
    call.saved_searches.agreed(saved.id, at=call.now)


def has_agreed(call: Call, letter_code: str) -> bool:
    """Raises SavedSearchNotFound."""
    return call.saved_searches.by_letter_code(code_digest(letter_code)).takes_letters


def end_letters(call: Call, letter_code: str) -> None:
    """Destroys the address; the saved search stays. Raises SavedSearchNotFound."""
    saved = call.saved_searches.by_letter_code(code_digest(letter_code))
    call.saved_searches.forget_address(saved.id)


def send_letters(archive: Archive) -> int:
    """Asks new addresses and tells of new cases; returns how many letters went out, 0 where no mail server is named.

    One that the server did not take is sent again next time.
    """
    if archive.post is None:
        return 0
    with archive.reading(OPERATOR) as call:
        offers, news = call.saved_searches.to_offer(), call.saved_searches.to_tell()
    return sum(_offer(archive, saved_id) for saved_id in offers) + sum(_tell(archive, saved_id) for saved_id in news)


def forget_unanswered(call: Call) -> int:
    """Destroys addresses that nobody agreed to in time; returns how many."""
    unanswered = call.saved_searches.unanswered(call.now - AGREE_WITHIN)
    for saved_id in unanswered:
        call.saved_searches.forget_address(saved_id)
        call.record("forget address", f"saved-search:{saved_id}")
    return len(unanswered)


def _offer(archive: Archive, saved_id: int) -> bool:
    with archive.reading(OPERATOR) as call:
        box, now = _box(call, saved_id), call.now
    if box is None or not _sent(
        archive, saved_id, box, "Tell you of new cases?", _OFFER.format(page=_page(archive, box))
    ):
        return False
    with archive.writing(OPERATOR) as call:
        call.saved_searches.offered(saved_id, at=now)
    return True


def _tell(archive: Archive, saved_id: int) -> bool:
    with archive.reading(OPERATOR) as call:
        box, now = _box(call, saved_id), call.now
        numbers = [match.case_number for match in call.saved_searches.matches(saved_id) if match.sent_at is None]
        cases = told_cases(call, numbers)
    if box is None:
        return False
    text = _NEWS.format(cases=_listed(cases, archive), page=_page(archive, box))
    if cases and not _sent(archive, saved_id, box, _subject(cases), text):
        return False
    with archive.writing(OPERATOR) as call:
        call.saved_searches.sent(saved_id, numbers, at=now)
    return bool(cases)


def _box(call: Call, saved_id: int) -> LetterBox | None:
    try:
        return call.saved_searches.letter_box(saved_id)
    except ArchiveError as error:
        log.error("letter_not_opened", saved_search=saved_id, reason=type(error).__name__)
        return None


def _sent(archive: Archive, saved_id: int, box: LetterBox, subject: str, text: str) -> bool:
    if archive.post is None:
        return False
    try:
        archive.post.send(box.address, subject, text, ends_at=_page(archive, box))
    except PostUnavailable:
        log.warning("letter_not_sent", saved_search=saved_id)
        return False
    return True


def _subject(cases: Sequence[Case]) -> str:
    return "A new case in the archive" if len(cases) == 1 else f"{len(cases)} new cases in the archive"


def _listed(cases: Sequence[Case], archive: Archive) -> str:
    home = archive.settings.public_url.rstrip("/")
    return "\n".join(f"- {case.title}\n  {home}/cases/{case.code}" for case in cases)


def _page(archive: Archive, box: LetterBox) -> str:
    return f"{archive.settings.public_url.rstrip('/')}/saved/letters/{box.code}"
