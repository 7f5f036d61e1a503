"""Handles, account names after a platform's name, and hashtags made for a school or a person."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common
from redaction.recognizers.patterns import Pattern, Patterns

_PLATFORMS = "ig|insta|instagram|snap|snapchat|sc|tik\\s?tok|tt|twitter|x|fb|facebook|discord|roblox|kik|venmo|cashapp|yt|youtube|gamertag|psn|xbox|telegram|threads|finsta"


class Handles(Patterns):
    patterns = (
        Pattern(EntityKind.HANDLE, 0.95, r"(?<![\w@/.])@(?!(?:everyone|all|here|channel)\b)[\w](?:[\w.-]{0,38}\w)?"),
        Pattern(EntityKind.HANDLE, 0.9, r"(?<!\w)(?<x>\#[a-z_]\w{2,60})(?!\w)"),
        Pattern(
            EntityKind.HANDLE,
            0.9,
            rf"\b(?:{_PLATFORMS}|username|user\sname|handle|screen\s?name|account|acct|page)(?:\s(?:is|was|name|handle|user|account|acct|page|called|named|name\sis)){{0,3}}[\s:]{{1,3}}[\"'(]?(?<x>@?(?=[\w.]{{0,30}}[\d_.]\w)[a-z\d_][\w.]{{1,30}}\w)",
        ),
        Pattern(EntityKind.HANDLE, 0.9, rf"\b(?:{_PLATFORMS})\s?:\s{{0,2}}@?(?<x>[a-z\d_][\w.]{{2,30}})"),
        Pattern(
            EntityKind.HANDLE,
            0.85,
            r"(?<![\w@/.#])(?=[\w.]{4,40}\b)[a-z\d]{1,30}(?:\.[a-z\d]{1,20})?_[a-z\d_]*[a-z\d][\w.]*(?<!\.)(?!\w|[\"']\s?:)",
        ),
        Pattern(
            EntityKind.HANDLE, 0.8, r"(?<![\w@/.#-])(?<x>[a-z][a-z\d]{1,20}(?:\.[a-z\d]{2,20}){1,3})(?![\w@/.-]\w)"
        ),
        Pattern(EntityKind.HANDLE, 0.85, r"(?<![\w@/.-])[\w.]{2,32}\#\d{4}\b"),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        """No channel names, which a Slack export writes alone on a line; no word of everyday English alone."""
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


def _is_a_slip(token: str) -> bool:
    """True for two everyday words with a full stop and no blank between them: "done.then"."""
    return all(is_common(part) or part.isdigit() for part in token.lower().strip("@").split("."))
