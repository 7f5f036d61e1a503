"""HTML to text with the standard library's parser: words and line breaks kept, scripts and styles dropped."""

import re
from html.parser import HTMLParser

from corpus.readers.bounds import check_markup

_BREAKS = frozenset(
    {"p", "div", "br", "tr", "li", "ul", "ol", "table", "td", "blockquote", "hr", "pre", "section", "article"}
    | {f"h{size}" for size in range(1, 7)}
)
_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]{0,20}+)(?:[\s/:][^<>]*+)?>")
_STRAY = re.compile(r"<(?!/?[a-zA-Z][a-zA-Z0-9]{0,20}+>)")
_DOCTYPE = re.compile(r"<!doctype[^<>]*+>", re.IGNORECASE)
_HIDDEN = frozenset({"script", "style", "template"})


def text_of_html(markup: str) -> str:
    """The words of `markup`, one block a line; a blockquote's lines begin with ">". Raises UnreadableExport for far
    too much of it.
    """
    check_markup(markup)
    parser = _TextParser()
    parser.feed(_tamed(markup))
    parser.close()
    return parser.text()


def _tamed(markup: str) -> str:
    """Only bare tags and words: the parser takes quadratic time over unclosed ones; attributes hold no words."""
    return _STRAY.sub("&lt;", _TAG.sub(r"<\1>", _DOCTYPE.sub("", _without_comments(markup))))


def _without_comments(markup: str) -> str:
    kept: list[str] = []
    end = 0
    while (start := markup.find("<!--", end)) >= 0 and (close := markup.find("-->", start)) >= 0:
        kept.append(markup[end:start])
        end = close + len("-->")
    return "".join((*kept, markup[end:]))


class _TextParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[int, str]] = []
        self._pieces: list[str] = []
        self._quoted = 0
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser calls it so
        if tag in _HIDDEN and not self._hidden:
            self._hidden = tag
        self._break(tag)
        self._quoted += tag == "blockquote"

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        self._break(tag)
        self._quoted = max(0, self._quoted - (tag == "blockquote"))

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._pieces.append(data)

    def text(self) -> str:
        self._end_line()
        return "\n".join(">" * min(depth, 20) + (" " if depth else "") + line for depth, line in self._lines).strip()

    def _break(self, tag: str) -> None:
        if tag in _BREAKS:
            self._end_line()

    def _end_line(self) -> None:
        line = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if line:
            self._lines.append((self._quoted, line))
