"""Going through a page without a mouse: to a control by its name, and whether the eye can follow. Clicks are a visit's."""

from playwright.sync_api import Page


def walk_to(page: Page, name: str, most: int = 120, *, back: bool = False) -> None:
    """Tabs to the control of that label or text; each one on the way has to be seen, so that nobody walks blind."""
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        focused = page.evaluate(_FOCUSED)
        assert focused["problem"] == "", f"{focused['name'].strip()[:60]} {focused['problem']}"
        if name in focused["name"]:
            return
    raise AssertionError(f"{name} was not reached with {most} tabs")


def write(page: Page, name: str, text: str) -> None:
    """Tabs to the field and types."""
    walk_to(page, name)
    page.keyboard.insert_text(text)


def enter(page: Page, name: str) -> None:
    """Tabs to the button or link, presses Enter and waits for the page, or for the part of it that was jumped to."""
    walk_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


_FOCUSED = """() => {
    document.getAnimations().forEach((a) => a.finish());
    const e = document.activeElement, labels = [...(e.labels || [])];
    const name = [e.textContent, e.getAttribute("aria-label"), ...labels.map((l) => l.textContent)].join(" ");
    if (e === document.body) return {name: "", problem: ""};
    // A check box is drawn by its label: the box itself stands outside of the page.
    const drawn = ["checkbox", "radio"].includes(e.type) ? labels[0] : e;
    const box = drawn.getClientRects()[0];
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (bottom - top < Math.min(box.height, 40)) return {name, problem: "is out of sight"};
    const above = [top + 4, (top + bottom) / 2].map((y) => document.elementFromPoint((box.left + box.right) / 2, y));
    if (!above.every((a) => drawn.contains(a))) return {name, problem: "is behind something else"};
    const styles = [getComputedStyle(drawn), getComputedStyle(drawn, "::before")];
    const ringed = styles.some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0);
    return {name, problem: ringed ? "" : "has no ring around it"};
}"""
"""Name of the focused control, as far as labels and text give it, and what keeps it from being seen (or nothing)."""
