"""Trees of sentences, drawn for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree as Drawing

from runut.language.tree import Tree
from runut.views.controls import CONTROLS

_KINDS = {"PER": "magenta", "ORG": "yellow", "LOC": "green"}


def show_trees(text: str, trees: Iterable[Tree], console: Console | None = None) -> None:
    """Draw each sentence under its text: every word below its head, before or behind it as in the sentence.

    A word is shown with its number, relation and tag; names have the colour and the letters of their kind.
    """
    console = console or Console()
    for number, tree in enumerate(trees):
        if number:
            console.print()
        start, end = tree.span
        sentence = " ".join(text[start:end].split()).translate(CONTROLS)
        drawing = Drawing(Text(sentence, style="bold"), guide_style="dim")
        _grow(drawing, tree, tree.words.index(tree.root) + 1)
        console.print(drawing)


def _grow(drawing: Drawing, tree: Tree, number: int) -> None:
    waiting = [(drawing, number)]
    while waiting:
        above, place = waiting.pop()
        branch = above.add(_label(tree, place))
        waiting += [(branch, below) for below in reversed(list(tree.children(place)))]


def _label(tree: Tree, number: int) -> Text:
    word = tree.words[number - 1]
    kind = next((name.kind for name in tree.names if name.first <= number <= name.last), None)
    label = Text.assemble(
        (word.text.translate(CONTROLS), f"bold {_KINDS[kind]}" if kind else "bold"),
        " ",
        (word.relation, "cyan"),
        " ",
        (word.upos, "dim"),
        (f" {number}", "dim"),
    )
    if kind:
        label.append(f" {kind}", _KINDS[kind])
    return label
