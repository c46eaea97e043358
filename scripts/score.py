"""Measure quality: read the annotated articles with the current code, print the scorer's tables, write docs/quality.md.

The scorer and the gold articles stand beside the project in ``../shared/gold``; our own annotated articles are
``tests/articles``. Both are read as JSON lines that tell no more than an outlet's archive would: text, outlet, day.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
SCORER = GOLD / "score.py"
OWN = ROOT / "tests" / "articles"
BLIND_LETTER = "e"
"""The articles of the blind set: annotated before runut had read them, in other styles than the gold ones."""
TARGET = ROOT / "docs" / "quality.md"

Scores = dict[str, dict[str, Any]]


def main() -> int:
    """Score both sets; say so and do nothing where the scorer is absent."""
    if not SCORER.exists():
        print(f"skipped: the scorer is not there ({SCORER}); nothing was measured", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        own, blind = Path(scratch) / "own", Path(scratch) / "blind"
        for path in OWN.iterdir():
            if path.suffix in {".txt", ".json"}:
                folder = blind if path.name.startswith(BLIND_LETTER) else own
                folder.mkdir(exist_ok=True)
                shutil.copy(path, folder)
        sets = {"gold": GOLD, "own articles": own, "blind set": blind}
        measured = {name: _measure(name, folder) for name, folder in sets.items()}
    TARGET.write_text(_page(measured), encoding="utf-8")
    print(f"wrote {TARGET.relative_to(ROOT)}")
    return 0


def _measure(name: str, folder: Path) -> tuple[int, Scores]:
    with tempfile.TemporaryDirectory() as scratch:
        articles, records = Path(scratch) / "articles.jsonl", Path(scratch) / "records"
        articles.write_text(_scorer(folder, "--jsonl"), encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "runut", "read", articles, "-o", records], check=True, stderr=subprocess.DEVNULL
        )
        print(f"{name}\n{_scorer(folder, records)}")
        result = json.loads(_scorer(folder, records, "--json"))
    return result["articles"], result["scores"]


def _scorer(*arguments: object) -> str:
    command = [sys.executable, str(SCORER), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _page(measured: dict[str, tuple[int, Scores]]) -> str:
    counts = ", ".join(f"{count} in {name}" for name, (count, _) in measured.items())
    lines = [
        "# Quality",
        "",
        f"Measured on {datetime.now(UTC).date().isoformat()} at commit {commit()}, by `make score`: {counts}.",
        "F1, with precision / recall and the number of annotations; status and speaker of events are accuracies.",
        "A dash: nothing of that kind is read yet. The blind set is part of our own articles; the table below tells",
        "what it scored at the first reading.",
        "",
        "| score | " + " | ".join(measured) + " |",
        "| --- |" + " --- |" * len(measured),
    ]
    kinds = next(iter(measured.values()))[1]
    lines += [
        f"| {kind} | " + " | ".join(_cell(scores[kind]) for _, scores in measured.values()) + " |" for kind in kinds
    ]
    lines += ["", (ROOT / "tests" / "articles" / "README.md").read_text(encoding="utf-8").split("\n", 2)[2].strip()]
    return "\n".join(lines) + "\n"


def _cell(row: dict[str, Any]) -> str:
    if "accuracy" in row:
        return "–" if row["accuracy"] is None else f"{row['accuracy']:.3f} ({row['pairs']})"
    if not row["predicted"] or row["f1"] is None:
        return "–"
    return f"**{row['f1']:.3f}** {row['precision']:.3f} / {row['recall']:.3f} ({row['gold']})"


def commit() -> str:
    """The commit of the code, and whether it was changed since."""

    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()

    changed = git("status", "--porcelain", "--", "src")
    return f"`{git('rev-parse', '--short=10', 'HEAD')}`" + (" with uncommitted changes" if changed else "")


if __name__ == "__main__":
    sys.exit(main())
