"""Events on annotated articles: what each part of the reading adds, and errors by kind."""

from __future__ import annotations

import json
import types
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from runut.pipeline import read_document
from runut.record import Document, to_json
from runut.what import drafts
from runut.what.codebook import NOTHING, Form
from runut.what.status import Reality, StatusFinder
from runut.what.triggers import Hit, Triggers

Marked = dict[str, Any]
_TALLIED = (
    "structure",
    *(f"quotes.{kind}.{part}" for kind in ("direct", "indirect") for part in ("span", "speaker")),
    *("actors", "dates", "places", "events.type", "events.full"),
)
"""What the scorer counts in an article."""


@contextmanager
def _without_conditions() -> Iterator[None]:
    """Of each predicate the sense that asks least, whatever stands near it; an act is coded as its row says."""

    def meant(self: Triggers, syntax: Any, number: int, entries: tuple[Form, ...]) -> Hit | None:
        fits = [
            one for one in entries if not one.sense.rest or self._against(syntax, number, one.sense, one.voice) is None
        ]
        if not fits:
            return None
        sense, form = min(
            fits, key=lambda one: (one.sense.type == NOTHING, one.sense.weight - 10 * len(one.sense.rest))
        )
        return None if sense.type == NOTHING else self._hit(syntax, number, sense, form)

    with patch.object(Triggers, "_meant", meant):
        yield


@contextmanager
def _without_status() -> Iterator[None]:
    """Every act has happened, and is coded as its row says."""
    with (
        patch.object(StatusFinder, "of", lambda *_: Reality("actual")),
        patch.object(drafts, "recode", lambda *_: None),
    ):
        yield


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


@contextmanager
def _trees_alone() -> Iterator[None]:
    with _without_conditions(), _without_status():
        yield


STEPS: dict[str, Callable[[], Any]] = {
    "trees and words alone": _trees_alone,
    "+ conditions of the rows": _without_status,
    "+ status rules and rewrites": _as_it_is,
}
"""What the reading consists of, part by part."""


def scorer(path: Path) -> Any:
    """The scorer of the gold articles as a module."""
    module = types.ModuleType("gold_score")
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), module.__dict__)  # noqa: S102 - our own scorer
    return module


def marked(folder: Path, begins: str = "") -> list[tuple[str, str, Marked]]:
    """The articles of a folder whose events are annotated: name, text, annotation."""
    found = []
    for path in sorted(folder.glob(f"{begins}*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        if gold.get("events"):
            found.append((path.stem, path.read_text(encoding="utf-8"), gold))
    return found


def _record(name: str, text: str, gold: Marked) -> Marked:
    article = read_document(
        Document(id=name, content=text, outlet=gold["outlet"], published=gold["published"], title=gold.get("title"))
    )
    record: Marked = json.loads(to_json(article))
    return record


def measure(score: Any, articles: list[tuple[str, str, Marked]]) -> dict[str, float]:
    """F1 of type and of type with parties, accuracy of status and speaker, as the scorer counts them."""
    tallies = {kind: score.Tally() for kind in _TALLIED}
    rates: dict[str, list[bool]] = {"events.status": [], "events.speaker": []}
    for name, text, gold in articles:
        score.score_article(name, text, gold, _record(name, text, gold), tallies, rates)
    return {
        "type": tallies["events.type"].f1(),
        "full": tallies["events.full"].f1(),
        **{kind.split(".")[1]: sum(found) / max(1, len(found)) for kind, found in rates.items()},
    }


def ablation(score: Any, articles: list[tuple[str, str, Marked]]) -> dict[str, dict[str, float]]:
    """The figures of each step of the reading."""
    found = {}
    for name, step in STEPS.items():
        with step():
            found[name] = measure(score, articles)
    return found


def faults(score: Any, articles: list[tuple[str, str, Marked]]) -> Counter[str]:
    """Errors by kind: events missed and too many, wrong parties, wrong status, wrong speaker."""
    found: Counter[str] = Counter()
    for name, text, gold in articles:
        record = _record(name, text, gold)
        starts = score.sentence_starts(text)
        wanted = [
            {**event, "sentence": score.sentence_of(starts, score.gold_offset(text, event))} for event in gold["events"]
        ]
        got = [
            {
                **event,
                "sentence": score.sentence_of(starts, event["trigger"]["span"][0]),
                "actor": score.codes(record, event["actor"]),
                "recipient": score.codes(record, event["recipient"]),
                "who": score.actor_name(record, event["speaker"]),
            }
            for event in record["events"]
        ]
        for event in wanted:
            pairs = [one for one in got if one["type"] == event["type"] and one["sentence"] == event["sentence"]]
            if not pairs:
                here = any(one["sentence"] == event["sentence"] for one in got)
                found["missed, where another event was found" if here else "missed, in a sentence without events"] += 1
                continue
            best = max(pairs, key=lambda one: len(_wrong_parties(event, one)) == 0)
            got.remove(best)
            found.update(_wrong_parties(event, best))
            found["status"] += event["status"] != best["status"]
            found["speaker"] += not score.is_actor(gold, event.get("speaker"), best["who"])
        found["too many"] += len(got)
    return found


def _wrong_parties(event: Marked, got: Marked) -> list[str]:
    wrong = []
    for side in ("actor", "recipient"):
        want, have = set(event[side]), set(got[side])
        if want & have or (not want and not have):
            continue
        if not have:
            wrong.append(f"{side} missing")
        elif not want:
            wrong.append(f"{side} where there is none")
        elif {one.split()[0] for one in want} & {one.split()[0] for one in have}:
            wrong.append(f"{side}: right country, wrong sector")
        else:
            wrong.append(f"{side} wrong")
    return wrong
