"""Charts: rounded counts, nothing that the page's policy forbids, any text as a label."""

import re
from xml.etree import ElementTree as ET

from web.charts import Bar, chart

BARS = (Bar("Settled", 31, "settled"), Bar("Partly settled", 17), Bar("Escalated", 3))


def boxes(svg: str) -> list[float]:
    return [float(box.get("width", 0)) for box in ET.fromstring(svg).iter("rect") if "bar__box" in box.get("class", "")]


def test_bars_are_as_long_as_rounded_counts() -> None:
    small, partly, settled = boxes(chart("How it ended", BARS).svg)
    assert small == 0
    assert round(settled / partly, 3) == 2.0
    assert boxes(chart("x", (Bar("Settled", 34), *BARS[1:])).svg)[2] == settled, "31 and 34 look alike"


def test_no_exact_count_stands_anywhere_and_none_below_five() -> None:
    svg = chart("How it ended", BARS).svg
    words = " ".join(ET.fromstring(svg).itertext()) + ET.fromstring(svg).get("aria-label", "")
    assert "30+" in words
    assert "under 5" in words
    assert not re.search(r"\b(31|17|3)\b", words)


def test_nothing_that_a_policy_without_inline_style_and_script_forbids() -> None:
    svg = str(chart("How it ended", BARS).svg)
    assert not re.search(r"<style|<script|style=|https?://|\bon\w+=|\bid=|<desc|<!--", svg)


def test_markup_in_a_label_is_text() -> None:
    svg = str(chart('<script>"&', (Bar("<b>&</b>", 9),)).svg)
    assert "<script>" not in svg
    assert "<b>" not in svg
    assert "<b>&</b>" in list(ET.fromstring(svg).itertext())
