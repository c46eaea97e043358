"""The Article record: the one thing that every room reads and adds to.

A record says of one article what a careful reader finds in it, and for each finding the characters that it rests on.

Conventions that hold for every field:

- A *span* is a pair ``(start, end)`` of offsets into `Article.text`, counted in Unicode code points, end exclusive:
  ``article.text[start:end]`` is the evidence.
- ``None`` means that the article (or what came with it) does not say; an empty list means that runut looked and found
  nothing.
- Country codes are ISO 3166 alpha-3, or the supranational codes of the PLOVER codebook; days are ISO 8601.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec

Span: TypeAlias = tuple[int, int]
"""``(start, end)`` in code points of `Article.text`, end exclusive."""

ParagraphKind: TypeAlias = Literal["body", "related", "source", "noise"]
"""What a paragraph is: the story, a link to another story, a line that names sources, or furniture of the page."""

QuoteKind: TypeAlias = Literal["direct", "indirect", "mixed"]
"""Direct: words in quotation marks. Indirect: a reported clause. Mixed: a reported clause that holds quoted words."""

ActorKind: TypeAlias = Literal["person", "organisation", "state", "group"]
"""What sort of party an actor is."""

EventStatus: TypeAlias = Literal["actual", "historical", "future", "hypothetical", "negated"]
"""PLOVER's auxiliary modes: whether the act took place."""

PublishedFrom: TypeAlias = Literal["metadata", "page", "url", "text"]
"""Where the day of publication was read: given with the article, in the page's data, in its address, in its text."""


class Runut(msgspec.Struct, frozen=True):
    """What made the record, so that it can be made again."""

    version: str
    """runut's version."""
    model: str | None = None
    """The language model's name and version; ``None`` where rules alone read the text."""


class Dateline(msgspec.Struct, frozen=True):
    """The opening that says where the report was written and for whom: "JAKARTA, KOMPAS.com -".

    The place is where the report was written, never by itself the place of an event.
    """

    place: str | None
    """As written in the text; ``None`` where the opening names only an outlet."""
    outlet: str | None
    """As written in the text; ``None`` where the opening names only a place."""
    span: Span
    """From the first word to the last one before the dash."""


class Paragraph(msgspec.Struct):
    """A stretch of the text of one kind. Paragraphs are in order and do not overlap; white space is left between."""

    span: Span
    kind: ParagraphKind


class Sentence(msgspec.Struct):
    """A sentence of the story. Only paragraphs of kind "body" have sentences."""

    span: Span
    speaker: str | None = None
    """The `Actor.id` in whose voice it is; ``None`` where the article itself tells it."""
    quote: str | None = None
    """The `Quote.id` that fills it; ``None`` in the article's own voice, and where a statement goes on uncued."""


class Related(msgspec.Struct):
    """A link to another story: "Baca Juga: …"."""

    title: str
    """The headline, without the label."""
    url: str | None
    """Where the page links it; ``None`` in plain text."""
    span: Span | None
    """The headline in the text; ``None`` where the page has the link outside the text."""


class Source(msgspec.Struct):
    """An outlet or agency on whose reporting the article rests: "dilansir dari CNN". Each once."""

    outlet: str
    """The outlet's usual name (table ``outlets``), or as written where the table does not know it."""
    cue: str | None
    """The words that make it a source ("dilansir dari"); ``None`` in a line that only lists sources."""
    span: Span
    """The outlet's name, where it is first cited."""


class Actor(msgspec.Struct):
    """Somebody who says or does something, or to whom it is done. Each once, with all the places that name it."""

    id: str
    """"a1", "a2", … in order of first mention; other fields refer to it."""
    name: str
    """The fullest name that the article gives."""
    kind: ActorKind
    country: str | None
    """ISO 3166 alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC, ISM, KOS as in the PLOVER codebook."""
    sectors: list[str]
    """PLOVER sector codes (GOV, MIL, REB …), the most important first."""
    title: str | None
    """The office as first given: "Menteri Luar Negeri"; ``None`` where the article gives none."""
    mentions: list[Span]
    """Where the text names it, in order."""


class Cue(msgspec.Struct):
    """The word or words that report: "ujar", "tambahnya", "menurut"."""

    text: str
    span: Span


LinkKind: TypeAlias = Literal["outlet", "source", "speaker"]
"""What a link of a chain is: the publishing outlet, an outlet or agency that it cites, or who speaks."""


class Link(msgspec.Struct, frozen=True):
    """One of those on whose word something rests."""

    kind: LinkKind
    name: str
    span: Span | None
    """Where the text names it for this; ``None`` where the text does not."""


