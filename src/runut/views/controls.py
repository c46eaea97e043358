"""Control characters: what would disturb a terminal is shown as U+FFFD."""

from __future__ import annotations

CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"}
"""For `str.translate`."""
