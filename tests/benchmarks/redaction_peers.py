"""Peers on the same marked texts: `python -m tests.benchmarks.redaction_peers FOLDER [SPACY_PIPELINE_PATH]`.

Presidio with its pattern recognisers only; Presidio with a spaCy pipeline given by path; scrubadub where installed.
"""

import sys
from pathlib import Path

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngineProvider

from corpus.model.redaction import EntityKind, Span
from redaction.evaluation import evaluate
from redaction.marked import MarkedText, read_folder


def main() -> None:
    tldextract.extract = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())  # or it asks the network
    texts = read_folder(Path(sys.argv[1]))
    print("== Presidio, patterns only\n" + evaluate(texts, _presidio(None)).report())
    if len(sys.argv) > 2:
        print("== Presidio with the spaCy pipeline\n" + evaluate(texts, _presidio(sys.argv[2])).report())
    try:
        import scrubadub
    except ImportError:
        print("== scrubadub is not installed")
        return
    scrubber = scrubadub.Scrubber()
    print("== scrubadub\n" + evaluate(texts, lambda marked: _scrubbed(scrubber, marked)).report())


def _presidio(pipeline: str | None):
    path = pipeline or _blank()
    provider = NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": path}]}
    )
    engine = provider.create_engine()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine)
    wanted = [name for name in analyzer.get_supported_entities("en") if name not in ("EMAIL_ADDRESS", "DATE_TIME")]

    def find(marked: MarkedText) -> list[Span]:
        results = analyzer.analyze(marked.text, "en", entities=[*wanted, "EMAIL_ADDRESS"])
        return [Span(result.start, result.end, EntityKind.TRACE) for result in results]

    return find


def _blank() -> str:
    import tempfile

    folder = tempfile.mkdtemp()
    spacy.blank("en").to_disk(folder)
    return folder


def _scrubbed(scrubber, marked: MarkedText) -> list[Span]:
    return [Span(filth.beg, filth.end, EntityKind.TRACE) for filth in scrubber.iter_filth(marked.text)]


if __name__ == "__main__":
    main()
