from stemma.match.witnesses.words import find_all_words


def test_words_of_every_language_stand_together() -> None:
    words = find_all_words()
    assert {"ministry", "ministerium", "министерство"} <= words.bodies
    assert {"of", "von", "de"} <= words.ofs
    assert {"police", "polizei", "policia", "полиция"} <= words.local_bodies
    assert "police" not in words.joins
