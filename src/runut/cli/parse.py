"""``runut parse``: what the language model says of a text, as CoNLL-U or as drawn trees."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from runut.cli.messages import EXIT_NOTHING_READ, say
from runut.cli.run import EXIT_ALL_READ, EXIT_SOME_SET_ASIDE, USER_AGENT, leave_pipe
from runut.errors import EmptyError, InputError
from runut.intake import Input, items
from runut.language import conllu
from runut.language.model import Model, lines
from runut.record import Document, Span


def parse(inputs: list[Input], model: Model, *, draw: bool) -> NoReturn:
    """Print the trees of the inputs, and end with the exit status that says how it went."""
    done = failed = 0
    try:
        for entry in inputs:
            for item in items(entry, stdin=sys.stdin.buffer, user_agent=USER_AGENT):
                try:
                    if item.error is not None:
                        raise item.error
                    assert item.document is not None, "an item without an error has a document"  # noqa: S101
                    text, blocks = text_of(item.document)
                    _print(text, blocks, model, item.document.id, draw=draw)
                    done += 1
                except InputError as error:
                    say(str(error))
                    failed += 1
        sys.stdout.flush()
    except BrokenPipeError:
        leave_pipe()
    if not failed:
        raise typer.Exit(EXIT_ALL_READ)
    raise typer.Exit(EXIT_SOME_SET_ASIDE if done else EXIT_NOTHING_READ)


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
