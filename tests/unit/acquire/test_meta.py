import pytest

from stemma.acquire.codes import find_code
from stemma.acquire.meta import is_moment, read_meta


@pytest.mark.parametrize(
    ("tag", "code"), [("en", "en"), ("EN-gb", "en"), ("id_ID", "id"), ("und", "und"), ("xx", None), ("", None)]
)
def test_find_code(tag, code):
    assert find_code(tag) == code


@pytest.mark.parametrize("value", ["2024", "2024-10", "2024-10-17", "2024-10-17T09:30", "2024-10-17T09:30:00+07:00"])
def test_moments(value):
    assert is_moment(value)


@pytest.mark.parametrize("value", ["17/10/2024", "2024-13", "2024-02-30", "20241017", "today", ""])
def test_no_moments(value):
    assert not is_moment(value)


def test_no_meta_is_no_fault(tmp_path):
    assert read_meta(tmp_path, "meta.jsonl") == ({}, [])
