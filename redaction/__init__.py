"""The redaction engine: a Discussion in, a Redaction out; no database, no web, no network."""
