"""One file a language, each with `LANGUAGE`. Adding a language = one file; nothing else names it."""

import pkgutil
from functools import lru_cache
from importlib import import_module

from stemma.lang.language import Language


@lru_cache(maxsize=1)
def known_codes() -> tuple[str, ...]:
    """Codes of the languages that have a file, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__) if len(module.name) == 2))


@lru_cache(maxsize=64)
def find_language(code: str) -> Language | None:
    """The language of that ISO 639-1 code, or None where there is no file for it."""
    if code not in known_codes():
        return None
    language: Language = import_module(f"stemma.lang.{code}").LANGUAGE
    return language
