"""Sender lines of exports pasted as plain text: the name before the colon, in the forms that chats and mails write."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from corpus.model.redaction import EntityKind
from redaction.finding import SEPARATOR, Finding
from redaction.lexicon import is_common, is_first_name, is_homograph
from redaction.recognizers.patterns import SECONDS, Pattern, Patterns

TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\b\.?)?"
STAMP = rf"\[?\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}},?\s(?:at\s)?{TIME}\]?(?:\s[-\u2013])?"
_LINE = r"(?:^|(?<=\n))[ \t]{0,3}"
_SENDER = r"~?\s?(?<x>[^\s:\n\ue000\[\d\u2013-][^:\n\ue000\[\]]{0,40}?)"


class Headers(Patterns):
    """Senders whose line has the form of an export; `Prefixes` reads the bare "name: text"."""

    patterns = (
        Pattern(
            EntityKind.PERSON,
            0.95,
            rf"{_LINE}(?:{STAMP}|\[[^\n\]]{{0,24}}{TIME}\])\s{{0,2}}{_SENDER}:(?=\s|$)",
            digits=True,
        ),
        Pattern(
            EntityKind.PERSON, 0.95, rf"{_LINE}{_SENDER}\s[\[(]?(?:[a-z]{{3,9}}\s)?{TIME}[\])]?:(?=\s|$)", digits=True
        ),
        Pattern(
            EntityKind.PERSON,
            0.9,
            rf"{_LINE}(?<x>[\p{{L}}~][^\d\n\ue000:\[\]]{{0,40}}?)[ \t]{{0,3}}(?:\n[ \t]{{0,3}}|\s)\[?(?:today\sat\s|yesterday\sat\s)?{TIME}\]?[ \t]{{0,3}}(?=\n|$)",
            digits=True,
        ),
        Pattern(
            EntityKind.PERSON,
            0.9,
            r"(?:^|(?<=\n))[>\s]{0,6}(?:from|to|cc|bcc|sent\sby|reply-to)\s?:\s{0,3}[\"']?(?<x>[\p{L}][^<>\n\ue000@\"(\[;]{1,60}?)[\"']?\s{0,2}(?=<|\n|\[|\(|;|$)",
        ),
        Pattern(
            EntityKind.PERSON,
            0.9,
            r"""["'](?:name|sender|sender_name|user_name|real_name|display_name|nickname|author|first_name|last_name|from)["']
            \s{0,2}:\s{0,2}["'](?<x>[^"'\n\ue000]{1,60})["']""",
        ),
        Pattern(
            EntityKind.PERSON,
            0.9,
            r"(?:^|(?<=\n))[>\s]{0,6}on\s[^\n\ue000]{6,60}?(?:,\s|\d\s|[ap]m\s)(?<x>(?-i:[A-Z])[\p{L}.' -]{1,40}?)\s(?:<[^\n>]{1,80}>\s)?(?:wrote|escribi)",
        ),
    )

    def find(self, text: str) -> Iterator[Finding]:
        """Every sender; of several in a row, parted by commas, each by itself and without "our coordinator"."""
        for finding in super().find(text):
            position = finding.start
            for piece in text[finding.start : finding.end].split(","):
                start = position + len(piece) - len(piece.lstrip())
                if piece.strip() and not is_a_label(piece) and (position == finding.start or not _describes(piece)):
                    yield replace(finding, start=start, end=start + len(piece.strip()))
                position += len(piece) + 1


def _describes(piece: str) -> bool:
    """True for "Title IX coordinator": an everyday word that is no name stands in it."""
    return any(is_common(part) and not is_homograph(part) for part in _parts(piece))


class Prefixes(Patterns):
    """A line's "name: text", where the name is a name, or comes back and holds one; everyday words are somebody only
    where lines answer each other: "letter we sent: ..." in a plain text is nobody's. Speakers A, B, C are nobody.
    """

    by_message = False
    patterns = (
        Pattern(
            EntityKind.PERSON,
            0.75,
            rf"{_LINE}>{{0,3}}\s?~?(?<x>[\p{{L}}][\w.'-]{{0,20}}(?:\s[\w.'()-]{{1,20}}){{0,3}}):(?=\s)",
        ),
    )

    def find(self, text: str) -> Iterator[Finding]:
        _, compiled = self._compiled[0]
        matches = list(compiled.finditer(text, timeout=SECONDS))
        often = Counter(match.group("x") for match in matches)
        speakers = {name for name in often if len(name) == 1}
        lettered = speakers if {"A", "B"} <= speakers <= set("ABCDE") else set()
        answering = _speakers(text, matches)
        for match in matches:
            name = match.group("x")
            if name in lettered or is_a_label(name):
                continue
            comes_back = often[name] > 1 and _holds_a_name(name)
            answers = match.start() in answering and not _is_a_phrase(name)
            if comes_back or answers or all(map(_nameable, _parts(name))):
                yield Finding(*match.span("x"), EntityKind.PERSON, 0.75, self.name)


def _speakers(text: str, matches: Sequence["regex.Match[str]"]) -> set[int]:
    """Where names stand that come back in a message whose lines are mostly turns of two or more."""
    by_message: dict[int, list[regex.Match[str]]] = {}
    for match in matches:
        by_message.setdefault(text.rfind(SEPARATOR, 0, match.start()), []).append(match)
    found: set[int] = set()
    for start, turns in by_message.items():
        end = text.find(SEPARATOR, start + 1)
        lines = sum(1 for line in text[start + 1 : end if end >= 0 else len(text)].split("\n") if line.strip())
        often = Counter(match.group("x") for match in turns)
        if len(often) > 1 and len(often) < len(turns) and len(turns) >= _LEAST_TURNS * lines:
            found.update(match.start() for match in turns if often[match.group("x")] > 1)
    return found


def _holds_a_name(name: str) -> bool:
    """True for "mike from 3rd", "ponce admin" and "Big O"."""
    if any(len(part) == 1 and part.isupper() and part not in "AI" for part in name.split()):
        return True
    said = [part for part in _parts(name) if len(part) > 1 and not part.isdigit()]
    return any(map(is_first_name, said)) or (not _is_a_phrase(name) and any(map(_nameable, said)))


def _is_a_phrase(name: str) -> bool:
    """True for "what we did", "letter home": words that stand between others or send something."""
    return not _PHRASE.isdisjoint(_parts(name))


_LEAST_TURNS = 0.4
_PHRASE = frozenset(
    """we i they you he she it our my his her their your this that these those the a an to of for with by in on at from
    what who how if when where why which is was were are be been did do does done had has have not no and or but as
    letter message note text script email announcement statement advice draft voicemail robocall narrative backfired
    pros cons went sent told wrote called asked next still another other others
    de del la las los que lo el para con por nos carta mensaje resumen texto familias""".split()
)


_LABELS = frozenset(
    """me you note notes update edit ps subject re fw fwd date sent attachments cc bcc to from principal ap vp admin office
    mom dad teacher parent counselor nurse question q a answer time where who what when why how plan fact facts sup supt
    today tomorrow lesson lessons help here topic location summary background outcome timeline staff students director
    families actions next day script text email message reply system http https heads up line tip tl dr tldr goal
    peer prin prins principals principal's chat group lead head heads chair charter tech ops facilities transport
    transportation lunch cafeteria security district central downtown area region feeder rural it hr sped
    title coordinator coord bus elementary middle high school primary alt team rep union county state city asst
    assistant vice dir esc hs ms es elem k8 k-8 prek ap-1 ap-2 ap-3 vp-1 9th 10th 11th 12th counselors
    old new p ad one two three four five hc ac mp sysop host moderator
    resumen mensaje asunto situacion contexto hechos acciones resultado resultados pregunta respuesta leccion
    lecciones actualizacion texto correo aviso fecha tema antes despues hoy ayer manana para directora
    maestra maestro padres madre padre familias estudiantes personal
    desk custodian secretary deputy sro officer dispatch caller operator them us her him ok yes no then first
    second third finally result draft subj importance followup follow-up lol also fyi problem idea rule step option""".split()
)


def is_a_label(name: str) -> bool:
    """True for what stands before a colon without being a person: "Subject", "AP", "next day"."""
    parts = _parts(name)
    named = [part for part in parts if part not in _LABELS]
    return not named or (len(named) < len(parts) and all(len(part) == 1 or part.isdigit() for part in named))


def _parts(name: str) -> list[str]:
    return [part for part in (part.strip("().~,").lower() for part in name.split()) if any(map(str.isalnum, part))]


def _nameable(part: str) -> bool:
    return is_first_name(part) or is_homograph(part) or not is_common(part) or len(part) == 1
