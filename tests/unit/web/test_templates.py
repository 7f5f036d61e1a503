"""Every template compiles, and none prints a name that its page does not have."""

import pytest
from jinja2 import UndefinedError

from api.identity import VISITOR
from web.assets import Assets
from web.contexts import Page
from web.rendering import Renderer


def test_every_template_compiles() -> None:
    renderer = Renderer(Assets())
    assert len(renderer.names) > 20
    for name in renderer.names:
        renderer.compile(name)


def test_a_name_that_a_page_lacks_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        Renderer(Assets()).draw("pages/topics.html", Page(title="Browse", caller=VISITOR))
