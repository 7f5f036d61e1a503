"""People called by a day or a month, where nothing else can stand: "Coach Monday saw it", "a girl named March"."""

from corpus.model.redaction import EntityKind
from redaction.grammar import DOES, IS
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_CALENDAR = any_of(
    """monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september
    |october|november|december"""
)
_CAPITAL = rf"(?=(?-i:[A-Z])){_CALENDAR}\b"
_VERB = rf"(?:{'|'.join(sorted(word for word in (DOES | IS) if word.isalpha()))})"
_TITLE = any_of(
    """coach|officer|deputy|nurse|dr|doctor|principal|teacher|counselor|pastor|mr|mrs|ms|miss|aunt|auntie|uncle|cousin|sister
    |brother|son|daughter|mom|dad|student"""
)
_KIN = any_of(
    "mom|dad|mother|father|mama|papa|parents|sister|brother|aunt|uncle|cousin|grandma|grandpa|guardian|stepdad|stepmom"
)


class CalendarNames(Patterns):
    """The keep-list lets these through: a day of the week is kept everywhere else."""

    patterns = (
        Pattern(EntityKind.PERSON, 0.9, rf"\b{_TITLE}\.?[ ](?<x>{_CAPITAL})(?=[ ]{_VERB}\b)"),
        Pattern(
            EntityKind.PERSON, 0.9, rf"\b(?:named|name[ ]is|name's|goes[ ]by|nicknamed)[ ](?<x>{_CALENDAR}\b)(?![ ]\d)"
        ),
        Pattern(EntityKind.PERSON, 0.9, rf"\b(?<x>{_CALENDAR})(?='s[ ]{_KIN}\b)"),
        Pattern(
            EntityKind.PERSON,
            0.9,
            rf"(?:^|(?<=[\n\ue000]))(?:from|to|cc):[ ](?:[^\n;]{{1,60}};[ ]?){{0,8}}(?<x>{_CAPITAL})(?=[ ]?(?:;|\n|$))",
        ),
        Pattern(
            EntityKind.PERSON,
            0.9,
            rf"(?:^|(?<=[\n\ue000]))\[?\d{{1,2}}:\d\d(?:[ ]?[ap]m)?\](?:[ ]-)?[ ](?<x>{_CAPITAL})(?=:[ ])",
            digits=True,
        ),
    )
