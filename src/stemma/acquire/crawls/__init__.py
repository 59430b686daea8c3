"""Readers of what crawlers wrote down: WARC and ARC files."""
