"""Presidio is imported without what nobody runs, and nobody who asks for that by name is the worse for it."""

import subprocess
import sys

IMPORTED = """
import sys
import redaction.presidio_engine
left = [name for name in sys.modules if name.partition(".")[0] in ("spacy", "torch", "transformers", "stanza")]
print(left, "presidio_analyzer.predefined_recognizers" in sys.modules)
import spacy
import presidio_analyzer.predefined_recognizers as predefined
print(len(spacy.blank("en")("two words")), issubclass(predefined.UrlRecognizer, redaction.presidio_engine.PatternRecognizer))
"""
READS_A_PIPELINE = """
import sys
from redaction.presidio_engine import Engine
import spacy
pipeline = spacy.blank("en")
pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Zorbly"}])
pipeline.to_disk(sys.argv[1])
print([(found.start, found.end, found.recognizer) for found in Engine([], sys.argv[1]).find("ask Zorbly now")])
"""


def _told(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_nothing_stands_in_once_presidio_is_imported() -> None:
    assert _told(IMPORTED).splitlines() == ["[] False", "2 True"]


def test_a_pipeline_given_by_path_is_read_by_the_real_spacy(tmp_path) -> None:
    assert _told(READS_A_PIPELINE, str(tmp_path)) == "[(4, 10, 'SpacyNames')]\n"
