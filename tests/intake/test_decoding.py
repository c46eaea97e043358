"""From bytes to text."""

from __future__ import annotations

import pytest

from runut.errors import DecodingError
from runut.intake.decoding import decode

TEXT = "“Kami siap,” kata Presiden Recep Tayyip Erdoğan – Ankara."
OLD = "“Kami siap membantu Ukraina,” kata Presiden Prancis François Hollande – di Paris, Senin. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_warning(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), origin="x") == (TEXT, None)


def test_what_old_sites_wrote_in_is_detected() -> None:
    text, warning = decode(OLD.encode("cp1252"), origin="x")
    assert text == OLD
    assert warning == "it is no UTF-8 and was read as cp1252"


def test_the_page_says_what_it_is_written_in() -> None:
    html = '<html><head><meta charset="windows-1254"></head><body>Erdoğan</body></html>'
    assert decode(html.encode("cp1254"), origin="x") == (html, None)


def test_the_header_says_what_it_is_written_in() -> None:
    assert decode("Erdoğan".encode("iso-8859-9"), origin="x", declared="iso-8859-9") == ("Erdoğan", None)


def test_a_few_broken_bytes_do_not_lose_the_rest() -> None:
    data = TEXT.encode() * 40 + b"\xe2\x80" + b" selesai."
    text, warning = decode(data, origin="x")
    assert text.endswith("\ufffd selesai.")
    assert warning == "1 broken byte is read as U+FFFD"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(256)) * 20, b"\x00" * 100, b"PK\x03\x04" + bytes(200)]
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(DecodingError, match=r"binary file|character set"):
        decode(data, origin="foto.png")
