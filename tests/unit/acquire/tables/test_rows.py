from stemma.acquire.tables.rows import encode_text, find_rows


def test_rows_of_json_values():
    rows = [{"a": 1}, {"b": 2}]
    assert find_rows(rows) == rows
    assert find_rows({"status": "ok", "articles": rows}) == rows
    assert find_rows({"a": 1}) == [{"a": 1}]
    assert find_rows({"a": rows, "b": rows}) == [{"a": rows, "b": rows}]  # which of them, nothing tells
    assert find_rows([1, {}, None]) == find_rows("x") == find_rows({}) == []


def test_half_a_surrogate_pair_is_no_crash():
    assert encode_text("a\ud800b") == b"a?b"
