"""What Presidio imports and nobody here runs, stood in for while it is imported.

Presidio brings recognisers of fifty countries' numbers, whose expressions it compiles on import (they fail open, see
`presidio_engine.py`), spaCy for the type names of its artefacts, and torch, transformers and stanza where they are
installed. All this takes longer to import than the rest of the redactor to start. A module that was imported before is
left as it is, and the stand-ins are gone afterwards, so that an import by name gives the real one.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

ABSENT = ("torch", "transformers", "stanza")
"""Presidio asks whether they are there: they are not."""
STOOD_IN_FOR = (
    "spacy", "spacy.tokens", "spacy.vocab", "presidio_analyzer.predefined_recognizers",
    *(f"presidio_analyzer.nlp_engine.{kind}_nlp_engine" for kind in ("spacy", "slim_spacy", "stanza", "transformers")),
)  # fmt: skip
"""Presidio names classes of these in annotations and asks whether an object is one of them."""


class StandIn(ModuleType):
    """Has an empty class under every name."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {"__module__": self.__name__})


@contextmanager
def without_what_nobody_runs() -> Iterator[None]:
    """Within it, Presidio is imported by itself."""
    new = [name for name in (*ABSENT, *STOOD_IN_FOR) if not _is_there(name)]
    for name in new:
        sys.modules[name] = StandIn(name) if name in STOOD_IN_FOR else None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in new:
            del sys.modules[name]


def _is_there(name: str) -> bool:
    """True where the module or the package that it belongs to was imported before."""
    return name in sys.modules or (name in STOOD_IN_FOR and name.partition(".")[0] in sys.modules)
