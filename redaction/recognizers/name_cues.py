"""Names that the words beside them give away, in any case: "principal hornick", "my son jaylen", "per keisha".

Reads words, not patterns: a cue, then up to three words that may be a name.
"""

from collections.abc import Iterator

from corpus.model.redaction import EntityKind
from redaction.finding import Finding
from redaction.lexicon import is_common, is_first_name, is_frequent, is_homograph, is_rarer_homograph, is_spanish
from redaction.presidio_engine import Recognizer
from redaction.recognizers.name_words import GIVEN
from redaction.titles import HONORIFICS, KIN, TITLES
from redaction.words import Word, joined, words

_OWNERS = frozenset("my his her their our your the a whose 's mi su another".split())
_NAMING = frozenset("named surname goes nickname aka called".split())
_STRONG = frozenset(
    "ask per cc ccing dear hi hey hello hola tell told thank thanks thx ty w/ w morning yo attn invite protect".split()
)
_NAMES_FOLLOW = frozenset(
    "named name surname nombre nickname aka gramma grandma grandpa aunt auntie uncle tia tio nana abuela".split()
)
_FAMILY = frozenset(
    """family fam families boy boys girl girl girls sister sisters brother brothers kid kids twins twin household
    folks clan parents mom dad cousins siblings""".split()
)
_WEAK = frozenset(
    """text texted call called email emailed from with and to for by ping pinged loop met saw gave sent gm evening
    afternoon love blame report reported interviewed suspended emailing calling texting & talked spoke heard about
    asked told says said like if when because bc let""".split()
)
_SPEAKS = frozenset(
    "said says told texted emailed thinks asked wants thinks posted swears cried admitted claims denied".split()
)
_NEVER = frozenset(
    """is was are were be been has had have and or but the a an i we you he she they it this that these those me us him
    her them my his our your their said says told asked would can could should might must do does did not no
    yes ok okay all for to from in on at of with about as by if so then just when who what where why how there here
    mom dad parent parents principal teacher coach sir maam ma'am team everyone everybody all folks friends both guys
    y'all ya'll ladies gentlemen colleagues families staff students kids again too also still now today tonight
    tomorrow yesterday em prez exec monday tuesday wednesday thursday friday saturday sunday""".split()
)


class NameCues(Recognizer):
    kinds = (EntityKind.PERSON,)

    def find(self, text: str) -> Iterator[Finding]:
        tokens = words(text)
        for index, word in enumerate(tokens):
            lower = word.lower.rstrip(".")
            strength = self._strength(text, tokens, index, lower)
            if strength:
                yield from self._name_after(text, tokens, index, strength)
            if lower in _SPEAKS and index:
                yield from self._speaker(text, tokens, index)
            if lower in _FAMILY and index:
                yield from self._family(text, tokens, index)

    def _strength(self, text: str, tokens: list[Word], index: int, lower: str) -> int:  # noqa: PLR0911
        """How much the word says that a name follows: 3 a name must, 2 a word-like name may, 1 a likely name may."""
        before = tokens[index - 1].lower if index else ""
        if lower in HONORIFICS:
            return 3
        if lower in TITLES:
            return 2
        if lower in KIN and (before in _OWNERS or text[tokens[index - 1].end : tokens[index - 1].end + 2] == "'s"):
            return 2
        if lower in _NAMING or lower in ("name", "nombre") or (before == "name" and lower == "is") or before == "llama":
            return 2
        if lower == "is" and before in ("this", "name", "mom", "dad", "mother", "father", "teacher", "principal"):
            return 1
        if lower in _STRONG:
            return 2
        return 1 if lower in _WEAK else 0

    def _name_after(self, text: str, tokens: list[Word], index: int, strength: int) -> Iterator[Finding]:
        first = index + 1
        if (
            first < len(tokens)
            and tokens[first].lower in ("is", "was", "by", "es")
            and tokens[index].lower in ("name", "goes", "nombre")
        ):
            first += 1
        if first >= len(tokens) or not _close(text, tokens[first - 1], tokens[first]):
            return
        if not _may_be_name(tokens[first], strength, after=tokens[index]):
            return
        if tokens[index].lower in ("thank", "thanks") and tokens[first].lower in _THANKED:
            return
        last = _extend(text, tokens, first)
        score = {3: 0.9, 2: 0.8, 1: 0.65}[strength]
        yield Finding(tokens[first].start, tokens[last].end, EntityKind.PERSON, score, self.name)

    def _speaker(self, text: str, tokens: list[Word], index: int) -> Iterator[Finding]:
        word = tokens[index - 1]
        if (
            text[word.end : tokens[index].start] == " "
            and _may_be_name(word, 2, after=None)
            and not is_homograph(word.lower)
        ):
            yield Finding(word.start, word.end, EntityKind.PERSON, 0.7, self.name)

    def _family(self, text: str, tokens: list[Word], index: int) -> Iterator[Finding]:
        """As in "the sisk boys", "tsosie family"."""
        word = tokens[index - 1]
        if (
            len(word.text) == 1
            or text[word.end : tokens[index].start] != " "
            or word.lower in _NEVER
            or word.all_capitals
        ):
            return
        unknown = not is_common(word.lower) and not word.lower[0].isdigit()
        sure = (
            tokens[index].lower in ("family", "fam")
            and index > 1
            and tokens[index - 2].lower == "the"
            and is_homograph(word.lower)
        )
        if unknown or sure:
            yield Finding(word.start, word.end, EntityKind.PERSON, 0.7, self.name)


