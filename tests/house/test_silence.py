"""Prevents: a library that tells its makers about the machine that the archive runs on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUIET_ANYWAY = ("CI", "ORT_", "XDG_")
"""What would keep onnxruntime quiet by itself, or have it write elsewhere."""


@pytest.mark.parametrize("module", ["redaction.ner.name_model", "indexer.onnx_encoder"])
def test_no_engine_gives_the_machine_a_number_to_report_it_by(tmp_path: Path, module: str) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(QUIET_ANYWAY)}
    subprocess.run(
        [sys.executable, "-c", f"import {module}"], cwd=ROOT, env={**plain, "HOME": str(tmp_path)}, check=True
    )
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []
