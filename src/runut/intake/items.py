"""What intake gives, one by one: a document that can be read, or the reason why one cannot."""

from __future__ import annotations

from dataclasses import dataclass, field

from runut.errors import InputError, SizeError
from runut.record import Document

LARGEST_ARTICLE_BYTES = 8 * 2**20
"""More than any article has; what is larger is set aside unread, so that memory stays flat."""


LONGEST_TEXT_CHARACTERS = 500_000
"""No article is so long; a longer text is an archive in one file, and is set aside."""


def check_length(text: str, *, origin: str, line: int | None = None) -> None:
    """Refuse a text that is longer than any article.

    Raises
    ------
    SizeError
        Where it is.
    """
    if len(text) > LONGEST_TEXT_CHARACTERS:
        reason = f"the text has {len(text):,} characters, more than the {LONGEST_TEXT_CHARACTERS:,} of any article"
        raise SizeError(reason, mend="give one article a file, or JSON lines", origin=origin, line=line)


@dataclass(slots=True)
class Item:
    """One article as it came in.

    Attributes
    ----------
    origin
        The file, address or stream.
    line
        The line within it, from 1; ``None`` where it is the whole.
    size
        How many bytes of the origin it took.
    document
        The article, unread; ``None`` where there is an `error`.
    error
        Why it cannot be read.
    raw
        What came in, where it would be lost otherwise: the head of a line that cannot be read.
    warnings
        What should be known of it all the same.
    """

    origin: str
    line: int | None = None
    size: int = 0
    document: Document | None = None
    error: InputError | None = None
    raw: str | None = None
    warnings: list[str] = field(default_factory=list)
