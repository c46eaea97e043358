"""``runut parse``: what the language model says of a text, as CoNLL-U or as drawn trees."""

from __future__ import annotations

import sys
from typing import NoReturn

from runut.cli.messages import say
from runut.cli.run import document_of, end, items_of, leave_pipe
from runut.errors import EmptyError, InputError
from runut.intake import Input
from runut.language import conllu
from runut.language.model import Model, lines
from runut.record import Document, Span


def parse(inputs: list[Input], model: Model, *, draw: bool) -> NoReturn:
    """Print the trees of the inputs, and end with the exit status that says how it went."""
    done = failed = 0
    try:
        for item in items_of(inputs):
            try:
                document = document_of(item)
                text, blocks = text_of(document)
                _print(text, blocks, model, document.id, draw=draw)
                done += 1
            except InputError as error:
                say(str(error))
                failed += 1
        sys.stdout.flush()
    except BrokenPipeError:
        leave_pipe()
    end(done, failed)


def text_of(document: Document) -> tuple[str, list[Span]]:
    """The text of a document and the spans to read: every line of plain text, the story of a page."""
    if not document.is_html:
        return document.content, lines(document.content)
    from runut import page

    article = page.open_document(document)
    blocks = article.of_kind("body")
    if not blocks:
        raise EmptyError("there is no story on this page", mend="give the page of one article", origin=document.id)
    return article.text, blocks


def _print(text: str, blocks: list[Span], model: Model, name: str, *, draw: bool) -> None:
    trees = model.parse(text, blocks)
    if draw:
        from runut.views.trees import show_trees

        show_trees(text, trees)
    else:
        sys.stdout.write(f"# newdoc id = {' '.join(name.split())}\n" + conllu.conllu(text, trees))
