"""Bars for counts as SVG, drawn on the server by pygal; the one place that knows it.

What pygal adds for itself (style, script, tooltips, ids) is taken out, since pages forbid style and script within them:
colours and type come from the style sheet. The tree is escaped by the library that writes it, so that a label may hold
any text. A table with the same numbers stands beneath every chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

import pygal
from markupsafe import Markup
from pygal.style import Style

from api.small_counts import at_least
from web import wording

_WIDTH, _ROW, _FOOT = 360, 34, 14
_DROPPED = {"defs", "desc", "title", "script", "style"}
_STYLE = Style(label_font_size=14, value_font_size=13, font_family="sans-serif", value_font_family="sans-serif")


@dataclass(frozen=True)
class Bar:
    """One value of a facet and how many cases have it."""

    label: str
    count: int
    kind: str = ""
    """Names its colour in the style sheet, such as "settled"."""

    @property
    def said(self) -> str:
        """As `api.small_counts` allows."""
        return wording.count(self.count)


@dataclass(frozen=True)
class Chart:
    name: str
    bars: tuple[Bar, ...]
    svg: Markup


def chart(name: str, bars: Sequence[Bar]) -> Chart:
    """Horizontal bars in the given order, as long as the counts are when rounded down to fives."""
    return Chart(name, tuple(bars), _svg(name, bars))


def _svg(name: str, bars: Sequence[Bar]) -> Markup:
    drawn = pygal.HorizontalBar(
        width=_WIDTH,
        height=_ROW * len(bars) + _FOOT,
        css=[],
        js=[],
        margin=2,
        margin_right=44,
        show_legend=False,
        show_x_labels=False,
        show_y_labels=True,
        show_x_guides=False,
        show_y_guides=False,
        show_minor_x_labels=False,
        print_values=False,
        range=(0, max([at_least(bar.count) for bar in bars] + [1])),
        style=_STYLE,
    )
    drawn.x_labels = [bar.label for bar in reversed(bars)]
    drawn.add("", [at_least(bar.count) for bar in reversed(bars)])
    root = _cleaned(drawn.render_tree())
    _mark_bars(root, list(reversed(bars)))
    root.attrib = {
        "class": "chart__svg",
        "viewBox": root.attrib["viewBox"],
        "role": "img",
        "aria-label": f"{name}: " + ", ".join(f"{bar.label} {bar.said}" for bar in bars),
    }
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704  # a tree that its writer has escaped


def _cleaned(element: Element) -> Element:
    """Without what the page's policy forbids or a screen reader would read twice."""
    for child in list(element):
        if not isinstance(child.tag, str) or child.tag in _DROPPED or "overlay" in child.get("class", ""):
            element.remove(child)
        else:
            child.attrib.pop("style", None)
            child.attrib.pop("id", None)
            _cleaned(child)
    return element


def _mark_bars(root: Element, bars: Sequence[Bar]) -> None:
    """Gives each bar the class of its kind, and its count in words at its end."""
    groups = [group for group in root.iter("g") if group.get("class") == "bar"]
    for group, bar in zip(groups, bars, strict=True):
        box = group[0]
        box.set("class", f"bar__box bar__box--{bar.kind}" if bar.kind else "bar__box")
        end = float(box.get("x", 0)) + float(box.get("width", 0))
        middle = float(box.get("y", 0)) + float(box.get("height", 0)) / 2
        said = SubElement(group, "text", {"class": "bar__count", "x": f"{end + 5:.1f}", "y": f"{middle + 5:.1f}"})
        said.text = bar.said
