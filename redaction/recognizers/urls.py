"""Web addresses with or without a scheme, and file names that a search engine could find."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_ENDINGS = "com|org|net|edu|gov|us|info|io|me|ly|co|tv|app|school|local|link|page|site|blog|news|xyz|be|gl|example|test|invalid|academy|community|city|health|live|online|store|shop|site|web|dev|ai"
_FILES = (
    "jpe?g|png|gif|heic|pdf|docx?|xlsx?|pptx?|pages|numbers|mp[34]|mov|m4a|wav|csv|zip|txt|rtf|eml|webp|opus|vcf|ics"
)


class Urls(Patterns):
    patterns = (
        Pattern(EntityKind.URL, 1.0, r"\b(?:https?|ftp)(?:://|:\\\\)[^\s<>\"\ue000]{1,2000}"),
        Pattern(EntityKind.URL, 1.0, r"(?<![\w@.])www\.[^\s<>\"\ue000]{1,2000}"),
        Pattern(
            EntityKind.URL,
            0.95,
            rf"(?<![\w@.-])(?>[\w-]{{1,63}}\.){{1,5}}(?:{_ENDINGS})(?![\w-])(?!\.\w)(?:[/?#][^\s<>\"\ue000]{{0,2000}})?",
        ),
        Pattern(EntityKind.URL, 0.9, r"(?<![\w@.-])(?>[a-z][\w-]{1,62}\.){1,4}[a-z]{2,12}/[^\s<>\"\ue000]{1,2000}"),
        Pattern(
            EntityKind.TRACE,
            0.9,
            rf"(?<![\w.-])(?>[\w()-]{{1,80}})(?:[.][\w()-]{{1,40}}){{0,3}}?\.(?:{_FILES})(?!\w)",
        ),
        Pattern(EntityKind.TRACE, 0.9, r"(?-i:\b(?:IMG|VID|AUD|PTT|DOC|DSC|MVI)[-_][\w-]{4,40}\b)"),
    )
