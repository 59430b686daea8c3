"""What documents inside a file are called: the names that archives give, made harmless."""

import re
import unicodedata
from collections import Counter

SEPARATORS = re.compile(r"[/\\]+")
DRIVE = re.compile(r"[A-Za-z]:")
LONGEST_PART = 100  # characters
LONGEST_NAME = 240


def clean_name(name: str) -> str:
    """A relative name with `/` that leads nowhere else: without `..`, drives and characters that are not seen."""
    parts = [_clean_part(part) for part in SEPARATORS.split(name)]
    kept = [part for part in parts if part not in ("", ".", "..") and not DRIVE.fullmatch(part)]
    return "/".join(kept)[-LONGEST_NAME:].lstrip("/") or "unnamed"


def _clean_part(part: str) -> str:
    seen = "".join("_" if unicodedata.category(character)[0] == "C" else character for character in part.strip())
    if len(seen) <= LONGEST_PART:
        return seen
    half = LONGEST_PART // 2
    return f"{seen[:half]}…{seen[1 - half :]}"  # both ends: the end holds the suffix


class Names:
    """The uris of the documents inside one file; no two are the same."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self._taken: Counter[str] = Counter()

    def take(self, name: str) -> str:
        """The uri of a document that the file calls by this name."""
        uri = f"{self.uri}/{clean_name(name)}"
        self._taken[uri] += 1
        return uri if self._taken[uri] == 1 else f"{uri}~{self._taken[uri]}"

    def take_address(self, address: str) -> str:
        """The uri of a document that was found at an address."""
        return self.take(address.split("://", 1)[-1])
