"""The redactors that `redaction_peers` compares, and what it takes to start each; nothing asks the network."""

import sys
import tempfile
from collections.abc import Callable

Ranges = list[tuple[int, int]]
Finder = Callable[[str], Ranges]
"""What of a text would be hidden."""
OURS = "Precedent"
PATTERNS = "Presidio, patterns"
PIPELINE = "Presidio, spaCy"
SCRUBADUB = "scrubadub"


def started(name: str, spacy_pipeline: str | None) -> Finder:
    """The redactor of that name, ready; ModuleNotFoundError where it is not installed."""
    if name == OURS:
        return _ours()
    if name == SCRUBADUB:
        return _scrubadub()
    return _presidio(spacy_pipeline if name == PIPELINE and spacy_pipeline else _blank())


def _ours() -> Finder:
    from redaction.redactor import build_redactor

    redactor = build_redactor()
    return lambda text: [(span.start, span.end) for span in redactor.spans(text)]


def _presidio(path: str) -> Finder:
    """Presidio as its documentation sets it up, on a pipeline at `path`; for a process that doesn't run ours."""
    _forget_presidio()
    import tldextract

    tldextract.extract = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())  # or it asks the network
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.extract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    models = [{"lang_code": "en", "model_name": path}]
    engine = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])
    return lambda text: [(found.start, found.end) for found in analyzer.analyze(text, "en")]


def _forget_presidio() -> None:
    """Whoever measures has imported it already, without the parts that ours doesn't run."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "presidio_analyzer"]:
        del sys.modules[name]


def _blank() -> str:
    """A saved pipeline that only splits words: Presidio takes a path, and never downloads what is there."""
    import spacy

    folder = tempfile.mkdtemp()
    spacy.blank("en").to_disk(folder)
    return folder


def _scrubadub() -> Finder:
    import scrubadub

    scrubber = scrubadub.Scrubber()
    return lambda text: [(filth.beg, filth.end) for filth in scrubber.iter_filth(text)]
