"""The retrieval engine: Cases in, Hits out. No database, no web; sees only corpus.model and corpus.errors."""

import os

# onnxruntime reports to its makers what it runs, over the network, unless it is told so before it is loaded.
os.putenv("ORT_DISABLE_TELEMETRY", "1")
