"""Templates to answers: the one place that knows Jinja."""

from pathlib import Path
from typing import cast

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from web import casework_wording, wording
from web.assets import Assets
from web.contexts import Page

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Draws one template from one page context; an unknown name raises instead of printing nothing."""

    def __init__(self, assets: Assets) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["asset"] = assets.address
        self._environment.globals["words"] = wording
        self._environment.globals["work"] = casework_wording
        self._environment.filters["said"] = wording.said
        self._environment.filters["lower_first"] = wording.lower_first
        self._environment.filters["sentence"] = wording.sentence

    def draw(self, template: str, page: Page) -> str:
        return self._environment.get_template(template).render(page=page)

    @property
    def names(self) -> list[str]:
        """Every template, for the test that compiles them all."""
        return self._environment.list_templates(extensions=["html", "txt"])

    def compile(self, template: str) -> None:
        """Raises TemplateSyntaxError."""
        self._environment.get_template(template)


def render(
    request: Request, template: str, page: Page, status: int = 200, headers: dict[str, str] | None = None
) -> HTMLResponse:
    """The page as an answer; the renderer hangs on the application."""
    renderer = cast("Renderer", request.app.state.renderer)
    return HTMLResponse(renderer.draw(template, page), status, headers)
