"""US states, and places that a cue or a form gives away: "city of X", "X, CA"."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_STATES = """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois
|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana
|nebraska|nevada|new\\shampshire|new\\sjersey|new\\smexico|new\\syork|north\\scarolina|north\\sdakota|ohio|oklahoma|oregon
|pennsylvania|rhode\\sisland|south\\scarolina|south\\sdakota|tennessee|texas|utah|vermont|virginia|west\\svirginia
|washington|wisconsin|wyoming|puerto\\srico|guam"""
_CODES = "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC"


_LOWER_CODES = "ca|tx|az|nm|nv|ny|nj|ct|nh|vt|wi|mn|ks|ky|tn|nc|sc|ga|fl|wv|ut|wy|mt|sd|nd|ri|md|dc"
"""Without those that are words in a chat."""


class Places(Patterns):
    patterns = (
        Pattern(EntityKind.LOCATION, 0.85, rf"\b(?:{_STATES})\b"),
        Pattern(EntityKind.LOCATION, 0.9, rf"(?-i:\b[A-Z][a-z]+(?:\s[A-Z][a-z]+){{0,2}},\s(?:{_CODES})\b)"),
        Pattern(EntityKind.LOCATION, 0.85, rf"(?-i:\b[a-z]{{3,20}}(?:\s[a-z]{{3,20}})?,\s(?:{_LOWER_CODES})\b(?!'))"),
        Pattern(
            EntityKind.LOCATION,
            0.8,
            rf"\b(?:in|from|across|rural|northern|southern|eastern|western)\s(?<x>(?-i:{_CODES})\b)",
        ),
        Pattern(EntityKind.LOCATION, 0.8, r"\b(?:exit|mile\smarker|mm|milepost)\s\d{1,3}[a-z]?\b", digits=True),
        Pattern(
            EntityKind.LOCATION,
            0.75,
            r"\b(?:north|south|east|west)(?:side|end)\b|\b(?:the\s)(?<x>(?:north|south|east|west)\s(?:side|end))\sof\s(?:town|the\scity)\b",
        ),
        Pattern(
            EntityKind.LOCATION,
            0.85,
            r"(?-i:\b(?i:(?:city|town|village|county|parish|borough|township)\sof)\s(?:the\s)?[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2})",
        ),
    )
