"""What a reader waits for: `python -m tests.benchmarks.page_weight [--url http://127.0.0.1:8000]`.

Opens each kind of page of a running site in Chromium at 375 px with an empty cache, and counts the bytes that came over
the wire, style, script and fonts included; then searches for a reference scenario without a mouse and takes the time from
pressing Enter to the first result on the screen, ten times. The peer in the same run is the bare page of an error, which
asks neither index nor casebook: what is left between the two is the archive's own work.
"""

import argparse
import statistics
import time

from playwright.sync_api import Browser, Response, sync_playwright

from tests.browser.support import PHONE
from web.pages.search import EXAMPLES

PAGES = {
    "home": "/",
    "brief": "/brief",
    "topics": "/topics",
    "shelf": "/topics/2",
    "case": "/random",
    "calendar": "/calendar",
    "map": "/map",
    "playlists": "/playlists",
    "contribute": "/contribute",
}
_SEARCHES = 10


def weigh(chromium: Browser, address: str) -> tuple[int, int]:
    """Bytes of the page itself, and of everything it needs, as they came over the wire."""
    context = chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    answers: list[Response] = []
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # Playwright marks its handlers
    own = page.goto(address, wait_until="networkidle")
    sizes = [answer.request.sizes()["responseBodySize"] for answer in list(answers)]
    page_itself = own.request.sizes()["responseBodySize"] if own else 0
    context.close()
    return page_itself, sum(sizes)


def first_result(chromium: Browser, url: str, text: str) -> float:
    """Milliseconds from Enter to the first result in sight, in a window that has the style sheets."""
    page = chromium.new_page()
    page.goto(url)
    page.get_by_label("Describe what happened").fill(text)
    page.get_by_role("button", name="Find precedents").focus()
    start = time.perf_counter()
    page.keyboard.press("Enter")
    page.locator("article.result").first.wait_for(state="visible")
    taken = (time.perf_counter() - start) * 1_000
    page.close()
    return taken


def bare(chromium: Browser, url: str) -> float:
    """Milliseconds to a page that asks nothing of the archive."""
    page = chromium.new_page()
    start = time.perf_counter()
    page.goto(f"{url}/nowhere")
    taken = (time.perf_counter() - start) * 1_000
    page.close()
    return taken


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--url", default="http://127.0.0.1:8000", help="a running site: `make serve`")
    url = asked.parse_args().url
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, path in PAGES.items():
            own, everything = weigh(chromium, url + path)
            print(f"{name:12} {own / 1_000:6.1f} kB page {everything / 1_000:7.1f} kB in all, empty cache", flush=True)
        text = next(iter(EXAMPLES.values()))
        times = sorted(first_result(chromium, url, text) for _ in range(_SEARCHES))
        bares = sorted(bare(chromium, url) for _ in range(_SEARCHES))
        print(f"first result p50 {statistics.median(times):.0f} ms, slowest of {_SEARCHES} {times[-1]:.0f} ms")
        print(f"bare page    p50 {statistics.median(bares):.0f} ms, slowest of {_SEARCHES} {bares[-1]:.0f} ms")
        chromium.close()


if __name__ == "__main__":
    main()
