"""Which language a story is in."""

from __future__ import annotations

import pytest

import runut
from runut.language.identify import language_of

LANGUAGES = {
    "id": "Presiden Rusia mengatakan pasukannya akan mundur dari Kherson karena serangan yang terus berlanjut.",
    "en": "The president said on Monday that the troops would withdraw from the city because of the attacks.",
    "ms": "Perdana Menteri berkata kerajaan akan membincangkan perkara itu esok kerana ia mustahak bagi rakyat Malaysia.",
    "es": "El presidente dijo el lunes que las tropas se retirarían de la ciudad debido a los ataques recientes.",
}


@pytest.mark.parametrize(("language", "text"), LANGUAGES.items())
def test_language_of_a_story(language: str, text: str) -> None:
    assert language_of(text) == language


def test_foreign_names_do_not_make_a_story_foreign() -> None:
    assert language_of("Mohammed bin Salman, Recep Tayyip Erdogan, dan Emmanuel Macron bertemu di Riyadh.") == "id"


def test_a_few_words_are_too_short_to_tell() -> None:
    assert language_of("Kyiv - Kudeta") is None


def test_the_record_warns_of_another_language() -> None:
    article = runut.read(LANGUAGES["en"])
    assert article.language == "en"
    assert any("another language (en)" in warning for warning in article.warnings)
