"""Measures in processes of their own, so that none warms another up or counts its memory."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys

_KIB_PER_MIB = 1024


def measure(module: str, *arguments: str, **environment: str) -> dict[str, float]:
    """Run ``python -m MODULE ARGUMENTS`` and give what its `report` printed."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **environment})  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout)
    return found


def report(found: dict[str, float]) -> None:
    """Print what was measured, and the peak memory of this process in MiB."""
    peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    print(json.dumps({**found, "peak_mib": peak_mib}))
