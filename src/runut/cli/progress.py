"""The bar that shows long work, on standard error; silent where nobody looks."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

SHOWN_FROM_BYTES = 200_000
"""Shorter work shows no bar: it is done before one could be read."""


class _RateColumn(ProgressColumn):
    """Articles a second since the start."""

    def render(self, task: Task) -> Text:
        elapsed = task.finished_time if task.finished else task.elapsed
        articles = int(task.fields.get("articles", 0))
        rate = f"{articles / elapsed:.1f}/s" if elapsed else "–/s"
        return Text(f"{articles} articles, {rate}", style="progress.data.speed")


class WorkProgress:
    """A progress bar over the bytes of the input, with the rate in articles and the time left."""

    def __init__(self, total_bytes: int, *, is_shown: bool) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            _RateColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not (is_shown and console.is_terminal and total_bytes >= SHOWN_FROM_BYTES),
        )
        self._task = self._progress.add_task("reading", total=total_bytes or None, articles=0)
        self._articles = 0

    def __enter__(self) -> WorkProgress:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def advance(self, size: int) -> None:
        """Count one article of so many bytes."""
        self._articles += 1
        self._progress.update(self._task, advance=size, articles=self._articles)
