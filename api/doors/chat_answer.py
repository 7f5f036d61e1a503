"""What a chat or a text message gets for a question: a line that says what was found, and three cards."""

from api.archive import Archive
from api.cards import cards
from api.identity import VISITOR
from api.workflow.search import Precedents, search
from corpus.errors import BadInput, TooMany, Unready

CARDS = 3
HOW = "Describe what happened in a few words, such as: TikTok bathroom vandalism. Names are removed before the search."


def chat_answer(archive: Archive, text: str, length: int) -> list[str]:
    """A first line and at most three cards of `length` characters; what can't be answered is said in one line."""
    if not text.strip():
        return [HOW]
    try:
        found = search(archive, VISITOR, text, limit=CARDS)
    except (BadInput, TooMany, Unready) as error:
        return [str(error)]
    shown = [precedent.case for precedent in found.precedents]
    return [_line(found), *cards(shown, archive.settings.public_url, length)]


def _line(found: Precedents) -> str:
    removed = f" {len(found.removed)} mention(s) were removed from your words first." if found.removed else ""
    if not found.precedents:
        return f"No precedent found.{removed}"
    said = "The closest precedents:" if found.answer.has_close else "No close precedent yet. The nearest, as hints:"
    return f"{said}{removed}"
