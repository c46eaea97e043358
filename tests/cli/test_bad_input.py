"""Bad input: one clear line, the rest goes on, and the exit status tells."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from runut.cli import app
from runut.intake.items import LARGEST_ARTICLE_BYTES
from runut.says import add_quotes

GOOD = "Kyiv - Rusia menyerang Kyiv, kata pejabat Ukraina."


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def set_aside(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "rejected.jsonl").read_text(encoding="utf-8").splitlines()]


BAD_FILES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("kosong.txt", b"", "kosong.txt: the file is empty; give a file with an article in it"),
    "blank": ("kosong.txt", b" \n\t\r\n", "kosong.txt: the file is empty; give a file"),
    "binary": ("foto.txt", b"\x89PNG\r\n\x1a\n\x00\x00IHDR\x00", "foto.txt: this is a binary file"),
    "broken character set": (
        "rusak.txt",
        b"\xff\xfe\x00",
        "rusak.txt: its character set is broken; save the file as UTF-8",
    ),
    "HTML without an article": (
        "depan.html",
        b"<html><body><p>Beranda</p></body></html>",
        "depan.html: the page holds no article",
    ),
    "empty JSON lines": ("kosong.jsonl", b"\n\n", "kosong.jsonl: the file is empty"),
    "JSON with a syntax error": ("rusak.json", b'{\n"text": "a",\n"id": }', "rusak.json, line 3: this is no JSON"),
    "JSON array of nothing": ("kosong.json", b"[]", "kosong.json: the array is empty"),
}


@pytest.mark.parametrize(("name", "data", "message"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_one_bad_file_alone(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("read", tmp_path / name, "--jsonl")
    assert result.exit_code == 2
    assert result.stdout == ""
    told = result.stderr.splitlines()
    assert f"runut: {tmp_path}/{message}" in told[0]
    assert told[1:] == ["runut: 0 read, 1 set aside"]


@pytest.mark.parametrize(("name", "data", "message"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_the_run_goes_on_behind_a_bad_file(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(GOOD, encoding="utf-8")
    result = run("read", tmp_path / name, tmp_path / "zz.txt", "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert (tmp_path / "out" / "zz.json").exists()
    assert len(set_aside(tmp_path / "out")) == 1
    assert message.split(": ")[1].split(";")[0].split("; ")[0] in set_aside(tmp_path / "out")[0]["reason"]
    assert f"1 read, 1 set aside (reasons in {tmp_path / 'out' / 'rejected.jsonl'})" in result.stderr


BAD_LINES = {
    "syntax error": ('{"id": "x", "text": }', "this is no JSON"),
    "cut off": ('{"id": "x", "text": "Ia ti', "this is no JSON"),
    "no object": ('["a"]', "this JSON is no object"),
    "without text": ('{"id": "x", "judul": "a"}', "the object has neither text nor html"),
    "text of another type": ('{"id": "x", "text": 5}', 'the field "text" is no string'),
    "empty text": ('{"id": "x", "text": " "}', "the article is empty"),
    "title of another type": ('{"id": "x", "text": "a", "title": ["b"]}', 'the field "title" is no string'),
    "half a surrogate pair": ('{"id": "x", "text": "\\ud800"}', "this is no JSON"),
    "HTML without an article": ('{"id": "x", "html": "<p>Halo</p>"}', "the page holds no article"),
    "deep nesting": ("[" * 5000, "this is no JSON"),
}


@pytest.mark.parametrize(("line", "reason"), BAD_LINES.values(), ids=BAD_LINES.keys())
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "arsip.jsonl"
    good = json.dumps({"text": GOOD})
    path.write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
    result = run("read", path, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert f"runut: {path}, line 2: {reason}" in result.stderr
    assert sorted(file.name for file in (tmp_path / "out").glob("*.json")) == ["arsip-1.json", "arsip-3.json"]
    entry = set_aside(tmp_path / "out")[0]
    assert (entry["origin"], entry["line"]) == (str(path), 2)
    assert entry["reason"].startswith(reason)
    assert entry["mend"]


def test_what_could_not_be_read_is_kept_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "arsip.jsonl"
    path.write_text('{"id": "x"}\n', encoding="utf-8")
    run("read", path, "-o", tmp_path / "out")
    assert set_aside(tmp_path / "out")[0]["input"] == '{"id": "x"}\n'


def test_a_line_of_fifty_megabytes_is_set_aside_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "besar.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "besar", "text": "')
        for _ in range(50):
            file.write(b"a" * 2**20)
        file.write(b'"}\n' + json.dumps({"id": "kecil", "text": GOOD}).encode())
    result = run("read", path, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert f"{path}, line 1: the line has 52,428,8" in result.stderr
    assert "more than the 8 MiB of any article; write one article a line" in result.stderr
    assert (tmp_path / "out" / "kecil.json").exists()


def test_a_text_larger_than_any_article_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "besar.txt").write_bytes(b"Ia tiba. " * (LARGEST_ARTICLE_BYTES // 8))
    result = run("read", tmp_path / "besar.txt", "--jsonl")
    assert result.exit_code == 2
    assert "it is larger than the 8 MiB of any article" in result.stderr


def test_a_folder_without_articles(tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path}: the folder has no articles; put files there that end in .htm" in result.stderr


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    result = run("read", tmp_path / "tiada.txt")
    assert result.exit_code == 2
    assert "there is no such file or folder; check the path" in result.stderr


def test_an_output_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    result = run("read", tmp_path / "a.txt", "-o", tmp_path / "berkas" / "out")
    assert result.exit_code == 2
    assert "it cannot be written: Not a directory; choose another place" in result.stderr


def test_an_article_in_another_language_is_read_with_a_warning(tmp_path: Path) -> None:
    text = "The president said on Monday that the troops would withdraw from the city because of the attacks."
    (tmp_path / "en.txt").write_text(text, encoding="utf-8")
    result = run("read", tmp_path / "en.txt", "--jsonl")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["language"] == "en"
    assert "the story seems to be in another language (en)" in result.stderr


def test_a_date_of_publication_that_is_none_is_left_out_with_a_warning() -> None:
    result = run("read", "-", "--jsonl", stdin='{"text": "Ia tiba kemarin.", "published": "segera"}')
    assert result.exit_code == 0
    assert json.loads(result.stdout)["published"] is None
    assert "\"published\" is 'segera', which is no date such as 2022-02-23; it is left out" in result.stderr


def test_old_reasons_are_not_kept_beside_a_new_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    run("read", tmp_path / "a.txt", tmp_path / "b.txt", "-o", tmp_path / "out")
    assert (tmp_path / "out" / "rejected.jsonl").exists()
    run("read", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert not (tmp_path / "out" / "rejected.jsonl").exists()


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse(Path.open))
    result = run("read", path, "--jsonl")
    assert result.exit_code == 2
    assert f"{path}: it cannot be read: Permission denied" in result.stderr


def test_a_fault_of_runuts_own_does_not_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{name}: {GOOD}", encoding="utf-8")
    monkeypatch.setattr("runut.pipeline.says.add_quotes", fail_on_first(add_quotes))
    result = run("read", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert f"{tmp_path}/a.txt: runut fails on it (KeyError: 'x'); report this with the article" in result.stderr
    assert (tmp_path / "out" / "b.json").exists()


def test_a_faulty_table_of_the_user_is_named(tmp_path: Path) -> None:
    (tmp_path / "outlets.tsv").write_text("nama\nx\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    command = [sys.executable, "-m", "runut", "read", str(tmp_path / "a.txt")]
    done = subprocess.run(
        command, env={**os.environ, "RUNUT_LEXICONS": str(tmp_path)}, check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"runut: {tmp_path}/outlets.tsv: its columns are ['nama']; name them")


def fail_on_first(adder: Callable[..., None]) -> Callable[..., None]:
    """Add quotes, but fail on the article that begins with "a"."""

    def failing(article: Any, parse: Any, cast: Any) -> None:
        if article.text.startswith("a"):
            raise KeyError("x")
        adder(article, parse, cast)

    return failing


def refuse(opener: Callable[..., Any]) -> Callable[..., Any]:
    """Open anything but articles."""

    def refused(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opener(self, *arguments, **named)

    return refused
