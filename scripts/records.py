"""PLOVER's gold records in Indonesian: how often runut finds a record's type, and its parties with it.

A record counts as found where an event of its type is found in the sentence; as found in full where that event has one
right actor and one right recipient at least, where the record has them, as in the scorer of the gold articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from runut.record import Article
from runut.what.explain import code

COLUMNS = ("id", "type", "mode", "actor", "recipient", "trigger", "sentence")


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the table; `actor` and `recipient` are sets of "COUNTRY SECTOR"."""

    id: str
    type: str
    actor: frozenset[str]
    recipient: frozenset[str]
    trigger: str
    sentence: str


@dataclass(slots=True)
class Found:
    """How many records of each type there are, and how many were found."""

    of: Counter[str] = field(default_factory=Counter)
    typed: Counter[str] = field(default_factory=Counter)
    full: Counter[str] = field(default_factory=Counter)

    @property
    def type_share(self) -> float:
        """Records whose type was found ÷ records."""
        return self.typed.total() / self.of.total()

    @property
    def full_share(self) -> float:
        """Records found in full ÷ records."""
        return self.full.total() / self.of.total()


def records(path: Path) -> list[Record]:
    """Read the table."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    found = []
    for line in lines[1:]:
        row = dict(zip(COLUMNS, line.split("\t"), strict=True))
        actor, recipient = (frozenset(one for one in row[side].split("|") if one) for side in ("actor", "recipient"))
        found.append(Record(row["id"], row["type"], actor, recipient, row["trigger"], row["sentence"]))
    return found


def measure(path: Path, read: Callable[[str], Article]) -> Found:
    """Read every sentence and count."""
    found = Found()
    for record in records(path):
        article = read(record.sentence)
        of_type = [event for event in article.events if event.type == record.type]
        found.of[record.type] += 1
        found.typed[record.type] += bool(of_type)
        found.full[record.type] += any(
            _has(article, event.actor, record.actor) and _has(article, event.recipient, record.recipient)
            for event in of_type
        )
    return found


def _has(article: Article, side: list[str], wanted: frozenset[str]) -> bool:
    codes = {code(article.actor(one)) for one in side}
    return bool(codes & wanted) if wanted else not codes
