"""Readers: the bytes of one export in, a Discussion out; the door is `corpus.readers.reader.read_export`."""
