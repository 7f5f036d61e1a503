"""Draft sentences: what a redacted message tells, sentence by sentence, and which of them can be facts of a case.

Left out is what nobody tells: heads, quotations and signatures of mails, what an app writes, and the speaker's name
in front of what is said. What stands in quotation marks stays in one piece.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from redaction.app_words import app_words
from redaction.canonical import canonical

QUOTED = re.compile(r'"[^"\n]{1,600}"|\u201c[^\u201c\u201d\n]{1,600}\u201d')
_NO_END = re.compile(
    r"\b(?:[MDSJ][rst]|Mrs|Supt|Prof|Rev|Fr|Sgt|Capt|Lt|vs|e\.g|i\.e|approx)\.|\b[ap]\.m\.(?=,? [a-z])", re.IGNORECASE
)
_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"\u201d])\s+(?=[A-Z\[])")
_MARKS = str.maketrans(".!?", "___")
_MAIL = re.compile(
    r"\s*(?:>|(?:from|to|cc|bcc|date|subject|reply-to): |(?-i:R[Ee]|F[Ww]d?|FWD): [^.!?]*$|sent: .*\d|"
    r"-{3,}|_{5,}|={3,}|begin forwarded message|on .{3,120} wrote:\s*$|on .{3,120}<.{1,80}>\s*$|wrote:\s*$|"
    r"(?:sent|get) (?:from|via) my |get outlook for )",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"--|(?:(?:best|kind|warm|warmest|with|many) )?"
    r"(?:(?:regards|wishes|sincerely|respectfully|yours truly|in partnership),?|"
    r"(?:best|warmly|cheers|thanks|yours|gratitude|take care),)",
    re.IGNORECASE,
)
_MOST_SIGNED = 6
"""Lines of a signature, its closing word included."""
_BESIDE = re.compile(r"\[[^\[\]\n]*\]|[^\w\[]+|\[")
_LONGEST_OF_APP = 400
_BY_APP = re.compile(
    r"(?:liked|loved|disliked|emphasi[sz]ed|questioned|laughed at) [\"\u201c]"
    r"|(?:\[[^\]\n]+\]|you) (?:(?:added|removed) (?:\[[^\]\n]+\](?:, and |, | and )?)+|left|joined|was added)\.?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\A\s*(?:[-*\u2022\u2013]|\d{1,2}[.)]|[a-z]\))\s", re.IGNORECASE)
_CLOSED = (".", "!", "?", ":", ";", '"', "\u201d", ")")
_NARROWEST, _WIDEST, _SLACK, _MOST_LOOSE = 50, 100, 0.75, 0.3
_LONGEST_HEADING = 80
_MOSTLY = 0.7
_FEWEST_BELOW = 4
"""Sentences below a heading."""
_SPEAKER = re.compile(r"\A(?:[A-Z]:|(?:[a-z]{1,6}\.? )?\[[A-Z][A-Za-z ]+ \d+\](?: ?[-\u2013]|:)) +")
_GREETING = re.compile(
    r"\A(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b"
    r"(?: (?:all|y'?all|folks|team|everyone|everybody|there|friends|colleagues|\[[^\]\n]+\]))?[,.!:\u2013-]+ *",
    re.IGNORECASE,
)
_TO_BEGIN_WITH = r"(?:(?:so|and|then|also|ok|but|yes|no|well|just|first|second|honestly)[,:]? )*"
_ASKS = re.compile(
    _TO_BEGIN_WITH + r"(?:(?:what|how|why|where|when|who|which)"
    r"(?:'?s| is| are| do| does| did| would| should| can| could| about| abt| if| to| now)\b|"
    r"(?:can|could|may|should|would|do|does|did|are|have|has) (?:i|we|you|u|y'?all|any(?:one|body))\b|"
    r"any(?:one|body|thing)? (?:else|ideas?|advice|thoughts|ever|had|have|has|got|been|dealt|here|know|"
    r"at|on|in|near|free|up|awake|around|still|there|seen|see)\b|"
    r"who (?:here|else|all|has|have)\b(?! (?:is|was|were|are)\b)|"
    r"(?:was|were|is|are|did|does|has|have) (?:their|your|his|her|they|he|she|it|the)\b|"
    r"y'?all (?:getting|have|got)\b)",
    re.IGNORECASE,
)
_CHATS = re.compile(
    r"(?:\[[^\]\n]+\], )?(?:(?:present|attending|cc|from|to|subject): |good (?:morning|afternoon|evening)\b|"
    r"happy to|glad to|thanks?\b|thank (?:you|u)\b|thx\b|ty\b|mahalo\b|gracias\b|please\b|pls\b|plz\b|"
    r"(?:\[[^\]\n]+\],? )?i(?:'?m| am) (?:so |very )?sorry[.!]?$|"
    r"(?:i'?m (?:so |very )?)?sorry (?:for|about|you|to hear|this)\b|quick (?:version|question|note|update)\b|"
    r"(?:my|just a|wild) guess\b|(?:honestly,? )?i (?:agree|think|guess|bet|hope|wonder)\b|"
    r"see (?:below|above|attached)|pasted\b|copied from|forward(?:ed|ing)\b|fyi\b|lol\b|ha(?:ha)+\b|congrat\w*|"
    r"good (?:on|for|luck|question|point)\b|hope (?:this|that|it|you)\b|let me know|here'?s where\b|sending this\b|"
    r"notes (?:from|on|of)\b|i'?ll (?:use|keep this|try|be brief)\b|hang in|praying|same here|keep us|"
    r"(?:call|text|dm|ping|e-?mail) me\b|"
    r"(?:yes|yep|yeah|yup|no|nope|ok|okay|right|exactly|agreed|true|sure)(?: and \w+)?[,.!]|"
    r"(?:yes|yep|yeah|yup|no|nope|nah) (?:i|we|he|she|they|it|that'?s)\b|(?:ok(?:ay)? )?(?:hey )?siri\b|"
    r"i(?:'ve| have| was) (?:been )?asked to (?:put|write|tell|set)\b|that'?s the (?:official|short|long|whole)\b|"
    r"i(?:'m| am) writing (?:because|this|to (?:tell|ask|let|say))\b|names are\b|(?:absent|attendance|minutes)\b.?:|"
    r"(?:a lot|some|many|most|all) of you (?:are|were|have|asked)\b|"
    r"(?:(?:ok(?:ay)?|hey|hi|so|um|uh|y'?all)[, ]+)*(?:this is (?:uh |um )?(?:for|going to) (?:the|my|our|\[)|"
    r"this is \[[^\]\n]+\](?:,| (?:over|at|from|and|the)\b)|(?:memo|question) for\b)|"
    r"need (?:heads|help|advice|\d+ min\w*|a sanity)\b|.{0,60}\basked me to write\b)",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    _TO_BEGIN_WITH + r"(?:do not|don'?t|make sure|be (?:sure|ready|careful|honest|kind)|keep|tell|"
    r"get (?:out|a|the|your|ahead)|stop (?:the|it)|send|go (?:to|home|talk|see)|"
    r"post (?:it|the|nothing|that)|bring (?:the|a|your|him|her|it|them)|grab (?:the|a|your)|stay (?:put|there|in)|"
    r"yes to|say|write|count|wait|ask|remember|call (?!(?:came|from|in (?:at|from))\b)|"
    r"you (?:call|tell|don'?t|should|need|have to|can|could|might|want)|"
    r"(?:i'?d|we'?d) (?!(?:had|been|never|just|already)\b)|i would|if i were|"
    r"if (?:[^\s.]+ ){1,12}?(?:can|could|may|might|should))\b",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[str]:
    """The sentences that a message tells, in its order."""
    for paragraph in _without_heading([line for line in _unwrapped(list(_told(text))) if line]):
        hidden = _without_inner_ends(paragraph)
        start = 0
        for end in (*(found.span() for found in _ENDS.finditer(hidden)), (len(paragraph), len(paragraph))):
            sentence = paragraph[start : end[0]].strip()
            for opening in (_BULLET, _SPEAKER, _GREETING):
                sentence = opening.sub("", sentence, count=1)
            start = end[1]
            if sentence:
                yield sentence


def asks(text: str) -> bool:
    """Also where the question mark was left out, as on phones."""
    return text.endswith("?") or bool(_ASKS.match(text))


def could_be_fact(text: str) -> bool:
    """Whether a sentence may tell what happened: it neither asks nor greets nor says what somebody ought to do."""
    aside = text.startswith("(") and text.endswith(")")
    return not (aside or text.endswith(":") or asks(text) or _CHATS.match(text) or _ADVISES.match(text))


def could_be_heading(text: str) -> bool:
    """Whether a text is one short line that ends in no mark, and no sentence within it either."""
    short = 0 < len(text) <= _LONGEST_HEADING and "\n" not in text
    return short and not text.endswith((".", "!", "?")) and not _ENDS.search(text)


def _told(text: str) -> Iterator[str]:
    """The lines that somebody wrote for this message; an empty one where others were left out."""
    signed = 0
    for line in text.split("\n"):
        if _MAIL.match(line):
            signed = 0
            yield ""
            continue
        if _CLOSING.fullmatch(line.strip()):
            signed = _MOST_SIGNED
        yield "" if signed or _is_the_apps(line) else line
        signed -= bool(signed and line.strip())


def _is_the_apps(line: str) -> bool:
    """Whether nothing of a line is left beside an app's own words, times and placeholders."""
    if _BY_APP.match(line.strip()):
        return True
    if len(line) > _LONGEST_OF_APP:
        return False
    folded = canonical(line).text
    spans = app_words(folded)
    for start, end in reversed(spans):
        folded = folded[:start] + folded[end:]
    return bool(spans) and not _BESIDE.sub("", folded)


