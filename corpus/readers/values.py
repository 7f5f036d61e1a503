"""The scalars of parsed JSON as text and as moments."""

from datetime import UTC, datetime


def text_of(value: object) -> str:
    """A JSON scalar as text; empty for null, true, false and containers."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def moment_of(value: object) -> datetime | None:
    """Seconds since 1970, as number or digits, in UTC; None where they name no moment or one before any chat."""
    try:
        seconds = float(text_of(value))
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def seconds_of(value: object) -> float:
    """Like `moment_of` as seconds to sort by; 0 where they name no moment."""
    moment = moment_of(value)
    return moment.timestamp() if moment else 0.0


def words_of(value: object) -> str:
    """Every text within a JSON value, containers gone through in order."""
    found: list[str] = []
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting += reversed(list(each.values()))
        elif isinstance(each, list):
            waiting += reversed(each)
        else:
            found.append(text_of(each))
    return " ".join(filter(None, found))
