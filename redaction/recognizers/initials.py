"""People written as initials: "M.R.", "d.w.", "student S."."""

import regex

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns


class Initials(Patterns):
    patterns = (
        Pattern(EntityKind.PERSON, 0.75, r"(?<![\w.])[a-z]\.\s?[a-z]\.(?:\s?[a-z]\.)?(?!\w)"),
        Pattern(
            EntityKind.PERSON,
            0.65,
            r"(?<=\b(?:of|tells?|for|with|w|w/|to|and|from|by|protect|told|n)\s)[b-hj-mo-qstvz]\.(?='s|\s[a-z])",
        ),
        Pattern(
            EntityKind.PERSON,
            0.65,
            r"(?:(?<=[.!?]\s)|(?<=\n))[b-hj-mo-qstvz]\.(?='s|\s(?:wants|is|was|has|says|said|needs)\b)",
        ),
    )
    _not_people = frozenset(
        """a.m. p.m. e.g. i.e. u.s. p.s. p.e. d.c. n.y. l.a. o.k. u.n. d.a. e.r. i.d. i.q. p.a. p.o. h.r. i.t. n.j. n.m.
        n.c. s.c. n.d. s.d. w.v. r.i. n.h. b.s. m.s. i.s. t.v. v.p. a.p. d.j. p.d. s.o. b.c. a.d. a.k.a. t.l.o. u.s.a. r.n. u.k. j.v.""".split()
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        return match.group().lower().replace(" ", "") not in self._not_people
