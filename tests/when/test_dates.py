"""Expressions of time and their values, seen from Wednesday, 14 June 2023, where the case says nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import runut
from runut.when import calendar
from runut.when import vocabulary as words

PUBLISHED = "2023-06-14"


def dated(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(found.text, found.value) for found in runut.read(text, published=published).dates]


FULL = {
    "Ia tiba Selasa (13/6/2023).": [("Selasa (13/6/2023)", "2023-06-13")],
    "Ia tiba, Selasa (13/6).": [("Selasa (13/6)", "2023-06-13")],
    "Ia tiba Selasa, 13 Juni 2023.": [("Selasa, 13 Juni 2023", "2023-06-13")],
    "Ia tiba pada Selasa 13 Juni 2023.": [("Selasa 13 Juni 2023", "2023-06-13")],
    "Ia tiba hari Selasa (13/06) pagi.": [("hari Selasa (13/06) pagi", "2023-06-13")],
    "Ia tiba Selasa malam (13/6) waktu setempat.": [("Selasa malam (13/6)", "2023-06-13")],
    "Ia tiba Senin (12 Juni 2023).": [("Senin (12 Juni 2023)", "2023-06-12")],
    "Ia tiba pada 13 Juni 2023.": [("13 Juni 2023", "2023-06-13")],
    "Ia tiba pada 13 JUNI 2023.": [("13 JUNI 2023", "2023-06-13")],
    "Ia tiba pada tanggal 13 Juni.": [("tanggal 13 Juni", "2023-06-13")],
    "Ia tiba (13/6).": [("13/6", "2023-06-13")],
    "Ia tiba 13/6/2023.": [("13/6/2023", "2023-06-13")],
    "Ia tiba 13-06-2023.": [("13-06-2023", "2023-06-13")],
    "Ia tiba 2023-06-13.": [("2023-06-13", "2023-06-13")],
    "Ia tiba pada 3 Agt 2022.": [("3 Agt 2022", "2022-08-03")],
    "Ia tiba pada 3 Nop. 2022.": [("3 Nop. 2022", "2022-11-03")],
    "Ia tiba Jum'at (9/6).": [("Jum'at (9/6)", "2023-06-09")],
    "Ia tiba Ahad (11/6).": [("Ahad (11/6)", "2023-06-11")],
    "Ia tiba (Minggu, 11/6).": [("Minggu, 11/6", "2023-06-11")],
    "Pada Sabtu lalu (10 Juni) ia tiba.": [("Sabtu lalu (10 Juni)", "2023-06-10")],
}

WITHOUT_YEAR = {
    "Serangan pada 13 September menewaskan dua orang.": [("13 September", "2022-09-13")],
    "Kongres berakhir pada 22 Juni.": [("22 Juni", "2023-06-22")],
    "Perang pecah pada 24 Februari lalu.": [("24 Februari lalu", "2023-02-24")],
    "Ia dilantik pada 20 Juni lalu.": [("20 Juni lalu", "2022-06-20")],
    "Pemilu digelar pada 1 Januari mendatang.": [("1 Januari mendatang", "2024-01-01")],
    "Pemilu digelar pada 9 Maret tahun depan.": [("9 Maret tahun depan", "2024-03-09")],
    "Ia ditahan pada 17 Agustus tahun lalu.": [("17 Agustus tahun lalu", "2022-08-17")],
    "Ia tiba Selasa (12/6).": [("Selasa (12/6)", "2023-06-12")],  # a slip: the 12th was a Monday
    "Ia tiba Kamis (29/12).": [("Kamis (29/12)", "2022-12-29")],
}

MONTHS = {
    "Ia tiba pada Maret.": [("Maret", "2023-03")],
    "Sejak Desember lalu ia ditahan.": [("Desember lalu", "2022-12")],
    "KTT digelar pada November mendatang.": [("November mendatang", "2023-11")],
    "Rencana itu disetujui pada awal Mei.": [("awal Mei", "2023-05")],
    "Rencana itu disetujui pertengahan Maret 2022.": [("pertengahan Maret 2022", "2022-03")],
    "Ia bebas pada akhir bulan Mei.": [("akhir bulan Mei", "2023-05")],
    "Konsensus disepakati pada April 2021.": [("April 2021", "2021-04")],
    "Rapat digelar Agustus tahun lalu.": [("Agustus tahun lalu", "2022-08")],
    "Gabon akan mengurangi tentaranya pada Agustus.": [("Agustus", "2023-08")],
    "Juni ini ia berkunjung.": [("Juni ini", "2023-06")],
    "Sejak Februari tiga tahun lalu ia ditahan.": [("Februari tiga tahun lalu", "2020-02")],
    "Sejak Mei setahun lalu ia ditahan.": [("Mei setahun lalu", "2022-05")],
    "Bulan lalu ia berkunjung.": [("Bulan lalu", "2023-05")],
    "Ia berkunjung bulan depan.": [("bulan depan", "2023-07")],
    "Ia berkunjung akhir bulan ini.": [("akhir bulan ini", "2023-06")],
    "KTT digelar tiga bulan dari sekarang.": [("tiga bulan dari sekarang", "2023-09")],
    "Dua bulan lalu ia berkunjung.": [("Dua bulan lalu", "2023-04")],
}

YEARS = {
    "Perang dimulai pada 2014.": [("2014", "2014")],
    "Resolusi 2334 tahun 2016 dilanggar.": [("tahun 2016", "2016")],
    "Perang dimulai tahun 2014.": [("tahun 2014", "2014")],
    "Ia berkuasa pada 2014-2019.": [("2014-2019", "2014/2019")],
    "Ia turun pada akhir 2021.": [("akhir 2021", "2021")],
    "Ia turun akhir tahun ini.": [("akhir tahun ini", "2023")],
    "Ia turun awal tahun depan.": [("awal tahun depan", "2024")],
    "Tahun lalu ia turun.": [("Tahun lalu", "2022")],
    "Tiga tahun lalu ia turun.": [("Tiga tahun lalu", "2020")],
    "Setahun silam ia turun.": [("Setahun silam", "2022")],
    "Perjanjian Pertahanan 1951 masih berlaku.": [("1951", "1951")],
}

WEEKS = {
    "Pertemuan digelar pekan ini.": [("pekan ini", "2023-W24")],
    "Pertemuan digelar pekan lalu.": [("pekan lalu", "2023-W23")],
    "Pertemuan digelar pekan depan.": [("pekan depan", "2023-W25")],
    "Pertemuan digelar minggu lalu.": [("minggu lalu", "2023-W23")],
    "Pertemuan digelar awal pekan ini.": [("awal pekan ini", "2023-W24")],
    "Pertemuan digelar akhir pekan lalu.": [("akhir pekan lalu", "2023-06-10")],
    "Pertemuan digelar akhir pekan ini.": [("akhir pekan ini", "2023-06-17")],
    "Dua pekan lalu mereka bertemu.": [("Dua pekan lalu", "2023-W22")],
}

WEEKDAYS = {
    "Ia tiba Senin.": [("Senin", "2023-06-12")],
    "Ia tiba Rabu.": [("Rabu", "2023-06-14")],
    "Ia tiba pada hari Kamis.": [("hari Kamis", "2023-06-08")],
    "Ia tiba Selasa dini hari.": [("Selasa dini hari", "2023-06-13")],
    "Ia tiba Selasa malam waktu Washington.": [("Selasa malam", "2023-06-13")],
    "Ia tiba Rabu lalu.": [("Rabu lalu", "2023-06-07")],
    "Ia tiba Sabtu pekan lalu.": [("Sabtu pekan lalu", "2023-06-10")],
    "Ia tiba Senin depan.": [("Senin depan", "2023-06-19")],
    "Ia tiba Selasa mendatang.": [("Selasa mendatang", "2023-06-20")],
    "Ia tiba Kamis besok.": [("Kamis besok", "2023-06-15")],
    "Sidang dijadwalkan digelar pada Jumat.": [("Jumat", "2023-06-16")],
    "Ia akan bertemu Putin pada Kamis.": [("Kamis", "2023-06-15")],
    "Ia mengatakan akan mundur, Senin.": [("Senin", "2023-06-12")],
    "Pertempuran berlanjut Sabtu dan Minggu.": [("Sabtu", "2023-06-10"), ("Minggu", "2023-06-11")],
    "Ia tiba Jumat pagi dan pulang Sabtu malam.": [("Jumat pagi", "2023-06-09"), ("Sabtu malam", "2023-06-10")],
}

RANGES = {
    "Latihan digelar 4 hingga 7 Juni.": [("4 hingga 7 Juni", "2023-06-04/2023-06-07")],
    "Latihan digelar Kamis-Jumat pekan ini.": [("Kamis-Jumat pekan ini", "2023-06-15/2023-06-16")],
    "Latihan digelar 4-7 Juni 2023.": [("4-7 Juni 2023", "2023-06-04/2023-06-07")],
    "Latihan digelar 4 sampai 7 Juni.": [("4 sampai 7 Juni", "2023-06-04/2023-06-07")],
    "Latihan digelar 30 Mei-2 Juni.": [("30 Mei-2 Juni", "2023-05-30/2023-06-02")],
    "Latihan digelar Senin-Rabu (5-7/6).": [("Senin-Rabu (5-7/6)", "2023-06-05/2023-06-07")],
    "Latihan digelar Kamis-Minggu (4-7/8/2022).": [("Kamis-Minggu (4-7/8/2022)", "2022-08-04/2022-08-07")],
}

DAYS = {
    "Ia tiba hari ini.": [("hari ini", "2023-06-14")],
    "Ia tiba kemarin.": [("kemarin", "2023-06-13")],
    "Ia tiba besok.": [("besok", "2023-06-15")],
    "Ia tiba lusa.": [("lusa", "2023-06-16")],
    "Ia tiba semalam.": [("semalam", "2023-06-13")],
    "Ia tiba tadi pagi.": [("tadi pagi", "2023-06-14")],
    "Tiga hari lalu ia tiba.": [("Tiga hari lalu", "2023-06-11")],
    "Dua hari lagi ia tiba.": [("Dua hari lagi", "2023-06-16")],
}

COUNTED = {
    "Serangan terjadi Kamis (8/6). Dua hari kemudian, ia mundur.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("Dua hari kemudian", "2023-06-10"),
    ],
    "Serangan terjadi Kamis (8/6). Keesokan harinya ia mundur.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("Keesokan harinya", "2023-06-09"),
    ],
    "Ia mundur Kamis (8/6). Sehari sebelumnya ia kabur.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("Sehari sebelumnya", "2023-06-07"),
    ],
    "Truk bergerak Kamis (8/6), sehari setelah kesepakatan dicapai.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("sehari setelah", "2023-06-07"),
    ],
    "Polisi menyerbu Kamis (8/6). Sehari sebelum insiden itu, duta besar diusir.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("Sehari sebelum", "2023-06-07"),
    ],
    "Polisi menyerbu Kamis (8/6). Duta besar diusir dua hari setelah serangan itu.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("dua hari setelah", "2023-06-10"),
    ],
    "Ia divonis pada 1 Februari 2023, tepat dua tahun setelah kudeta.": [
        ("1 Februari 2023", "2023-02-01"),
        ("dua tahun setelah", "2021-02-01"),
    ],
    "Ia menang pada 2016, padahal setahun sebelumnya ia kalah.": [("2016", "2016"), ("setahun sebelumnya", "2015")],
    "Mereka merebut kota pada November 2012 dan mundur sebulan kemudian.": [
        ("November 2012", "2012-11"),
        ("sebulan kemudian", "2012-12"),
    ],
    "Serangan terjadi Kamis (8/6). Sehari sebelum pertemuan, Senin (12/6), ia kabur.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("Sehari sebelum", "2023-06-12"),
        ("Senin (12/6)", "2023-06-12"),
    ],
    "Dua pekan setelah kudeta 26 Mei, ECOWAS bertindak.": [
        ("Dua pekan setelah", "2023-06-09"),
        ("26 Mei", "2023-05-26"),
    ],
    "Bantuan tiba dua hari setelah gempa pada 3 Juni.": [("dua hari setelah", "2023-06-05"), ("3 Juni", "2023-06-03")],
    "Sehari sebelumnya, Senin (12/6), ia kabur.": [("Sehari sebelumnya", "2023-06-12"), ("Senin (12/6)", "2023-06-12")],
    "Glas ditahan Kamis (8/6). Dilansir AFP, Senin (12/6), ia sakit. Sehari kemudian ia bebas.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("Senin (12/6)", "2023-06-12"),
        ("Sehari kemudian", "2023-06-09"),
    ],
    "Ia tiba Kamis (8/6). Pada hari yang sama ia pulang.": [
        ("Kamis (8/6)", "2023-06-08"),
        ("hari yang sama", "2023-06-08"),
    ],
}

NO_DATES = [
    "Resolusi 1701 masih berlaku.",
    "Sebanyak 2000 orang mengungsi.",
    "Lebih dari 1.200 warga tewas.",
    "Sekitar 1950 prajurit dikerahkan.",
    "Kapal itu berjarak 1900 kilometer dari pantai.",
    "Rudal meluncur pukul 20.15 waktu setempat.",
    "Gencatan senjata berlaku selama dua hari.",
    "Tenggatnya dalam sepekan.",
    "Beberapa hari lalu ia sakit.",
    "Baru-baru ini ia sakit.",
    "Warga pulang usai salat Jumat.",
    "Ia membaca novel “1984” di depan polisi.",
    "Jalan 17 Agustus ditutup.",
    "Gerakan Pemuda 6 April mengancam turun ke jalan.",
    "Misa Jumat Agung digelar.",
    "Aksi yang dilakukan setiap hari ini dipimpin mahasiswa.",
    "Sudah dua tahun sejak invasi.",
    "Beberapa hari sebelumnya ia mundur.",
    "Sepekan setelah gempa, bantuan tiba.",
    "Setiap Senin mereka berdoa.",
    "Skornya 3-2 untuk tuan rumah.",
    "Suaranya 10 banding 1.",
    "Dekade 1990-an penuh konflik.",
]


def cases(table: dict[str, list[tuple[str, str]]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("text", "expected"), table.items(), ids=table.keys())


@cases(FULL)
def test_days_written_in_full(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(WITHOUT_YEAR)
def test_days_without_a_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(MONTHS)
def test_months(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(YEARS)
def test_years(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(WEEKS)
def test_weeks(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(WEEKDAYS)
def test_weekdays(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(RANGES)
def test_ranges(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(DAYS)
def test_days_from_the_day_of_publication(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@cases(COUNTED)
def test_days_counted_from_what_was_told_before(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_names_that_are_no_dates(text: str) -> None:
    assert dated(text) == []


def test_today_inside_a_quotation_is_the_day_of_speaking() -> None:
    assert dated('"Hari ini kami menang," kata Joe Biden, Selasa (13/6).') == [
        ("Hari ini", "2023-06-13"),
        ("Selasa (13/6)", "2023-06-13"),
    ]


def test_today_inside_a_quotation_is_left_out_where_the_day_of_speaking_is_not_given() -> None:
    assert dated('"Hari ini kami menang," kata Joe Biden.') == []


def test_the_day_of_publication_is_taken_from_the_address() -> None:
    article = runut.read("Ia tiba kemarin.", url="https://www.kompas.com/global/read/2023/06/14/1/judul")
    assert (article.published, article.published_from) == ("2023-06-14", "url")
    assert article.dates[0].value == "2023-06-13"


def test_the_day_of_publication_is_taken_from_the_line_above_the_story() -> None:
    text = "Judul Berita Hari Ini\nKompas.com - 14/06/2023, 10:15 WIB\nKYIV, KOMPAS.com - Ia tiba kemarin di Kyiv."
    article = runut.read(text)
    assert (article.published, article.published_from) == ("2023-06-14", "text")


def test_the_stamp_nearest_the_story_goes_before_the_clock_of_the_page_and_a_caption() -> None:
    text = (
        "Sabtu, 9 Zulkaidah 1440 / 13 Juli 2019\nLogin | Register\nZambia Tolak Gencatan Senjata dengan Malawi\n"
        "Jumat, 05 Juli 2019, 08:40 WIB\nMenteri Luar Negeri berpidato di depan Majelis Umum PBB di New York pada Senin 3 April 2017. (Foto: AFP)\n"
        "LUSAKA - Zambia menolak usul itu."
    )
    article = runut.read(text)
    assert (article.published, article.title) == ("2019-07-05", "Zambia Tolak Gencatan Senjata dengan Malawi")


def test_the_day_of_publication_is_taken_from_the_latest_full_date_of_the_story() -> None:
    article = runut.read("Ia tiba Senin (12/6/2023). Ia pulang Selasa (13/6/2023). Sejak 2014 ia absen.")
    assert (article.published, article.published_from) == ("2023-06-13", "text")


def test_the_day_of_publication_is_the_latest_day_in_the_year_of_the_copyright_line() -> None:
    article = runut.read("Kerry berkunjung ke Kiev Selasa (4/3). Ia bertolak Senin (3/3).\nCopyright © ANTARA 2014")
    assert (article.published, article.published_from) == ("2014-03-04", "text")


def test_without_a_day_of_publication_relative_expressions_have_no_value() -> None:
    assert dated("Ia tiba kemarin.", published=None) == [("kemarin", None)]


def test_days_that_no_calendar_has_are_left_out() -> None:
    assert dated("Ia tiba pada 31 Februari 2023.") == []


def test_headlines_and_bylines_hold_no_dates() -> None:
    assert dated("Kyiv - Ia tiba.\nBaca juga: Putin Tiba Senin (12/6/2023)\nEditor: Maret Juni") == []


def test_names_of_months_and_weekdays_come_from_dateparser_and_the_table() -> None:
    assert words.months()["agustus"] == words.months()["agt"] == 8
    assert words.weekdays()["minggu"] == words.weekdays()["ahad"] == 7


@given(st.dates(min_value=date(1900, 1, 1)), st.integers(1, 7))
def test_the_weekday_before_lies_within_a_week(base: date, weekday: int) -> None:
    found = calendar.weekday_before(base, weekday)
    assert found.isoweekday() == weekday
    assert 0 <= (base - found).days < 7
