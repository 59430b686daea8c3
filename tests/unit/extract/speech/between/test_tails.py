"""Offices and their holders: where the name begins, and runs that name nobody."""

import pytest

from stemma.extract.attribution import find_attributions
from stemma.lang import find_language


def read(text: str) -> list[tuple[str, str]]:
    return [(a.source.name, a.source.kind) for a in find_attributions(text, find_language("id"))]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Wali Kota Semarang Sari Melati", "Sari Melati"),
        ("Menteri Sosial Joni Harapan", "Joni Harapan"),
        ("Gubernur Jawa Barat Wening Lestari", "Wening Lestari"),
        ("Kepala Dinas Perhubungan DKI Jakarta Joni Harapan", "Joni Harapan"),
        ("Ketua Komisi Pencegahan Korupsi Wening Lestari", "Wening Lestari"),
        ("Direktur Keuangan PT Kapal Indonesia Joni PS Harapan", "Joni PS Harapan"),
        ("Bupati Semarang Bima Wening", "Bima Wening"),
    ],
)
def test_the_name_begins_behind_what_the_office_is_of(source: str, name: str) -> None:
    assert read(f"{source} mengatakan jembatan itu aman.") == [(name, "person")]


def test_a_short_name_is_led_back_to_the_holder() -> None:
    text = 'Wali Kota Semarang Sari Melati mengatakan jembatan itu aman.\n\n"Kami siap," kata Sari.'
    assert read(text) == [("Sari Melati", "person")] * 2


@pytest.mark.parametrize("source", ["Direktur Utama", "Menteri Sosial", "Kepala Dinas Kesehatan Semarang"])
def test_an_office_alone_is_not_taken_for_a_name(source: str) -> None:
    assert read(f"{source} mengatakan jembatan itu aman.") == [(source, "person")]


def test_a_body_keeps_its_whole_name() -> None:
    assert read("Dinas Perhubungan DKI Jakarta menyatakan jalan ditutup.") == [
        ("Dinas Perhubungan DKI Jakarta", "organisation")
    ]


def test_a_lone_name_is_a_person_unless_a_word_calls_it_a_body() -> None:
    assert read('"Jembatan itu aman," kata Wening.') == [("Wening", "person")]
    text = 'PT Lintang membangun jembatan itu.\n\n"Jembatan itu aman," kata Lintang.'
    assert read(text)[-1][1] == "organisation"
    assert read("KBRN menyatakan jalan ditutup.") == [("KBRN", "organisation")]


@pytest.mark.parametrize(
    "source",
    [
        "Ketua Asosiasi Kapal Indonesia (AKI) Joni Harapan",
        "Direktur Institute for Rivers (Core) Indonesia Joni Harapan",
        "Kepala Dinas Perhubungan (Dishub) DKI Jakarta Joni Harapan",
    ],
)
def test_the_holder_stands_behind_a_bracket(source: str) -> None:
    assert read(f"{source} mengatakan jembatan itu aman.") == [("Joni Harapan", "person")]


def test_a_body_is_none_of_its_offices() -> None:
    found = read("Badan Pengelola Transportasi Semarang mencatat 12 kapal tenggelam.")
    assert found == [("Badan Pengelola Transportasi Semarang", "organisation")]
