"""The record as JSON, and its schema."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

import runut
from runut import record
from runut.language.model import shipped

TEXT = 'WASHINGTON, KOMPAS.TV - "Kami siap," ujar Menlu AS Antony Blinken dilansir dari CNN, Selasa (22/2/2022).'


def test_json_out_and_in_again_is_the_identity() -> None:
    article = runut.read(TEXT)
    assert runut.from_json(runut.to_json(article)) == article
    assert runut.from_json(runut.to_json(article, pretty=True)) == article


def test_the_json_has_every_field_of_the_contract() -> None:
    written = json.loads(runut.to_json(runut.read(TEXT, id="blinken")))
    assert written["id"] == "blinken"
    assert written["runut"] == {"version": runut.__version__, "model": shipped().name}
    assert written["dateline"] == {"place": "WASHINGTON", "outlet": "KOMPAS.TV", "span": [0, 21]}
    assert written["quotes"][0]["cue"] == {"text": "ujar", "span": [37, 41]}
    assert written["sources"] == [{"outlet": "CNN", "cue": "dilansir dari", "span": [80, 83]}]
    assert set(written) >= {
        *("id", "runut", "url", "outlet", "title", "author", "published", "language", "text", "dateline"),
        *("paragraphs", "sentences", "related", "sources", "actors", "quotes", "dates", "places", "events"),
    }


def test_records_fit_the_schema() -> None:
    schema = runut.json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(runut.to_json(runut.read(TEXT))), schema)


def test_a_record_with_an_event_and_a_place_has_its_room_already() -> None:
    event = {
        "id": "e1",
        "type": "REJECT",
        "mode": "meet",
        "context": ["diplomatic"],
        "cameo": "125",
        "quad": 3,
        "score": -4.0,
        "content": None,
        "trigger": {"text": "membatalkan", "span": [0, 11]},
        "actor": ["a1"],
        "recipient": ["a2"],
        "date": "2022-02-22",
        "place": None,
        "status": "actual",
        "speaker": None,
        "quote": None,
        "sources": ["CNN"],
        "sentence": 1,
        "confidence": 0.93,
    }
    place = {
        "text": "Jenewa",
        "span": [0, 6],
        "name": "Geneva",
        "country": "CHE",
        "lat": 46.2,
        "lon": 6.14,
        "geonames": 2660646,
    }
    data = json.loads(runut.to_json(runut.read(TEXT))) | {"events": [event], "places": [place]}
    article = runut.from_json(json.dumps(data))
    assert (article.events[0].type, article.places[0].name) == ("REJECT", "Geneva")


def test_json_that_is_no_record_names_the_field() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.quotes"):
        runut.from_json('{"id": "x", "runut": {"version": "0"}, "text": "", "quotes": 3}')


def test_offsets_count_code_points() -> None:
    text = '😀 "Kami siap," kata Wang Yi.'
    article = runut.read(text)
    assert text[slice(*article.quotes[0].span)] == "Kami siap,"


def test_actors_are_found_by_their_id() -> None:
    article = runut.read(TEXT)
    assert article.actor("a1") is article.actors[0]
    assert article.actor("a99") is article.actor(None) is None


def test_every_public_field_is_documented_by_the_module() -> None:
    assert record.__doc__ is not None
    assert "code points" in record.__doc__
