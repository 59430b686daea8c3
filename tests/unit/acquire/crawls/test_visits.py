from stemma.acquire.crawls.visits import Visits


def test_one_notice_a_file_names_the_first_absent_page():
    visits = Visits(known={"sha1:A"})
    visits.open += [("a.warc", "https://a.example/1", "sha1:A"), ("b.warc", "https://a.example/2", "sha1:B")]
    visits.open += [("b.warc", "https://a.example/3", "sha1:C")]
    (skipped,) = visits.name_absent()
    assert skipped.uri == "b.warc"
    assert skipped.reason == "2 revisit records of pages that no file here holds, such as https://a.example/2"
