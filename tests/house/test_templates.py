"""Prevents: a page without a title, markup that is trusted, a script or style within a page, and a field whose words
the browser sends elsewhere to have their spelling looked at.
"""

import re
from pathlib import Path

TEMPLATES = sorted((Path(__file__).parents[2] / "web" / "templates").rglob("*.html"))


METADATA = '<script type="application/ld+json">{{ page.structured|tojson }}</script>'
"""Values that no browser runs; `tojson` leaves no letter in them that ends a script."""


def test_no_template_trusts_markup_or_holds_scripts_and_styles() -> None:
    assert TEMPLATES
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape\s+false", text), path.name
        runs = text.replace(METADATA, "")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", runs), path.name


def test_every_page_has_a_title() -> None:
    base = next(path for path in TEMPLATES if path.name == "base.html").read_text(encoding="utf-8")
    assert "<title>{{ page.document_title }}" in base
    pages = [path for path in TEMPLATES if path.parent.name in {"pages", "errors"}]
    assert pages
    assert [path.name for path in pages if '{% extends "base.html" %}' not in path.read_text(encoding="utf-8")] == []


def test_no_browser_sends_away_or_keeps_what_is_typed() -> None:
    fields = [
        (path.name, field)
        for path in TEMPLATES
        for field in re.findall(r"<textarea[^\n]*|<input[^\n]*", path.read_text(encoding="utf-8"))
        if not re.search(r'type="(?:hidden|checkbox|radio|file)"|readonly| hidden ', field)
    ]
    assert len(fields) > 5
    assert [found for found in fields if 'spellcheck="false"' not in found[1]] == []
    assert [found for found in fields if found[1].startswith("<input") and "autocomplete=" not in found[1]] == []
