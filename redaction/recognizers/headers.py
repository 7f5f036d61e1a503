"""Sender lines of exports pasted as plain text: the name before the colon, in the forms that chats and mails write."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common, is_first_name, is_homograph
from redaction.recognizers.patterns import Pattern, Patterns

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\.?)?"
STAMP = rf"\[?\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}},?\s(?:at\s)?{_TIME}\]?(?:\s[-\u2013])?"
_SENDER = r"~?\s?(?<x>[^\s:\n\ue000\[][^:\n\ue000]{0,40})"


class Headers(Patterns):
    patterns = (
        Pattern(EntityKind.PERSON, 0.95, rf"(?:^|(?<=\n))[ \t]{{0,3}}{STAMP}\s{{0,2}}{_SENDER}:(?=\s|$)"),
        Pattern(EntityKind.PERSON, 0.7, r"(?:^|(?<=\n))[ \t]{0,3}~?(?<x>[\p{L}][\w.'-]{0,20}(?:\s[\w.'()-]{1,20}){0,3}):(?=\s)"),
        Pattern(EntityKind.PERSON, 0.85, rf"(?:^|(?<=\n))[ \t]{{0,3}}(?<x>[\p{{L}}~][^\d\n\ue000:\[\]]{{0,40}}?)[ \t]{{0,3}}(?:\n[ \t]{{0,3}}|\s)\[?{_TIME}\]?[ \t]{{0,3}}(?=\n|$)"),
        Pattern(
            EntityKind.PERSON,
            0.9,
            r"(?:^|(?<=\n))[>\s]{0,6}(?:from|to|cc|bcc|sent\sby|reply-to)\s?:\s{0,3}[\"']?(?<x>[\p{L}][^<>\n\ue000@\"(\[;]{1,60}?)[\"']?\s{0,2}(?=<|\n|\[|\(|;|$)",
        ),
        Pattern(EntityKind.PERSON, 0.9, r"(?:^|(?<=\n))[>\s]{0,6}on\s[^\n\ue000]{6,60}?(?:,\s|\d\s|[ap]m\s)(?<x>(?-i:[A-Z])[\p{L}.' -]{1,40}?)\s(?:<[^\n>]{1,80}>\s)?(?:wrote|escribi)"),
    )
    _not_people = frozenset(
        """me you note update edit ps subject re fw fwd date sent attachments cc bcc to from principal ap vp admin office
        mom dad teacher parent counselor nurse question q a answer time where who what when why how plan fact facts
        today tomorrow lesson lessons help here topic location summary background outcome timeline staff students
        families actions next day script text email message reply system http https heads up""".split()
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        parts = [part.strip("().~").lower() for part in match.group("x").split()]
        parts = [part for part in parts if part]
        if not parts or all(part in self._not_people for part in parts):
            return False
        if match.re.pattern == self._compiled[1][1].pattern:
            return all(_nameable(part) for part in parts) and len(parts) <= 4
        return not all(is_common(part) and not is_homograph(part) for part in parts)


def _nameable(part: str) -> bool:
    return is_first_name(part) or is_homograph(part) or not is_common(part) or len(part) == 1
