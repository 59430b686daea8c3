import gzip


def test_pages_of_an_arc_become_documents(read, seeds):
    for name, content in (("a.arc", seeds.make_arc()), ("a.arc.gz", gzip.compress(seeds.make_arc()))):
        (page,) = read(name, content).documents
        assert page.content == seeds.make_page()
        assert page.meta == {"url": seeds.ADDRESS, "retrieved": seeds.DAY, "charset": "utf-8"}


def test_an_address_with_spaces_and_the_second_version(read, seeds):
    block = seeds.make_response(seeds.make_page())
    line = f"http://a.example/two words 192.0.2.1 20260504083000 text/html 200 sum - 0 a.arc {len(block)}\n"
    (_, page) = read("a.arc", seeds.make_arc() + line.encode() + block).documents
    assert page.meta["url"] == "http://a.example/two words"


def test_damage_ends_the_reading_and_is_named(read, seeds):
    found = read("a.arc", seeds.make_arc() + b"nonsense\nmore\n")
    assert len(found.documents) == 1
    assert found.reasons == ["a.arc: damaged (a line of facts is none); read up to there"]
