"""What intake gives, one by one: a document that can be read, or the reason why one cannot."""

from __future__ import annotations

from dataclasses import dataclass, field

from runut.errors import InputError
from runut.record import Document

LARGEST_ARTICLE_BYTES = 8 * 2**20
"""More than any article has; what is larger is set aside unread, so that memory stays flat."""


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
