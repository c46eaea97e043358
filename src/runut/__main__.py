"""``python -m runut`` is the command line."""

from runut.cli import main

main()
