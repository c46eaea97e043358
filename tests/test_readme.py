"""What the README and the docstrings show is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from runut import reader

README = Path(__file__).resolve().parent.parent / "README.md"


def test_the_example_of_the_readme() -> None:
    found = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    names: dict[str, object] = {}
    shown = 0
    for statement in re.split(r"\n(?=\S)", found.group(1).replace("\n)", " )")):
        code, _, value = statement.partition("  # ")
        if value:
            shown += 1
            assert repr(eval(code.strip(), names)) == value.strip()  # noqa: S307  our own README
        else:
            exec(statement, names)  # noqa: S102  our own README
    assert shown == 4


def test_the_example_of_the_docstring() -> None:
    result = doctest.testmod(reader)
    assert (result.attempted, result.failed) == (7, 0)
