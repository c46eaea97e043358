"""Trees as CoNLL-U, the form of Universal Dependencies (https://universaldependencies.org/format.html)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from runut.language.tree import Tree, Word
from runut.language.words import are_joined


def conllu(text: str, trees: Iterable[Tree]) -> str:
    """Write trees as CoNLL-U.

    Parameters
    ----------
    text
        What the trees were read from.
    trees
        In order.

    Returns
    -------
    str
        One block a sentence, each with an empty line behind it. MISC holds ``SpaceAfter``, the place in the text
        (``start_char``, ``end_char``) and the BIO tag of a name (``ner``), as Stanza writes them.
    """
    return "".join(_block(text, number, tree) for number, tree in enumerate(trees, 1))


def _block(text: str, number: int, tree: Tree) -> str:
    start, end = tree.span
    lines = [f"# sent_id = {number}", "# text = " + " ".join(text[start:end].split())]
    tags = _tags(tree)
    groups, group_end = _joined_groups(tree.words), 0
    for place, word in enumerate(tree.words, 1):
        if place in groups:
            group_end = groups[place]
            span = (word.span[0], tree.words[group_end - 1].span[1])
            lines.append(
                "\t".join([f"{place}-{group_end}", text[span[0] : span[1]], *["_"] * 7, _misc(text, span, None)])
            )
        misc = _misc(text, word.span, tags[place - 1], in_group=place <= group_end)
        form = "".join(word.text.split())
        columns = [form, word.lemma, word.upos, "_", word.feats, str(word.head), word.relation, "_", misc]
        lines.append("\t".join([str(place), *columns]))
    return "\n".join(lines) + "\n\n"


def _joined_groups(words: Sequence[Word]) -> dict[int, int]:
    """Words that are written as one: the number of the first word → that of the last."""
    groups: dict[int, int] = {}
    first = 0
    for place, (word, after) in enumerate(pairwise(words), 1):
        if word.span[1] == after.span[0] and are_joined(word.text, after.text):
            first = first or place
            groups[first] = place + 1
        else:
            first = 0
    return groups


def _misc(text: str, span: tuple[int, int], tag: str | None, *, in_group: bool = False) -> str:
    values = []
    after = text[span[1] : span[1] + 1]
    if not in_group and after and not after.isspace():
        values.append("SpaceAfter=No")
    values.append(f"start_char={span[0]}|end_char={span[1]}")
    if tag:
        values.append(f"ner={tag}")
    return "|".join(values)


def _tags(tree: Tree) -> list[str]:
    tags = ["O"] * len(tree.words)
    for name in tree.names:
        tags[name.first - 1] = f"B-{name.kind}"
        tags[name.first : name.last] = [f"I-{name.kind}"] * (name.last - name.first)
    return tags
