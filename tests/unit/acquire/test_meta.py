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


def test_a_misspelt_key_is_told(tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / "meta.jsonl").write_text('{"file": "a.txt", "id": "7", "outlett": "Harbour Sun", "date": "2024-10-17"}')
    facts, skipped = read_meta(tmp_path, "meta.jsonl")
    assert facts == {"a.txt": {"published": "2024-10-17"}}
    assert [item.reason for item in skipped] == [
        'line 1: a.txt: "outlett" is no known key (did you mean "outlet"?), left out.'
    ]