def _close(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    if between in (". ", "."):
        return left.lower.rstrip(".") in _SHORTENED
    if between == ": ":
        return left.lower in _BEFORE_A_COLON
    return between in (" ", "  ", ", ", " (", ' "', "/")


_SHORTENED = frozenset(
    """mr mrs ms mx dr prof prin supt sgt ofc off lt capt det rev asst rep sen dep sra sr srta fr st atty dir coord""".split()
)
_BEFORE_A_COLON = frozenset(
    "name named nombre aka nickname cc ccing attn per surname teacher student nurse ask".split()
)


def _may_be_name(word: Word, strength: int, after: Word | None) -> bool:  # noqa: PLR0911
    lower = word.lower.rstrip(".")
    if lower in _NEVER or lower[0].isdigit():
        return False
    if strength == 3:
        return _may_be_addressed(word, lower, after)
    if len(lower) == 1:
        return after is not None and (
            (after.lower == "coach" and lower not in _CHAT_LETTERS)
            or (word.capital and lower != "i" and after.lower in _LETTERED)
        )
    if is_first_name(lower):
        return True
    if after is not None and after.lower in TITLES and after.capital and word.capital and not word.all_capitals:
        return lower not in TITLES and lower not in KIN and lower not in HONORIFICS
    if strength == 2:
        if after is not None and after.lower in _NAMES_FOLLOW and is_rarer_homograph(lower):
            return True
        return (
            is_homograph(lower)
            and (
                word.capital
                or after is None
                or (after.lower in _STRONG and (after.lower != "w" or not is_frequent(lower)))
                or after.lower in _NAMES_FOLLOW
                or (after.lower in KIN and lower in GIVEN and lower not in ("will", "may"))
            )
        ) or not (is_common(lower) or is_spanish(lower) or word.all_capitals)
    if (
        after is not None
        and after.lower in _BEFORE_A_SURNAME
        and is_homograph(lower)
        and word.capital
        and lower not in _MONTHS
    ):
        return not word.all_capitals
    return word.capital and not word.all_capitals and not is_common(lower)


def _may_be_addressed(word: Word, lower: str, after: Word | None) -> bool:
    """After an honorific nearly anything is a name; "MS head" is the head of a middle school."""
    title = after.lower.rstrip(".") if after else ""
    if title == "ms" and after is not None and after.all_capitals and not word.capital:
        return False
    if title in ("ms", "miss", "mx"):
        return (len(lower) == 1 and lower != "i") or word.capital or is_homograph(lower) or not is_common(lower)
    return lower not in _AFTER_DR and (word.capital or not is_spanish(lower))


_THANKED = frozenset("mercy heaven heavens god goodness grace".split())
_LETTERED = frozenset("coach student teacher nurse kid boy girl sub aide para grader pupil".split())
_BEFORE_A_SURNAME = frozenset("with from told by asked emailed called".split())
_MONTHS = frozenset("april may june august summer".split())
_AFTER_DR = frozenset(
    "appt appts note notes appointment office visit orders order says clearance letter form i'm i'll".split()
)
_CHAT_LETTERS = frozenset("a i u r n w y s")


def _extend(text: str, tokens: list[Word], first: int) -> int:
    """Index of the last word of a name that begins at `first`: initials, further names, hyphens, particles."""
    last = first
    while last - first < 3 and last + 1 < len(tokens):
        following = tokens[last + 1]
        lower = following.lower.rstrip(".")
        if not joined(text, tokens[last], following) or lower in _NEVER:
            break
        initial = len(lower) == 1 and following.capital and lower != "i"
        surname = (not is_common(lower) and not following.all_capitals) or (
            following.capital and tokens[last].capital and not following.all_capitals
        )
        if not (initial or surname):
            break
        last += 1
    return last
