"""Numbers that an article has in common with its copies and versions, so that few need be compared.

MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3): near copies
share at least .87 of their shingles, and of those all but one in 10^9 pairs share a band; of texts that share a tenth,
one pair in six hundred does. Versions share an address, or an outlet with a headline.
"""

from hashlib import blake2b

import numpy as np

from stemma.clean.duplicates import SHINGLE, make_codes
from stemma.clean.duplicates.revisions import find_version_keys
from stemma.model import Article
from stemma.text import find_words

BANDS, ROWS = 16, 4
_DRAWN = np.random.default_rng(20240229).integers(1, 1 << 63, size=(2, BANDS * ROWS), dtype=np.uint64)
_FACTORS, _SHIFTS = _DRAWN[0] | np.uint64(1), _DRAWN[1]
_PLACES = np.array([0x9E3779B97F4A7C15 ** (2 * place + 1) % (1 << 64) for place in range(SHINGLE)], dtype=np.uint64)


def make_marks(article: Article) -> tuple[int, ...]:
    """The article's marks, sorted: whole numbers of 63 bits. Copies and versions of one article have one in common."""
    whole = " ".join(find_words(article.text)) or article.sha256
    versions = ("version:" + ":".join(key) for key in find_version_keys(article))
    keys = [f"text:{whole}", f"bytes:{article.sha256}", *versions]
    return tuple(sorted({*_make_bands(article.text), *map(_hash, keys)}))


def _make_bands(text: str) -> list[int]:
    codes = np.array(make_codes(text), dtype=np.uint64)
    runs = len(codes) - SHINGLE + 1
    if runs < 1:
        return []
    shingles = np.unique(sum(codes[place : place + runs] * _PLACES[place] for place in range(SHINGLE)))
    mixed = shingles[:, None] * _FACTORS + _SHIFTS
    least = (mixed ^ (mixed >> np.uint64(29))).min(axis=0).reshape(BANDS, ROWS)
    return [_hash(f"band:{band}:{row.tobytes().hex()}") for band, row in enumerate(least)]


def _hash(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1
