"""The participants of one discussion while it is read: one name each, everything else that stands for it an alias."""

import re

from corpus.model.discussion import Participant

_INVISIBLE = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_NOT_DIGIT = re.compile(r"\D")
_PHONE = re.compile(r"\+?[\d(][\d ().-]{5,24}\d")

_LABELS = frozenset(
    {
        "note",
        "notes",
        "update",
        "updates",
        "updated",
        "re",
        "subject",
        "date",
        "time",
        "agenda",
        "topic",
        "edit",
        "tldr",
    }
    | {"when", "where", "who", "what", "why", "how", "q", "a", "ps", "fyi", "plan", "action", "actions", "outcome"}
    | {"result", "results", "lesson", "lessons", "situation", "summary", "background", "context", "question", "answer"}
    | {"problem", "issue", "next", "steps", "step", "todo", "http", "https", "example", "warning", "important", "phase"}
    | {"reminder", "goal", "level", "setting", "sent", "received", "day", "hour", "first", "later", "options", "option"}
    | {"to", "from", "cc", "bcc", "also", "and", "but", "so", "then", "at", "by", "until", "till", "around", "about"}
    | {"before", "after", "since", "on", "start", "starts", "end", "ends", "pros", "cons"}
)
"""Words that end a label or a clause ("Next steps:", "back at 9:41"), never a name."""
_OPENINGS = frozenset({"what", "how", "why", "if", "we", "they", "our", "their", "which", "who", "then", "i"})
"""Words that open a clause ("What we did:"), never a name of several words."""
_MOST_WORDS = 5


class Participants:
    """Gathers participants in the order in which they first appear."""

    def __init__(self) -> None:
        self._aliases: dict[str, dict[str, None]] = {}
        self._name_by_key: dict[str, str] = {}

    def add(self, shown: str, *aliases: str, key: str | None = None) -> str:
        """The name that stands for this participant; `key` (a user id, an address) joins several shown names."""
        shown = clean_name(shown)
        name = self._name_by_key.setdefault(key, shown or key) if key else shown
        known = self._aliases.setdefault(name, {})
        for alias in (shown, key or "", *map(clean_name, aliases), _digits(shown)):
            if alias and alias != name:
                known[alias] = None
        return name

    def turned(self, shown: str) -> str | None:
        """The participant "Ann Lee" where "Lee, Ann" is shown."""
        last, comma, first = clean_name(shown).partition(", ")
        name = f"{first} {last}"
        return name if comma and name in self._aliases else None

    def listed(self) -> tuple[Participant, ...]:
        return tuple(Participant(name, tuple(aliases)) for name, aliases in self._aliases.items() if name)


def clean_name(shown: str) -> str:
    """The name without direction marks and without the "~" that WhatsApp puts before unsaved contacts."""
    return " ".join(shown.translate(_INVISIBLE).split()).removeprefix("~").strip()


def _digits(shown: str) -> str:
    """A phone number as an "@" mention spells it: digits only."""
    return _NOT_DIGIT.sub("", shown) if _PHONE.fullmatch(shown) else ""


def could_be_name(shown: str) -> bool:
    """Whether `shown`, found where a sender may stand, looks like a name, a phone number or an address."""
    words = shown.split()
    if _PHONE.fullmatch(shown.strip()):
        return True
    opens_a_clause = len(words) > 1 and words[0].lower() in _OPENINGS
    called = 0 < len(words) <= _MOST_WORDS and any(map(str.isalpha, shown)) and words[-1].lower() not in _LABELS
    return called and not opens_a_clause
