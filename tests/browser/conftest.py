"""One real site and one browser for all browser tests of a process; a fresh window for each test."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.support import DESK, Site, Visit, reviewer_account, serve, sign_in, small_archive, watched

Visitors = Callable[..., Visit]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    archive = small_archive(tmp_path_factory.mktemp("site"))
    factor = reviewer_account(archive, "robin")
    server, url = serve(archive)
    yield Site(url=url, archive=archive, factor=factor)
    server.should_exit = True


@pytest.fixture(scope="session")
def site_url(site: Site) -> str:
    return site.url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visitor(site: Site, chromium: Browser) -> Iterator[Visitors]:
    """Opens a window: `visitor()`, `visitor(PHONE)`, `visitor(scripts=False)`, `visitor(state=...)`."""
    contexts = []

    def open_window(size: tuple[int, int] = DESK, *, scripts: bool = True, state: object = None) -> Visit:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, storage_state=state
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return watched(context, site.url)

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def reviewer_state(site: Site, chromium: Browser) -> object:
    """The cookie of a reviewer who signed in through the page."""
    context = chromium.new_context()
    visit = watched(context, site.url)
    sign_in(visit, site)
    assert visit.page.url.endswith("/review")
    state = context.storage_state()
    context.close()
    return state
