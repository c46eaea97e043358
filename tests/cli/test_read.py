"""The command line, as a user calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import runut
from runut.cli import app, output

STORY = 'Kyiv - "Kami siap," kata Presiden Ukraina Volodymyr Zelensky, dilansir CNN, Selasa (22/2/2022).'
PAGE = (
    "<!doctype html><html><head><title>Judul</title></head><body><article><h1>Judul</h1>"
    f"<p>{STORY}</p><p>Pertempuran berlanjut di sekitar ibu kota, kata para pejabat di Kyiv yang dihubungi pada malam hari.</p>"
    "<p>Dewan Keamanan dijadwalkan bersidang pada hari berikutnya untuk membahas serangan itu.</p></article></body></html>"
)


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "berita.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_text_file_becomes_a_record_named_by_its_stem(story: Path, tmp_path: Path) -> None:
    result = run("read", story, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stderr == "runut: 1 read, 0 set aside\n"
    record = json.loads((tmp_path / "out" / "berita.json").read_text(encoding="utf-8"))
    assert record["id"] == "berita"
    assert record["text"] == STORY
    assert record["quotes"][0]["sources"] == ["CNN"]
    assert not (tmp_path / "out" / "rejected.jsonl").exists()


def test_one_line_an_article(story: Path) -> None:
    result = run("read", story, story, "--jsonl")
    assert [record["id"] for record in lines(result.stdout)] == ["berita", "berita"]


def test_one_indented_record(story: Path) -> None:
    result = run("read", story, "--json")
    assert result.stdout.startswith('{\n  "id": "berita",')
    assert runut.from_json(result.stdout).text == STORY


def test_json_and_jsonl_exclude_each_other(story: Path) -> None:
    result = run("read", story, "--json", "--jsonl")
    assert result.exit_code == 2
    assert result.stderr == "runut: --jsonl, --json and --events exclude each other; choose one\n"


def test_the_view_folds_to_plain_text_when_piped(story: Path) -> None:
    shown = run("read", story).stdout
    assert "\x1b[" not in shown
    assert "unknown outlet ← CNN" in shown
    assert "Volodymyr Zelensky (kata) ← CNN, 2022-02-22: “Kami siap,”" in " ".join(shown.split())
    assert "Selasa (22/2/2022)  2022-02-22" in shown
    assert STORY in shown.splitlines()


def test_html_is_told_from_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b").write_text(PAGE, encoding="utf-8")
    for name in ("a.html", "b"):
        record = lines(run("read", tmp_path / name, "--jsonl").stdout)[0]
        assert record["text"].startswith("Kyiv -") or record["text"].startswith("Judul\nKyiv -")
        assert record["quotes"][0]["text"] == "Kami siap,"


def test_json_lines_with_what_is_known_of_each(tmp_path: Path) -> None:
    path = tmp_path / "arsip.jsonl"
    articles = [
        {"id": "x/1", "text": "Ia tiba kemarin.", "outlet": "Kompas.com", "published": "2022-02-23", "title": "Tiba"},
        {"text": "Ia pulang.", "url": "https://www.tempo.co/x"},
        {"id": 7, "html": PAGE},
    ]
    path.write_text("\n\n".join(map(json.dumps, articles)), encoding="utf-8")
    records = lines(run("read", path, "--jsonl").stdout)
    assert [record["id"] for record in records] == ["x/1", "arsip-3", "7"]
    assert [record["outlet"] for record in records] == ["Kompas.com", "Tempo.co", None]
    assert records[0]["dates"][0]["value"] == "2022-02-22"
    assert records[0]["title"] == "Tiba"


@pytest.mark.parametrize(
    "published",
    ["2022-02-23T10:00:00+07:00", "Wed, 23 Feb 2022 10:00:00 +0700", "23 Februari 2022", "20220223", "23/02/2022"],
)
def test_the_day_of_publication_in_the_forms_of_archives(published: str) -> None:
    line = json.dumps({"text": "Ia tiba kemarin.", "published": published})
    assert lines(run("read", "-", "--jsonl", stdin=line).stdout)[0]["published"] == "2022-02-23"


def test_a_json_file_may_hold_one_object_or_an_array(tmp_path: Path) -> None:
    one, many = tmp_path / "satu.json", tmp_path / "dua.json"
    one.write_text(json.dumps({"text": "Ia tiba."}, indent=2), encoding="utf-8")
    many.write_text(json.dumps([{"text": "Ia tiba."}, {"text": "Ia pulang."}]), encoding="utf-8")
    records = lines(run("read", one, many, "--jsonl").stdout)
    assert [record["id"] for record in records] == ["satu", "dua-1", "dua-2"]


def test_runuts_own_records_can_be_read_again(story: Path, tmp_path: Path) -> None:
    run("read", story, "-o", tmp_path / "out")
    again = lines(run("read", tmp_path / "out" / "berita.json", "--jsonl").stdout)[0]
    assert again["text"] == STORY


def test_standard_input() -> None:
    assert lines(run("read", "-", "--jsonl", stdin=STORY).stdout)[0]["id"] == "stdin"
    assert lines(run("read", "-", "--jsonl", stdin=PAGE).stdout)[0]["quotes"][0]["text"] == "Kami siap,"


@pytest.mark.usefixtures("story")
def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Ia tiba."}\n', encoding="utf-8")
    (tmp_path / "catatan.md").write_text("# bukan berita", encoding="utf-8")
    inner = tmp_path / "dalam"
    inner.mkdir()
    (inner / "c.txt").write_text("Ia pulang.", encoding="utf-8")
    assert [record["id"] for record in lines(run("read", tmp_path, "--jsonl").stdout)] == ["a-1", "berita", "c"]


def test_articles_of_the_same_name_do_not_write_over_each_other(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "berita.txt").write_text(f"Ia tiba di {folder}.", encoding="utf-8")
    result = run("read", tmp_path / "a", tmp_path / "b", "-o", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["berita-2.json", "berita.json"]
    assert "this one became berita-2" in result.stderr


@pytest.mark.parametrize("identifier", ["a/b", "../x", "..", "", " ", "a" * 400, "berita: 1?", "é中"])
def test_any_id_makes_a_file_name(identifier: str) -> None:
    name = output.file_name(identifier)
    assert name.strip(". ")
    assert "/" not in name
    assert len(name) <= output.LONGEST_FILE_NAME_CHARACTERS


def test_the_demo_reads_the_samples(tmp_path: Path) -> None:
    result = run("demo", "-o", tmp_path)
    assert result.exit_code == 0
    records = [json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.glob("*.json")]
    assert len(records) >= 8
    assert all(len(record["quotes"]) >= 3 and record["published"] and record["outlet"] for record in records)
    assert all(quote["speaker"] for record in records for quote in record["quotes"])


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["title"] == "runut article record"


def test_the_version() -> None:
    assert run("--version").stdout == f"runut {runut.__version__}\n"


def test_the_day_of_publication_may_be_told(story: Path) -> None:
    (story.parent / "b.txt").write_text("Ia tiba kemarin.", encoding="utf-8")
    result = run("read", story.parent / "b.txt", "--jsonl", "--published", "23/2/2022")
    assert lines(result.stdout)[0]["dates"][0]["value"] == "2022-02-22"
    assert run("read", story, "--published", "segera").stderr == (
        "runut: --published segera: this is no day; write it as 2022-02-23\n"
    )


def test_the_view_says_what_a_question_mark_needs() -> None:
    shown = run("read", "-", stdin="Ia tiba kemarin.").stdout
    assert "kemarin  ?" in shown
    assert "the days marked ? need the day of publication: give it with --published" in shown


def test_reasons_never_write_over_a_file_that_is_not_runuts_own(tmp_path: Path, story: Path) -> None:
    (tmp_path / "out").mkdir()
    own = tmp_path / "out" / "rejected.jsonl"
    own.write_text('{"id": "x", "text": "Ia tiba."}\n', encoding="utf-8")
    (tmp_path / "kosong.txt").write_text("", encoding="utf-8")
    result = run("read", story, tmp_path / "kosong.txt", own, "-o", tmp_path / "out")
    assert own.read_text(encoding="utf-8") == '{"id": "x", "text": "Ia tiba."}\n'
    assert "2 read, 1 set aside" in result.stderr
    assert (tmp_path / "out" / "rejected-runut.jsonl").exists()


def test_what_was_set_aside_can_be_read_again_in_place(tmp_path: Path, story: Path) -> None:
    (tmp_path / "kosong.txt").write_text("", encoding="utf-8")
    run("read", story, tmp_path / "kosong.txt", "-o", tmp_path / "out")
    again = run("read", tmp_path / "out" / "rejected.jsonl", "-o", tmp_path / "out")
    assert again.exit_code == 2
    assert (tmp_path / "out" / "rejected.jsonl").exists()


def test_hidden_files_of_a_folder_are_passed_over(tmp_path: Path, story: Path) -> None:
    (tmp_path / ".hidden.txt").write_text("", encoding="utf-8")
    assert [record["id"] for record in lines(run("read", story.parent, "--jsonl").stdout)] == ["berita"]


def test_a_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    path = tmp_path / b"\xff\xfe.txt".decode(errors="surrogateescape")
    path.write_text(STORY, encoding="utf-8")
    assert lines(run("read", path.parent, "--jsonl").stdout)[0]["id"] == "??"


@pytest.mark.parametrize("command", ["demo", "demo --jsonl", "schema"])
def test_every_command_may_be_cut_by_head(command: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m runut {command} | head -c 5; echo ${{PIPESTATUS[0]}}"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stdout.endswith("0\n")
    assert done.stderr == ""


def test_a_full_disk_is_told_in_one_line(story: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "runut", "read", str(story), "--jsonl"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"runut: output: it cannot be written: No space left on device")


def test_control_characters_of_an_article_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in run("read", "-", stdin='"Kami \x1b[31msiap," kata Wang Yi.').stdout


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "the path is empty"), ("ftp://contoh.com/x", "only http and https addresses can be read")],
)
def test_inputs_that_are_none(name: str, reason: str) -> None:
    result = run("read", name)
    assert result.exit_code == 2
    assert reason in result.stderr


def test_a_reader_of_the_pipe_may_leave(story: Path) -> None:
    command = f"{sys.executable} -m runut read {' '.join([str(story)] * 200)} --jsonl | head -c 10"
    done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, text=True)
    assert done.stdout == '{"id":"ber'
    assert "Traceback" not in done.stderr


class Site(BaseHTTPRequestHandler):
    """Serves one page, one picture, and nothing else."""

    def do_GET(self) -> None:
        kinds = {"/berita": "text/html; charset=utf-8", "/foto": "image/png"}
        found = self.path in kinds
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kinds.get(self.path, "text/html"))
        self.end_headers()
        self.wfile.write(PAGE.encode() if found else b"not here")

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page_from_the_web(site: str) -> None:
    record = lines(run("read", f"{site}/berita", "--jsonl").stdout)[0]
    assert record["url"] == f"{site}/berita"
    assert record["quotes"][0]["text"] == "Kami siap,"


@pytest.mark.parametrize(
    ("path", "reason"), [("/lain", "the server answers 404 Not Found"), ("/foto", "what is there is image/png")]
)
def test_a_page_that_is_none(site: str, path: str, reason: str) -> None:
    result = run("read", f"{site}{path}")
    assert result.exit_code == 2
    assert f"runut: {site}{path}: {reason}" in result.stderr


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:9/x", "it cannot be reached: the connection is refused"),
        ("http://[broken/x", "it cannot be reached: the address is malformed"),
    ],
)
def test_an_address_that_cannot_be_reached(address: str, reason: str) -> None:
    result = run("read", address)
    assert result.exit_code == 2
    assert f"{address}: {reason}; check the address, or save the page" in result.stderr
