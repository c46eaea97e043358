"""From bytes to text: UTF-8 first, then what the page declares, then what charset-normalizer detects."""

from __future__ import annotations

import codecs
import re

from runut.errors import DecodingError

DETECTED_FROM_BYTES = 200_000
"""The character set is detected from so many bytes at the head."""
MOST_BROKEN_SHARE = 0.002
"""Text that is UTF-8 but for so small a share of its characters is read as UTF-8, its broken bytes as U+FFFD."""
MOST_CONTROL_SHARE = 0.02
"""Text with a larger share of control characters is no text."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]+?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_MEND = "give a text, HTML or JSON-lines file"
_MEND = "save the file as UTF-8 and try again"


def decode(data: bytes, *, origin: str, declared: str | None = None, line: int | None = None) -> tuple[str, str | None]:
    """Decode an article's bytes.

    Parameters
    ----------
    declared
        The character set that came with it, such as the one of an HTTP header.

    Returns
    -------
    tuple
        The text, and a warning where something was lost or guessed.

    Raises
    ------
    DecodingError
        Where it is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding), data, origin, line), None
    text = _strictly(data, "utf-8")
    if text is not None:
        return _checked(text, data, origin, line), None
    found = _DECLARED.search(data[:4096])
    for name in (declared, found.group(1).decode("ascii") if found else None):
        if (
            name
            and (text := _strictly(data, name)) is not None
            and name.casefold().replace("_", "-") not in {"utf-8", "utf8"}
        ):
            return _checked(text, data, origin, line), None
    if b"\x00" in data:
        raise DecodingError("this is a binary file", mend=_BINARY_MEND, origin=origin, line=line)
    mostly = data.decode("utf-8", errors="replace")
    broken = mostly.count("\ufffd")
    has_multibyte = any(character > "\x7f" and character != "\ufffd" for character in mostly)
    if has_multibyte and broken <= max(1, MOST_BROKEN_SHARE * len(mostly)):
        return _checked(
            mostly, data, origin, line
        ), f"{broken} broken {'byte is' if broken == 1 else 'bytes are'} read as U+FFFD"
    return _detected(data, origin, line)


def _detected(data: bytes, origin: str, line: int | None) -> tuple[str, str | None]:
    import charset_normalizer  # rarely needed

    best = charset_normalizer.from_bytes(data[:DETECTED_FROM_BYTES]).best()
    if best is None:
        raise DecodingError("its character set is broken or unknown", mend=_MEND, origin=origin, line=line)
    # what Indonesian sites of old were written in, where the bytes fit it as well as the best guess
    encoding = "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
    text = _strictly(data, encoding) or _strictly(data, best.encoding)
    if text is None:
        raise DecodingError("its character set is broken or unknown", mend=_MEND, origin=origin, line=line)
    return _checked(text, data, origin, line), f"it is no UTF-8 and was read as {encoding}"


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _checked(text: str | None, data: bytes, origin: str, line: int | None) -> str:
    if text is None:
        raise DecodingError("its character set is broken", mend=_MEND, origin=origin, line=line)
    sample = text[:DETECTED_FROM_BYTES]
    if "\x00" in sample or len(_CONTROL.findall(sample)) > MOST_CONTROL_SHARE * len(sample):
        raise DecodingError(
            f"this is a binary file of {len(data):,} bytes", mend=_BINARY_MEND, origin=origin, line=line
        )
    return text
