"""Readers of feeds and lists: RSS, Atom, RDF, JSON Feed, ninjs, OPML, sitemaps."""
