"""PLOVER's gold records in Indonesian (records.tsv): how often the record's type is found, and its parties with it."""

from __future__ import annotations

from pathlib import Path

import runut
from scripts.records import measure, records

LEAST_TYPE, LEAST_FULL = 0.75, 0.45
"""Below what the last measurement gave (docs/quality.md), so that a fall is seen."""


def test_at_least_150_records_stand_in_the_table() -> None:
    found = records(Path(__file__).parent / "records.tsv")
    assert len(found) >= 150
    assert all(record.trigger in record.sentence for record in found)


def test_the_records_are_found() -> None:
    figures = measure(Path(__file__).parent / "records.tsv", runut.read)
    assert figures.type_share >= LEAST_TYPE
    assert figures.full_share >= LEAST_FULL
