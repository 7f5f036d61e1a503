"""Commands that move a submission along: submit, review, publish, withdraw."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from api.archive import Archive, Call
from api.commands.console import HIGHEST, opened, out
from api.identity import OPERATOR
from api.workflow import review as verbs
from api.workflow.desk import open_desk, open_draft, queue
from api.workflow.publish import publish as publish_submission
from api.workflow.redact import redact_or_hold
from api.workflow.submit import read_file
from api.workflow.submit import submit as hand_in
from api.workflow.withdraw import withdraw_case, withdraw_submission
from corpus.case_codec import case_to_mapping, draft_from_mapping
from corpus.casebook.case_codes import number_of
from corpus.errors import BadInput
from corpus.model.case import NATIONAL
from corpus.model.submission import Consent


class Decision(StrEnum):
    APPROVE = "approve"
    RETURN = "return"
    DECLINE = "decline"


def submit(
    file: Annotated[
        Path, typer.Argument(help="An exported chat, an e-mail or a text file.", exists=True, dir_okay=False)
    ],
    consent: Annotated[bool, typer.Option("--consent", help="You may share it and agree to publication.")] = False,
    audience: Annotated[str, typer.Option(help="Who may read the case.")] = NATIONAL,
    name: Annotated[list[str] | None, typer.Option(help="Anyone else who is meant; repeat for more.")] = None,
) -> None:
    """Hand in a resolved discussion. Without --consent nothing is stored."""
    archive = opened()
    with file.open("rb") as content:
        discussion = read_file(content, file.name, name or [])
    with archive.writing(OPERATOR) as call:
        receipt = hand_in(call, discussion, consent=Consent(audience) if consent else None)
    state = redact_or_hold(archive, receipt.submission_id)
    out.print(f"Submission {receipt.submission_id} is {state}. Receipt: [bold]{receipt.code}[/bold]")
    out.print("Keep the receipt: it is the only way to change or withdraw the submission, and we keep no copy.")


def review(
    submission: Annotated[
        int | None, typer.Argument(help="Number of the submission; none lists the queue.", max=HIGHEST)
    ] = None,
    decide: Annotated[Decision | None, typer.Option(help="Your decision.")] = None,
    note: Annotated[str, typer.Option(help="Why nobody is recognizable, the question, or the reason.")] = "",
    draft: Annotated[
        Path | None, typer.Option(help="A TOML file with fields of the case to change.", exists=True, dir_okay=False)
    ] = None,
) -> None:
    """List the review queue, look at one submission, change its draft, or decide it."""
    if submission is None and (decide or draft):
        raise BadInput("Say which submission: `precedent review` lists their numbers.")
    archive = opened()
    if submission is None:
        _print_queue(archive)
        return
    if draft is not None:
        _change_draft(archive, submission, draft)
    if decide is None:
        _print_desk(archive, submission)
        return
    with archive.writing(OPERATOR) as call:
        state = _decide(call, submission, decide, note)
    if decide is Decision.DECLINE:
        archive.forget_traces()
    out.print(f"Submission {submission} is {state}.")


def publish(submission: Annotated[int, typer.Argument(help="Number of an approved submission.", max=HIGHEST)]) -> None:
    """File an approved submission as a case and destroy the key of its original text."""
    archive = opened()
    with archive.writing(OPERATOR) as call:
        case = publish_submission(call, submission)
    archive.forget_traces()
    archive.catch_up()
    out.print(f"Published as [bold]{case.code}[/bold].")


def withdraw(
    what: Annotated[str, typer.Argument(help="A case's code, or a contributor's receipt.")],
) -> None:
    """Take a case or a submission back for good."""
    archive = opened()
    with archive.writing(OPERATOR) as call:
        if what.upper().startswith("CASE"):
            withdraw_case(call, number_of(what))
        else:
            withdraw_submission(call, what)
    archive.forget_traces()
    archive.catch_up()
    out.print("Withdrawn. It is gone from every page, search and feed.")


def _decide(call: Call, submission: int, decision: Decision, note: str) -> str:
    if decision is Decision.APPROVE:
        return verbs.approve(call, submission, note)
    if decision is Decision.RETURN:
        verbs.send_back(call, submission, note)
        return "needs you"
    verbs.decline(call, submission, note)
    return "declined"


def _change_draft(archive: Archive, submission: int, file: Path) -> None:
    import tomllib

    try:
        changes = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise BadInput(f"{file.name} is not a TOML file. Look at corpus/starter/cases for the form.") from None
    with archive.reading(OPERATOR) as call:
        before = case_to_mapping(open_draft(call, submission))
    facets = changes.pop("facets", {})
    changed = {**before["facets"], **facets} if isinstance(facets, dict) else facets
    with archive.writing(OPERATOR) as call:
        verbs.edit_draft(call, submission, draft_from_mapping({**before, **changes, "facets": changed}))


def _print_queue(archive: Archive) -> None:
    with archive.reading(OPERATOR) as call:
        waiting = queue(call)
    table = Table("Number", "State", "Came", "From", "Held by")
    for submission in waiting:
        came = f"{submission.submitted_at:%Y-%m-%d}"
        table.add_row(str(submission.id), submission.state, came, submission.source, submission.claimed_by or "")
    out.print(table if waiting else "Nothing waits for review.")


def _print_desk(archive: Archive, number: int) -> None:
    with archive.writing(OPERATOR) as call:
        desk = open_desk(call, number)
    if desk.submission.redaction:
        out.print(escape(desk.submission.redaction.text), highlight=False)
    if desk.submission.draft:
        for field, says in verbs.unfinished(desk.submission.draft).items():
            out.print(f"Still to do: {field}: {says}")
    if desk.risk:
        out.print(f"Risk: [bold]{desk.risk.light}[/bold]. {desk.risk.advice}")
