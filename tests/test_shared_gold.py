"""The bars on the shared gold articles, where they are at hand; elsewhere these tests are skipped, visibly."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
BARS = {"structure": 0.95, "quotes.direct.span": 0.95, "quotes.direct.speaker": 0.80, "dates": 0.90}

pytestmark = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason="the shared gold articles are not here")


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("gold")
    articles, records = folder / "articles.jsonl", folder / "records"
    articles.write_text(scorer(GOLD, "--jsonl"), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "runut", "read", articles, "-o", records], check=True)
    found: dict[str, Any] = json.loads(scorer(GOLD, records, "--json"))["scores"]
    return found


def scorer(*arguments: object) -> str:
    command = [sys.executable, str(GOLD / "score.py"), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize(("kind", "bar"), BARS.items())
def test_the_score_reaches_its_bar(scores: dict[str, Any], kind: str, bar: float) -> None:
    assert scores[kind]["f1"] >= bar
