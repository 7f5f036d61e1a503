"""A brief and lists of cases as files: plain text for a chat, and tables that spreadsheets leave alone."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from api.workflow.brief import Brief, Column, Line, Step
from corpus.model.case import NOT_SAID, Case
from corpus.model.taxonomy import Effect
from corpus.model.topics import TOPICS

LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE = f"CC BY 4.0, {LICENCE_ADDRESS}"
CASE_HEADS = (
    "code", "title", "topic", "level", "setting", "school year", "season", "outcome", "how it ended", "provenance",
    "revision", "address", "licence",
)  # fmt: skip
BRIEF_HEADS = ("part", "text", "case", "cases alike", "out of", "effect", "address", "licence")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What makes a spreadsheet evaluate a cell, and the mark itself, so that it can be taken off again."""
_MOST_STEPS = 4


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """RFC 4180, every cell quoted; one that a spreadsheet would evaluate begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def case_row(case: Case, public_url: str) -> tuple[str, ...]:
    """A case under `CASE_HEADS`."""
    facets = case.facets
    return (
        case.code,
        case.title,
        TOPICS.get(facets.topic, ""),
        facets.level,
        facets.setting,
        facets.school_year,
        facets.season,
        case.outcome,
        case.outcome_text,
        case.provenance,
        str(case.revision),
        _address(case.code, public_url),
        LICENCE,
    )


def brief_rows(brief: Brief, public_url: str) -> Iterator[tuple[str, ...]]:
    """A brief under `BRIEF_HEADS`, a row for each telling of a step and for each other line."""
    for column in brief.columns:
        for step in column.steps:
            counts = (str(len(step.codes)), str(len(column.codes)))
            for telling in step.tellings:
                effect = "" if telling.effect in NOT_SAID else str(telling.effect)
                yield _row(column.name, telling, public_url, (*counts, effect))
    for part, lines in _other_lines(brief):
        for line in lines:
            yield _row(part, line, public_url)


def brief_text(brief: Brief, public_url: str) -> str:
    """For a chat: what was done in which order, how it ended, and where each case is."""
    if not brief.precedents:
        return f"No close precedent yet.\n{public_url}\n"
    many = len(brief.precedents)
    parts = [f"What {many} school{'s' if many > 1 else ''} did, from the Precedent archive. Counts are not a rate."]
    parts += [_column_text(column) for column in brief.columns if column.steps]
    parts += [
        "\n".join([part.upper(), *(f"- {line.text} ({line.code})" for line in lines)])
        for part, lines in _other_lines(brief)
        if lines
    ]
    parts.append("\n".join(["CASES", *(f"- {case.title}: {_address(case.code, public_url)}" for case in brief.cases)]))
    return "\n\n".join([*parts, LICENCE]) + "\n"


def _column_text(column: Column) -> str:
    shown = [f"- {step.text} ({_count(step, column)})" for step in column.steps[:_MOST_STEPS]]
    return "\n".join([column.name.upper(), *shown])


def _count(step: Step, column: Column) -> str:
    effects = [
        f"{len(codes)} {effect}" for effect in (Effect.HELPED, Effect.BACKFIRED) if (codes := step.cases_where(effect))
    ]
    if len(step.codes) > 1:
        effects.insert(0, f"{len(step.codes)} of {len(column.codes)}")
    return "; ".join([*effects, ", ".join(step.codes)])


def _other_lines(brief: Brief) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    return (
        ("settled", brief.settled),
        ("escalated", brief.escalated),
        ("still open", brief.open_ended),
        ("backfired", brief.backfired),
        *((f"words to {used.audience}", (used,)) for used in brief.words),
    )


def _row(part: str, line: Line, public_url: str, counted: tuple[str, str, str] = ("", "", "")) -> tuple[str, ...]:
    return (part, line.text, line.code, *counted, _address(line.code, public_url), LICENCE)


def _address(code: str, public_url: str) -> str:
    return f"{public_url}/cases/{code}"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) else cell
