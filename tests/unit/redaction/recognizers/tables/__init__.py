"""What each recogniser finds, and what only looks like it: one file a module of `redaction.recognizers`."""

from redaction.presidio_engine import Recognizer

Table = dict[type[Recognizer], tuple[dict[str, str], tuple[str, ...]]]
"""Texts with what is found in them, and texts in which nothing is."""
