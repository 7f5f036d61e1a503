"""One page with every component in use, for whoever changes the style sheets: what is there is decided once."""

from dataclasses import dataclass

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Reader, TheArchive
from api.workflow.browse import newest
from api.workflow.playlists import PROTOCOL, Part
from web.case_parts import PhaseOfActions, phases
from web.charts import Bar, Chart, chart
from web.contexts import FormPage
from web.paging import Pager
from web.rendering import render
from web.results import Result, listed
from web.routing import PageRouter

router = PageRouter()
_BARS = (Bar("Settled", 31, "settled"), Bar("Partly settled", 17, "partly"), Bar("Escalated", 3, "escalated"))


@dataclass(frozen=True, kw_only=True)
class ComponentsPage(FormPage):
    results: tuple[Result, ...]
    phases: tuple[PhaseOfActions, ...]
    chart: Chart
    pager: Pager
    protocol: tuple[Part, ...] = PROTOCOL[:2]


@router.page("/components")
def components(request: Request, archive: TheArchive, caller: Reader) -> Response:
    cases = newest(archive, caller, 2)
    today = archive.clock().date()
    page = ComponentsPage(
        title="Components",
        caller=caller,
        problems={"mended": "Choose a level."},
        results=tuple(listed(case, today) for case in cases),
        phases=phases(cases[0]) if cases else (),
        chart=chart("How it ended", _BARS),
        pager=Pager(2, "/components", "/components"),
    )
    return render(request, "pages/components.html", page)
