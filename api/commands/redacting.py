"""The command that shows what would be taken out of a text, and how well that is done on texts that people marked.

It opens no archive, makes no folder and stores nothing. What it prints goes out as it is: no width, no markup.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Annotated

import typer

from api.commands.console import err, say_as_it_is
from api.removal_words import joined, kind_words, recognizer, removed
from api.settings import load_settings
from corpus.errors import BadInput
from corpus.model.discussion import Discussion
from corpus.model.redaction import Mention, Redaction

_STANDARD_INPUT = Path("-")


def redact(
    file: Annotated[Path, typer.Argument(help="An export or a text; - reads what is piped in.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
    marked: Annotated[
        bool, typer.Option("--marked", help="FILE is a marked text, or a folder of them: print how much is found.")
    ] = False,
) -> None:
    """Show a discussion redacted, with every removal and its reason. Nothing is stored."""
    if marked:
        _measure(file)
        return
    redaction = _redacted(_read(file))
    say_as_it_is(json.dumps(_for_programs(redaction)) if as_json else _for_people(redaction))


def _read(file: Path) -> Discussion:
    from api.workflow.submit import check_length, read_file

    if file == _STANDARD_INPUT:
        discussion = read_file(BytesIO(sys.stdin.buffer.read()), None)
    else:
        with _found(file).open("rb") as content:
            discussion = read_file(content, file.name)
    check_length(discussion)
    return discussion


def _found(file: Path) -> Path:
    """The file itself; raises BadInput where there is none, or a folder."""
    if file.is_dir():
        raise BadInput(f"{file} is a folder. Name a file, or a folder of marked texts with --marked.")
    if not file.exists():
        raise BadInput(f"There is no file {file}.")
    return file


def _redacted(discussion: Discussion) -> Redaction:
    """Raises ModelMismatch where the redactor can't be loaded, RedactionIncomplete where it doesn't finish."""
    from api.bootstrap import redactor_of  # the engines: seconds that `precedent --help` does without

    return redactor_of(load_settings()).redact(discussion)


def _for_programs(redaction: Redaction) -> dict[str, object]:
    mentions = [
        {"message": m.message, "start": m.start, "end": m.end, "kind": m.kind, "placeholder": m.placeholder,
         "reason": m.recognizer, "score": round(m.score, 3)}
        for m in redaction.mentions
    ]  # fmt: skip
    return {"text": redaction.text, "mentions": mentions}


def _for_people(redaction: Redaction) -> str:
    """The text as it would be handed in, and below it what was taken out: each with its kind, how often, and why."""
    told = removed(redaction.mentions)
    lines = [redaction.text, "", f"Removed: {told}." if told else "Nothing was removed from the texts."]
    if redaction.senders:
        lines.append(f"Who wrote goes by {joined(sorted(set(redaction.senders.values())))}.")
    return "\n".join([*lines, *_removals(redaction.mentions)])


def _removals(mentions: Sequence[Mention]) -> list[str]:
    """One line for each placeholder and kind."""
    often: Counter[tuple[str, str]] = Counter()
    reasons: dict[tuple[str, str], dict[str, None]] = {}
    for mention in mentions:
        what = mention.placeholder, kind_words(mention.kind)[0]
        often[what] += 1
        reasons.setdefault(what, {})[recognizer(mention.recognizer)] = None
    wide = max((len(placeholder) for placeholder, _ in often), default=0)
    return [
        f"  {what[0]:{wide}}  {what[1]}, {'once' if times == 1 else f'{times} times'}: {joined(list(reasons[what]))}"
        for what, times in often.items()
    ]


def _measure(path: Path) -> None:
    """Figures over marked texts as `python -m redaction.evaluation` prints them."""
    from api.bootstrap import redactor_of
    from redaction.evaluation import evaluate
    from redaction.marked import read_folder, read_marked

    texts = read_folder(path) if path.is_dir() else [read_marked(_found(path))]
    if not texts:
        raise BadInput(f"There is no marked text in {path}; their names end in .marked.txt.")
    redactor = redactor_of(load_settings())
    err.print(f"{len(texts)} marked text{'s' * (len(texts) > 1)}", highlight=False)
    say_as_it_is(evaluate(texts, lambda marked: redactor.spans(marked.text)).report())
