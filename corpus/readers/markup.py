"""HTML to text with the standard library's parser: words and line breaks kept, scripts and styles dropped."""

from html.parser import HTMLParser

_BREAKS = frozenset(
    {"p", "div", "br", "tr", "li", "ul", "ol", "table", "td", "blockquote", "hr", "pre", "section", "article"}
    | {f"h{size}" for size in range(1, 7)}
)
_HIDDEN = frozenset({"script", "style", "template"})


def text_of_html(markup: str) -> str:
    """The words of `markup`, one block a line; a blockquote's lines begin with ">"."""
    parser = _TextParser()
    parser.feed(markup)
    parser.close()
    return parser.text()


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
