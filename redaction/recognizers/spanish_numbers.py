"""Ages, counts and dates in Spanish, in words as much as in digits; English ones have files of their own.

Accents are gone from the text that recognisers read, but not from a table of theirs: expressions hold both spellings.
"""

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_TO_NINE = any_of("uno|una|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve")
_FROM_TEN = any_of(
    """diez|once|doce|trece|catorce|quince|dieciseis|dieciséis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintiún
    |veintiuna|veintidos|veintidós|veintitres|veintitrés|veinticuatro|veinticinco|veintiseis|veintiséis|veintisiete
    |veintiocho|veintinueve"""
)
_TENS = any_of("treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa")
_WORDS = rf"(?:(?>{_TENS})\b(?:\sy\s(?>{_TO_NINE})\b)?|(?>{_FROM_TEN})\b|(?>{_TO_NINE})\b)"
_MONTH = r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|(?:ene|feb|abr|jun|jul|ago|sept?|oct|nov|dic)\b\.?)"
_PEOPLE = any_of(
    """niños|niñas|ninos|ninas|alumnos|alumnas|estudiantes|muchachos|muchachas|chicos|chicas|jóvenes|jovenes|personas|familias
    |padres|madres|papás|papas|mamás|mamas|maestros|maestras|adultos|empleados|hermanos|hermanas|compañeros|compañeras|companeros
    |companeras"""
)
_YEAR = r"(?:\s(?:del?\s)?(?:19|20)\d\d\b)?"


class SpanishNumbers(Patterns):
    """From three people on; "hace dos años" is no age."""

    patterns = (
        Pattern(
            EntityKind.AGE, 0.9, rf"(?<!\b(?:hace|por|durante|cada|en|otros|unos)\s)\b(?!una?\b){_WORDS}\sa(?:ñ|n)os\b"
        ),
        Pattern(
            EntityKind.COUNT,
            0.85,
            rf"(?<![\w.,/:-])(?<x>(?!(?:uno|una|un|dos)\b){_WORDS}|(?:[3-9]|[1-9]\d{{1,3}})(?=\s))\s(?:de\s(?:los|las|mis|nuestros|nuestras)\s|otros\s|otras\s)?(?>{_PEOPLE})\b",
        ),
        Pattern(EntityKind.DATE, 0.9, rf"\b(?!cinco\sde\smayo\b)(?:el\s)?(?:primero|{_WORDS})\sde\s{_MONTH}{_YEAR}"),
        Pattern(
            EntityKind.DATE,
            0.9,
            rf"(?<![\w./-])(?:3[01]|[12]\d|0?[1-9])(?:\sde\s|[/.-]){_MONTH}(?:[/.-](?:(?:19|20)\d\d|\d\d)\b|{_YEAR})",
            digits=True,
        ),
    )
