"""What a caller may catch.

StemmaError
├── UsageError      the call itself is wrong: an unknown option, language or form (exit code 2)
└── InputError      nothing usable was given: a missing path, an empty folder (exit code 1)

A message says what is wrong, with which thing, and what to do. One bad record among good ones raises
nothing: it becomes `Skipped`.
"""


class StemmaError(Exception):
    """The root of everything that Stemma raises on purpose."""


class UsageError(StemmaError):
    """The call itself is wrong; the message names the argument and what would be right."""


class InputError(StemmaError):
    """Nothing usable was given; the message names the input and what to give instead."""
