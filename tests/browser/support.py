"""What browser tests share: a real site on a free port, and a page that remembers what a browser complained about."""

import re
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import pyotp
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from api.archive import Archive
from api.bootstrap import bring_index_up, load_engines, open_archive
from api.dependencies import SESSION_COOKIE
from api.identity import CONTRIBUTOR, OPERATOR, member
from api.settings import Settings
from api.workflow import accounts
from api.workflow.redact import redact_or_hold
from api.workflow.submit import Receipt, read_text, submit
from corpus.accounts.store import Role
from corpus.model.case import NATIONAL
from corpus.model.submission import Consent
from corpus.starter.loader import starter_cases
from web.app import create_site

PHONE = (375, 812)
DESK = (1280, 900)
PASSWORD = "a long enough password"
CASES = 50
BUILT_ONCE = Path(__file__).parents[2] / "var" / "tests"
"""Keeps the exported encoder from one run to the next; its name holds the digest of its weights."""
_TOPICS = ("2.1", "3.1", "4.4", "5.5", "10.1", "10.2")
"""What the three reference scenarios are about, so that they have something to find."""
_ON_TOPIC = 30
_LONG_SHELF = "2."
"""The rest is of this group, so that its shelf has a second page."""
_START_SECONDS = 30


@dataclass(frozen=True)
class Site:
    url: str
    archive: Archive
    factor: str
    """Secret of the reviewer's authenticator."""


def small_archive(folder: Path) -> Archive:
    """A real archive with some starter cases, filed as they are: their files are checked elsewhere."""
    settings = Settings(folder=folder, starter=False, searches_a_minute=1_000, submissions_an_hour=1_000)
    archive = open_archive(settings, engines=load_engines(Settings(folder=BUILT_ONCE)))
    cases = [starter.case for starter in starter_cases()]
    wanted = [case for case in cases if case.facets.topic in _TOPICS][:_ON_TOPIC]
    others = [case for case in cases if case not in wanted and case.facets.topic.startswith(_LONG_SHELF)]
    with archive.writing(OPERATOR) as call:
        for case in [*wanted, *others][:CASES]:
            call.casebook.put_starter(case, audience=NATIONAL, digest=case.code, at=call.now)
    bring_index_up(archive, lambda _done, _of: None, anew=True)
    return archive


def reviewer_account(archive: Archive, name: str) -> str:
    """Makes an account and gives the secret of its second factor."""
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create(name, PASSWORD, Role.REVIEWER, at=call.now)
    return pyotp.parse_uri(address).secret


def serve(archive: Archive) -> tuple[uvicorn.Server, str]:
    """The site in a thread of this process, on a free port; the caller sets `should_exit`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_site(archive), port=port, access_log=False, log_level="warning"))
    threading.Thread(target=server.run, daemon=True).start()
    for _ in range(_START_SECONDS * 20):
        if server.started:
            return server, f"http://127.0.0.1:{port}"
        time.sleep(0.05)
    raise RuntimeError("The site did not start.")


@dataclass
class Visit:
    """One reader with a browser window."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)
    """Console errors, script errors and requests to elsewhere, in order."""

    def open(self, path: str, *, status: int = 200) -> None:
        """A page that is looked at is the one that was meant: an error page looks right as well."""
        answered = self.page.goto(self.url + path)
        assert answered is None or answered.status == status, f"{path}: {answered.status}"

    def press(self, name: str) -> None:
        """Presses the visible button of that name and waits for the next page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name).locator("visible=true").first.click()

    def flaws(self) -> list[str]:
        """Everything that no page of ours may have; empty is what we want. Needs a window with scripts: axe is one."""
        sideways = [f"{self.sideways()} px sideways"] if self.sideways() else []
        headings = [] if self.page.locator("h1").count() == 1 else ["not one first heading"]
        return [*sideways, *headings, *self.low_targets(), *self.complaints, *self.accessibility_problems()]

    def ask(self, text: str) -> None:
        self.open("/")
        self.page.get_by_label("Describe what happened").fill(text)
        self.press("Find precedents")

    def accessibility_problems(self) -> list[str]:
        """What axe finds, as "rule: first element"; empty is what we want."""
        found = Axe().run(self.page).response["violations"]
        return [f"{rule['id']}: {rule['nodes'][0]['target']}" for rule in found]

    def sideways(self) -> int:
        """Pixels that have to be scrolled sideways."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def sheets(self) -> int:
        """Sheets of paper that the page takes when printed."""
        printed = self.page.pdf(format="Letter", margin=dict.fromkeys(("top", "bottom", "left", "right"), "1cm"))
        return len(re.findall(rb"/Type\s*/Page\b", printed))

    def low_targets(self) -> list[str]:
        """Buttons, boxes and links of navigation that are less than 44 px high."""
        return list(
            self.page.evaluate(
                """() => [...document.querySelectorAll("button, summary, nav a, select, input:not([type=hidden])")]
                    .filter((e) => e.checkVisibility() && !e.matches(".usa-sr-only, [type=checkbox], [type=radio]"))
                    .filter((e) => e.getBoundingClientRect().height < 43.5)
                    .map((e) => e.outerHTML.slice(0, 120))"""
            )
        )


def watched(context: BrowserContext, url: str) -> Visit:
    """A new window whose complaints are kept."""
    visit = Visit(page=context.new_page(), url=url)
    page = visit.page
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("console", lambda line: visit.complaints.append(line.text) if _is_ours(line.type, line.text) else None)
    page.on("request", lambda sent: None if sent.url.startswith((url, "data:")) else visit.complaints.append(sent.url))
    return visit


def _is_ours(kind: str, text: str) -> bool:
    """An error page is reported by the browser itself; that is no complaint about us."""
    return kind in {"error", "warning"} and not text.startswith("Failed to load resource")


def sign_in(visit: Visit, site: Site) -> None:
    """As the reviewer of this site; a code works once, so one test process signs in once."""
    visit.open("/sign-in")
    visit.page.get_by_label("Name").fill("robin")
    visit.page.get_by_label("Password").fill(PASSWORD)
    visit.page.get_by_label("Code").fill(pyotp.TOTP(site.factor).now())
    visit.press("Sign in")


def session_of(site: Site, name: str, role: Role) -> dict[str, object]:
    """The cookie of a new account, for a window; the page for signing in has a test of its own."""
    with site.archive.writing(OPERATOR) as call:
        _, address = call.accounts.create(name, PASSWORD, role, at=call.now)
    code = pyotp.parse_uri(address).at(call.now)
    token = accounts.sign_in(site.archive, OPERATOR, name, PASSWORD, code)
    cookie = {"name": SESSION_COOKIE, "value": token, "domain": "127.0.0.1", "path": "/", "expires": -1}
    return {"cookies": [{**cookie, "httpOnly": True, "secure": False, "sameSite": "Strict"}], "origins": []}


def hand_in(site: Site, text: str, *, audience: str = NATIONAL) -> Receipt:
    """As a contributor, through the verbs."""
    by = member(CONTRIBUTOR, frozenset({audience}))
    with site.archive.writing(by) as call:
        receipt = submit(call, read_text(text), consent=Consent(audience))
    redact_or_hold(site.archive, receipt.submission_id)
    return receipt
