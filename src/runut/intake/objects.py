"""From a JSON object to a document.

Its fields: ``text`` or ``html``, and, where known, ``id``, ``url``, ``outlet``, ``title``, ``author``, ``published``.
"""

from __future__ import annotations

from typing import Any

import msgspec

from runut.errors import EmptyError, InputError, SyntaxFault
from runut.intake.days import day_of
from runut.intake.items import Item, check_length
from runut.record import Document

KEPT_RAW_CHARACTERS = 2000
"""So much of a line that cannot be read is kept with its reason."""
_TEXT_FIELDS = ("url", "outlet", "title", "author")


def item_of(data: str | bytes, *, origin: str, line: int | None, fallback_id: str, size: int) -> Item:
    """Read one JSON object as a document."""
    item = Item(origin, line, size)
    try:
        try:
            value = msgspec.json.decode(data)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise SyntaxFault(
                f"this is no JSON: {error}", mend="write one JSON object a line", origin=origin, line=line
            ) from error
        item.document = document_of(value, item, fallback_id=fallback_id)
    except InputError as error:
        item.error = error
        item.raw = (data if isinstance(data, str) else data.decode("utf-8", errors="replace"))[:KEPT_RAW_CHARACTERS]
    return item


def document_of(value: Any, item: Item, *, fallback_id: str) -> Document:
    """Check an object's fields and make a document of it.

    Raises
    ------
    InputError
        Where it has no text, or a field is of the wrong type.
    """
    if not isinstance(value, dict):
        raise SyntaxFault(
            "this JSON is no object",
            mend='write an object such as {"id": "1", "text": "…"}',
            origin=item.origin,
            line=item.line,
        )
    content, is_html = value.get("text"), False
    if content is None:
        content, is_html = value.get("html"), True
    if content is None:
        raise SyntaxFault(
            "the object has neither text nor html",
            mend='give the article in the field "text" or "html"',
            origin=item.origin,
            line=item.line,
        )
    if not isinstance(content, str):
        field = "html" if is_html else "text"
        raise SyntaxFault(
            f'the field "{field}" is no string',
            mend="put the article between quotation marks",
            origin=item.origin,
            line=item.line,
        )
    if not content.strip():
        raise EmptyError("the article is empty", mend="give its text", origin=item.origin, line=item.line)
    if not is_html:
        check_length(content, origin=item.origin, line=item.line)
    fields = {}
    for name in _TEXT_FIELDS:
        known = value.get(name)
        if known is not None and not isinstance(known, str):
            raise SyntaxFault(
                f'the field "{name}" is no string',
                mend="put it between quotation marks, or leave it out",
                origin=item.origin,
                line=item.line,
            )
        fields[name] = known or None
    return Document(
        id=_identifier(value.get("id"), fallback_id),
        content=content,
        is_html=is_html,
        published=_published(value.get("published"), item),
        **fields,
    )


def _identifier(value: Any, fallback: str) -> str:
    return str(value) if isinstance(value, str | int) and str(value).strip() else fallback


def _published(value: Any, item: Item) -> str | None:
    if value is None or value == "":
        return None
    day = day_of(str(value))
    if day is None:
        item.warnings.append(f'"published" is {value!r}, which is no date such as 2022-02-23; it is left out')
    return day
