"""The redaction engine: a Discussion in, a Redaction out; no database, no web, no network."""

import os

# onnxruntime reports to its makers what it runs, over the network, unless it is told so before it is loaded.
os.putenv("ORT_DISABLE_TELEMETRY", "1")
