"""Handles, account names after a platform's name, and hashtags made for a school or a person."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common
from redaction.recognizers.patterns import Pattern, Patterns

_PLATFORMS = "ig|insta|instagram|snap|snapchat|sc|tik\\s?tok|tt|twitter|x|fb|facebook|discord|roblox|kik|venmo|cashapp|yt|youtube|gamertag|psn|xbox|telegram|threads|finsta"


class Handles(Patterns):
    patterns = (
        Pattern(EntityKind.HANDLE, 0.95, r"(?<![\w@/.])@(?!(?:everyone|all|here|channel)\b)[\w](?:[\w.]{0,38}\w)?"),
        Pattern(EntityKind.HANDLE, 0.9, r"(?<!\w)\#(?<x>[a-z_]\w{2,60})"),
        Pattern(
            EntityKind.HANDLE,
            0.9,
            rf"\b(?:{_PLATFORMS}|username|user\sname|handle|screen\s?name|account|acct|page)(?:\s(?:is|was|name|handle|user|account|acct|page|called|named|name\sis)){{0,3}}[\s:]{{1,3}}[\"'(]?(?<x>@?(?=[\w.]{{0,30}}[\d_.]\w)[a-z\d_][\w.]{{1,30}}\w)",
        ),
        Pattern(EntityKind.HANDLE, 0.9, rf"\b(?:{_PLATFORMS})\s?:\s{{0,2}}@?(?<x>[a-z\d_][\w.]{{2,30}})"),
        Pattern(EntityKind.HANDLE, 0.85, r"(?<![\w@/.#])(?=[\w.]{4,40}\b)[a-z\d]{1,30}(?:\.[a-z\d]{1,20})?_[a-z\d_]*[a-z\d][\w.]*(?<!\.)"),
        Pattern(EntityKind.HANDLE, 0.85, r"(?<![\w@/.-])[\w.]{2,32}\#\d{4}\b"),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        before = match.string[max(0, match.start() - 1) : match.start() + 1]
        return "#" not in before or not _all_common(match.group("x").lower())


def _all_common(tag: str) -> bool:
    """True when a hashtag falls apart into everyday words only, so that it was made for nobody."""
    whole = [True] + [False] * len(tag)
    for end in range(2, len(tag) + 1):
        whole[end] = any(whole[start] and is_common(tag[start:end]) for start in range(max(0, end - 14), end - 1))
    return whole[-1]
