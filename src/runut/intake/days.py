"""The day of publication, however it is written: ISO 8601, the form of mail and feeds, or words."""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_of(value: str) -> str | None:
    """The day as "YYYY-MM-DD", or ``None`` where the value is no date."""
    text = value.strip()
    text = _COMPACT.sub(r"\1-\2-\3", text)
    match = _ISO.match(text)
    try:
        if match:
            return datetime.fromisoformat(match.group()).date().isoformat()
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError):
        return None if match else _in_words(text)


def _in_words(text: str) -> str | None:
    if not re.search(r"\d{4}", text):
        return None
    import dateparser  # a fifth of a second that ISO dates need not wait for

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(text, languages=["id", "en"], settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"})
    return found.date().isoformat() if found else None
