from stemma.acquire.feeds.lists import list_addresses


def test_lists_hold_addresses_alone(read, seeds):
    said = "get them with stemma fetch"
    assert read("a.opml", seeds.make_opml()).reasons == [f"a.opml: lists 2 addresses: {said}"]
    assert read("a.xml", seeds.make_sitemap()).reasons == ["a.xml: lists 1 address: get it with stemma fetch"]


def test_addresses_are_found_once_each(seeds):
    assert list(list_addresses(seeds.make_opml())) == ["https://gazette.example/feed", "https://coast.example/feed"]
    assert list(list_addresses(seeds.make_sitemap() * 2)) == [seeds.ADDRESS]
    assert list(list_addresses(b"<opml><outline xmlUrl='https://a.example/'><outline")) == ["https://a.example/"]


def test_entities_of_a_list_are_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("https://secret.example/")
    content = f'<!DOCTYPE u [<!ENTITY x SYSTEM "file://{secret}">]><urlset><url><loc>&x;</loc></url></urlset>'
    assert list(list_addresses(content.encode())) == []
