"""Commands that ask: search, show."""

import json
from typing import Annotated

import typer
from rich.markup import escape

from api.commands.console import opened, out
from api.identity import OPERATOR
from api.schemas import case_out, search_out
from api.workflow.search import read_or_follow
from api.workflow.search import search as find
from corpus.casebook.case_codes import number_of
from corpus.errors import InvalidQuery
from corpus.model.search import Segment
from corpus.model.taxonomy import UNKNOWN

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def search(
    text: Annotated[str, typer.Argument(help='The situation in any words; "quoted" runs must match exactly.')],
    limit: Annotated[int, typer.Option(help="How many precedents at most.", min=1, max=50)] = 5,
    as_json: AsJson = False,
) -> None:
    """Find what others did when it happened to them."""
    if not text.strip():
        raise InvalidQuery("Describe the situation in a few words.")
    found = find(opened(), OPERATOR, text, limit=limit)
    if as_json:
        out.print_json(search_out(found).model_dump_json())
        return
    if found.removed:
        out.print(f"[dim]Removed from your words before searching: {len(found.removed)} mention(s).[/dim]")
    if not found.answer.has_close:
        out.print("[bold]No close precedent yet.[/bold] The nearest ones:")
    for precedent in found.precedents:
        case, hit = precedent.case, precedent.hit
        out.print(f"\n[bold]{case.code}[/bold]  {hit.band.value}: {escape(case.title)}", highlight=False)
        out.print("  " + "".join(_marked(segment) for segment in hit.passage), highlight=False)
        says = (hit.role, case.outcome, case.facets.school_year, case.provenance)
        out.print("  [dim]" + escape(" · ".join(value for value in says if value != UNKNOWN)) + "[/dim]")


def show(code: Annotated[str, typer.Argument(help="Such as CASE-0417.")]) -> None:
    """Print one case as JSON; of a merged one, that which it lives on in."""
    out.print_json(json.dumps(case_out(read_or_follow(opened(), OPERATOR, number_of(code)))))


def _marked(segment: Segment) -> str:
    text = escape(segment.text)
    return f"[underline]{text}[/underline]" if segment.marked else text
