"""The three reference scenarios, pasted as paragraphs: a brief whose every line is traced to its case."""

import pytest

from api.identity import VISITOR
from corpus.casebook.case_codes import number_of
from corpus.model.case import Case
from tests.browser.conftest import Visitors
from tests.browser.support import PHONE, Site, Visit
from web.pages.search import EXAMPLES

pytestmark = pytest.mark.browser
LINES = {
    ".step > .step__text": lambda case: {action.what for action in case.actions},
    ".step__tellings li": lambda case: {action.what for action in case.actions},
    ".brief__part li": lambda case: {case.outcome_text, *case.backfired},
    ".brief__words .message": lambda case: {used.text for used in case.words_used},
}
"""Where lines of a brief stand, and which texts of a case may stand there."""


def cases_of(site: Site, codes: set[str]) -> dict[str, Case]:
    with site.archive.reading(VISITOR) as call:
        held = call.casebook.cases({number_of(code) for code in codes}, VISITOR.audiences)
    return {case.code: case for case in held.values()}


def lines(visit: Visit, selector: str) -> list[tuple[str, list[str]]]:
    """Text and case codes of every line at a selector; those folded away included."""
    return [
        (line["text"], line["codes"])
        for line in visit.page.evaluate(
            """selector => [...document.querySelectorAll(selector)].map(line => {
                const around = line.closest("li, figure");
                return {text: line.textContent, codes: [...around.querySelectorAll("a.code")].map(a => a.textContent)};
            })""",
            selector,
        )
    ]


@pytest.mark.parametrize("label", EXAMPLES)
def test_every_line_is_its_cases_own(visitor: Visitors, site: Site, label: str) -> None:
    visit = visitor(PHONE, scripts=False)
    visit.open("/brief")
    visit.page.get_by_label("Describe what happened").fill(EXAMPLES[label])
    visit.press("Make the brief")
    traced = 0
    for selector, texts_of in LINES.items():
        for text, codes in lines(visit, selector):
            cases = cases_of(site, set(codes))
            assert codes, text
            assert set(codes) == set(cases), text
            own = {own for case in cases.values() for own in texts_of(case)}
            assert any(one in text for one in own), text
            traced += 1
    assert traced, "a brief without a line would pass everything above"
    assert EXAMPLES[label][:20] not in visit.page.url


@pytest.mark.parametrize("label", EXAMPLES)
def test_a_printed_brief_fits_one_sheet(visitor: Visitors, label: str) -> None:
    visit = visitor()
    visit.open("/brief")
    visit.page.get_by_label("Describe what happened").fill(EXAMPLES[label])
    visit.press("Make the brief")
    assert visit.sheets() == 1
