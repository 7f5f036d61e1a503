"""The retrieval engine: Cases in, Hits out. No database, no web; sees only corpus.model and corpus.errors."""
