"""Commands of a steward: circle, invite."""

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from api.commands.console import HIGHEST, opened, out
from api.identity import OPERATOR
from api.workflow import circles as verbs
from corpus.errors import BadInput


def circle(
    name: Annotated[str | None, typer.Argument(help="Name of a new circle; none lists what there is.")] = None,
    charter: Annotated[str, typer.Option(help="What its members agree on; a new circle needs it.")] = "",
) -> None:
    """Make a circle of invited leaders, or list the circles."""
    archive = opened()
    if name is None:
        with archive.reading(OPERATOR) as call:
            found = verbs.circles(call)
        table = Table("Number", "Name", "Since")
        for known in found:
            table.add_row(str(known.id), escape(known.name), f"{known.created_at:%Y-%m-%d}")
        out.print(table if found else "There is no circle yet.")
        return
    if not charter.strip():
        raise BadInput("A circle needs a charter: name what its members agree on with --charter.")
    with archive.writing(OPERATOR) as call:
        made = verbs.create(call, name, charter)
    out.print(f"Circle [bold]{made.id}[/bold], kept as: {escape(made.name)}. Invite with: precedent invite {made.id}")


def invite(circle: Annotated[int, typer.Argument(help="Number of the circle.", max=HIGHEST)]) -> None:
    """Print an invitation: single use, 72 hours, shown once."""
    with opened().writing(OPERATOR) as call:
        invitation = verbs.invite(call, circle)
    out.print(invitation, highlight=False)