class Quote(msgspec.Struct):
    """Words that the article puts into somebody's mouth."""

    id: str
    """"q1", "q2", … in order of the text."""
    kind: QuoteKind
    text: str
    """The words, without quotation marks."""
    span: Span
    """The words in the text, without quotation marks."""
    speaker: str | None
    """The `Actor.id` of who says it; ``None`` where the article names nobody or leaves it open."""
    speaker_span: Span | None
    """The words that tell who speaks ("Blinken", "dia", the "nya" of "ujarnya"); ``None`` where none do nearby."""
    cue: Cue | None
    """``None`` where a quotation stands without a reporting word."""
    sources: list[str]
    """The outlets it was taken from (`Source.outlet`), nearest first; empty where it is the article's own."""
    chain: list[Link] = []
    """On whose word: the publishing outlet, then those it cites for this, then the speaker."""
    date: str | None = None
    """When it was said, as in `TimeExpression.value`; ``None`` where no expression belongs to its cue."""


class TimeExpression(msgspec.Struct):
    """Words that name a day, week, month or year."""

    text: str
    span: Span
    value: str | None
    """ISO 8601: "2022-02-22", "2022-W08" (a week), "2022-02", "2022", or a range "2022-08-04/2022-08-07"; ``None``
    where the expression is relative and the day of publication is unknown."""
    modifies: Span | None = None
    """The word that it dates: the verb of a statement or an act; ``None`` where the sentence has none."""


class Place(msgspec.Struct):
    """A place, where the text means the place and not its government."""

    text: str
    span: Span
    name: str
    """The gazetteer's name."""
    country: str | None
    lat: float | None
    """Degrees north, WGS 84."""
    lon: float | None
    """Degrees east, WGS 84."""
    geonames: int | None
    """GeoNames id."""


class Content(msgspec.Struct, frozen=True):
    """What is promised, asked for or threatened in an event."""

    type: str
    mode: str | None = None


class Trigger(msgspec.Struct):
    """The words that express an event."""

    text: str
    span: Span


EventMaker: TypeAlias = Literal["codebook", "model"]
"""Who coded an event: a row of the codebook, or the classifier beside it."""


class Event(msgspec.Struct):
    """Who did what to whom, by the PLOVER codebook, and according to whom."""

    id: str
    """"e1", "e2", … in order of the text."""
    type: str
    """One of PLOVER's sixteen types: AGREE, CONSULT, …"""
    mode: str | None
    context: list[str]
    cameo: str | None
    """The CAMEO code that corresponds."""
    quad: int
    """PLOVER's quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    score: float
    """Conflict–cooperation score, −10 to 10."""
    content: Content | None
    trigger: Trigger
    actor: list[str]
    """`Actor.id` of each who acts."""
    recipient: list[str]
    """`Actor.id` of each acted upon; empty for two-sided acts."""
    date: str | None
    place: str | None
    status: EventStatus
    speaker: str | None
    """The `Actor.id` of who says so; ``None`` where the article itself does."""
    quote: str | None
    """The `Quote.id` that tells it."""
    sources: list[str]
    """The outlets it was taken from (`Source.outlet`), nearest first; empty where it is the article's own."""
    sentence: int
    """Index into `Article.sentences`."""
    confidence: float
    """0 to 1."""
    chain: list[Link] = []
    """On whose word: the publishing outlet, then those it cites for this, then the speaker."""
    by: EventMaker = "codebook"


class Article(msgspec.Struct, kw_only=True):
    """One article, read. JSON out and in again is the identity."""

    id: str
    runut: Runut
    url: str | None = None
    outlet: str | None = None
    """The publishing outlet: as given, else by the page's own data, its address or the dateline."""
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """Day of publication, "YYYY-MM-DD"."""
    published_from: PublishedFrom | None = None
    language: str | None = None
    """ISO 639 code of the language the story is in; ``None`` where it is too short to tell."""
    text: str
    """For plain-text input the input, unchanged; for HTML the story's paragraphs, one a line."""
    dateline: Dateline | None = None
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    related: list[Related] = []
    sources: list[Source] = []
    actors: list[Actor] = []
    quotes: list[Quote] = []
    dates: list[TimeExpression] = []
    places: list[Place] = []
    events: list[Event] = []
    warnings: list[str] = []
    """What a reader of this record should know: another language, a broken character, no story found."""

    def of_kind(self, kind: ParagraphKind) -> list[Span]:
        """Spans of the paragraphs of one kind, in order."""
        return [paragraph.span for paragraph in self.paragraphs if paragraph.kind == kind]

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor with this id; ``None`` where there is none."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What intake hands to the rooms: one article as it came in, unread."""

    id: str
    content: str
    """Plain text, or a whole HTML page."""
    is_html: bool = False
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """Day of publication, "YYYY-MM-DD", where it is known beforehand."""


def to_json(article: Article, *, pretty: bool = False) -> bytes:
    """Write a record as UTF-8 JSON, on one line or indented by two spaces."""
    encoded = msgspec.json.encode(article)
    return msgspec.json.format(encoded, indent=2) if pretty else encoded


def from_json(data: bytes | str) -> Article:
    """Read a record that `to_json` wrote.

    Raises
    ------
    msgspec.ValidationError
        Where the JSON is no such record; the message names the field.
    """
    return msgspec.json.decode(data, type=Article)


def json_schema() -> dict[str, Any]:
    """Give the record's JSON Schema (draft 2020-12)."""
    schema = msgspec.json.schema(Article)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "runut article record", **schema}
