"""A site that a school opens by a name of its own network, over plain HTTP: its forms work there too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from api.archive import Archive
from tests.browser.support import serve

NAME = "precedent.school.test"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window of a browser to which that name is this machine."""
    browser = chromium.browser_type.launch(
        executable_path="/usr/bin/chromium",
        args=["--no-sandbox", "--disable-background-networking", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"],
    )
    yield browser.new_page()
    browser.close()


def test_a_form_is_taken_under_a_name_of_the_network(archive: Archive, page: Page) -> None:
    server, url = serve(archive)
    page.goto(url.replace("127.0.0.1", NAME))
    page.get_by_label("Describe what happened").fill("A fire alarm was pulled")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        page.get_by_role("button", name="Find precedents").click()
    assert answered.value.status == 200
    page.goto(f"{url.replace('127.0.0.1', NAME)}/contribute")
    page.get_by_label("The discussion").fill("Dana: We called home.")
    with page.expect_navigation() as came:
        page.get_by_role("button", name="Show it redacted").click()
    assert came.value.status == 200
    server.should_exit = True
