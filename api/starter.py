"""Loads the starter corpus into the casebook: every case through the redactor, only what is new or changed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import structlog

from api.archive import Archive
from api.identity import OPERATOR
from corpus.case_codec import case_to_json
from corpus.case_prose import prose
from corpus.errors import RedactionIncomplete
from corpus.model.case import NATIONAL, Case, StarterCase
from corpus.model.discussion import Discussion, Message, Source
from corpus.model.redaction import DIRECT_KINDS, Corrections
from corpus.model.taxonomy import REMOVED, UNKNOWN
from corpus.starter.loader import corpus_digest, names_nobody, starter_cases

log = structlog.get_logger()


def load_starter(archive: Archive, progress: Callable[[int, int], None]) -> int:
    """Files what the casebook lacks; returns how many cases were written. Raises InvalidCase.

    A case in which the redactor finds somebody is left out, and its code logged: mend its file, or say in
    `corpus/starter/names_nobody.toml` which of its words name nobody.
    """
    if _noted(archive):
        return 0
    starters = list(starter_cases())
    with archive.reading(OPERATOR) as call:
        known = call.casebook.starter_digests()
    fresh = [starter for starter in starters if known.get(starter.case.number) != _digest(starter.case)]
    kept, filed, left_out, waits = Corrections(keep=names_nobody()), 0, [], False
    for done, starter in enumerate(fresh, start=1):
        try:
            kinds = identifying_kinds(archive, starter.case, kept)
        except RedactionIncomplete:
            log.error("starter_corpus_waits_for_a_redactor", count=len(fresh) - done + 1)
            waits = True
            break
        if kinds:
            left_out.append(starter.case.code)
        else:
            filed += _file(archive, starter)
        progress(done, len(fresh))
    if left_out:
        log.error("starter_cases_left_out", count=len(left_out), cases=left_out)
    elif not waits:
        _note(archive).write_text(_standing(archive), encoding="ascii")
    return filed


def _note(archive: Archive) -> Path:
    return archive.settings.folder / "starter.seen"


def _noted(archive: Archive) -> bool:
    """Whether these files were loaded whole into this casebook before: then nothing is read at all."""
    return _note(archive).exists() and _note(archive).read_text(encoding="ascii") == _standing(archive)


def _standing(archive: Archive) -> str:
    """What the corpus is and what the casebook holds of it, so that a restored backup gets it read anew."""
    with archive.reading(OPERATOR) as call:
        held = repr(sorted(call.casebook.starter_digests().items()))
    return hashlib.sha256((corpus_digest() + held).encode()).hexdigest()


def identifying_kinds(archive: Archive, case: Case, kept: Corrections) -> list[str]:
    """Kinds of direct identifiers that the redactor finds in a case's prose."""
    texts = [text for _, text in prose(case) if text not in {UNKNOWN, REMOVED}]
    discussion = Discussion(source=Source.PLAIN, messages=tuple(Message(text=text) for text in texts))
    found = {mention.kind for mention in archive.redactor.redact(discussion, kept).mentions}
    return sorted(found & DIRECT_KINDS)


def _file(archive: Archive, starter: StarterCase) -> bool:
    with archive.writing(OPERATOR) as call:
        return call.casebook.put_starter(starter.case, audience=NATIONAL, digest=_digest(starter.case), at=call.now)


def _digest(case: Case) -> str:
    return hashlib.sha256(case_to_json(case).encode()).hexdigest()