def _unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs; a line goes on in the next one where the message was broken into lines of one width."""
    if not _is_wrapped(lines):
        return [line.strip() for line in lines]
    paragraphs = [""]
    for before, line in pairwise(["", *lines]):
        goes_on = _is_open(before) and line.strip() and not _BULLET.match(line)
        paragraphs[-1:] = [f"{paragraphs[-1]} {line.strip()}"] if goes_on else [paragraphs[-1], line.strip()]
    return paragraphs


def _without_heading(paragraphs: list[str]) -> list[str]:
    """Notes and letters may be headed by a short line in capitals, or by one that ends in no mark as sentences do."""
    if len(paragraphs) > 1 and could_be_heading(paragraphs[0]) and _in_capitals(paragraphs[0]):
        return paragraphs if _in_capitals(paragraphs[1]) else paragraphs[1:]
    closed = sum(paragraph.endswith((".", "!", "?")) for paragraph in paragraphs[1:])
    ends = closed + sum(len(_ENDS.findall(paragraph)) for paragraph in paragraphs[1:])
    if ends < _FEWEST_BELOW or 2 * closed < len(paragraphs) - 1:
        return paragraphs
    return paragraphs[1:] if could_be_heading(paragraphs[0]) else paragraphs


def _in_capitals(line: str) -> bool:
    """Whether most letters beside placeholders are capitals."""
    letters = [letter for letter in _BESIDE.sub("", line) if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _MOSTLY * len(letters)


def _is_wrapped(lines: list[str]) -> bool:
    """Most lines that end in no mark had no room for the next word, which is seldom a sentence's first.

    With some slack, for placeholders are not as long as what they stand for; one such line alone proves nothing.
    """
    width = max(map(len, lines), default=0)
    opened = [(line, after) for line, after in pairwise(lines) if after.strip() and _is_open(line)]
    loose = sum(len(line) + len(after.split()[0]) < _SLACK * width for line, after in opened)
    capital = sum(after.lstrip()[0].isupper() for _, after in opened)
    fits = _NARROWEST <= width <= _WIDEST and len(opened) > 1
    return fits and max(loose, capital) <= _MOST_LOOSE * len(opened)


def _is_open(line: str) -> bool:
    return bool(line.strip()) and not line.rstrip().endswith(_CLOSED)


def _without_inner_ends(text: str) -> str:
    """`text`, as long as it was, without marks that end no sentence: of abbreviations, and within a quotation."""
    text = _NO_END.sub(lambda found: found[0].translate(_MARKS), text)
    return QUOTED.sub(lambda found: found[0][:-2].translate(_MARKS) + found[0][-2:], text)
