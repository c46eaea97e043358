"""Measure the language model: read the held-back sets beside the project, write docs/language.md.

Treebanks and names stand in ``../shared/data``; what is measured and how: `training.evaluate`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from runut.language.model import Model
from scripts.score import commit
from training.evaluate import measure, with_model
from training.figures import Figures

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
SETS = ("ud/gsd-test.conllu", "ud/csui-test.conllu", "ner/idner-dev.txt", "ner/nergrit-test.txt")
TARGET = ROOT / "docs" / "language.md"
ROWS = {
    "words": "words",
    "upos": "UPOS",
    "uas": "UAS",
    "las": "LAS, relations with their subtypes",
    "las_universal": "LAS, without subtypes",
    "feats": "features",
    "voice": "voice of verbs",
    "lemma": "lemmas, case folded",
    "ner_f1": "names, F1",
    "sentence": "raw text: sentences, F1",
    "word": "raw text: words, F1",
    "raw_upos": "raw text: UPOS, F1",
    "raw_uas": "raw text: UAS, F1",
    "raw_las": "raw text: LAS, F1",
}


def main() -> int:
    """Measure all sets; say so and do nothing where they are absent."""
    if not DATA.exists():
        print(f"skipped: the treebanks are not there ({DATA}); nothing was measured", file=sys.stderr)
        return 0
    model = Model()
    measured = {Path(name).stem: measure(DATA / name, partial(with_model, model), model) for name in SETS}
    TARGET.write_text(_page(model.name, measured), encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))
    return 0


def _page(name: str, measured: dict[str, Figures]) -> str:
    lines = [
        f"Model {name}, measured on {datetime.now(UTC).date().isoformat()} at commit {commit()} by "
        "`make language`; percent, gold words unless the row says raw text.",
        "",
        "| measure | " + " | ".join(measured) + " |",
        "| --- |" + " --- |" * len(measured),
    ]
    for key, label in ROWS.items():
        cells = [f"{found[key]:,}" if key in found else "" for found in measured.values()]
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
