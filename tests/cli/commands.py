"""How the tests run commands: as a person does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(
    *arguments: str, folder: Path, given: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`reportedly` with these arguments, in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "reportedly", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "NO_COLOR": "1", **environment},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
