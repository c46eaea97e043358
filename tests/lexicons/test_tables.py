"""The tables: well formed, sorted where order does not matter, and open to a user's own rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import runut
from runut import lexicons
from runut.errors import LexiconError
from runut.lexicons import outlets

UNSORTED = {"id/furniture", "id/datelines", "rewrites"}  # their rows are tried in order
GROUPED_BY = {
    "id/citations": "where",
    "id/cues": "use",
    "id/event_words": "role",
    "id/function_words": "role",
    "id/language_marks": "mark",
    "id/media_nouns": "kind",
    "id/party_words": "role",
    "id/place_words": "role",
    "id/time": "kind",
}


def forget_tables() -> None:
    for remembered in (
        lexicons._own_folder,
        lexicons._table,
        lexicons.terms,
        lexicons.by_role,
        outlets._by_key,
        outlets._by_domain,
    ):
        remembered.cache_clear()


@pytest.fixture
def own_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("RUNUT_LEXICONS", str(tmp_path))
    forget_tables()
    yield tmp_path
    monkeypatch.undo()
    forget_tables()


@pytest.mark.parametrize("name", lexicons.names())
def test_a_table_explains_itself_and_has_rows(name: str) -> None:
    assert len(lexicons.header(name)) > 80
    assert lexicons.table(name)


@pytest.mark.parametrize("name", lexicons.names())
def test_no_row_stands_twice(name: str) -> None:
    rows = [tuple(row.values()) for row in lexicons.table(name)]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", sorted(set(lexicons.names()) - UNSORTED))
def test_rows_are_sorted(name: str) -> None:
    rows = lexicons.table(name)
    first = next(iter(rows[0]))
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row[GROUPED_BY[name]] if name in GROUPED_BY else "", []).append(row[first].casefold())
    for terms in groups.values():
        assert terms == sorted(terms)


def test_at_least_sixty_outlets_of_indonesia_and_sixty_that_they_cite() -> None:
    rows = [row for row in lexicons.table("outlets") if row["kind"] != "social"]
    assert sum(row["country"] == "IDN" for row in rows) >= 60
    assert sum(row["country"] != "IDN" for row in rows) >= 60


def test_no_spelling_belongs_to_two_outlets() -> None:
    seen: dict[str, str] = {}
    for row in lexicons.table("outlets"):
        for spelling in {row["name"], *lexicons.several(row["spellings"])}:
            assert seen.setdefault(spelling, row["name"]) == row["name"], spelling


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("KOMPAS.com", "Kompas.com"),
        ("kompas.COM", "Kompas.com"),
        ("Associated Press", "AP"),
        ("AFP", "AFP"),
        ("CNN", "CNN"),
    ],
)
def test_an_outlet_is_found_by_its_spellings(spelling: str, name: str) -> None:
    found = outlets.called(spelling)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.kompas.com/global/read/1", "Kompas.com"),
        ("https://internasional.kompas.com/read/1", "Kompas.com"),
        ("https://news.detik.com/x", "detikNews"),
        ("https://www.bbc.com/indonesia/dunia-1", "BBC News Indonesia"),
        ("https://nowhere.example/x", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_outlet_is_found_by_its_address(url: str | None, name: str | None) -> None:
    found = outlets.of_address(url)
    assert (found.name if found else None) == name


def test_adding_an_outlet_needs_no_python(own_tables: Path) -> None:
    header = "name\tspellings\tdomain\tcountry\tkind"
    (own_tables / "outlets.tsv").write_text(
        f"{header}\nWarta Damai\tWD Online\twartadamai.id\tIDN\tonline\n", encoding="utf-8"
    )
    assert [source.outlet for source in runut.read("Rusia menyerang, kata dia kepada WD Online.").sources] == [
        "Warta Damai"
    ]


def test_a_table_of_other_columns_is_refused(own_tables: Path) -> None:
    (own_tables / "outlets.tsv").write_text("nama\tlain\nWarta Damai\tx\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"outlets\.tsv: its columns are \['nama', 'lain'\]; name them"):
        lexicons.table("outlets")


def test_a_row_with_too_many_values_names_its_line(own_tables: Path) -> None:
    header = "name\tspellings\tdomain\tcountry\tkind"
    (own_tables / "outlets.tsv").write_text(f"# mine\n{header}\na\tb\tc\td\te\tf\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 3: 6 values for 5 columns"):
        lexicons.table("outlets")


def test_own_rows_go_first(own_tables: Path) -> None:
    header = "name\tspellings\tdomain\tcountry\tkind"
    (own_tables / "outlets.tsv").write_text(
        f"{header}\nKantor Berita Prancis\tAFP\t\tFRA\tagency\n", encoding="utf-8-sig"
    )
    found = outlets.called("AFP")
    assert found is not None
    assert found.name == "Kantor Berita Prancis"


def test_own_rows_go_first_by_address(own_tables: Path) -> None:
    header = "name\tspellings\tdomain\tcountry\tkind"
    (own_tables / "outlets.tsv").write_text(f"{header}\nHarian Kami\t\tkompas.com\tIDN\tonline\n", encoding="utf-8")
    found = outlets.of_address("https://www.kompas.com/global/read/1")
    assert found is not None
    assert found.name == "Harian Kami"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("outlet.tsv", b"name\n", "outlet.tsv is none of runut's tables; those are: contexts, id/abbreviations"),
        (
            "outlets.tsv",
            "name\tspellings\tdomain\tcountry\tkind\nKé\n".encode("latin-1"),
            "outlets.tsv: it is no UTF-8",
        ),
        ("outlets.tsv", b"", r"outlets.tsv: its columns are \[\]"),
    ],
)
def test_a_slip_in_an_own_table_is_named(own_tables: Path, name: str, data: bytes, message: str) -> None:
    (own_tables / name).write_bytes(data)
    with pytest.raises(LexiconError, match=message):
        lexicons.table("outlets")


def test_a_folder_of_tables_that_is_none_is_named(own_tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNUT_LEXICONS", str(own_tables / "tiada"))
    with pytest.raises(LexiconError, match="which is no folder; correct it, or unset it"):
        lexicons.table("outlets")


def test_a_pattern_that_is_none_is_quoted() -> None:
    with pytest.raises(LexiconError, match=r"'\(' is no regular expression"):
        lexicons.pattern("(", table_name="id/furniture")


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(LexiconError, match="no table 'id/nothing'"):
        lexicons.table("id/nothing")
