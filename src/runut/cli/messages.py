"""What is said to the user: one line each, on standard error."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from runut.views.controls import CONTROLS

EXIT_NOTHING_READ = 2


def say(message: str) -> None:
    """Say one line; control characters of file names and articles do not reach the terminal."""
    print(f"runut: {' '.join(message.translate(CONTROLS).split())}", file=sys.stderr)


def fail(message: str) -> NoReturn:
    """Say why nothing can be read, and end."""
    say(message)
    raise typer.Exit(EXIT_NOTHING_READ)
