"""What can go wrong, as exceptions.

    RunutError
    ├── LexiconError      a table is malformed
    ├── ModelError        the language model cannot be loaded
    └── InputError        an article cannot be read
        ├── DecodingError     its bytes are no text
        ├── SyntaxFault       its JSON or its fields are malformed
        ├── EmptyError        there is no article in it
        ├── SizeError         it is too large
        ├── FetchError        its address cannot be reached
        └── ReadingError      runut itself fails on it

Every message names the place and what is wrong; `InputError.mend` says what to do about it.
"""

from __future__ import annotations


class RunutError(Exception):
    """Any error that runut raises on purpose."""


class LexiconError(RunutError):
    """A table is malformed; the message names the file, the line and the mend."""


class ModelError(RunutError):
    """The language model cannot be loaded; the message names the folder and the mend."""


class InputError(RunutError):
    """An article cannot be read, and is set aside.

    Parameters
    ----------
    reason
        What is wrong, as one clause without a full stop.
    mend
        What the user can do, as one clause without a full stop.
    origin
        The file, address or stream that it came from.
    line
        The line within `origin`, from 1; ``None`` where there is none to name.
    """

    def __init__(self, reason: str, *, mend: str, origin: str, line: int | None = None) -> None:
        self.reason = reason
        self.mend = mend
        self.origin = origin
        self.line = line
        place = origin if line is None else f"{origin}, line {line}"
        super().__init__(f"{place}: {reason}; {mend}")


class DecodingError(InputError):
    """The bytes are no text in any known character set."""


class SyntaxFault(InputError):  # noqa: N818  SyntaxError is taken
    """The JSON is broken, or a field is missing or malformed."""


class EmptyError(InputError):
    """There is no article in it."""


class SizeError(InputError):
    """It is larger than any article."""


class FetchError(InputError):
    """The address cannot be reached."""


class ReadingError(InputError):
    """runut itself fails on it: a fault of runut's, set aside so that the run goes on."""
