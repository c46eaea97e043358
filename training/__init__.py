"""How the language model of runut is made, from data to the files that are shipped.

Each step is a command, ``python -m training.STEP --help``; README.md of this folder has them in order. Steps leave
their results in one working folder (`training.work`) and go on from there when they are run again.
"""
