"""``runut parse``, as a user calls it."""

from __future__ import annotations

from pathlib import Path

import conllu as library
import pytest
from typer.testing import CliRunner, Result

from runut.cli import app
from runut.errors import ModelError
from runut.language.model import Model

TEXT = "Menlu Rusia Sergei Lavrov tiba di Jenewa.\nIa menolak usulan itu."


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, ["parse", *map(str, arguments)], input=stdin)


def test_a_file_is_printed_as_conllu(tmp_path: Path) -> None:
    path = tmp_path / "berita.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run(path)
    assert result.exit_code == 0
    sentences = library.parse(result.stdout)
    assert sentences[0].metadata["newdoc id"] == "berita"
    assert [len(sentence) for sentence in sentences] == [8, 5]
    assert [token["head"] for token in sentences[1]].count(0) == 1


def test_standard_input_needs_no_name() -> None:
    assert run(stdin=TEXT).stdout.count("# text =") == run("-", stdin=TEXT).stdout.count("# text =") == 2


def test_trees_are_drawn_under_their_sentences() -> None:
    result = run("--tree", "--threads", "1", stdin=TEXT)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "Menlu Rusia Sergei Lavrov tiba di Jenewa."
    assert lines[1] == "└── tiba root VERB 5"
    assert any("Jenewa obl PROPN 7 LOC" in line for line in lines)


def test_only_the_story_of_a_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "berita.html"
    path.write_text(
        "<html><head><title>Judul</title></head><body><nav>Beranda Indeks</nav><article><h1>Judul</h1>"
        f"<p>{TEXT}</p><p>Pertemuan itu berlangsung tertutup selama dua jam di markas PBB.</p>"
        "<p>Kedua delegasi dijadwalkan bertemu lagi pada hari berikutnya untuk membahas gencatan senjata di wilayah itu.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    result = run(path)
    assert "Beranda" not in result.stdout
    assert "# text = Pertemuan itu berlangsung tertutup selama dua jam di markas PBB." in result.stdout


def test_a_missing_model_ends_a_run_of_the_reader_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "berita.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr("runut.language.model.shipped", lambda: Model(tmp_path))
    result = CliRunner().invoke(app, ["read", str(path)])
    assert isinstance(result.exception, ModelError)
    assert result.stdout == ""


def test_what_cannot_be_read_is_told_and_the_rest_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "berita.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run(tmp_path / "tiada.txt", path)
    assert result.exit_code == 3
    assert "tiada.txt" in result.stderr
    assert result.stdout.count("# text =") == 2
