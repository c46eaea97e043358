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

import runut
from scripts import events, records

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
SCORER = GOLD / "score.py"
OWN = ROOT / "tests" / "articles"
BLIND_LETTER = "g"
"""The blind set: articles annotated by others before runut had read them, whose errors nobody has looked at."""
RECORDS = ROOT / "tests" / "what" / "records.tsv"
TARGET = ROOT / "docs" / "quality.md"

VOICE = """\
A second voice, a classifier on the encoder's vectors for words that no row tells (`python -m training.voice`, learnt
from the examples of the codebook and from what the tables find in the other articles), is not shipped. In the gold and
our own articles it proposes 39 types at a confidence of 0.5, of which 6 are right, and 118 at 0.3, of which 10: either
would lower F1."""

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
    TARGET.write_text(_page(measured) + "\n" + "\n".join(_about_events()) + "\n", encoding="utf-8")
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
        f"Of our own articles {len(_own_with_events())} have their events annotated. What each set scored at its first",
        "reading stands further below.",
        "",
        "| score | " + " | ".join(measured) + " |",
        "| --- |" + " --- |" * len(measured),
    ]
    kinds = next(iter(measured.values()))[1]
    own = events.measure(events.scorer(SCORER), _own_with_events())
    for kind in kinds:
        cells = {name: _cell(scores[kind]) for name, (_, scores) in measured.items()}
        if kind.startswith("events."):  # in many of our own articles no events are annotated
            cells["own articles"] = f"{own[kind.removeprefix('events.')]:.3f}"
        lines.append(f"| {kind} | " + " | ".join(cells.values()) + " |")
    lines += ["", (ROOT / "tests" / "articles" / "README.md").read_text(encoding="utf-8").split("\n", 2)[2].strip()]
    return "\n".join(lines) + "\n"


def _own_with_events() -> list[tuple[str, str, events.Marked]]:
    return [one for one in events.marked(OWN) if not one[0].startswith(BLIND_LETTER)]


def _about_events() -> list[str]:
    """Sections on PLOVER's records, on what each part of the reading adds, and on errors by kind."""
    record = records.measure(RECORDS, runut.read)
    score = events.scorer(SCORER)
    sets = {"gold": events.marked(GOLD), "blind set": events.marked(OWN, BLIND_LETTER)}
    lines = [
        "## PLOVER's gold records in Indonesian",
        "",
        f"{record.of.total()} records, translated by hand (`tests/what/records.tsv`): type found in",
        f"**{record.type_share:.3f}**, type and parties in **{record.full_share:.3f}** of them.",
        "",
        "## What each part of the reading of events adds",
        "",
        "| part | " + " | ".join(f"{name}: type / full / status" for name in sets) + " |",
        "| --- |" + " --- |" * len(sets),
    ]
    steps = {name: events.ablation(score, articles) for name, articles in sets.items()}
    for step in events.STEPS:
        cells = [
            f"{found[step]['type']:.3f} / {found[step]['full']:.3f} / {found[step]['status']:.3f}"
            for found in steps.values()
        ]
        lines.append(f"| {step} | " + " | ".join(cells) + " |")
    faults = {name: events.faults(score, articles) for name, articles in sets.items()}
    kinds = sorted({kind for found in faults.values() for kind in found}, key=lambda kind: -faults["gold"][kind])
    lines += ["", *VOICE.splitlines(), "", "## Errors in events by kind", "", "| kind | " + " | ".join(sets) + " |"]
    lines += ["| --- |" + " --- |" * len(sets)]
    lines += [f"| {kind} | " + " | ".join(str(found[kind]) for found in faults.values()) + " |" for kind in kinds]
    return lines


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
