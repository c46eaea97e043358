"""runut reads Indonesian news on world affairs into event data that can be traced to the words on the page."""

from __future__ import annotations

from runut._version import __version__
from runut.errors import InputError, LexiconError, ModelError, RunutError
from runut.reader import Known, parse, read, read_html
from runut.record import Article, Document, from_json, json_schema, to_json

__all__ = [
    "Article",
    "Document",
    "InputError",
    "Known",
    "LexiconError",
    "ModelError",
    "RunutError",
    "__version__",
    "from_json",
    "json_schema",
    "parse",
    "read",
    "read_html",
    "to_json",
]
