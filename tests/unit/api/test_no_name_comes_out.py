"""Whatever a person types at whichever door, the name in it stands nowhere but sealed: the database's bytes are searched."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from api.archive import Archive
from api.identity import CONTRIBUTOR, OPERATOR, VISITOR
from api.workflow import circles, follow_up, receipts, review, uses, wanted
from api.workflow.merge import merge_cases, merge_into
from api.workflow.redact import redact_or_hold
from api.workflow.revise import revise
from api.workflow.saved_searches import save_search
from api.workflow.split import split
from api.workflow.suggest import suggest
from corpus.case_prose import map_prose
from corpus.errors import ArchiveError, InvalidCase
from corpus.model.case import Action, Missing
from corpus.model.follow_up import Verdict
from corpus.model.redaction import Corrections
from corpus.model.taxonomy import Phase
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, finish, hand_in, published

NAME = "Jaylen Okafor"
SAID = f"Then {NAME} of Riverbend High said that it was over."
FULL = a_case(
    trigger="A dare.",
    spread="A chat.",
    first_message_after="An hour.",
    outcome_later_text="It held.",
    actions=(Action(Phase.LATER, "principal", "Wrote home.", "To calm."),),
    called_in=("A nurse.",),
    backfired=("A search.",),
    do_over=("Earlier.",),
    asked_as=("What now?",),
    peers_might_take=("The letter.",),
    missing=Missing(("Time.",), ("Law.",), ("Calm.",), ("Trust.",)),
    doesnt_apply_if=("No phones.",),
    follow_ups=("Held.",),
)
NAMED = replace(
    map_prose(FULL, lambda _: SAID),
    code=f"{NAME}-1",
    redacted_discussion=SAID,
    facets=replace(FULL.facets, topic="", more_topics=(NAME,), school_year=f"2025-26 {NAME}"),
)
WORDED = replace(map_prose(FULL, lambda _: SAID), redacted_discussion=SAID)


def _reviewed(archive: Archive, act: Callable[..., object], *args: object) -> None:
    with archive.writing(ROSA) as call:
        act(call, *args)


def _sent_back(archive: Archive) -> None:
    receipt = hand_in(archive)
    _reviewed(archive, review.send_back, receipt.submission_id, SAID)
    with archive.writing(CONTRIBUTOR) as call:
        receipts.answer(call, receipt.code, SAID)


def _approved(archive: Archive) -> None:
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id)
    _reviewed(archive, review.approve, receipt.submission_id, SAID)


def _changed(archive: Archive) -> None:
    receipt = hand_in(archive)
    said = Corrections(hide=(NAME,), same=((NAME, "Dana"),))
    with archive.writing(CONTRIBUTOR) as call:
        changed = receipts.change(call, receipt.code, names=[NAME], corrections=said, draft=NAMED)
    for submission_id in changed:
        redact_or_hold(archive, submission_id)


def _followed_up(archive: Archive, verdict: Verdict) -> None:
    receipt, _ = published(archive)
    with archive.writing(CONTRIBUTOR) as call:
        told = follow_up.tell(call, receipt.code, verdict, SAID)
    _reviewed(archive, follow_up.let_in, told.id, SAID)


def _used(archive: Archive) -> None:
    _, number = published(archive)
    with archive.writing(VISITOR) as call:
        use = uses.tell_use(call, uses.use_case(call, number), SAID)
    _reviewed(archive, uses.let_insight_in, use.id, SAID)


def _wished(archive: Archive) -> None:
    wanted.leave_wish(archive, VISITOR, SAID)
    with archive.writing(OPERATOR) as call:
        wanted.list_wish(call, wanted.waiting_wishes(call)[0].id, SAID)


def _circle(archive: Archive) -> None:
    with archive.writing(OPERATOR) as call:
        with pytest.raises(InvalidCase):
            circles.create(call, SAID[:70], SAID)
        circle = circles.create(call, "First-year leaders", SAID)
        circles.rewrite_charter(call, circle.id, SAID)


def _merged(archive: Archive) -> None:
    _, first = published(archive)
    _, second = published(archive, a_case(title="Another one of the same kind"))
    _reviewed(archive, merge_cases, first, second, WORDED)


def _joined(archive: Archive) -> None:
    _, number = published(archive)
    receipt = hand_in(archive)
    finish(archive, receipt.submission_id, WORDED)
    _reviewed(archive, merge_into, receipt.submission_id, number)


DOORS: dict[str, Callable[[Archive], object]] = {
    "a discussion": hand_in,
    "a draft": lambda archive: hand_in(archive, draft=NAMED),
    "a dictionary and corrections": _changed,
    "a reviewer's wording": lambda archive: finish(archive, hand_in(archive).submission_id, NAMED),
    "a correction": lambda archive: _reviewed(
        archive, review.correct, hand_in(archive).submission_id, Corrections(hide=(NAME,), keep=(f"{NAME}s",))
    ),
    "a question and its answer": _sent_back,
    "a reason to decline": lambda archive: _reviewed(archive, review.decline, hand_in(archive).submission_id, SAID),
    "a reason to approve": _approved,
    "a split": lambda archive: _reviewed(archive, split, hand_in(archive).submission_id, [NAMED, NAMED]),
    "a published case worded anew": lambda archive: _reviewed(archive, revise, published(archive)[1], WORDED),
    "two cases merged": _merged,
    "a submission merged": _joined,
    "a follow-up": lambda archive: _followed_up(archive, Verdict.HELD),
    "a follow-up that would do it differently": lambda archive: _followed_up(archive, Verdict.DIFFERENTLY),
    "an insight": _used,
    "a wish": _wished,
    "a saved search": lambda archive: save_search(archive, VISITOR, SAID),
    "a draft that is only looked at": lambda archive: suggest(archive, VISITOR, NAMED),
    "a circle": _circle,
}


@pytest.mark.usefixtures("on_sqlite")
@pytest.mark.parametrize("door", DOORS)
def test_a_name_stands_nowhere_but_sealed(
    door: str, archive: Archive, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    DOORS[door](archive)
    printed = capfd.readouterr()
    kept = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept["what was printed"] = (printed.out + printed.err + caplog.text).encode()
    for encoding in ("utf-8", "utf-16-le"):
        assert [name for name, content in kept.items() if "Okafor".encode(encoding) in content] == []
    assert not any("Okafor" in str(message) for message in archive.index.embedded)


@pytest.mark.parametrize("door", DOORS)
def test_where_redaction_breaks_nothing_is_kept(door: str, archive: Archive, tmp_path: Path) -> None:
    published(archive)
    archive.redactor.broken = True
    with suppress(ArchiveError, IndexError, AssertionError):
        DOORS[door](archive)
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Okafor" not in kept
