"""What importing the Lambda loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PROGRAM = """
import json, sys
import imagespeak_core.lambda_handler
print(json.dumps(sorted(sys.modules)))
"""


def test_neither_streamlit_nor_what_only_drawing_needs_is_loaded(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    )
    modules = set(json.loads(result.stdout))
    assert "boto3" in modules  # at the start, where Lambda gives most processor time
    assert not modules & {
        "streamlit",
        "PIL",
        "PIL.Image",
        "filelock",
        "resvg_py",
        "imagespeak_core.generators.illustrator",
        "imagespeak_core.generators.bedrock.generator",
        "imagespeak_core.stores.folder.blobs",
        "imagespeak_core.pictures.queue",
        "pages",
    }
    assert list(tmp_path.iterdir()) == []
