"""Handles, account names after a platform's name, and hashtags made for a school or a person."""

from collections.abc import Iterator

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common
from redaction.recognizers.patterns import SECONDS, Pattern, Patterns

_PLATFORMS = "ig|insta|instagram|snap|snapchat|sc|tik\\s?tok|tt|twitter|x|fb|facebook|discord|roblox|kik|venmo|cashapp|yt|youtube|gamertag|psn|xbox|telegram|threads|finsta"


class Handles(Patterns):
    patterns = (
        Pattern(EntityKind.HANDLE, 0.95, r"(?<![\w@/.])@(?!(?:everyone|all|here|channel)\b)[\w](?:[\w.-]{0,38}\w)?"),
        Pattern(EntityKind.HANDLE, 0.9, r"(?<!\w)(?<x>\#[a-z_]\w{2,60})(?!\w)"),
        Pattern(
            EntityKind.HANDLE,
            0.9,
            rf"\b(?:{_PLATFORMS}|username|user\sname|handle|screen\s?name|account|acct|page)(?:\s(?:is|was|name|handle|user|account|acct|page|called|named|name\sis)){{0,3}}[\s:]{{1,3}}[\"'(]?(?<x>@?(?!\d{{1,2}}(?:st|nd|rd|th)\b)(?=[\w.]{{0,30}}[\d_.]\w)[a-z\d_][\w.]{{1,30}}\w)",
        ),
        Pattern(EntityKind.HANDLE, 0.9, rf"\b(?:{_PLATFORMS})\s?:\s{{0,2}}@?(?<x>(?<tail>[a-z\d_][\w.]{{2,30}}))"),
        Pattern(
            EntityKind.HANDLE,
            0.85,
            r"(?<![\w@/.#])(?=[\w.]{4,40}\b)[a-z\d]{1,30}(?:\.[a-z\d]{1,20})?_[a-z\d_]*[a-z\d][\w.]*(?<!\.)(?!\w|[\"']\s?:)",
        ),
        Pattern(
            EntityKind.HANDLE, 0.8, r"(?<![\w@/.#-])(?<x>[a-z][a-z\d]{1,20}(?:\.[a-z\d]{2,20}){1,3})(?![\w@/.-]\w)"
        ),
        Pattern(EntityKind.HANDLE, 0.85, r"(?<![\w@/.-])[\w.]{2,32}\#\d{4}\b", digits=True),
        Pattern(
            EntityKind.HANDLE, 0.8, r"(?-i:(?<![\w@/.#'-])(?<initial>[a-z])\.(?<tail>[a-z]{3,20}))(?![\w@/-]|\.\w)"
        ),
        Pattern(
            EntityKind.HANDLE, 0.8, r"(?-i:(?<![\w@/.#-])(?<tail>[a-z]{4,20})\d{1,4})(?![\w@/-]|\.\w)", digits=True
        ),
        Pattern(
            EntityKind.HANDLE,
            0.85,
            r"\b(?:user|login|logins|username|account|acct|gamertag),?\s(?:is\s|was\s)?(?<x>(?-i:(?<tail>[a-z][a-z\d]{3,20})))(?![\w@-]|\.\w)",
        ),
    )

    _listed = regex.compile(
        r"\b(?:handles|usernames|logins|users|accounts|gamertags):\s(?<names>[^\n\ue000]{3,120})", regex.IGNORECASE
    )

    def find(self, text: str) -> Iterator[Finding]:
        yield from super().find(text)
        for listing in self._listed.finditer(text, timeout=SECONDS):
            for name in _NAME.finditer(listing["names"]):
                if not is_common(name.group().lower()):
                    start = listing.start("names")
                    yield Finding(start + name.start(), start + name.end(), EntityKind.HANDLE, 0.8, self.name)

    def accepts(self, match: "regex.Match[str]") -> bool:
        """No channel names, which a Slack export writes alone on a line; no word of everyday English alone."""
        if "tail" in match.re.groupindex:
            return _is_made_up(match)
        if not match.group().startswith("#"):
            return (
                "." not in match.group()
                or "_" in match.group()
                or "@" in match.group()
                or not _is_a_slip(match.group("x") if "x" in match.groupdict() else match.group())
            )
        alone = match.string[match.end() : match.end() + 1] in ("", "\n", "-") and match.string[
            max(0, match.start() - 1) : match.start()
        ] in ("", "\n")
        return not alone and not is_common(match.group("x")[1:].lower())


_NAME = regex.compile(r"(?:(?<=^)|(?<=,\s)|(?<=,))[\w.]{3,30}(?<!\.)(?=,|[.]?\s*$|\.\s)")
_ENDINGS = frozenset("a i u n w b r y k".split())
"""One letter that is a word of a chat by itself: "u.know"."""


def _is_made_up(match: "regex.Match[str]") -> bool:
    """True where no everyday word explains the letters: "dprice4", "g.hunt", "login dpage"."""
    tail = match["tail"].lower()
    return not is_common(tail) or ("initial" in match.re.groupindex and match["initial"] not in _ENDINGS)


def _is_a_slip(token: str) -> bool:
    """True for two everyday words with a full stop and no blank between them: "done.then"."""
    return all(is_common(part) or part.isdigit() for part in token.lower().strip("@").split("."))
